/** Reads pages of archives: the columns of a projection, and the sessions in the rows. */
import type { AgentParts } from '../superoffice/agent.js';
import { requestCount, requestRows } from '../superoffice/archive/archive-rows.js';
import type { JsonRecord } from '../base/json-record.js';
import type { Projection } from '../superoffice/projection.js';
import type { RowsParameters } from './agents/archives.js';
import { sessionOf, sourcesFor, type SessionArchive } from './archive/archive-columns.js';

export interface SessionRow {
  readonly id: string;
  /** As GetChatSessionEntity sends it; null: the caller may not read the row, or not by the archive. */
  readonly session: JsonRecord | null;
  /** The raw values of all columns. */
  readonly values: JsonRecord;
}

export interface SessionRows {
  readonly sessions: readonly SessionRow[];
  /** All rows that arrived: some may repeat a session, or say nothing. */
  readonly received: number;
}

export interface RowsRequest {
  readonly archive: SessionArchive;
  readonly parameters: RowsParameters;
  readonly projection: Projection;
}

/** @throws {TypeError} the archive lacks a column: callers check it */
export function sessionRows(parts: AgentParts, { archive, parameters, projection }: RowsRequest): Promise<SessionRows> {
  const { restriction, order, top, allowed, more } = parameters;
  const sources = sourcesFor(archive, projection);
  if (sources === null) throw new TypeError(`${archive.provider} lacks a column of the projection.`);
  const columns = [...new Set([archive.id, ...more, ...sources.map(({ source }) => source.column)])];
  const page = { provider: archive.provider, identity: archive.id, columns, needed: more, restriction, order, top };
  return requestRows(parts, page, allowedValues(allowed)).then(({ rows, received }) => {
    const byId = new Map(rows.map((row) => [String(row.values[archive.id]), row])); // a join may repeat a session
    const sessions = [...byId].map(([id, row]) => ({
      id,
      session: row.isReadable ? sessionOf(sources, row) : null,
      values: row.values,
    }));
    return { sessions, received };
  });
}

const allowedValues = (allowed: RowsParameters['allowed']) =>
  allowed.map(({ column, values }) => ({ column, values: new Set(values) }));

export function sessionCount(parts: AgentParts, { archive, parameters }: Omit<RowsRequest, 'projection'>) {
  const { restriction, allowed } = parameters;
  const columns = [archive.id, ...allowed.map(({ column }) => column)];
  return requestCount(parts, { provider: archive.provider, columns, restriction }, allowedValues(allowed));
}
