/**
 * POST /graphql (and GET, where it is allowed): one HTTP request, answered as prepared, or else by Apollo Server. It is our own few
 * lines because the usual integration builds a URL from the client's Host header, which fails with 500 for hosts that HTTP allows.
 */
import type { ApolloServer, HTTPGraphQLResponse } from '@apollo/server';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLFormattedError } from 'graphql';
import { wellFormedJson } from '../../base/well-formed-json.js';
import type { GatewayContext } from '../../context.js';
import { headerMap } from './header-map.js';
import type { PreparedOperations } from './prepared-operations.js';

export type ContextOf = (request: FastifyRequest, reply: FastifyReply) => GatewayContext;

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

/** @returns makes it when it is asked for, and once */
function once<Value extends object>(make: () => Value): () => Value {
  let made: Value | null = null;
  return () => (made ??= make());
}

const apollosAnswer = (
  apollo: ApolloServer<GatewayContext>,
  { method, headers, url, body }: FastifyRequest,
  contextOf: () => GatewayContext,
): Promise<HTTPGraphQLResponse> =>
  apollo.executeHTTPGraphQLRequest({
    httpGraphQLRequest: { method, headers: headerMap(headers), search: searchOf(url), body },
    context: async () => contextOf(),
  });

const vary = 'Origin, Authorization, Cookie, Accept-Language';

function send(reply: FastifyReply, answer: HTTPGraphQLResponse): string {
  for (const [name, value] of answer.headers) void reply.header(name, value);
  void reply.header('cache-control', 'no-store').header('vary', vary);
  void reply.code(answer.status ?? 200);
  return wellFormedJson(textOf(answer, reply.request.id));
}

export function graphqlRoute(apollo: ApolloServer<GatewayContext>, prepared: PreparedOperations, contextOf: ContextOf) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<string> => {
    const context = once(() => contextOf(request, reply));
    const known = await prepared.answer(request, context);
    if (known) return send(reply, known);
    const answer = await apollosAnswer(apollo, request, context);
    prepared.learn(request, answer);
    return send(reply, answer);
  };
}
