/**
 * Pages of an archive by OData: the form that is posted, and the rows of the response in `FULL` mode, which has raw values.
 * @see SuperOffice: POST /api/v1/Archive/{provider}
 */
import { isRecord, type JsonRecord } from '../../base/json-record.js';
import { wellFormedJson } from '../../base/well-formed-json.js';
import type { AgentParts } from '../agent.js';
import { restrictionText, type Restriction } from './restriction.js';

export interface ArchivePage {
  /** e.g. `ChatSession` */
  readonly provider: string;
  /** The column with the id of a record; it is one of the columns. */
  readonly identity: string;
  readonly columns: readonly string[];
  readonly restriction: Restriction;
  /** e.g. `whenRequested desc, chatSessionId desc` */
  readonly order: string;
  /** Most rows. */
  readonly top: number;
}

/** A column of which each row must have one of these values: a response with another one belongs to another request. */
export interface AllowedValues {
  readonly column: string;
  readonly values: ReadonlySet<number>;
}

export interface ArchiveRow {
  /** Column → the raw value. */
  readonly values: JsonRecord;
  /** The caller may read the row; otherwise its values are blank. */
  readonly isReadable: boolean;
}

const selectRight = 1;

function readRow(item: JsonRecord): ArchiveRow {
  const cells = isRecord(item['Column']) ? item['Column'] : {};
  const values = Object.fromEntries(
    Object.entries(cells).map(([name, cell]) => [name, isRecord(cell) ? cell['RawValue'] : null]),
  );
  const right = isRecord(item['TableRight']) ? item['TableRight']['Mask'] : null;
  return { values, isReadable: typeof right !== 'number' || (right & selectRight) !== 0 };
}

/** The form of a page. */
export const rowsForm = ({ columns, restriction, order, top }: ArchivePage): string =>
  new URLSearchParams({
    $select: columns.join(),
    $filter: restrictionText(restriction),
    $orderBy: order,
    $top: String(top),
    $mode: 'Full',
  }).toString();

/** The rows of a response in `FULL` mode; none where it is no such response. */
export function readRows(json: unknown): readonly ArchiveRow[] {
  const rows: unknown = isRecord(json) ? json['value'] : null;
  return Array.isArray(rows) ? rows.filter(isRecord).map(readRow) : [];
}

/** @throws {GatewayError} every failure, classified: UPSTREAM_INVALID_RESPONSE for a row that was not requested */
export async function requestRows(
  { session }: AgentParts,
  page: ArchivePage,
  allowed: readonly AllowedValues[],
): Promise<readonly ArchiveRow[]> {
  const json = await session.post({
    agent: null,
    operation: `Archive/${page.provider}`,
    id: '',
    query: '',
    body: rowsForm(page),
    isForm: true,
    expected: { kind: 'rows', identity: page.identity, columns: page.columns, allowed, top: page.top },
  });
  return readRows(json);
}

/** The number of rows, whatever the page. The Archive agent says it, OData does not say where. */
export async function requestCount(
  { session }: AgentParts,
  { provider, columns, restriction }: Pick<ArchivePage, 'provider' | 'columns' | 'restriction'>,
): Promise<number> {
  const body = {
    ProviderName: provider,
    Columns: columns.join(),
    SortOrder: '',
    Restriction: restrictionText(restriction),
    Entities: '',
    Page: 0,
    PageSize: 1,
  };
  const json = await session.post({
    agent: 'Archive',
    operation: 'GetArchiveListByColumnsWithHeader2',
    id: '',
    query: '',
    body: wellFormedJson(JSON.stringify(body)),
    expected: { kind: 'count' },
  });
  return isRecord(json) ? Number(json['RowCount']) : 0; // `expected` has checked it
}
