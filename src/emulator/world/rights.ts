/**
 * What each caller may see and do.
 *
 * - Every agent has a role in topics 1 to 3, except 704, which has one in topic 1 only. Without a role, the topic and its sessions
 *   are not in the caller's lists, its sessions show no person, company, project, sale or request, and the caller may not
 *   pick up, write to or save them: SoSentryException.
 * - A session of another agent (701 to 900) cannot be written to or saved: SoSentryException.
 * - An ended session accepts no messages: SoInvalidOperationException.
 *
 * SuperOffice documents the roles, and that sessions and messages have no access control by role while the records joined to
 * them have their own. The exceptions are inferred.
 */
import { errorObject } from '../http-response.js';
import type { HttpResponse } from '../http-response.js';
import type { JsonRecord } from '../json-record.js';
import type { Agent } from './agents.js';
import { agentOf } from './agents.js';
import type { ChatWorld } from './chat-world.js';
import { associateIdAt, isAssignedTo, memberTopicIds } from './session-state.js';

const guestId = 704;

/** The topics that an agent has a role in. */
export function topicIdsOf({ associateId }: Agent, world: ChatWorld): readonly number[] {
  const given = world.roles.get(associateId) ?? (associateId === guestId ? [1] : memberTopicIds);
  if (world.topicAgents.size === 0) return given;
  const isIn = (topicId: number): boolean =>
    world.topicAgents.get(topicId)?.some((agent) => associateIdAt(agent, 'User') === associateId) ??
    given.includes(topicId);
  return [...new Set([...given, ...world.topicAgents.keys()])].filter(isIn).sort((one, other) => one - other);
}

const hidden: JsonRecord = { Person: null, Contact: null, Project: null, Sale: null, Ticket: null };

export function hasRoleIn(agent: Agent, topicId: number, world: ChatWorld): boolean {
  return topicIdsOf(agent, world).includes(topicId);
}

function lacksTopicRole(session: JsonRecord, caller: Agent, world: ChatWorld): boolean {
  const topicId = Number(session['TopicId']);
  return memberTopicIds.includes(topicId) && !hasRoleIn(caller, topicId, world);
}

/** Null: allowed. */
export function refusalToChangeTopic(topicId: number, caller: Agent, world: ChatWorld): HttpResponse | null {
  const isRefused = memberTopicIds.includes(topicId) && !hasRoleIn(caller, topicId, world);
  return isRefused ? errorObject('SoSentryException', 'The user may not change this chat topic') : null;
}

/** The session with the properties that this caller may see. */
export function visibleSession(session: JsonRecord, caller: Agent, world: ChatWorld): JsonRecord {
  return lacksTopicRole(session, caller, world) ? { ...session, ...hidden } : session;
}

const endedStatuses: readonly unknown[] = ['Finished', 'Deleted', 'Closed', 'RequestPosted', 'ClosedFromQueue'];

const sentry = (what: string): HttpResponse =>
  errorObject('SoSentryException', `The user may not ${what} this chat session`);

/** @returns null when it is allowed, as do the other functions */
export function refusalToPickUp(session: JsonRecord, caller: Agent, world: ChatWorld): HttpResponse | null {
  return lacksTopicRole(session, caller, world) ? sentry('pick up') : null;
}

export function refusalToSave(session: JsonRecord, caller: Agent, world: ChatWorld): HttpResponse | null {
  if (lacksTopicRole(session, caller, world)) return sentry('change');
  const isOfOtherAgent = agentOf(associateIdAt(session, 'User')) !== null && !isAssignedTo(session, caller);
  return isOfOtherAgent ? sentry('change') : null;
}

export function refusalToWrite(session: JsonRecord, caller: Agent, world: ChatWorld): HttpResponse | null {
  if (endedStatuses.includes(session['Status']))
    return errorObject('SoInvalidOperationException', 'The chat session is over');
  return refusalToSave(session, caller, world);
}
