/**
 * The sessions: the specification's sample, the generated ones, and those that were added or changed. An empty store has only the last.
 *
 * Open sessions (InQueue, CustomerLast or UserLast, in topics 1 to 3) come from generated ids 1 to 60 and from all that were
 * added or changed. Initially they are
 *   4 (topic 3, InQueue), 18 (topic 1, CustomerLast), 19 (topic 2, UserLast, without read access), 43 (topic 2, InQueue),
 *   44 (topic 3, CustomerLast), 58 (topic 1, UserLast).
 */
import { readRecordId } from '../json-record.js';
import type { JsonRecord } from '../json-record.js';
import { generatedSession } from '../records/generated-session.js';
import { sampleSession } from '../records/sample-session.js';
import { associateIdAt, isActive, isOpen } from './session-state.js';
import type { WorldEvent, WorldEvents } from './world-events.js';

const lastGeneratedId = 250;
const lastListedId = 60;

const byId = (first: JsonRecord, second: JsonRecord): number =>
  Number(first['ChatSessionId']) - Number(second['ChatSessionId']);

let generated: readonly JsonRecord[] | null = null;

/** They never change. */
function generatedSessions(): readonly JsonRecord[] {
  generated ??= Array.from({ length: lastGeneratedId }, (_, index) => generatedSession(index + 1));
  return generated;
}

export class SessionStore {
  readonly #changed = new Map<number, JsonRecord>();
  readonly #generatedOpen = new Map<number, JsonRecord>();
  readonly #deleted = new Set<number>();

  readonly #generated: readonly JsonRecord[];

  readonly #events: WorldEvents;

  constructor(events: WorldEvents, isEmpty: boolean) {
    this.#events = events;
    this.#generated = isEmpty ? [] : generatedSessions();
    if (!isEmpty) this.#changed.set(192, sampleSession);
    for (const session of this.#generated.slice(0, lastListedId).filter(isOpen)) {
      this.#generatedOpen.set(readRecordId(session, 'ChatSessionId'), session);
    }
  }

  find(id: number): JsonRecord | null {
    if (this.#deleted.has(id)) return null;
    return this.#changed.get(id) ?? this.#generated[id - 1] ?? null;
  }

  /** Adds the record, or replaces the one with its id. @throws {TypeError} it has no integer ChatSessionId */
  put(record: JsonRecord): void {
    const id = readRecordId(record, 'ChatSessionId');
    this.#events.commit(
      () => {
        this.#changed.set(id, record);
        this.#generatedOpen.delete(id);
        this.#deleted.delete(id);
      },
      this.#eventOf(id, record),
    );
  }

  /** A session is reported when it is created, and when its status changes. */
  #eventOf(sessionId: number, session: JsonRecord): WorldEvent | null {
    const before = this.find(sessionId);
    const about = { sessionId, session, isMessage: false };
    if (before === null) return { ...about, event: 'chatsession.created' };
    return before['Status'] === session['Status'] ? null : { ...about, event: 'chatsession.changed' };
  }

  /** @returns the session with these properties replaced */
  change(session: JsonRecord, properties: JsonRecord): JsonRecord {
    const changed = { ...session, ...properties };
    this.put(changed);
    return changed;
  }

  drop(id: number): void {
    this.#changed.delete(id);
  }

  delete(id: number): void {
    this.#changed.delete(id);
    this.#generatedOpen.delete(id);
    this.#deleted.add(id);
  }

  /** The first unused id from this one on. */
  freeId(from: number): number {
    let id = from;
    while (this.#deleted.has(id) || this.find(id) !== null) id += 1;
    return id;
  }

  /** Every session, ordered by id. */
  all(): JsonRecord[] {
    const isUnchanged = (id: number): boolean => !this.#changed.has(id) && !this.#deleted.has(id);
    const unchanged = this.#generated.filter((session) => isUnchanged(Number(session['ChatSessionId'])));
    return [...unchanged, ...this.#changed.values()].sort(byId);
  }

  /** Ordered by id. */
  open(): JsonRecord[] {
    return [...this.#generatedOpen.values(), ...[...this.#changed.values()].filter(isOpen)].sort(byId);
  }

  /** Active sessions of this agent, of any topic; agents of unchanged generated sessions are no callers. */
  activeSessionsOf(associateId: number): JsonRecord[] {
    return [...this.#changed.values()].filter(
      (session) => isActive(session) && associateIdAt(session, 'User') === associateId,
    );
  }
}
