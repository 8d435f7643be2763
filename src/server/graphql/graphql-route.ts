/**
 * POST /graphql (and GET, where it is allowed): one HTTP request, responded to by the fast path, or else by Apollo Server. The usual
 * integration builds a URL from the client's Host header, which fails with 500 for hosts that HTTP allows.
 */
import { HeaderMap, type ApolloServer, type HTTPGraphQLResponse } from '@apollo/server';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLFormattedError } from 'graphql';
import { wellFormedJson } from '../../base/well-formed-json.js';
import type { GatewayContext } from '../../context.js';
import { mediaTypeFor } from '../http/media-type.js';
import type { FastPath } from './fast-path.js';
import { withRequestId } from './format-error.js';
import { responseText } from './pipeline.js';

export type ContextOf = (request: FastifyRequest, reply: FastifyReply) => GatewayContext;

const searchOf = (url: string): string => (url.includes('?') ? url.slice(url.indexOf('?')) : '');

function apolloHeaders({ headers }: FastifyRequest): HeaderMap {
  const map = new HeaderMap();
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) map.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  map.set('accept', mediaTypeFor(headers.accept).accept);
  return map;
}

/** Errors of a request that never became an operation have not passed the pipeline. */
function withRequestIds(text: string, requestId: string): string {
  const { errors = [], ...rest }: { readonly errors?: readonly GraphQLFormattedError[] } = JSON.parse(text);
  return responseText({ ...rest, errors: errors.map((error) => withRequestId(error, requestId)) });
}

async function apolloResponse(
  apollo: ApolloServer<GatewayContext>,
  request: FastifyRequest,
  contextOf: () => GatewayContext,
): Promise<HTTPGraphQLResponse> {
  const { method, url, body } = request;
  const httpGraphQLRequest = { method, headers: apolloHeaders(request), search: searchOf(url), body };
  const response = await apollo.executeHTTPGraphQLRequest({ httpGraphQLRequest, context: async () => contextOf() });
  const { status = 200, headers } = response;
  if (response.body.kind !== 'complete' || status < 400) return response;
  headers.set('content-type', mediaTypeFor(request.headers.accept).contentType);
  return { status, headers, body: { kind: 'complete', string: withRequestIds(response.body.string, request.id) } };
}

const vary = 'Origin, Authorization, Cookie, Accept-Language';

function send(reply: FastifyReply, { headers, status = 200, body }: HTTPGraphQLResponse): string {
  if (body.kind !== 'complete') throw new TypeError('incremental delivery is not supported');
  for (const [name, value] of headers) void reply.header(name, value);
  void reply.header('cache-control', 'no-store').header('vary', vary).code(status);
  return wellFormedJson(body.string);
}

export function graphqlRoute(apollo: ApolloServer<GatewayContext>, fastPath: FastPath, contextOf: ContextOf) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<string> => {
    let context: GatewayContext | null = null;
    const contextOnce = (): GatewayContext => (context ??= contextOf(request, reply));
    const response = await fastPath(request, contextOnce);
    return send(reply, response ?? (await apolloResponse(apollo, request, contextOnce)));
  };
}
