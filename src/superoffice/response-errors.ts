/**
 * Classifies an answer of SuperOffice: by status first, then by body, because agents report failures with 200 as well.
 * Source: "Agents WebAPI" (errors are null or an error object with 200), HTTP 421 and the tenant pages.
 */
import {
  ForbiddenError,
  UnauthenticatedError,
  UpstreamInvalidResponseError,
  UpstreamRateLimitedError,
  UpstreamRejectedError,
  UpstreamTimedOutError,
  UpstreamUnavailableError,
} from '../errors/upstream-errors.js';
import type { GatewayError } from '../errors/gateway-error.js';
import { isRecord, type CarrierRecord } from './carrier-record.js';

/** A whole answer, decompressed. */
export interface UpstreamAnswer {
  readonly status: number;
  readonly contentType: string | undefined;
  readonly retryAfterSeconds: number | undefined;
  readonly body: Buffer;
  /** Neither a length nor chunks: only the end of the connection says that it is whole. */
  readonly isCloseDelimited: boolean;
}

export type Outcome = { readonly kind: 'value'; readonly value: unknown } | Failure;

export interface Failure {
  readonly kind: 'failure';
  readonly error: GatewayError;
  /** A read may be asked again: nothing was done, or doing it twice is harmless and may help. */
  readonly isRepeatable: boolean;
  /** SuperOffice, or the way there, is out of order: this counts for the circuit breaker. Never a caller's own fault. */
  readonly isOutage: boolean;
  /** What SuperOffice asked for, if it did. */
  readonly retryAfterSeconds: number | undefined;
}

/** A failure that says nothing of SuperOffice's health and is not worth repeating, unless told otherwise. */
export const failure = (error: GatewayError, more: Partial<Omit<Failure, 'kind' | 'error'>> = {}): Failure => ({
  kind: 'failure',
  error,
  isRepeatable: false,
  isOutage: false,
  retryAfterSeconds: undefined,
  ...more,
});
const value = (json: unknown): Outcome => ({ kind: 'value', value: json });

const outage = { isRepeatable: true, isOutage: true };

/** What an HTTP status other than 2xx means. */
function outcomeOfStatus(call: string, { status, contentType = '', retryAfterSeconds }: UpstreamAnswer): Outcome {
  const detail = `${call}: status ${status}`;
  if (status === 401) return failure(new UnauthenticatedError(detail));
  if (status === 403) return failure(new ForbiddenError(detail));
  if (status === 404 && /html/i.test(contentType)) {
    return failure(
      new UpstreamRejectedError(`${detail} from a web server, not from SuperOffice: is SUPEROFFICE_URL right?`),
    );
  }
  if (status === 404) return value(null);
  if (status === 408 || status === 504) return failure(new UpstreamTimedOutError(detail), outage);
  if (status === 421) return failure(new UpstreamUnavailableError(`${detail}: the tenant has moved`));
  if (status === 429) {
    return failure(new UpstreamRateLimitedError(detail, retryAfterSeconds), { isRepeatable: true, retryAfterSeconds });
  }
  if (status >= 500) {
    const error = new UpstreamUnavailableError(detail, retryAfterSeconds);
    return failure(error, status === 502 || status === 503 ? { ...outage, retryAfterSeconds } : {});
  }
  if (status >= 400) return failure(new UpstreamRejectedError(detail));
  return failure(new UpstreamInvalidResponseError(detail)); // 1xx and 3xx: redirects are never followed
}

const errorOfType = new Map<string, (detail: string) => GatewayError>([
  ['SoSentryException', (detail) => new ForbiddenError(detail)],
  ['SoLicenseException', (detail) => new ForbiddenError(detail)],
  ['SoSessionException', (detail) => new UnauthenticatedError(detail)],
  ['SoServerException', (detail) => new UpstreamUnavailableError(detail)],
  ['SoDbAccessException', (detail) => new UpstreamUnavailableError(detail)],
]);

/** `{Error, ErrorType, …}` of the agents, `{Message, MessageDetail}` of ASP.NET, `{ExceptionType, …}` of older servers. */
function isErrorObject(body: CarrierRecord): boolean {
  return body['Error'] === true || ('Message' in body && ('MessageDetail' in body || 'ExceptionType' in body));
}

/** What the named exception means; null when it is none of those that mean something to a caller. */
function outcomeOfException(call: string, body: CarrierRecord): Outcome | null {
  const type = String(body['ErrorType'] ?? body['ExceptionType'] ?? '').replace(/^.*\./, '');
  if (type === 'SoNotFoundException') return value(null);
  const error = errorOfType.get(type)?.(`${call}: ${type}`);
  return error ? failure(error) : null;
}

const jsonType = /^(application|text)\/(json|[\w.+-]+\+json)\s*(;|$)/i;
const xmlType = /^(application|text)\/(xml|[\w.+-]+\+xml)\s*(;|$)/i;
const foreignCharset = /charset\s*=(?!\s*"?(utf-8|us-ascii)\b)/i;

/** Drops a BOM, and throws on bytes that are not UTF-8, rather than showing U+FFFD for what was a letter. */
const utf8 = new TextDecoder('utf-8', { fatal: true });

type Parsed = { readonly json: unknown } | Failure;

function parsedBody(call: string, { contentType = '', body, isCloseDelimited }: UpstreamAnswer): Parsed {
  if (!jsonType.test(contentType) || foreignCharset.test(contentType)) {
    const error = new UpstreamInvalidResponseError(
      `${call}: the answer is not JSON in UTF-8 (a login or maintenance page?)`,
    );
    return failure(error, { isOutage: xmlType.test(contentType) });
  }
  try {
    return { json: JSON.parse(utf8.decode(body)) };
  } catch {
    const error = new UpstreamInvalidResponseError(`${call}: the body is not JSON`); // the parser's message quotes the body
    return failure(error, { isOutage: isCloseDelimited || body.length === 0 }); // cut off, or empty
  }
}

/** The error object that came with a status of failure, if one did. */
function errorObjectOf(call: string, answer: UpstreamAnswer): CarrierRecord | null {
  const parsed = parsedBody(call, answer);
  return 'json' in parsed && isRecord(parsed.json) && isErrorObject(parsed.json) ? parsed.json : null;
}

function outcomeOfFailedStatus(call: string, answer: UpstreamAnswer): Outcome {
  const mayExplain = answer.status === 400 || answer.status === 500;
  const body = mayExplain ? errorObjectOf(call, answer) : null;
  return (body && outcomeOfException(call, body)) ?? outcomeOfStatus(call, answer);
}

/**
 * @param call operation and id, for the log
 * @returns the JSON value (null where SuperOffice has none), or why there is none
 */
export function outcomeOf(call: string, answer: UpstreamAnswer): Outcome {
  if (answer.status === 204) return value(null);
  if (answer.status < 200 || answer.status > 299) return outcomeOfFailedStatus(call, answer);
  const parsed = parsedBody(call, answer);
  if (!('json' in parsed)) return parsed;
  const { json } = parsed;
  if (!isRecord(json) || !isErrorObject(json)) return value(json);
  return outcomeOfException(call, json) ?? failure(new UpstreamRejectedError(`${call}: error object`));
}
