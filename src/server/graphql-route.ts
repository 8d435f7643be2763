/**
 * POST /graphql (and GET, where it is allowed): one HTTP request through Apollo Server. It is our own few lines because the
 * usual integration builds a URL from the client's Host header, which fails with 500 for hosts that HTTP allows.
 */
import { HeaderMap, type ApolloServer, type HTTPGraphQLResponse } from '@apollo/server';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLFormattedError } from 'graphql';
import type { GatewayContext } from '../context.js';
import { plainAccept } from './http-errors.js';

export type ContextOf = (request: FastifyRequest, reply: FastifyReply) => GatewayContext;

function headerMap(headers: FastifyRequest['headers']): HeaderMap {
  const map = new HeaderMap();
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) map.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  map.set('accept', plainAccept(headers.accept));
  return map;
}

const searchOf = (url: string): string => (url.includes('?') ? url.slice(url.indexOf('?')) : '');

function withRequestId(error: GraphQLFormattedError, requestId: string): GraphQLFormattedError {
  return { ...error, extensions: { ...error.extensions, requestId } };
}

/** Errors of a request that never became an operation do not pass the plugins: they get their request id here. */
function completedText(text: string, requestId: string): string {
  const answer: { readonly errors?: readonly GraphQLFormattedError[] } = JSON.parse(text);
  return JSON.stringify({ ...answer, errors: answer.errors?.map((error) => withRequestId(error, requestId)) });
}

function textOf({ body, status = 200 }: HTTPGraphQLResponse, requestId: string): string {
  if (body.kind !== 'complete') throw new Error('incremental delivery is not supported');
  return status >= 400 ? completedText(body.string, requestId) : body.string;
}

export function graphqlRoute(apollo: ApolloServer<GatewayContext>, contextOf: ContextOf) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<string> => {
    const answer = await apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest: {
        method: request.method,
        headers: headerMap(request.headers),
        search: searchOf(request.url),
        body: request.body,
      },
      context: async () => contextOf(request, reply),
    });
    for (const [name, value] of answer.headers) void reply.header(name, value);
    void reply
      .header('cache-control', 'no-store')
      .header('vary', ['Origin', 'Authorization', 'Cookie', 'Accept-Language']);
    void reply.code(answer.status ?? 200);
    return textOf(answer, request.id);
  };
}
