/**
 * What a request asks for, read from its URL alone: the agent operation, the id, the raw `$select`.
 * Any prefix is accepted before the agent path, for tenants (`/Cust12345/api/v1/...`). Names in any case, as in IIS.
 */
import { findOperation } from './operations/registry.js';
import { decoded, findParameter, readParameters } from './query-parameters.js';
import type { QueryParameter } from './query-parameters.js';

export interface RequestTarget {
  readonly path: string;
  /** Null when the URL has no `?`. */
  readonly queryText: string | null;
  readonly parameters: readonly QueryParameter[];
  readonly operation: string | null;
  readonly id: string | null;
  readonly select: string | null;
}

const agentPath = /\/api\/v1\/Agents\/Chat\/([^/]+)\/?$/i;

export function readTarget(url: string): RequestTarget {
  const { path, queryText } = splitUrl(url);
  const parameters = readParameters(queryText ?? '');
  const named = agentPath.exec(path)?.[1] ?? null;
  const operation = named === null ? null : findOperation(decoded(named));
  return {
    path,
    queryText,
    parameters,
    operation: operation?.name ?? named,
    id: findParameter(parameters, operation?.idParameter ?? '')?.value ?? null,
    select: findParameter(parameters, '$select')?.raw ?? null,
  };
}

function splitUrl(url: string): { path: string; queryText: string | null } {
  const local = url.replace(/^https?:\/\/[^/?]*/i, ''); // a proxy's absolute form
  const mark = local.indexOf('?');
  return mark < 0 ? { path: local, queryText: null } : { path: local.slice(0, mark), queryText: local.slice(mark + 1) };
}
