/**
 * What each caller may see and do.
 *
 * - Everybody has a role in topics 1 to 3, but 704 in topic 1 only. Without one, the topic and its sessions are in none of the
 *   caller's lists, a session of it shows no person, company, project, sale or request, and the sentry refuses to pick it up,
 *   to write into it and to save it.
 * - A colleague's session (its agent is one of 701 to 900) is not written into, and not saved: SoSentryException.
 * - A session that is over takes no messages: SoInvalidOperationException.
 *
 * SuperOffice documents the roles, and that chat sessions and messages themselves have no access control by role while the
 * records joined to them have their own. The refusals are inference.
 */
import { errorObject } from '../http-response.js';
import type { HttpResponse } from '../http-response.js';
import type { JsonRecord } from '../json-record.js';
import type { Agent } from './agents.js';
import { agentOf } from './agents.js';
import { associateIdAt, isAssignedTo, memberTopicIds } from './session-state.js';

const guestId = 704;

/** The topics in which an agent has a role. */
export function topicIdsOf({ associateId }: Agent): readonly number[] {
  return associateId === guestId ? [1] : memberTopicIds;
}

export function hasRoleIn(agent: Agent, topicId: number): boolean {
  return topicIdsOf(agent).includes(topicId);
}

const lacksTopicRole = (session: JsonRecord, caller: Agent): boolean => {
  const topicId = Number(session['TopicId']);
  return memberTopicIds.includes(topicId) && !hasRoleIn(caller, topicId);
};

const hidden: JsonRecord = { Person: null, Contact: null, Project: null, Sale: null, Ticket: null };

/** The session as the sentry shows it to this caller. */
export function visibleSession(session: JsonRecord, caller: Agent): JsonRecord {
  return lacksTopicRole(session, caller) ? { ...session, ...hidden } : session;
}

const overStatuses: readonly unknown[] = ['Finished', 'Deleted', 'Closed', 'RequestPosted', 'ClosedFromQueue'];

const sentry = (what: string): HttpResponse =>
  errorObject('SoSentryException', `The user may not ${what} this chat session`);

/** @returns why it is refused; null when it is not */
export function refusalToPickUp(session: JsonRecord, caller: Agent): HttpResponse | null {
  return lacksTopicRole(session, caller) ? sentry('pick up') : null;
}

export function refusalToSave(session: JsonRecord, caller: Agent): HttpResponse | null {
  if (lacksTopicRole(session, caller)) return sentry('change');
  const isColleagues = agentOf(associateIdAt(session, 'User')) !== null && !isAssignedTo(session, caller);
  return isColleagues ? sentry('change') : null;
}

export function refusalToWrite(session: JsonRecord, caller: Agent): HttpResponse | null {
  if (overStatuses.includes(session['Status']))
    return errorObject('SoInvalidOperationException', 'The chat session is over');
  return refusalToSave(session, caller);
}
