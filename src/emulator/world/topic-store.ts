/**
 * The topics: generated 1 to 6 and 694, those that were added or replaced, without those that were deleted.
 */
import { readRecordId } from '../json-record.js';
import type { JsonRecord } from '../json-record.js';
import { generatedTopic } from '../records/generated-topic.js';

export class TopicStore {
  readonly #put = new Map<number, JsonRecord>();
  readonly #deleted = new Set<number>();

  find(id: number): JsonRecord | null {
    return this.#deleted.has(id) ? null : (this.#put.get(id) ?? generatedTopic(id));
  }

  /** @throws {TypeError} it has no integer ChatTopicId */
  put(record: JsonRecord): void {
    const id = readRecordId(record, 'ChatTopicId');
    this.#put.set(id, record);
    this.#deleted.delete(id);
  }

  delete(id: number): void {
    this.#deleted.add(id);
  }

  /** The first unused id from this one on. */
  freeId(from: number): number {
    let id = from;
    while (this.#put.has(id) || this.find(id) !== null) id += 1;
    return id;
  }
}
