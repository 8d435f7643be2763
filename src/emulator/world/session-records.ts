/**
 * Creates and saves sessions as records.
 */
import { isoSeconds, storedTimeMs } from '../clock.js';
import { isList, isRecord } from '../json-record.js';
import type { JsonRecord, JsonValue } from '../json-record.js';
import { blankRecord } from '../records/blank-record.js';
import { chatSessionShape } from '../select/shape.js';
import type { Agent } from './agents.js';
import type { ChatWorld } from './chat-world.js';
import { postNotice } from './conversation.js';
import { isInQueue } from './session-state.js';

const firstCreatedId = 100_001;

export function newSessionId({ sessions }: ChatWorld): number {
  return sessions.freeId(firstCreatedId);
}

interface NewSession {
  readonly id: number;
  readonly topicId: number;
  readonly timeMs: number;
}

/** A session that a customer requests at this time: in the queue, everything else blank. */
export function queuedSession(world: ChatWorld, { id, topicId, timeMs }: NewSession): JsonRecord {
  const when = isoSeconds(timeMs);
  return {
    ...blankRecord(chatSessionShape),
    ChatSessionId: id,
    TopicId: topicId,
    Status: 'InQueue',
    WhenRequested: when,
    WhenIdle: when,
    WhenFetched: when,
    SessionKey: `secret-session-key-${id}`,
    InitialQueuePos: 1 + world.sessions.open().filter(isInQueue).length,
    Flags: '',
    FieldProperties: {},
  };
}

/** Null when the topic is unknown. */
export function createSession(world: ChatWorld, topicId: number): JsonRecord | null {
  if (world.topics.find(topicId) === null) return null;
  const id = newSessionId(world);
  const session = queuedSession(world, { id, topicId, timeMs: world.nowMs() });
  world.sessions.put(session);
  return session;
}

/**
 * Saves a whole record: properties that are missing or null are blank afterwards, which is what happens to a record that was
 * read under a `$select`. Id 0 creates a session.
 * @returns null when the id is unknown
 */
export function saveSession(world: ChatWorld, sent: JsonRecord, caller: Agent): JsonRecord | null {
  const filled = Object.fromEntries(Object.entries(sent).filter(([, value]) => value !== null));
  const whole = { ...blankRecord(chatSessionShape), ...filled };
  const sentId = Number(whole['ChatSessionId']);
  const id = sentId === 0 ? newSessionId(world) : sentId;
  const before = sentId === 0 ? null : world.sessions.find(id);
  if (sentId !== 0 && before === null) return null;
  const saved: JsonRecord = { ...keepRights(before ?? {}, whole), ChatSessionId: id };
  return putSession(world, saved, caller);
}

/** Stores the record; a session that has just been finished gets its notice and its end. */
export function putSession(world: ChatWorld, record: JsonRecord, caller: Agent): JsonRecord {
  const before = world.sessions.find(Number(record['ChatSessionId']));
  world.sessions.put(record);
  const isFinishedNow = record['Status'] === 'Finished' && before?.['Status'] !== 'Finished';
  return isFinishedNow ? finished(world, record, caller) : record;
}

/** Keeps the rights of the record and of its nested records: clients cannot save them. */
export function keepRights(before: JsonRecord, saved: JsonRecord): JsonRecord {
  const kept = withRightsOf(before, saved);
  return isRecord(kept) ? kept : saved;
}

function withRightsOf(before: JsonValue | undefined, saved: JsonValue): JsonValue {
  if (isList(before) && isList(saved)) return saved.map((item, index) => withRightsOf(before[index], item));
  if (!isRecord(before) || !isRecord(saved)) return saved;
  const own = Object.entries(saved).map(([name, value]) => [name, withRightsOf(before[name], value)]);
  const rights = Object.entries(before).filter(([name]) => name === 'TableRight' || name === 'FieldProperties');
  return Object.fromEntries([...own, ...rights]);
}

/** Adds the notice for the customer and sets WhenEnded. */
function finished(world: ChatWorld, session: JsonRecord, caller: Agent): JsonRecord {
  const when = world.now();
  postNotice(world, session, { specialType: 'ClosedByUser', author: caller.fullName, when });
  return storedTimeMs(session['WhenEnded']) === null ? world.sessions.change(session, { WhenEnded: when }) : session;
}
