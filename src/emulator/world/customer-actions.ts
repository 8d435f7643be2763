/**
 * What a customer does in the window of the chat: arrive, read, write, and how their session ends without an agent.
 */
import { isoSeconds } from '../clock.js';
import type { JsonRecord } from '../json-record.js';
import type { ChatWorld } from './chat-world.js';
import { copiesOf, postMessage, postNotice, writtenMessage } from './conversation.js';
import { queuedSession } from './session-records.js';
import { isInQueue } from './session-state.js';

interface Arrival {
  readonly id: number;
  readonly topicId: number;
  readonly timeMs: number;
  /** Properties of the session; one is CustomerName. */
  readonly customer: JsonRecord;
  /** The first message. */
  readonly text: string;
}

/** The session is created with the copies of its first message, so that two events report it: created, message. */
export function arrive(world: ChatWorld, { id, topicId, timeMs, customer, text }: Arrival): void {
  const session = { ...queuedSession(world, { id, topicId, timeMs }), ...customer };
  const message = messageOf(session, text, isoSeconds(timeMs));
  world.sessions.put({ ...session, ...copiesOf(session, message) });
  world.messages.add(id, message);
}

/** The customer's client reads the session and its messages. @returns the session */
export function readByCustomer(world: ChatWorld, session: JsonRecord, when: string): JsonRecord {
  world.messages.markRead(Number(session['ChatSessionId']));
  return world.sessions.change(session, { WhenFetched: when });
}

/** @returns the message as stored */
export function writeAsCustomer(world: ChatWorld, session: JsonRecord, { text, when }: Written): JsonRecord {
  return postMessage(world, session, messageOf(session, text, when));
}

interface Written {
  readonly text: string;
  readonly when: string;
}

/** Ends an open session. @param end the notice that says who ended it, and why */
export function closeSession(
  world: ChatWorld,
  session: JsonRecord,
  end: { readonly specialType: string; readonly author: string; readonly when: string },
): void {
  postNotice(world, session, end);
  const status = isInQueue(session) ? 'ClosedFromQueue' : 'Closed';
  world.sessions.change(session, { Status: status, WhenEnded: end.when, Flags: '' });
}

export function customerNameOf({ CustomerName }: JsonRecord): string {
  return typeof CustomerName === 'string' ? CustomerName : '';
}

function messageOf(session: JsonRecord, text: string, when: string): JsonRecord {
  return writtenMessage({ type: 'ToUser', text, author: customerNameOf(session), when });
}
