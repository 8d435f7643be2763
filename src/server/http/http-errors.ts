/**
 * Errors of requests that never become an operation, as JSON in the shape of a GraphQL response: no stack, no HTML.
 */
import type { Socket } from 'node:net';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLFormattedError } from 'graphql';
import type { ErrorCode } from '../../errors/error-codes.js';
import type { GatewayError } from '../../errors/gateway-error.js';
import { plainError, withRequestId } from '../graphql/format-error.js';
import { mediaTypeFor } from './media-type.js';
import { noteRefusal } from './refusal-log.js';

const texts = new Map([
  [400, 'This request cannot be read. Send a JSON object with a `query` by POST.'],
  [404, 'There is nothing here. GraphQL is at POST /graphql.'],
  [405, 'This method is not supported here. Send the query by POST.'],
  [406, 'The answer is JSON. Accept application/graphql-response+json or application/json.'],
  [413, 'The body is larger than the limit. Send a shorter query, or ask the operator about MAX_BODY_BYTES.'],
  [421, 'The demo answers to localhost only. Send the request to http://localhost, or set HOST to serve other names.'],
  [415, 'This body is not supported. Send content-type application/json in UTF-8, without content-encoding.'],
]);

const codes = new Map<number, ErrorCode>([[503, 'REQUEST_CONCURRENCY_LIMITED']]);

export interface Problem {
  readonly status: number;
  readonly error: GraphQLFormattedError;
  /** For the log. */
  readonly detail?: string | undefined;
  /** As many responses, for a batch of as many queries. */
  readonly batchLength?: number;
}

/** An error instead of a response, in the shape of one, with the request id. */
export function sendProblem(reply: FastifyReply, { status, error, batchLength, detail }: Problem): FastifyReply {
  const response = { errors: [withRequestId(error, reply.request.id)] };
  noteRefusal(reply, { code: String(error.extensions?.['code']), detail });
  void reply.code(status).type(mediaTypeFor(reply.request.headers.accept).errorType);
  return reply.send(batchLength === undefined ? response : Array.from({ length: batchLength }, () => response));
}

function errorFor(status: number, text = texts.get(status)): GraphQLFormattedError {
  const code = text === undefined ? (codes.get(status) ?? 'INTERNAL_SERVER_ERROR') : 'BAD_REQUEST';
  return plainError(code, text);
}

/** @param text default: what the status means here */
export const sendError = (reply: FastifyReply, status: number, text?: string): FastifyReply =>
  sendProblem(reply, { status, error: errorFor(status, text) });

/** For a request that is refused before it is read, with an error that says why. */
export const sendRefusal = (reply: FastifyReply, status: number, error: GatewayError): FastifyReply =>
  sendProblem(reply, { status, error: plainError(error.code, error.publicMessage), detail: error.detail });

const unsupportedCharset = /charset\s*=(?!\s*"?utf-?8"?\s*(;|$))/i;

/** Bodies that would have to be decoded first: another charset, or compressed ones (and so no bombs). */
function isUnsupportedBody({ headers }: FastifyRequest): boolean {
  const encoding = (headers['content-encoding'] ?? 'identity').toLowerCase();
  return encoding !== 'identity' || unsupportedCharset.test(headers['content-type'] ?? '');
}

/** Looks at a request before its operation. @returns false: it was refused, and the error is sent */
export type RequestCheck = (request: FastifyRequest, reply: FastifyReply) => boolean;

/** Before the operation, since an action would be done by the time that its response is refused. */
export const acceptCheck =
  ({ hasStreams }: { readonly hasStreams: boolean }): RequestCheck =>
  (request, reply) => {
    const { isRefused, stream } = mediaTypeFor(request.headers.accept);
    if (!isRefused || (hasStreams && stream !== null)) return true;
    sendError(reply, 406);
    return false;
  };

export function registerErrorResponses(server: FastifyInstance): void {
  server.addHook('onRequest', (request, reply, done) => {
    if (isUnsupportedBody(request)) sendError(reply, 415);
    else done();
  });
  server.setNotFoundHandler((_request, reply) => sendError(reply, 404));
  server.setErrorHandler((error: FastifyError, _request, reply) => {
    const status = error.statusCode !== undefined && texts.has(error.statusCode) ? error.statusCode : 500;
    return sendProblem(reply, { status, error: errorFor(status), detail: error.code });
  });
}

const brokenRequests = new Map([
  ['HPE_HEADER_OVERFLOW', '431 Request Header Fields Too Large'],
  ['ERR_HTTP_REQUEST_TIMEOUT', '408 Request Timeout'],
]);

/** For bytes that are no HTTP request: there is no reply to write on, only the socket. */
export function respondToBrokenRequest({ code = '' }: { readonly code?: string }, socket: Socket): void {
  if (code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const body = JSON.stringify({
    errors: [plainError('BAD_REQUEST', 'These bytes are not an HTTP request that is accepted.')],
  });
  const status = brokenRequests.get(code) ?? '400 Bad Request';
  const headers = `content-type: application/json; charset=utf-8\r\ncontent-length: ${body.length}\r\nconnection: close`;
  socket.end(`HTTP/1.1 ${status}\r\n${headers}\r\n\r\n${body}`, () => socket.destroy());
}
