/**
 * Pages of an archive by OData: the form that is posted, and the rows of the response in `FULL` mode, which has raw values.
 * @see SuperOffice: POST /api/v1/Archive/{provider}
 */
import { isRecord, type JsonRecord } from '../../base/json-record.js';
import { wellFormedJson } from '../../base/well-formed-json.js';
import type { AgentParts } from '../agent.js';
import { isNoRecord } from '../record-ids.js';
import { isReadableRow } from './readable-row.js';
import { restrictionText, type Restriction } from './restriction.js';

export interface ArchivePage {
  /** e.g. `ChatSession` */
  readonly provider: string;
  /** The column with the id of a record; it is one of the columns. */
  readonly identity: string;
  readonly columns: readonly string[];
  readonly restriction: Restriction;
  /** Columns without which a row is of no use; they are among the columns. */
  readonly needed: readonly string[];
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

export interface ReceivedRows {
  /** Without those that say nothing. */
  readonly rows: readonly ArchiveRow[];
  /** All that arrived. */
  readonly received: number;
}

function readRow(item: JsonRecord): ArchiveRow {
  const cells = isRecord(item['Column']) ? item['Column'] : {};
  const values = Object.fromEntries(
    Object.entries(cells).map(([name, cell]) => [name, isRecord(cell) ? cell['RawValue'] : null]),
  );
  return { values, isReadable: isReadableRow(item) };
}

/** The form of a page. */
export const rowsForm = ({ columns, restriction, order, top }: Omit<ArchivePage, 'needed'>): string =>
  new URLSearchParams({
    $select: columns.join(),
    $filter: restrictionText(restriction),
    $orderBy: order,
    $top: String(top),
    $mode: 'Full',
  }).toString();

const noDate = '0001-01-01T00:00:00';

/** A row that may not be read, and says neither which session it is nor of which topic. */
const isBlank = ({ values, isReadable }: ArchiveRow, columns: readonly string[]): boolean =>
  !isReadable && columns.some((column) => isNoRecord(values[column]) || ['', noDate].includes(String(values[column])));

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
): Promise<ReceivedRows> {
  const json = await session.post({
    agent: null,
    operation: `Archive/${page.provider}`,
    id: '',
    query: '',
    body: rowsForm(page),
    contentType: 'application/x-www-form-urlencoded',
    without: ['so-timezone'],
    expected: { kind: 'rows', identity: page.identity, columns: page.columns, allowed, top: page.top },
  });
  const all = readRows(json);
  const needed = [page.identity, ...page.needed];
  return { rows: all.filter((row) => !isBlank(row, needed)), received: all.length };
}

/** The number of rows, whatever the page. The Archive agent says it, OData does not say where. */
export async function requestCount(
  { session }: AgentParts,
  { provider, columns, restriction }: Pick<ArchivePage, 'provider' | 'columns' | 'restriction'>,
  allowed: readonly AllowedValues[],
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
    expected: { kind: 'count', allowed },
  });
  return isRecord(json) ? Number(json['RowCount']) : 0; // `expected` has checked it
}
