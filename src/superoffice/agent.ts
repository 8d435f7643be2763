/** Requests to operations of agents: their `$select`, and the records of their responses. Which operations there are is in the catalog. */
import { isRecord, type JsonRecord } from '../base/json-record.js';
import { wellFormedJson } from '../base/well-formed-json.js';
import type { ClientSession } from './client.js';
import type { ExpectedResponse } from './expected-response.js';
import { joinProjections, type Projection } from './projection.js';
import { isNoRecord } from './record-ids.js';
import type { SelectFallback } from './select-fallback.js';

export interface OperationRequest {
  /** e.g. `Chat` */
  readonly agent: string;
  readonly operation: string;
  /** Id of the record; empty where the operation is about the caller's own. */
  readonly id: string;
  /** Parameters in the query string, without `$select`. */
  readonly query: string;
  readonly body: object | undefined;
  readonly isAction: boolean;
  /** Headers of the caller that are not sent along. */
  readonly without: readonly string[];
  readonly expected: ExpectedResponse;
  /** null: the operation takes no `$select`, or all properties are requested. */
  readonly projection: Projection | null;
}

export interface AgentParts {
  readonly session: ClientSession;
  readonly writeSelect: (projection: Projection) => string;
  /** How properties are requested that this server may lack; default: it has all. */
  readonly names?: SelectFallback | undefined;
}

/** By the names, of which there is a handful: the same object again, so that what is joined with it is remembered, too. */
const checkProjections = new Map<string, Projection>();

function checkProjection(names: readonly string[]): Projection {
  const key = names.join();
  const projection = checkProjections.get(key) ?? new Map(names.map((name) => [name, 'whole' as const]));
  checkProjections.set(key, projection);
  return projection;
}

/** The properties that `expected` is compared with are always requested. */
function withChecked(projection: Projection, expected: ExpectedResponse): Projection {
  if (expected.kind !== 'record' && expected.kind !== 'list') return projection;
  const { identity, subject } = expected;
  const isComplete =
    (identity === null || projection.has(identity)) && (subject === null || projection.has(subject.property));
  if (isComplete) return projection;
  return joinProjections(
    projection,
    checkProjection([identity, subject?.property].filter((name) => typeof name === 'string')),
  );
}

/** null where there is no such record; items of a list without an id are left out. */
function resultOf(json: unknown, expected: ExpectedResponse): unknown {
  if (expected.kind === 'record') return isRecord(json) && !isNoRecord(json[expected.identity]) ? json : null;
  if (expected.kind !== 'list' || !Array.isArray(json)) return json;
  const { identity } = expected;
  return json.filter((item: JsonRecord) => identity === null || !isNoRecord(item[identity]));
}

/**
 * @returns the record, the list or the value; null where SuperOffice has none
 * @throws {GatewayError} every failure, classified; a response about another record is UPSTREAM_INVALID_RESPONSE
 */
export async function requestOperation(parts: AgentParts, request: OperationRequest): Promise<unknown> {
  const { session, writeSelect, names } = parts;
  const { agent, operation, id, query, isAction, without, expected, projection } = request;
  const body = request.body === undefined ? '' : wellFormedJson(JSON.stringify(request.body));
  const post = (selected: Projection | null): Promise<unknown> => {
    const select = selected === null ? undefined : writeSelect(selected);
    return session.post({ agent, operation, id, query, select, body, isAction, without, expected });
  };
  const select = projection && withChecked(projection, expected);
  const json = await (select && names ? names.request(select, !isAction, post) : post(select));
  return resultOf(json, expected);
}
