/** A request for an operation in its plainest form: by POST, one document and no other name for it, everything in its proper shape. */
import type { IncomingHttpHeaders } from 'node:http';
import type { GraphQLRequest, HTTPGraphQLRequest } from '@apollo/server';
import { isRecord, type CarrierRecord as Fields } from '../superoffice/carrier-record.js';
import { headerMap } from './header-map.js';

/** One HTTP request, its body parsed. */
export interface SentRequest {
  readonly method: string;
  readonly headers: IncomingHttpHeaders;
  readonly body?: unknown;
}

export class PreparedRequest implements Pick<GraphQLRequest, 'variables' | 'http'> {
  readonly query: string;
  readonly operationName: string | undefined;
  readonly variables: Record<string, unknown>;
  readonly #sent: SentRequest;

  constructor(sent: SentRequest, query: string, { operationName, variables }: Fields) {
    this.query = query;
    this.operationName = typeof operationName === 'string' ? operationName : undefined;
    this.variables = isRecord(variables) ? variables : {};
    this.#sent = sent;
  }

  /** Hardly ever looked at. */
  get http(): HTTPGraphQLRequest {
    const { method, headers, body } = this.#sent;
    return { method, headers: headerMap(headers), search: '', body };
  }
}

const isNothing = (value: unknown): boolean => value === null || value === undefined;

const isPlain = ({ operationName, variables, extensions }: Fields): boolean =>
  (isNothing(operationName) || typeof operationName === 'string') &&
  (isNothing(variables) || isRecord(variables)) &&
  (isNothing(extensions) || (isRecord(extensions) && !('persistedQuery' in extensions)));

/** @returns null: it is of another form, whether that is right or wrong */
export function preparedRequest(sent: SentRequest): PreparedRequest | null {
  const { method, body } = sent;
  if (method !== 'POST' || !isRecord(body) || !isPlain(body)) return null;
  const { query } = body;
  return typeof query === 'string' && query !== '' ? new PreparedRequest(sent, query, body) : null;
}
