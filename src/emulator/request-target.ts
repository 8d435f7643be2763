/**
 * The operation, id and raw `$select` of a request, read from its URL, and from its body for operations with parameters there.
 * Any prefix is accepted before the agent path, for tenants (`/Cust12345/api/v1/...`). Names are case-insensitive, as in IIS.
 */
import { archiveAt, archiveDetails, formParameters } from './archive/rest-archive.js';
import type { JsonRecord } from './json-record.js';
import type { Operation } from './operations/operation.js';
import { sessionPath } from './operations/patch-session.js';
import { findProperty, parseBody, parseJson } from './operations/read-parameters.js';
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
  /** Other parameters for the log line: `after=120`, `html`. */
  readonly details: readonly string[];
  readonly select: string | null;
  /** Whether id and details depend on the body. */
  readonly isCompletedByBody: boolean;
}

const agentPath = /\/api\/v1\/Agents\/(\w+)\/([^/]+)\/?$/i;

export function readTarget(url: string): RequestTarget {
  const { path, queryText } = splitUrl(url);
  const parameters = readParameters(queryText ?? '');
  const tenant = tenantInStatePath(path);
  const [, agent = '', name = null] = agentPath.exec(path) ?? [];
  const [, sessionId = null] = sessionPath.exec(path) ?? [];
  const isKnown = agent.toLowerCase() === (operationNamed(name)?.agent ?? 'Chat').toLowerCase();
  const named = nameOfPath({ tenant, sessionId }) ?? name;
  const operation = isKnown ? operationNamed(named) : null;
  return {
    path,
    queryText,
    parameters,
    operation: operation?.name ?? (isKnown || named !== name ? named : null),
    id: tenant ?? sessionId ?? findParameter(parameters, operation?.idParameter ?? '')?.value ?? null,
    details: archiveAt(path) === null ? [] : archiveDetails(parameters),
    select: findParameter(parameters, '$select')?.raw ?? null,
    isCompletedByBody:
      archiveAt(path) !== null ||
      operation?.bodyId !== undefined ||
      operation?.logDetails !== undefined ||
      operation?.logBody !== undefined,
  };
}

/** The operation of a path that names no agent; null: it names one, or nothing that is known. */
function nameOfPath({ tenant, sessionId }: Readonly<Record<'tenant' | 'sessionId', string | null>>): string | null {
  if (tenant !== null) return 'TenantState';
  return sessionId === null ? null : 'ChatSession';
}

/** Adds id and details from the body; a body that is no JSON object adds nothing. */
export function withBody(target: RequestTarget, bodyText: string): RequestTarget {
  if (archiveAt(target.path) !== null && bodyText !== '')
    return { ...target, details: archiveDetails(formParameters(bodyText)) };
  const operation = operationNamed(target.operation);
  if (operation?.logBody) return { ...target, details: [operation.logBody(parseJson(bodyText))] };
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
  const local = url.replace(/^https?:\/\/[^/?]*/i, ''); // absolute form, as proxies send it
  const at = local.indexOf('?');
  return at < 0 ? { path: local, queryText: null } : { path: local.slice(0, at), queryText: local.slice(at + 1) };
}
