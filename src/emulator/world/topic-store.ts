/**
 * The topics there are: 1 to 6 and 694, until others are put.
 */
import type { JsonRecord } from '../json-record.js';
import { generatedTopic } from '../records/generated-topic.js';
import { readRecordId } from '../records/read-record-id.js';

export class TopicStore {
  readonly #put = new Map<number, JsonRecord>();

  /** Null when there is none. */
  find(id: number): JsonRecord | null {
    return this.#put.get(id) ?? generatedTopic(id);
  }

  /** @throws {TypeError} it has no integer ChatTopicId */
  put(record: JsonRecord): void {
    this.#put.set(readRecordId(record, 'ChatTopicId'), record);
  }
}
