/**
 * What a session's record says of its state.
 */
import { isRecord } from '../json-record.js';
import type { JsonRecord } from '../json-record.js';
import type { Agent } from './agents.js';

/** The topics that every caller is a member of. */
export const memberTopicIds: readonly number[] = [1, 2, 3];

const statuses: readonly unknown[] = [
  ...['Invalid', 'PreChatForm', 'Faq', 'OfflineForm', 'InQueue', 'CustomerLast', 'UserLast', 'Finished', 'Deleted'],
  ...['Closed', 'RequestPosted', 'ClosedFromQueue'],
  'ClosedByRobot', // what a generated session has can be saved again
];
const activeStatuses: readonly unknown[] = ['CustomerLast', 'UserLast'];

/** Any other name would not be read by the server. */
export function isKnownStatus(status: unknown): boolean {
  return statuses.includes(status);
}

export function isInQueue(session: JsonRecord): boolean {
  return session['Status'] === 'InQueue';
}

/** A conversation that goes on. */
export function isActive(session: JsonRecord): boolean {
  return activeStatuses.includes(session['Status']);
}

/** What ChatSessionsForUser lists. */
export function isOpen(session: JsonRecord): boolean {
  return memberTopicIds.includes(Number(session['TopicId'])) && (isInQueue(session) || isActive(session));
}

/** 0 for nobody. */
export function associateIdAt(session: JsonRecord, property: 'User' | 'TransferTo'): number {
  const associate = session[property];
  return isRecord(associate) ? Number(associate['AssociateId'] ?? 0) : 0;
}

export function isAssignedTo(session: JsonRecord, { associateId }: Agent): boolean {
  return associateIdAt(session, 'User') === associateId;
}

export function isOfferedTo(session: JsonRecord, { associateId }: Agent): boolean {
  return associateIdAt(session, 'TransferTo') === associateId;
}
