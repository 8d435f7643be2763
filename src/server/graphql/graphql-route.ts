/**
 * One GraphQL request: responded to by the fast path, or else by Apollo Server, or by a stream where it is a subscription. The usual
 * integration builds a URL from the client's Host header, which fails with 500 for hosts that HTTP allows.
 */
import { HeaderMap, type ApolloServer, type HTTPGraphQLResponse } from '@apollo/server';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLFormattedError } from 'graphql';
import { wellFormedJson } from '../../base/well-formed-json.js';
import type { AdmittedSubscription, Delivery, GatewayContext } from '../../context.js';
import { mediaTypeFor } from '../http/media-type.js';
import type { FastPath, SentRequest } from './fast-path.js';
import { withRequestId } from './format-error.js';
import { responseText } from './pipeline.js';

const searchOf = (url: string): string => (url.includes('?') ? url.slice(url.indexOf('?')) : '');

/** Where a stream is accepted, the gate checks what the client accepts. */
function apolloHeaders({ headers }: SentRequest): HeaderMap {
  const map = new HeaderMap();
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) map.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  const { accept, isRefused } = mediaTypeFor(headers.accept);
  map.set('accept', isRefused ? '*/*' : accept);
  return map;
}

/** Errors of a request that never became an operation have not passed the pipeline. */
function withRequestIds(text: string, requestId: string): string {
  const { errors = [], ...rest }: { readonly errors?: readonly GraphQLFormattedError[] } = JSON.parse(text);
  return responseText({ ...rest, errors: errors.map((error) => withRequestId(error, requestId)) });
}

/** A request, and who is to get its response. */
export interface GraphqlRequest {
  readonly sent: SentRequest;
  readonly requestId: string;
  contextOf(): GatewayContext;
}

/** Never rejects for what a client has sent. */
export type Respond = (request: GraphqlRequest) => Promise<HTTPGraphQLResponse>;

async function apolloResponse(
  apollo: ApolloServer<GatewayContext>,
  { sent, requestId, contextOf }: GraphqlRequest,
): Promise<HTTPGraphQLResponse> {
  const { method, url, body, headers: sentHeaders } = sent;
  const httpGraphQLRequest = { method, headers: apolloHeaders(sent), search: searchOf(url), body };
  const response = await apollo.executeHTTPGraphQLRequest({ httpGraphQLRequest, context: async () => contextOf() });
  const { status = 200, headers } = response;
  if (response.body.kind !== 'complete' || status < 400) return response;
  headers.set('content-type', mediaTypeFor(sentHeaders.accept).contentType);
  return { status, headers, body: { kind: 'complete', string: withRequestIds(response.body.string, requestId) } };
}

/** @returns by the fast path, or else by Apollo */
export const responder =
  (apollo: ApolloServer<GatewayContext>, fastPath: FastPath): Respond =>
  async (request) =>
    (await fastPath(request.sent, () => request.contextOf())) ?? apolloResponse(apollo, request);

const vary = 'Origin, Authorization, Cookie, Accept-Language';

/** @returns the text of a response that is not a series of responses */
export function textOf({ body }: HTTPGraphQLResponse): string {
  if (body.kind !== 'complete') throw new TypeError('incremental delivery is not supported');
  return wellFormedJson(body.string);
}

function send(reply: FastifyReply, response: HTTPGraphQLResponse): string {
  const text = textOf(response);
  for (const [name, value] of response.headers) void reply.header(name, value);
  void reply
    .header('cache-control', 'no-store')
    .header('vary', vary)
    .code(response.status ?? 200);
  return text;
}

export interface RouteParts {
  readonly respond: Respond;
  contextOf(request: FastifyRequest, reply: FastifyReply, delivery: Delivery): GatewayContext;
  /** Whether queries may be sent by GET. */
  readonly getQueries: boolean;
  /** Sends the stream of an admitted subscription as the response; null: there are no subscriptions. */
  readonly stream: ((request: FastifyRequest, reply: FastifyReply, subscription: AdmittedSubscription) => void) | null;
}

/** A text that is no JSON stays a text: the operation is refused for it. */
function jsonIn(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return text;
  }
}

/** Apollo accepts subscriptions by POST only. */
function asPost({ url, headers }: SentRequest): SentRequest {
  const parameters = new URLSearchParams(searchOf(url));
  const texts = ['query', 'operationName', 'documentId'].map((name) => [name, parameters.get(name)] as const);
  const values = ['variables', 'extensions'].map((name) => [name, jsonIn(parameters.get(name))] as const);
  const body = Object.fromEntries([...texts, ...values].filter(([, value]) => value !== undefined && value !== null));
  return { method: 'POST', url: '/graphql', headers: { ...headers, 'content-type': 'application/json' }, body };
}

export function graphqlRoute({ respond, contextOf, stream, getQueries }: RouteParts) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<string | FastifyReply> => {
    const mediaType = mediaTypeFor(request.headers.accept);
    const isStreamByGet = request.method === 'GET' && (mediaType.isRefused || !getQueries);
    let admitted: AdmittedSubscription | null = null;
    let context: GatewayContext | null = null;
    const subscribe =
      stream && mediaType.stream ? (subscription: AdmittedSubscription): void => void (admitted = subscription) : null;
    const delivery: Delivery = { isSingle: !mediaType.isRefused && !isStreamByGet, subscribe };
    const contextOnce = (): GatewayContext => (context ??= contextOf(request, reply, delivery));
    const sent = isStreamByGet ? asPost(request) : request;
    const response = await respond({ sent, requestId: request.id, contextOf: contextOnce });
    if (admitted === null) return send(reply, response);
    stream?.(request, reply, admitted);
    return reply;
  };
}
