/** A request for an operation in its plainest form: by POST, the text of a document or its hash, everything in its proper shape. */
import type { IncomingHttpHeaders } from 'node:http';
import type { GraphQLRequest, HTTPGraphQLRequest } from '@apollo/server';
import { isRecord, type JsonRecord as Fields } from '../../base/json-record.js';
import { headerMap } from './header-map.js';
import { documentHash } from '../documents/trusted-documents.js';

/** One HTTP request, its body parsed. */
export interface SentRequest {
  readonly method: string;
  readonly headers: IncomingHttpHeaders;
  readonly body?: unknown;
}

/** Which document is asked for. */
interface NamedDocument {
  /** SHA-256 of its text. */
  readonly queryHash: string;
  /** The hash came in place of the text, as of an automatic persisted query that is registered. */
  readonly isByHash: boolean;
}

export class PreparedRequest implements Pick<GraphQLRequest, 'variables' | 'http'> {
  readonly operationName: string | undefined;
  readonly variables: Record<string, unknown>;
  readonly #sent: SentRequest;

  constructor(
    sent: SentRequest,
    readonly document: NamedDocument,
    { operationName, variables }: Fields,
  ) {
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
  (isNothing(extensions) || isRecord(extensions));

/** @returns null: there is none, there is one with a text, which Apollo registers, or it is of another form */
function documentOf({ query, extensions }: Fields): NamedDocument | null {
  const isNamed = isRecord(extensions) && 'persistedQuery' in extensions;
  if (!isNamed)
    return typeof query === 'string' && query !== '' ? { queryHash: documentHash(query), isByHash: false } : null;
  const { persistedQuery: name } = extensions;
  if (query !== undefined || !isRecord(name) || name['version'] !== 1) return null;
  return typeof name['sha256Hash'] === 'string' ? { queryHash: name['sha256Hash'], isByHash: true } : null;
}

/** @returns null: it is of another form, whether that is right or wrong */
export function preparedRequest(sent: SentRequest): PreparedRequest | null {
  const { method, body } = sent;
  if (method !== 'POST' || !isRecord(body) || !isPlain(body)) return null;
  const document = documentOf(body);
  return document && new PreparedRequest(sent, document, body);
}
