/**
 * Answers that SuperOffice might give, made up from the field tables: records that are there and link to others, or nothing at
 * all. For working out what a query may cost; the values in between do not matter and are null.
 */
import { allOperations, reads } from '../catalog/catalog.js';
import type { Operation } from '../catalog/operation.js';
import { publishedTypes } from '../contract/generated/types.js';
import type { Embeddable } from '../entities/field-table.js';
import { transferTargetEntity } from '../entities/transfer-target.js';
import { isRecord, type JsonRecord } from '../base/json-record.js';
import type { AgentCall } from '../superoffice/agent-call.js';

/** @throws {Error} the catalog has no such operation */
function operationOf({ agent, operation }: AgentCall, operations: readonly Operation[]): Operation {
  const found = operations.find((one) => one.agent === agent && one.name === operation);
  if (!found) throw new Error(`The catalog has no operation ${agent}/${operation}.`);
  return found;
}

/** Of a batch: they are in the body. */
function idsIn({ ids }: Operation, { body = '[]' }: AgentCall): readonly number[] {
  const sent: unknown = JSON.parse(body);
  const list = ids !== null && isRecord(sent) ? sent[ids] : sent;
  return Array.isArray(list) ? list.map(Number) : [];
}

const plainValues: Readonly<Record<string, unknown>> = { text: '', boolean: true };

/** So that every filter of a list finds some. */
const statuses = publishedTypes.ChatSessionEntity.Status.oneOf;

/** From here on ids are made up: high enough to be nobody's. */
export const firstInventedId = 2_000_000_000;

export interface MadeUp {
  /** Items of each list, times the statuses that there are. */
  readonly itemsPerStatus: number;
  /** Default: those of the catalog. */
  readonly operations?: readonly Operation[];
}

/** @returns answers in which everything is there: each link leads to another record, each list has items */
export function allRecordsExist({ itemsPerStatus, operations = allOperations }: MadeUp): (call: AgentCall) => unknown {
  let lastId = firstInventedId;
  const nextId = (): number => (lastId += 1);

  /** Foreign keys of links; a list of them where the property is one. */
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

  /** What it must be about, where that is another record than itself. */
  const ownerOf = ({ about, entity }: Operation, { id }: AgentCall): JsonRecord =>
    about === null || about === entity?.identity ? {} : { [about]: Number(id) };

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
    const { entity, answer } = operation;
    if (entity === null) return plainValues[answer] ?? null;
    if (answer === 'batch') return idsIn(operation, call).map((id) => record(entity, id));
    return answer === 'list' ? list(operation, entity, call) : single(operation, entity, call);
  };
}

/** Answers in which nothing is there, but for the caller's own topics: those with these ids. */
export function noRecordsExist(ownTopicIds: readonly number[]): (call: AgentCall) => unknown {
  return ({ operation }) =>
    operation === reads.myTopics.name ? ownTopicIds.map((ChatTopicId) => ({ ChatTopicId })) : null;
}
