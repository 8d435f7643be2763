/**
 * The document of a request as the client sent it: its text, or a name for it; and putting another text in its place.
 * Nothing is believed of its shape: what cannot be read is left for Apollo to refuse.
 */
import { isRecord, type JsonRecord as Fields } from '../../base/json-record.js';

export interface SentDocument {
  /** Undefined: none was sent. */
  readonly text: unknown;
  /** GraphQL over HTTP's name for a persisted document. */
  readonly documentId: unknown;
  /** Apollo's: `{ version: 1, sha256Hash }`. */
  readonly persistedQuery: unknown;
}

const sha256 = /^[0-9a-f]{64}$/;

/** @returns the hash of an automatic persisted query; null: it is not of Apollo's form */
export function persistedHash(persistedQuery: unknown): string | null {
  if (!isRecord(persistedQuery) || persistedQuery['version'] !== 1) return null;
  const { sha256Hash: hash } = persistedQuery;
  return typeof hash === 'string' && sha256.test(hash) ? hash : null;
}

/** What is no JSON is no object. */
function parsedFields(text: string | null): Fields {
  try {
    const value: unknown = JSON.parse(text ?? '{}');
    return isRecord(value) ? value : {};
  } catch {
    return {};
  }
}

/** JSON's null, and what a URL does not have, are nothing. */
const orNothing = (value: unknown): unknown => value ?? undefined;

/** A request whose document can be replaced. */
export interface DocumentRequest {
  readonly method: string;
  readonly url: string;
  body?: unknown;
  readonly raw: { url?: string | undefined };
}

type HttpRequest = Pick<DocumentRequest, 'method' | 'url'>;

const isGet = ({ method }: HttpRequest): boolean => method === 'GET';
const searchParams = ({ url }: HttpRequest): URLSearchParams => new URLSearchParams(url.split('?').slice(1).join('?'));

export function sentDocument(request: Pick<HttpRequest, 'method' | 'url'> & { readonly body?: unknown }): SentDocument {
  const params = isGet(request) ? searchParams(request) : null;
  const body = isRecord(request.body) ? request.body : {};
  const extensions = params ? parsedFields(params.get('extensions')) : body['extensions'];
  return {
    text: orNothing(params ? params.get('query') : body['query']),
    documentId: orNothing(params ? params.get('documentId') : body['documentId']),
    persistedQuery: isRecord(extensions) ? orNothing(extensions['persistedQuery']) : undefined,
  };
}

const without = (fields: Fields, name: string): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([key]) => key !== name));

function replacedBody(body: Fields, text: string): Fields {
  const { extensions } = body;
  const rest = isRecord(extensions) ? { extensions: without(extensions, 'persistedQuery') } : {};
  return { ...without(body, 'documentId'), ...rest, query: text };
}

function replacedSearch(params: URLSearchParams, text: string): URLSearchParams {
  const extensions = without(parsedFields(params.get('extensions')), 'persistedQuery');
  params.set('extensions', JSON.stringify(extensions));
  params.set('query', text);
  params.delete('documentId');
  return params;
}

/** The same request with this text as its document, and no other name for one. */
export function replaceDocument(request: DocumentRequest, text: string): void {
  if (isGet(request)) request.raw.url = `/graphql?${replacedSearch(searchParams(request), text)}`;
  else request.body = replacedBody(isRecord(request.body) ? request.body : {}, text);
}
