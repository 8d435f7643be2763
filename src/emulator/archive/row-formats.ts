/** The rows of a result in the three forms of SuperOffice: OData slim, OData full, and the items of the Archive agent. */
import { storedTimeMs } from '../clock.js';
import { isRecord } from '../json-record.js';
import type { JsonRecord, JsonValue } from '../json-record.js';
import { numberAt, type ArchiveColumn, type ArchiveRow } from './column.js';
import type { ArchiveResult } from './run-query.js';

const bits: Readonly<Record<string, number>> = {
  ...{
    Select: 1,
    R: 1,
    Update: 2,
    UR: 3,
    Insert: 4,
    RI: 5,
    URI: 7,
    Delete: 8,
    UDR: 11,
    FULL: 15,
    Filtering: 16,
    F: 16,
  },
  ...{ RF: 17, FI: 20, RestrictedUpdate: 32, URU: 34, WRITE: 38 },
};

/** The session's right, as the agent names it; without one, it may be read. */
function namedRight({ session }: ArchiveRow): { readonly Mask: string; readonly Reason: JsonValue } {
  const right = session['TableRight'];
  const { Mask = 'Select', Reason = '' } = isRecord(right) ? right : {};
  return { Mask: String(Mask), Reason };
}

/** The same as OData writes it: a number. */
function numberedRight(row: ArchiveRow): JsonRecord {
  const { Mask: names, Reason } = namedRight(row);
  const sum = names.split(/,\s*/).reduce((bitsSoFar, name) => bitsSoFar | (bits[name] ?? 0), 0);
  return { Mask: /^\d+$/.test(names) ? Number(names) : sum, Reason };
}

const idOf = ({ session }: ArchiveRow): number => numberAt(session, 'ChatSessionId');

function displayOf(column: ArchiveColumn, row: ArchiveRow): string {
  const value = column.raw(row);
  return column.display?.(row) ?? (value === null ? '' : String(value));
}

const isList = ({ kind }: ArchiveColumn): boolean => ['listAny', 'associate', 'ejUser'].includes(kind);

/** Native numbers, booleans and dates; what lists hold is a text. */
const slimValue = (column: ArchiveColumn, row: ArchiveRow): JsonValue =>
  isList(column) ? displayOf(column, row) : column.raw(row);

const linkHint = ({ kind }: ArchiveColumn, name: string, row: ArchiveRow): string =>
  kind === 'associate' || name === 'chatSessionId' ? `chat_session_id=${idOf(row)}` : '';

const envelope = (rows: readonly JsonRecord[]): JsonRecord => ({
  'odata.metadata': 'https://emulator/api/v1/archive/$metadata',
  'odata.nextLink': null,
  value: rows,
});

export const slimResponse = ({ rows, columns, provider }: ArchiveResult): JsonRecord =>
  envelope(
    rows.map((row) => ({
      PrimaryKey: String(idOf(row)),
      EntityName: provider.entity,
      ...Object.fromEntries([...columns].map(([name, column]) => [name, slimValue(column, row)])),
    })),
  );

export const fullResponse = ({ rows, columns, provider }: ArchiveResult): JsonRecord =>
  envelope(
    rows.map((row) => ({
      PrimaryKey: idOf(row),
      EntityName: provider.entity,
      Column: Object.fromEntries(
        [...columns].map(([name, column]) => [
          name,
          {
            RawValue: column.raw(row),
            DisplayValue: displayOf(column, row),
            TooltipHint: '',
            LinkHint: linkHint(column, name, row),
          },
        ]),
      ),
      LinkHint: '',
      StyleHint: '',
      TableRight: numberedRight(row),
    })),
  );

/** `[DT:11/09/2017 14:53:18]`, month first. */
function encodedDate(value: JsonValue): string {
  const ms = storedTimeMs(value);
  if (ms === null) return '';
  const [date = '', time = ''] = new Date(ms).toISOString().split('T');
  const [year = '', month = '', day = ''] = date.split('-');
  return `[DT:${month}/${day}/${year} ${time.slice(0, 8)}]`;
}

function encoded(column: ArchiveColumn, row: ArchiveRow): string {
  const value = column.raw(row);
  switch (column.kind) {
    case 'int':
      return value === null ? '' : `[I:${value}]`;
    case 'datetime':
      return encodedDate(value);
    case 'timeSpan':
      return value === null ? '' : `[TS:${value}]`;
    case 'bool':
      return value === null ? '' : `[B:${value === true ? 1 : 0}]`;
    case 'string':
    case 'listAny':
    case 'associate':
    case 'ejUser':
      return displayOf(column, row);
  }
}

/** The Archive agent's items. */
export const agentItems = ({ rows, columns, provider }: ArchiveResult): readonly JsonRecord[] =>
  rows.map((row) => ({
    EntityName: provider.entity,
    PrimaryKey: idOf(row),
    ColumnData: Object.fromEntries(
      [...columns].map(([name, column]) => [
        name,
        { DisplayValue: encoded(column, row), TooltipHint: '', LinkHint: linkHint(column, name, row) },
      ]),
    ),
    LinkHint: '',
    StyleHint: '',
    TableRight: namedRight(row),
    FieldProperties: {},
  }));
