/** Lines of the log that repeat one cause: some are written, the others counted. */
import { LRUCache } from 'lru-cache';
import type { Clock } from '../base/clock.js';

/** Of one cause, in one window. */
const maxLines = 5;

const windowMs = 10_000;

/** Causes that are kept in mind; the one that was silent longest goes first. */
const maxCauses = 1_000;

interface Window {
  readonly beganMs: number;
  lines: number;
}

export class SampledCauses {
  readonly #windows = new LRUCache<string, Window>({ max: maxCauses });

  constructor(private readonly clock: Pick<Clock, 'monotonicMs'>) {}

  /** @returns null: the line is left out; otherwise how many of this cause were left out since its last window began */
  admit(cause: string): number | null {
    const nowMs = this.clock.monotonicMs();
    const known = this.#windows.get(cause);
    if (known && nowMs - known.beganMs < windowMs) {
      known.lines += 1;
      return known.lines <= maxLines ? 0 : null;
    }
    this.#windows.set(cause, { beganMs: nowMs, lines: 1 });
    return known ? Math.max(0, known.lines - maxLines) : 0;
  }
}
