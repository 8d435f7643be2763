/**
 * What each caller may see and do. SuperOffice documents roles in topics (respond, notify, listen, manage), "nothing happens" for
 * the transfer of a session that is not the caller's, and that chat sessions and messages have no access control by role while
 * the records joined to them have their own. The rest is inference: the records below are refused by the sentry, as others are.
 *
 * | what                                                              | who                                    | otherwise                |
 * |-------------------------------------------------------------------|----------------------------------------|--------------------------|
 * | topics 1 to 3 and their sessions in the caller's lists            | everybody; 704 topic 1 only            | not in the list          |
 * | person, company, project, sale and request of a session of these  | who has a role in the topic            | null                     |
 * | picking a session up                                              | who has a role in the topic            | SoSentryException        |
 * | writing into a session, saving it                                 | all but the colleagues (701 to 900) of its agent | SoSentryException        |
 * | writing into a session that is over                               | nobody                                 | SoInvalidOperationException |
 */
import { errorObject } from '../answer.js';
import type { Answer } from '../answer.js';
import type { JsonRecord } from '../json-record.js';
import type { Agent } from './agents.js';
import { agentOf } from './agents.js';
import { associateIdAt, isHeldBy, memberTopicIds } from './session-state.js';

const guestId = 704;

/** The topics in which an agent has a role. */
export function topicIdsOf({ associateId }: Agent): readonly number[] {
  return associateId === guestId ? [1] : memberTopicIds;
}

export function hasRoleIn(agent: Agent, topicId: number): boolean {
  return topicIdsOf(agent).includes(topicId);
}

const isOutside = (session: JsonRecord, caller: Agent): boolean => {
  const topicId = Number(session['TopicId']);
  return memberTopicIds.includes(topicId) && !hasRoleIn(caller, topicId);
};

const hidden: JsonRecord = { Person: null, Contact: null, Project: null, Sale: null, Ticket: null };

/** The session as the sentry shows it to this caller. */
export function seenBy(session: JsonRecord, caller: Agent): JsonRecord {
  return isOutside(session, caller) ? { ...session, ...hidden } : session;
}

const overStatuses: readonly unknown[] = ['Finished', 'Deleted', 'Closed', 'RequestPosted', 'ClosedFromQueue'];

const sentry = (what: string): Answer => errorObject('SoSentryException', `The user may not ${what} this chat session`);

/** @returns why it is refused; null when it is not */
export function refusalToPickUp(session: JsonRecord, caller: Agent): Answer | null {
  return isOutside(session, caller) ? sentry('pick up') : null;
}

export function refusalToSave(session: JsonRecord, caller: Agent): Answer | null {
  const isColleagues = agentOf(associateIdAt(session, 'User')) !== null && !isHeldBy(session, caller);
  return isColleagues ? sentry('change') : null;
}

export function refusalToWrite(session: JsonRecord, caller: Agent): Answer | null {
  if (overStatuses.includes(session['Status']))
    return errorObject('SoInvalidOperationException', 'The chat session is over');
  return refusalToSave(session, caller);
}
