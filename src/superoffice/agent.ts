/**
 * Requests to operations of agents: writes `$select`, and extracts the records from the responses. The catalog lists the operations.
 */
import { isRecord, type JsonRecord } from '../base/json-record.js';
import { wellFormedJson } from '../base/well-formed-json.js';
import type { CallMethod } from './agent-call.js';
import type { ClientSession } from './client.js';
import type { ExpectedResponse } from './expected-response.js';
import { joinProjections, type Projection } from './projection.js';
import { isNoRecord } from './record-ids.js';
import type { SelectFallback } from './select-fallback.js';

export interface OperationRequest {
  /** e.g. `Chat`; null: the operation is a path of its own. */
  readonly agent: string | null;
  readonly operation: string;
  /** Default: POST. */
  readonly method?: CallMethod | undefined;
  /** The id is the end of the path. Default: it is a parameter. */
  readonly isIdInPath?: boolean | undefined;
  /** Default: application/json. */
  readonly contentType?: string | undefined;
  /** Id of the record; empty: the operation is about the caller's own records. */
  readonly id: string;
  /** Parameters in the query string, without `$select`. */
  readonly query: string;
  readonly body: object | undefined;
  readonly isAction: boolean;
  /** Headers of the caller that are not forwarded. */
  readonly without: readonly string[];
  readonly expected: ExpectedResponse;
  /** null: the operation has no `$select` parameter, or all properties are requested. */
  readonly projection: Projection | null;
}

export interface AgentParts {
  readonly session: ClientSession;
  readonly writeSelect: (projection: Projection) => string;
  /** Requests properties that this server may lack; default: the server has all. */
  readonly selectFallback?: SelectFallback | undefined;
}

/** By names; there are only a few. The same names get the same object, so that joinProjections can cache its unions. */
const checkProjections = new Map<string, Projection>();

function checkProjection(names: readonly string[]): Projection {
  const key = names.join();
  const projection = checkProjections.get(key) ?? new Map(names.map((name) => [name, 'whole' as const]));
  checkProjections.set(key, projection);
  return projection;
}

/** Adds the properties that the check against `expected` needs. */
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

/** @returns null where there is no such record; list items without an id are removed */
function resultOf(json: unknown, expected: ExpectedResponse): unknown {
  if (expected.kind === 'record') return isRecord(json) && !isNoRecord(json[expected.identity]) ? json : null;
  if (expected.kind !== 'list' || !Array.isArray(json)) return json;
  const { identity } = expected;
  return json.filter((item: JsonRecord | null) => item !== null && (identity === null || !isNoRecord(item[identity])));
}

/**
 * @returns the record, the list or the value; null where SuperOffice has none
 * @throws {GatewayError} every failure, classified: UPSTREAM_INVALID_RESPONSE for a response about another record
 */
export async function requestOperation(parts: AgentParts, request: OperationRequest): Promise<unknown> {
  const { session, writeSelect, selectFallback } = parts;
  const { agent, method, contentType, operation, id, isIdInPath, query, isAction, without, expected } = request;
  const body = request.body === undefined ? '' : wellFormedJson(JSON.stringify(request.body));
  const post = (selected: Projection | null): Promise<unknown> => {
    const select = selected === null ? undefined : writeSelect(selected);
    // Each key by name: a spread would be slow, for each call.
    const call = {
      agent,
      method,
      contentType,
      operation,
      id,
      isIdInPath,
      query,
      select,
      body,
      isAction,
      without,
      expected,
    };
    return session.post(call);
  };
  const select = request.projection && withChecked(request.projection, expected);
  const json = await (select && selectFallback ? selectFallback.request(select, !isAction, post) : post(select));
  return resultOf(json, expected);
}
