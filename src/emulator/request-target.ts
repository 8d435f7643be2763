/**
 * What a request asks for: the agent operation, the id, the raw `$select`. They are read from its URL alone, but for the
 * operations that have their id in the body: these are known in full once the body is.
 * Any prefix is accepted before the agent path, for tenants (`/Cust12345/api/v1/...`). Names in any case, as in IIS.
 */
import type { JsonRecord } from './json-record.js';
import type { Operation } from './operations/operation.js';
import { findProperty, parseBody } from './operations/read-parameters.js';
import { findOperation } from './operations/registry.js';
import { decoded, findParameter, readParameters } from './query-parameters.js';
import type { QueryParameter } from './query-parameters.js';
import { tenantInStatePath } from './tenants.js';

export interface RequestTarget {
  readonly path: string;
  /** Null when the URL has no `?`. */
  readonly queryText: string | null;
  readonly parameters: readonly QueryParameter[];
  readonly operation: string | null;
  readonly id: string | null;
  /** What else is worth recording: `after=120`, `html`. */
  readonly details: readonly string[];
  readonly select: string | null;
  /** Whether the body has a say in id and words. */
  readonly isCompletedByBody: boolean;
}

const agentPath = /\/api\/v1\/Agents\/Chat\/([^/]+)\/?$/i;

export function readTarget(url: string): RequestTarget {
  const { path, queryText } = splitUrl(url);
  const parameters = readParameters(queryText ?? '');
  const tenant = tenantInStatePath(path);
  const named = tenant === null ? (agentPath.exec(path)?.[1] ?? null) : 'TenantState';
  const operation = operationNamed(named);
  return {
    path,
    queryText,
    parameters,
    operation: operation?.name ?? named,
    id: tenant ?? findParameter(parameters, operation?.idParameter ?? '')?.value ?? null,
    details: [],
    select: findParameter(parameters, '$select')?.raw ?? null,
    isCompletedByBody: operation?.bodyId !== undefined || operation?.logDetails !== undefined,
  };
}

/** The target once the body is read; a body that is no JSON object tells nothing. */
export function withBody(target: RequestTarget, bodyText: string): RequestTarget {
  const operation = operationNamed(target.operation);
  const body = parseBody(bodyText);
  if (operation === null || body === null) return target;
  return { ...target, id: idIn(body, operation) ?? target.id, details: operation.logDetails?.(body) ?? [] };
}

function operationNamed(name: string | null): Operation | null {
  return name === null ? null : findOperation(decoded(name));
}

function idIn(body: JsonRecord, { bodyId }: Operation): string | null {
  const id = bodyId === undefined ? null : findProperty(body, bodyId);
  return typeof id === 'number' || typeof id === 'string' ? String(id) : null;
}

function splitUrl(url: string): { path: string; queryText: string | null } {
  const local = url.replace(/^https?:\/\/[^/?]*/i, ''); // a proxy's absolute form
  const mark = local.indexOf('?');
  return mark < 0 ? { path: local, queryText: null } : { path: local.slice(0, mark), queryText: local.slice(mark + 1) };
}
