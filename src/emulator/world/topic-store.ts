/**
 * The topics: generated 1 to 6 and 694, and those that were added or replaced.
 */
import { readRecordId } from '../json-record.js';
import type { JsonRecord } from '../json-record.js';
import { generatedTopic } from '../records/generated-topic.js';

export class TopicStore {
  readonly #put = new Map<number, JsonRecord>();

  find(id: number): JsonRecord | null {
    return this.#put.get(id) ?? generatedTopic(id);
  }

  /** @throws {TypeError} it has no integer ChatTopicId */
  put(record: JsonRecord): void {
    this.#put.set(readRecordId(record, 'ChatTopicId'), record);
  }
}
