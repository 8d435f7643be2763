/**
 * The messages: generated ones, until those of a session are replaced or added to.
 * Ids of added messages come from one sequence above all generated ids, so that they are unique and ascend with time.
 */
import { readRecordId } from '../json-record.js';
import type { JsonRecord } from '../json-record.js';
import { generatedMessages } from '../records/generated-messages.js';
import type { WorldEvents } from './world-events.js';

/** Limits memory: beyond it the oldest messages are dropped. */
const maxMessagesPerSession = 10_000;

export class MessageStore {
  readonly #changed = new Map<number, JsonRecord[]>();
  readonly #events: WorldEvents;
  readonly #isEmpty: boolean;
  #nextId = 300_001;

  /** @param isEmpty there are no generated messages */
  constructor(events: WorldEvents, isEmpty: boolean) {
    this.#events = events;
    this.#isEmpty = isEmpty;
  }

  /** Oldest first. */
  of(sessionId: number): readonly JsonRecord[] {
    return this.#changed.get(sessionId) ?? (this.#isEmpty ? [] : generatedMessages(sessionId));
  }

  /** Replaces the session's messages. @throws {TypeError} one has no integer ChatMessageId */
  put(sessionId: number, records: readonly JsonRecord[]): void {
    const lastId = Math.max(0, ...records.map((record) => readRecordId(record, 'ChatMessageId')));
    this.#changed.set(sessionId, records.slice(-maxMessagesPerSession));
    this.#nextId = Math.max(this.#nextId, lastId + 1);
  }

  /** @returns the message as stored, with its id */
  add(sessionId: number, message: JsonRecord): JsonRecord {
    const stored = { ...message, ChatMessageId: this.#nextId, ChatSessionId: sessionId };
    this.#nextId += 1;
    const conversation = this.#editable(sessionId);
    this.#events.commit(
      () => {
        conversation.push(stored);
        if (conversation.length > maxMessagesPerSession) conversation.shift();
      },
      { event: 'chatsession.message', sessionId, session: {}, isMessage: true },
    );
    return stored;
  }

  /** Marks the messages that the customer's client has fetched. */
  markRead(sessionId: number): void {
    const conversation = this.#changed.get(sessionId) ?? [];
    for (let index = conversation.length - 1; index >= 0; index -= 1) {
      const message = conversation[index];
      if (message?.['Type'] !== 'ToCustomer') continue;
      if (message['ReadByCustomer'] === 1) return;
      conversation[index] = { ...message, ReadByCustomer: 1 };
    }
  }

  drop(sessionId: number): void {
    this.#changed.delete(sessionId);
  }

  #editable(sessionId: number): JsonRecord[] {
    const conversation = this.#changed.get(sessionId) ?? [...this.of(sessionId)];
    this.#changed.set(sessionId, conversation);
    return conversation;
  }
}
