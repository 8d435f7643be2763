/**
 * Reads the state of a session from its record.
 */
import { isRecord } from '../json-record.js';
import type { JsonRecord } from '../json-record.js';
import type { Agent } from './agents.js';

/** The topics that callers are members of; see rights.ts for the exception. */
export const memberTopicIds: readonly number[] = [1, 2, 3];

const statuses: readonly unknown[] = [
  ...['Invalid', 'PreChatForm', 'Faq', 'OfflineForm', 'InQueue', 'CustomerLast', 'UserLast', 'Finished', 'Deleted'],
  ...['Closed', 'RequestPosted', 'ClosedFromQueue'],
  'ClosedByRobot', // so that generated sessions can be saved
];
const activeStatuses: readonly unknown[] = ['CustomerLast', 'UserLast'];

export function isKnownStatus(status: unknown): boolean {
  return statuses.includes(status);
}

export function isInQueue(session: JsonRecord): boolean {
  return session['Status'] === 'InQueue';
}

export function isActive(session: JsonRecord): boolean {
  return activeStatuses.includes(session['Status']);
}

/** Whether ChatSessionsForUser lists it. */
export function isOpen(session: JsonRecord): boolean {
  return memberTopicIds.includes(Number(session['TopicId'])) && (isInQueue(session) || isActive(session));
}

/** 0 when there is none. */
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
