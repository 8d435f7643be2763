/**
 * The sessions there are: those put by a test, the specification's sample, and the generated ones.
 */
import type { JsonRecord } from '../json-record.js';
import { generatedSession } from './generated-session.js';
import { sampleSession } from './sample-session.js';

const lastGeneratedId = 250;

export class SessionStore {
  readonly #put = new Map<number, JsonRecord>([[192, sampleSession]]);

  /** Null when there is none. */
  find(id: number): JsonRecord | null {
    const stored = this.#put.get(id);
    if (stored) return stored;
    return id >= 1 && id <= lastGeneratedId ? generatedSession(id) : null;
  }

  put(record: JsonRecord): void {
    const id = record['ChatSessionId'];
    if (typeof id !== 'number' || !Number.isInteger(id)) {
      throw new TypeError('a session needs a whole number as its ChatSessionId');
    }
    this.#put.set(id, record);
  }
}
