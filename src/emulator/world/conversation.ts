/**
 * Adds messages to a session and updates the session's record.
 */
import type { JsonRecord, JsonValue } from '../json-record.js';
import { blankRecord } from '../records/blank-record.js';
import { chatMessageShape } from '../select/shape.js';
import type { ChatWorld } from './chat-world.js';
import { isActive } from './session-state.js';

/** Length of the database column. */
const maxCopiedChars = 1024;

/** The session's status after a message of this type. */
const statusAfter: ReadonlyMap<JsonValue | undefined, string> = new Map([
  ['ToCustomer', 'UserLast'],
  ['ToUser', 'CustomerLast'],
]);

/**
 * Adds a message by a customer or an agent. It changes the status of active sessions only, not of queued or ended ones.
 * @param message a ChatMessage without its ids
 * @returns the message as stored
 */
export function postMessage(world: ChatWorld, session: JsonRecord, message: JsonRecord): JsonRecord {
  const stored = world.messages.add(Number(session['ChatSessionId']), message);
  const type = stored['Type'];
  world.sessions.change(session, {
    ...copiesOf(session, stored),
    ...(isActive(session) && statusAfter.has(type) ? { Status: statusAfter.get(type) ?? null } : {}),
  });
  return stored;
}

/** What the session copies from a new message. */
export function copiesOf(session: JsonRecord, message: JsonRecord): JsonRecord {
  const copied = String(message['Message']).slice(0, maxCopiedChars);
  const isFirst = typeof session['FirstMessage'] !== 'string' || session['FirstMessage'] === '';
  return {
    ...(message['Type'] === 'Special' ? {} : { LastMessage: copied, ...(isFirst ? { FirstMessage: copied } : {}) }),
    WhenIdle: message['WhenPosted'] ?? null,
  };
}

interface Writing {
  readonly type: 'ToCustomer' | 'ToUser';
  readonly text: string;
  readonly author: string;
  readonly when: string;
}

/** A ChatMessage without its ids. */
export function writtenMessage({ type, text, author, when }: Writing): JsonRecord {
  const ReadByCustomer = type === 'ToUser' ? 1 : 0;
  return {
    ...blankRecord(chatMessageShape),
    Type: type,
    Message: text,
    Author: author,
    ReadByCustomer,
    WhenPosted: when,
  };
}

interface Notice {
  readonly specialType: string;
  readonly text?: string;
  readonly author: string;
  readonly when: string;
}

/** Adds a message of the system; the session's record does not change. */
export function postNotice(world: ChatWorld, session: JsonRecord, notice: Notice): void {
  world.messages.add(Number(session['ChatSessionId']), {
    Type: 'Special',
    Message: notice.text ?? '',
    Author: notice.author,
    ReadByCustomer: 0,
    SpecialType: notice.specialType,
    SpecialParam: '',
    WhenPosted: notice.when,
  });
}
