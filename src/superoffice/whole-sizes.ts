/**
 * What whole records weigh, as far as it is known: from answers without `$select`, which only closing a session needs. So that an
 * explained answer can say what its selection has spared. Kept for each caller, since a size is something about a record, too.
 */
import type { MadeCall } from './attempt-report.js';

/** Operations that answer with a record of the same kind. */
const kinds = new Map([
  ['GetChatSessionEntity', 'session'],
  ['SaveChatSessionEntity', 'session'],
]);

const maxCallers = 1_000;

export interface WholeSizes {
  /** Learns from a call that was made, and says what the whole record would have weighed; null: not known. */
  bytesFor(caller: string, call: Omit<MadeCall, 'wholeBytes'>): number | null;
}

export function wholeSizes(): WholeSizes {
  const known = new Map<string, number>();

  function learn(key: string, bytes: number): void {
    known.delete(key);
    known.set(key, bytes);
    const [oldest] = known.keys();
    if (known.size > maxCallers && oldest !== undefined) known.delete(oldest);
  }

  return {
    bytesFor(caller, { operation, select, status, bytes }) {
      const kind = kinds.get(operation);
      if (kind === undefined) return null;
      const key = `${caller} ${kind}`;
      if (select !== null) return known.get(key) ?? null;
      if (status === 200 && bytes > 4) learn(key, bytes); // 4: null
      return null;
    },
  };
}
