/**
 * Responses that SuperOffice could return, generated from the field tables: records that link to each other, or no records. They
 * serve to count the calls of a query; values that do not affect the calls are left out.
 */
import { allOperations, reads, type actions } from '../catalog/catalog.js';
import type { Operation } from '../catalog/operation.js';
import { publishedTypes } from '../contract/generated/types.js';
import type { Embeddable } from '../entities/field-table.js';
import { transferTargetEntity } from '../entities/transfer-target.js';
import { isRecord, type JsonRecord } from '../base/json-record.js';
import { UpstreamConflictError, UpstreamNotFoundError, type UpstreamRejectedError } from '../errors/upstream-errors.js';
import type { AgentCall } from '../superoffice/agent-call.js';
import type { ParametersOf } from '../catalog/operation-calls.js';

/** @throws {Error} the catalog has no such operation */
function operationOf({ agent, operation }: AgentCall, operations: readonly Operation[]): Operation {
  const found = operations.find((candidate) => candidate.agent === agent && candidate.name === operation);
  if (!found) throw new Error(`The catalog has no operation ${agent}/${operation}.`);
  return found;
}

/** The ids of a batch, which are in the body. */
function idsIn({ ids }: Operation, { body = '[]' }: AgentCall): readonly number[] {
  const sent: unknown = JSON.parse(body);
  const list = ids !== null && isRecord(sent) ? sent[ids] : sent;
  return Array.isArray(list) ? list.map(Number) : [];
}

const plainValues: Readonly<Record<string, unknown>> = { text: '', boolean: true, template: {} };

/** Lists have items of every status, so that each filter matches some. */
const statuses = publishedTypes.ChatSessionEntity.Status.oneOf;

/** Generated ids start here, higher than the id of any real record. */
export const firstGeneratedId = 2_000_000_000;

/** Ids are numbers; dates are one date; every other value may be missing. */
function cellOf(column: string, idIn: (column: string) => number): unknown {
  if (/when_?requested$/i.test(column)) return '2026-01-01T00:00:00Z';
  return /(?:id|status)$/i.test(column) ? idIn(column) : null;
}

/** A page of rows: of the sessions that were requested, or of some in the caller's topics. */
function rowsFor({ expected }: AgentCall, count: number, nextId: () => number): JsonRecord {
  if (expected?.kind !== 'rows') return {};
  const { identity, columns, allowed, top } = expected;
  const valuesOf = (column: string): readonly number[] => [
    ...(allowed.find((one) => one.column === column)?.values ?? []),
  ];
  const requested = valuesOf(identity);
  const ids = requested.length > 0 ? requested : Array.from({ length: Math.min(count, top) }, nextId);
  const row = (id: number): JsonRecord => {
    const idIn = (column: string): number => (column === identity ? id : (valuesOf(column)[0] ?? nextId()));
    return { Column: Object.fromEntries(columns.map((column) => [column, { RawValue: cellOf(column, idIn) }])) };
  };
  return { value: ids.map(row) };
}

export interface GeneratedLists {
  /** Items of each list per status. */
  readonly itemsPerStatus: number;
  /** Default: the operations of the catalog. */
  readonly operations?: readonly Operation[];
}

/** The foreign key of the record that was requested, where that is not the response's own id. */
const ownerOf = ({ about, entity }: Operation, { id }: AgentCall): JsonRecord =>
  about === null || about === entity?.identity ? {} : { [about]: Number(id) };

/** @returns responses in which all records exist: each link leads to another record, each list has items */
export function allRecordsExist({
  itemsPerStatus,
  operations = allOperations,
}: GeneratedLists): (call: AgentCall) => unknown {
  let lastId = firstGeneratedId;
  const nextId = (): number => (lastId += 1);

  /** Foreign keys of links; a list of keys where the property is a list. */
  function linksOf({ fields, identity }: Embeddable<never>): JsonRecord {
    const links = Object.values(fields).filter(({ kind, needs }) => kind === 'link' && needs[0] !== identity);
    return Object.fromEntries(links.map(({ needs }) => [needs[0], needs[0] === 'ChatTopics' ? [nextId()] : nextId()]));
  }

  function record(entity: Embeddable<never>, id: number, status = 'InQueue'): JsonRecord {
    const own = entity.identity === null ? {} : { [entity.identity]: id };
    const target = { AssociateId: nextId(), Name: null, UserName: null };
    const listed = entity === transferTargetEntity ? { Name: '-', ChildItems: [{ Id: nextId(), Name: '-' }] } : {};
    return { ...linksOf(entity), ...own, ...listed, Status: status, TransferTo: target };
  }

  function list(operation: Operation, entity: Embeddable<never>, call: AgentCall): readonly JsonRecord[] {
    const items = statuses.flatMap((status) =>
      Array.from({ length: itemsPerStatus }, () => record(entity, nextId(), status)),
    );
    return items.map((item) => ({ ...item, ...ownerOf(operation, call) }));
  }

  function single(operation: Operation, entity: Embeddable<never>, call: AgentCall): JsonRecord {
    const isOwnId = operation.about !== null && operation.about === entity.identity;
    return { ...record(entity, isOwnId ? Number(call.id) : nextId()), ...ownerOf(operation, call) };
  }

  return (call) => {
    const operation = operationOf(call, operations);
    const { entity, result: answer } = operation;
    if (answer === 'rows') return rowsFor(call, itemsPerStatus, nextId);
    if (answer === 'count') return { RowCount: itemsPerStatus };
    if (entity === null) return plainValues[answer] ?? null;
    if (answer === 'batch') return idsIn(operation, call).map((id) => record(entity, id));
    return answer === 'list' ? list(operation, entity, call) : single(operation, entity, call);
  };
}

/** @returns responses without any record, except the caller's own topics with these ids */
export function noRecordsExist(ownTopicIds: readonly number[]): (call: AgentCall) => unknown {
  return ({ operation, method, body = '' }) => {
    if (method === 'PATCH') throw patchRefusal(JSON.parse(body));
    return operation === reads.myTopics.name ? ownTopicIds.map((ChatTopicId) => ({ ChatTopicId })) : null;
  };
}

/** A patch that compares values finds others: that is what costs the most. */
function patchRefusal(steps: ParametersOf<typeof actions.patch>): UpstreamRejectedError {
  const isCompared = steps.some(({ op }) => op === 'test');
  return isCompared ? new UpstreamConflictError('dry run') : new UpstreamNotFoundError('dry run');
}
