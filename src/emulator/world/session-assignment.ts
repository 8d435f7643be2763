/**
 * Assigns sessions to agents: pick up, transfer, accept, reject, return to the queue. Each step is synchronous, so only one
 * of two concurrent callers can pick up a session.
 */
import { storedTimeMs } from '../clock.js';
import type { JsonRecord } from '../json-record.js';
import { translated } from '../languages.js';
import type { Agent } from './agents.js';
import { associateOf } from './agents.js';
import type { ChatWorld } from './chat-world.js';
import { postNotice } from './conversation.js';
import { hasRoleIn } from './rights.js';
import { isAssignedTo, isInQueue, isOfferedTo } from './session-state.js';

/** Null when the session is unknown or not in the queue. */
export function pickUp(world: ChatWorld, id: number, caller: Agent): JsonRecord | null {
  const session = world.sessions.find(id);
  if (session === null || !isInQueue(session)) return null;
  const when = world.now();
  const topic = world.topics.find(Number(session['TopicId']));
  const text = String(translated(topic?.['WelcomeMessage'] ?? '', 'en')); // messages are not multi-language texts
  postNotice(world, session, { specialType: 'Welcome', text, author: caller.fullName, when });
  return world.sessions.change(session, {
    User: associateOf(caller),
    TransferTo: null,
    Status: 'CustomerLast',
    WhenStarted: when,
    Rank: freeRank(world, caller),
  });
}

/** Picks up the oldest queued session of the caller's topics; null when there is none. */
export function pickUpFirst(world: ChatWorld, caller: Agent): JsonRecord | null {
  const [first] = world.sessions
    .open()
    .filter((session) => isInQueue(session) && hasRoleIn(caller, Number(session['TopicId']), world))
    .sort((one, other) => requestedMs(one) - requestedMs(other));
  return first ? pickUp(world, Number(first['ChatSessionId']), caller) : null;
}

/** No change when the session is not the caller's. */
export function offerTransfer(
  world: ChatWorld,
  session: JsonRecord,
  { from, to }: { from: Agent; to: Agent },
): JsonRecord {
  return isAssignedTo(session, from) ? world.sessions.change(session, { TransferTo: associateOf(to) }) : session;
}

/** No change when the session is not offered to the caller. */
export function acceptTransfer(world: ChatWorld, session: JsonRecord, caller: Agent): JsonRecord {
  if (!isOfferedTo(session, caller)) return session;
  postNotice(world, session, { specialType: 'TransferedSession', author: caller.fullName, when: world.now() });
  const rank = freeRank(world, caller);
  return world.sessions.change(session, { User: associateOf(caller), TransferTo: null, Rank: rank });
}

/** No change when the session is not offered to the caller. */
export function rejectTransfer(world: ChatWorld, session: JsonRecord, caller: Agent): JsonRecord {
  if (!isOfferedTo(session, caller)) return session;
  postNotice(world, session, { specialType: 'TransferRejected', author: caller.fullName, when: world.now() });
  return world.sessions.change(session, { TransferTo: null });
}

export function returnToQueue(world: ChatWorld, session: JsonRecord): JsonRecord {
  return world.sessions.change(session, { Status: 'InQueue', User: null, TransferTo: null });
}

/** The lowest rank that none of the agent's active sessions has. */
function freeRank(world: ChatWorld, { associateId }: Agent): number {
  const taken = new Set(world.sessions.activeSessionsOf(associateId).map((session) => session['Rank']));
  let rank = 1;
  while (taken.has(rank)) rank += 1;
  return rank;
}

/** A session without WhenRequested comes last. */
function requestedMs(session: JsonRecord): number {
  return storedTimeMs(session['WhenRequested']) ?? Number.MAX_SAFE_INTEGER;
}
