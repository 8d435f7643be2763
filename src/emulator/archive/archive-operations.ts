/** POST Agents/Archive/…: lists by columns with restrictions as text, or in their typed form, and what the providers have. */
import { jsonResponse } from '../http-response.js';
import { isList, isRecord } from '../json-record.js';
import type { JsonRecord, JsonValue } from '../json-record.js';
import type { Operation, OperationCall } from '../operations/operation.js';
import { findProperty, parseBody } from '../operations/read-parameters.js';
import { agentItems } from './row-formats.js';
import { providers, runQuery, type ArchiveResult } from './run-query.js';

const text = (body: JsonRecord, name: string): string => {
  const value = findProperty(body, name);
  return typeof value === 'string' ? value : '';
};

const number = (body: JsonRecord, name: string): number => Number(findProperty(body, name) ?? 0) || 0;

const records = (value: JsonValue | undefined): readonly JsonRecord[] => (isList(value) ? value.filter(isRecord) : []);

const quoted = (value: JsonValue): string => `'${String(value).replace(/[\\']/g, '\\$&')}'`;

function typedRestriction(body: JsonRecord): string {
  return records(findProperty(body, 'Restriction'))
    .filter((restriction) => findProperty(restriction, 'IsActive') !== false)
    .map((restriction) => {
      const values = findProperty(restriction, 'Values');
      const operands = isList(values) ? `(${values.map(quoted).join()})` : '';
      return `${text(restriction, 'Name')} ${text(restriction, 'Operator')} ${operands === '()' ? '' : operands}`;
    })
    .join(' and ');
}

function typedOrder(body: JsonRecord): string {
  return records(findProperty(body, 'SortOrder'))
    .map((item) => `${text(item, 'Name')} ${/desc/i.test(text(item, 'Direction')) ? 'desc' : 'asc'}`)
    .join();
}

function typedColumns(body: JsonRecord): string {
  const columns = findProperty(body, 'Columns');
  return isList(columns) ? columns.join() : '';
}

/** @param isTyped arrays in place of texts */
function resultOf(call: OperationCall, isTyped: boolean): ArchiveResult {
  const body = parseBody(call.bodyText) ?? {};
  const pageSize = number(body, 'PageSize') || 1_000;
  const restriction = text(body, 'Restrictions') || text(body, 'Restriction');
  return runQuery(
    {
      provider: text(body, 'ProviderName'),
      columns: isTyped ? typedColumns(body) : text(body, 'Columns'),
      restriction: isTyped ? typedRestriction(body) : restriction,
      order: isTyped ? typedOrder(body) : text(body, 'SortOrder'),
      skip: number(body, 'Page') * pageSize,
      top: pageSize,
    },
    call,
  );
}

/** What the log shows of a body. */
const logBody = (body: JsonValue): string =>
  isRecord(body)
    ? ['ProviderName', 'Columns', 'Restrictions', 'Restriction', 'SortOrder', 'PageSize']
        .flatMap((name) => {
          const value = findProperty(body, name);
          return value === undefined || value === ''
            ? []
            : [`${name}=${typeof value === 'object' ? JSON.stringify(value) : value}`];
        })
        .join(' ')
    : '-';

const operation = (name: string, invoke: Operation['invoke']): Operation => ({
  agent: 'Archive',
  name,
  description: 'Gets rows of an archive, or what archives have.',
  logBody,
  invoke,
});

const items = (name: string, isTyped: boolean): Operation =>
  operation(name, (call) => jsonResponse(agentItems(resultOf(call, isTyped))));

const withHeader = (name: string, isTyped: boolean): Operation =>
  operation(name, (call) => {
    const result = resultOf(call, isTyped);
    return jsonResponse({ RowCount: result.count, Rows: agentItems(result), TableRight: null, FieldProperties: {} });
  });

const providerOf = ({ bodyText }: OperationCall) => {
  const name = text(parseBody(bodyText) ?? {}, 'ProviderName').toLowerCase();
  return providers.find((provider) => provider.name.toLowerCase() === name);
};

export const archiveOperations: readonly Operation[] = [
  items('GetArchiveListByColumns', true),
  items('GetArchiveListByColumns2', false),
  items('GetArchiveListByColumnsWithContext2', false),
  withHeader('GetArchiveListByColumnsWithHeader', true),
  withHeader('GetArchiveListByColumnsWithHeader2', false),
  withHeader('GetArchiveListByColumnsWithHeaderWithContext2', false),
  operation('GetProviderNames', () => jsonResponse(providers.map(({ name }) => name))),
  operation('GetAvailableEntities', (call) => jsonResponse([{ Id: 1, Name: providerOf(call)?.entity ?? '' }])),
  operation('GetAvailableColumns', (call) =>
    jsonResponse(
      [...(providerOf(call)?.columns.values() ?? [])].map(({ name, kind, isSortable = true }) => ({
        Name: name,
        DisplayName: name,
        DisplayType: kind,
        CanOrderBy: isSortable,
        CanRestrictBy: true,
        RestrictionType: kind,
        IsVisible: true,
      })),
    ),
  ),
];
