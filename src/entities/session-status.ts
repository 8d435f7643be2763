/**
 * The status of a session, and which statuses mean that it is waiting or over.
 * Schema: enum ChatSessionStatus.
 */
import { publishedTypes } from '../contract/generated/types.js';
import { readEnum } from './enums.js';
import type { ReadContext } from './read-context.js';

export const readStatus = readEnum('ChatSessionStatus', publishedTypes.ChatSessionEntity.Status);

export type Status = ReturnType<typeof readStatus>;

const ended = new Set<Status>(['FINISHED', 'DELETED', 'CLOSED', 'REQUEST_POSTED', 'CLOSED_FROM_QUEUE']);

/** The status is not set, or the gateway does not recognize its name. */
const isUnknown = (status: Status): boolean => status === null || status === 'INVALID' || status === 'UNRECOGNIZED';

/** null: the status is unknown. */
export const isWaiting = (status: Status): boolean | null => (isUnknown(status) ? null : status === 'IN_QUEUE');

/** null: the status is unknown. */
export const isOver = (status: Status): boolean | null => (isUnknown(status) ? null : ended.has(status));

/** Whether the raw property Status is one of these. A value that is not a text is none of them. */
export function hasStatus(value: unknown, statuses: readonly Status[], readContext: ReadContext): boolean {
  return typeof value === 'string' && statuses.includes(readStatus(value, readContext, {}));
}
