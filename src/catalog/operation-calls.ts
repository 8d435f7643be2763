/** Calls the operations that the catalog declares, for one request. */
import type { ResultKind, Operation } from './operation.js';
import type { RowsParameters } from './agents/archives.js';
import { sessionCount, sessionRows, type SessionRows } from './archive-calls.js';
import type { SessionArchive } from './archive/archive-columns.js';
import type { JsonRecord } from '../base/json-record.js';
import { requestOperation, type AgentParts } from '../superoffice/agent.js';
import type { ExpectedResponse } from '../superoffice/expected-response.js';
import type { Projection } from '../superoffice/projection.js';

interface Results {
  /** null where SuperOffice has no such record. */
  readonly record: JsonRecord | null;
  /** null where SuperOffice has no list; items without an id are left out. */
  readonly template: JsonRecord;
  readonly list: readonly JsonRecord[] | null;
  readonly batch: readonly JsonRecord[] | null;
  readonly text: string | null;
  readonly boolean: boolean | null;
  readonly nothing: void;
  readonly rows: SessionRows;
  readonly count: number;
}

export type ResultOf<Called extends Operation> =
  Called extends Operation<infer Kind extends ResultKind> ? Results[Kind] : never;

export type ParametersOf<Called extends Operation> = NonNullable<Called['parameters']>;

/** The arguments of one call. */
export interface CallArguments<Parameters extends object = object> {
  /** Default: the operation takes none. */
  readonly id?: string;
  /** For operations that take several. */
  readonly ids?: readonly string[];
  /** As SuperOffice names them, without the id. */
  readonly parameters?: Parameters;
  /** Properties outside of it arrive as null or some default value. Default: all properties, or there are none. */
  readonly projection?: Projection;
}

/** Makes one call. Throws a classified GatewayError; a response about another record is UPSTREAM_INVALID_RESPONSE. */
export type CallOperation = <Called extends Operation>(
  operation: Called,
  args: CallArguments<ParametersOf<Called>>,
) => Promise<ResultOf<Called>>;

function bodyOf({ ids: name, id: parameter }: Operation, { id, ids, parameters }: CallArguments): object | undefined {
  if (ids !== undefined) return name === null ? ids.map(Number) : { [name]: ids.map(Number) };
  if (parameter === null || parameter.isInQuery || parameter.isInPath || id === undefined) return parameters;
  return { [parameter.name]: Number(id), ...parameters };
}

function expectedOf({ result, about, entity, isAction }: Operation, { id = '', ids }: CallArguments): ExpectedResponse {
  const subject = about === null ? null : { property: about, id: Number(id) };
  const identity = entity?.identity ?? null;
  switch (result) {
    case 'record':
      return { kind: 'record', subject, identity: identity ?? about ?? '', isAction };
    case 'list':
    case 'batch':
      return { kind: 'list', subject, identity, ids: ids === undefined ? null : new Set(ids.map(Number)) };
    case 'text':
      return { kind: 'string' };
    case 'boolean':
    case 'nothing':
    case 'template':
      return { kind: result };
    case 'rows':
    case 'count':
      throw new TypeError('Archives are requested by archive-calls.');
  }
}

const emptyProjection: Projection = new Map();

/** null: no `$select`. Lists always have one, for their ids at least. */
function projectionOf({ result, takesSelect }: Operation, { projection }: CallArguments): Projection | null {
  if (takesSelect === false) return null;
  if (result === 'record') return projection ?? null;
  return result === 'list' || result === 'batch' ? (projection ?? emptyProjection) : null;
}

function callArchive(
  parts: AgentParts,
  {
    archive,
    called,
    args,
  }: { readonly archive: SessionArchive; readonly called: Operation; readonly args: CallArguments },
) {
  const parameters = args.parameters as RowsParameters; // as the operations of archives declare
  const { projection = emptyProjection } = args;
  return called.result === 'rows'
    ? sessionRows(parts, { archive, parameters, projection })
    : sessionCount(parts, { archive, parameters });
}

/** @param parts what all operations share */
export function operationCalls(parts: AgentParts): CallOperation {
  return (called, args) => {
    const { archive } = called;
    if (archive) return callArchive(parts, { archive, called, args }) as Promise<ResultOf<typeof called>>; // as the operation's kind says
    const { agent, name: operation, method, contentType, id: parameter, about, isAction, omittedHeaders } = called;
    const { id = '' } = args;
    const request = {
      agent,
      method,
      contentType,
      isIdInPath: parameter?.isInPath,
      operation,
      id: about === null ? '' : id,
      query: parameter?.isInQuery ? `${parameter.name}=${id}` : '',
      body: bodyOf(called, args),
      isAction,
      without: omittedHeaders,
      expected: expectedOf(called, args),
      projection: projectionOf(called, args),
    };
    return requestOperation(parts, request) as Promise<ResultOf<typeof called>>; // as the operation's kind says
  };
}
