/**
 * What clients with other habits than POST and one query get: the option of their own, or the setting of the gateway, to change.
 */
import type { FastifyReply } from 'fastify';
import { plainError } from '../graphql/format-error.js';
import { mediaTypeFor } from './media-type.js';
import { sendError, sendProblem, type RequestCheck } from './http-errors.js';

const getAdvice =
  'GET is switched off here, because URLs end up in logs. Send queries by POST: in urql `preferGetMethod: false` (and ' +
  '`preferGetForPersistedQueries: false`), in Apollo Client `useGETForQueries: false` and `useGETForHashedQueries: false`. ' +
  'Or ask the operator for GET_QUERIES=true, and for APQ=true where persisted queries are sent by their hash.';

/** For a method that /graphql does not take. */
export function refuseMethod(reply: FastifyReply, methods: readonly string[]): FastifyReply {
  const { method } = reply.request;
  return sendError(reply.header('allow', methods.join(', ')), 405, method === 'GET' ? getAdvice : undefined);
}

/** Where queries by GET are switched off, GET still opens a stream of server-sent events, as routers do. */
export const isStreamOrPost: RequestCheck = (request, reply) => {
  if (request.method === 'POST' || mediaTypeFor(request.headers.accept).stream === 'sse') return true;
  refuseMethod(reply, ['POST']);
  return false;
};

const batchAdvice =
  'HTTP batching is not supported: send one query in each request, in Apollo Client with HttpLink instead of BatchHttpLink. ' +
  'What several fields of one query ask for is joined anyway.';

const maxBatchErrors = 50;

/** Answers a batch with as many errors as it has queries: clients match responses by number, and show no message otherwise. */
export const isNoBatch: RequestCheck = ({ body }, reply) => {
  if (!Array.isArray(body)) return true;
  const error = plainError('BAD_REQUEST', batchAdvice);
  if (body.length === 0) sendError(reply, 400);
  else sendProblem(reply, { status: 400, error, batchLength: Math.min(body.length, maxBatchErrors) });
  return false;
};
