/**
 * Saying something in a session: what is stored, and what the session's own record shows of it.
 */
import type { JsonRecord, JsonValue } from '../json-record.js';
import type { ChatWorld } from './chat-world.js';
import { isActive } from './session-state.js';

/** As long as the column is. */
const maxCopiedChars = 1024;

/** Whose turn it is after a message of this type. */
const statusAfter: ReadonlyMap<JsonValue | undefined, string> = new Map([
  ['ToCustomer', 'UserLast'],
  ['ToUser', 'CustomerLast'],
]);

/**
 * Adds a message by a customer or an agent. A session that waits in the queue stays there, and one that is over is not
 * opened again; in the others the turn goes to the other side.
 * @param message a whole ChatMessage but for its ids
 * @returns the message as stored
 */
export function postMessage(world: ChatWorld, session: JsonRecord, message: JsonRecord): JsonRecord {
  const stored = world.messages.add(Number(session['ChatSessionId']), message);
  const type = stored['Type'];
  const copied = String(stored['Message']).slice(0, maxCopiedChars);
  const isFirst = typeof session['FirstMessage'] !== 'string' || session['FirstMessage'] === '';
  world.sessions.change(session, {
    ...(type === 'Special' ? {} : { LastMessage: copied, ...(isFirst ? { FirstMessage: copied } : {}) }),
    WhenIdle: stored['WhenPosted'] ?? null,
    ...(isActive(session) && statusAfter.has(type) ? { Status: statusAfter.get(type) ?? null } : {}),
  });
  return stored;
}

interface Notice {
  readonly specialType: string;
  readonly text?: string;
  readonly author: string;
  readonly when: string;
}

/** Adds what the system itself says; the session's record does not show it. */
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
