/**
 * The archives of sessions: pages of rows, and how many there are. Each provider is an operation of its own.
 * @see SuperOffice: POST /api/v1/Archive/{provider}, POST Agents/Archive/GetArchiveListByColumnsWithHeader2
 */
import { chatSessionEntity } from '../../entities/chat-session.js';
import type { ChatSessionCarrier } from '../../superoffice/carriers.js';
import type { ArchivePage } from '../../superoffice/archive/archive-rows.js';
import type { SessionArchive } from '../archive/archive-columns.js';
import { chatArchive, dynamicArchive } from '../archive/session-archives.js';
import { plainOperation, type Operation } from '../operation.js';

/** Which rows. Everything is JSON: equal parameters are one call. */
export interface RowsParameters extends Pick<ArchivePage, 'restriction' | 'order' | 'top'> {
  /** Columns of which each row must have one of these values. */
  readonly allowed: readonly { readonly column: string; readonly values: readonly number[] }[];
  /** Columns that the rows need in addition to those of the projection. */
  readonly more: readonly string[];
}

const archiveOperation = {
  ...plainOperation,
  entity: chatSessionEntity,
  id: null,
  about: null,
  takesOnlyId: false,
  isSessionData: true,
} as const;

const rows = (archive: SessionArchive): Operation<'rows', RowsParameters, ChatSessionCarrier> => ({
  ...archiveOperation,
  agent: null,
  name: `Archive/${archive.provider}`,
  result: 'rows',
  archive,
});

const count = (
  archive: SessionArchive,
): Operation<'count', Pick<RowsParameters, 'restriction' | 'allowed'>, ChatSessionCarrier> => ({
  ...archiveOperation,
  agent: 'Archive',
  name: 'GetArchiveListByColumnsWithHeader2',
  result: 'count',
  archive,
});

export const reads = {
  sessionRows: rows(chatArchive),
  sessionCount: count(chatArchive),
  dynamicRows: rows(dynamicArchive),
  dynamicCount: count(dynamicArchive),
};
