/**
 * How far a session has come: its status, and which of them mean that it waits or is over.
 * Schema: enum ChatSessionStatus.
 */
import { publishedTypes } from '../contract/generated/types.js';
import { readEnum } from './enums.js';
import type { ReadContext } from './read-context.js';

export const readStatus = readEnum('ChatSessionStatus', publishedTypes.ChatSessionEntity.Status);

export type Status = ReturnType<typeof readStatus>;

const ended = new Set<Status>(['FINISHED', 'DELETED', 'CLOSED', 'REQUEST_POSTED', 'CLOSED_FROM_QUEUE']);

/** Statuses that say nothing: none has been set, or this gateway does not know the name. */
const isUnknown = (status: Status): boolean => status === null || status === 'INVALID' || status === 'UNRECOGNIZED';

/** null: the status does not say. */
export const isWaiting = (status: Status): boolean | null => (isUnknown(status) ? null : status === 'IN_QUEUE');

/** null: the status does not say. */
export const isOver = (status: Status): boolean | null => (isUnknown(status) ? null : ended.has(status));

/** Whether the property Status, as it came, says one of these. What cannot be read as a status is none of them. */
export function hasStatus(value: unknown, statuses: readonly Status[], readContext: ReadContext): boolean {
  return typeof value === 'string' && statuses.includes(readStatus(value, readContext, {}));
}
