/** Samples log lines that repeat one cause: the first of a window are written, the others counted. */
import { LRUCache } from 'lru-cache';
import type { Clock } from '../base/clock.js';

/** Lines of one cause in one window. */
const maxLines = 5;

const windowMs = 10_000;

/** Causes with a window; the least recently used one is evicted first. */
const maxCauses = 1_000;

interface Window {
  readonly startMs: number;
  lines: number;
}

export class SampledCauses {
  readonly #windows = new LRUCache<string, Window>({ max: maxCauses });

  constructor(private readonly clock: Pick<Clock, 'monotonicMs'>) {}

  /** @returns null: the line is omitted; otherwise the number of lines of this cause that were omitted in its last window */
  admit(cause: string): number | null {
    const nowMs = this.clock.monotonicMs();
    const window = this.#windows.get(cause);
    if (window && nowMs - window.startMs < windowMs) {
      window.lines += 1;
      return window.lines <= maxLines ? 0 : null;
    }
    this.#windows.set(cause, { startMs: nowMs, lines: 1 });
    return window ? Math.max(0, window.lines - maxLines) : 0;
  }
}
