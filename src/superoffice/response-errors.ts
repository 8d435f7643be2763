/**
 * Classifies a response of SuperOffice: first by status, then by body, because agents report failures with 200 too.
 * Source: "Agents WebAPI" (errors are null or an error object with 200), HTTP 421 and the tenant pages.
 */
import {
  ForbiddenError,
  UpstreamConflictError,
  UpstreamNotFoundError,
  UnauthenticatedError,
  UpstreamInvalidResponseError,
  UpstreamOutcomeUnknownError,
  UpstreamRateLimitedError,
  UpstreamRejectedError,
  UpstreamTimedOutError,
  UpstreamUnavailableError,
} from '../errors/upstream-errors.js';
import type { GatewayError } from '../errors/gateway-error.js';
import { failure, type Failure, type Outcome } from '../http/outcome.js';
import { isRecord, type JsonRecord } from '../base/json-record.js';

/** A complete response, decompressed. */
export interface UpstreamResponse {
  readonly status: number;
  readonly contentType: string | undefined;
  readonly retryAfterSeconds: number | undefined;
  readonly body: Buffer;
  /** No length and no chunks: the body ends with the connection, so it may be truncated. */
  readonly isCloseDelimited: boolean;
}

const value = (json: unknown): Outcome => ({ kind: 'value', value: json });

const notFound: Outcome = { kind: 'value', value: null, isNotFound: true };

const refusal = (error: GatewayError): Failure => failure(error, { isRefusal: true });

const outage = { isRepeatable: true, isOutage: true };

/** Classifies an HTTP status other than 2xx. */
function outcomeOfStatus(call: string, { status, contentType = '', retryAfterSeconds }: UpstreamResponse): Outcome {
  const detail = `${call}: status ${status}`;
  if (status === 401) return refusal(new UnauthenticatedError(detail));
  if (status === 403) return refusal(new ForbiddenError(detail));
  if (status === 404 && /html/i.test(contentType)) {
    return refusal(
      new UpstreamRejectedError(`${detail} from a web server, not from SuperOffice: is SUPEROFFICE_URL right?`),
    );
  }
  if (status === 404) return notFound;
  if (status === 408 || status === 504) return failure(new UpstreamTimedOutError(detail), outage);
  if (status === 409) return refusal(new UpstreamConflictError(detail));
  if (status === 421) return refusal(new UpstreamUnavailableError(`${detail}: the tenant has moved`));
  if (status === 429) {
    const error = new UpstreamRateLimitedError(detail, retryAfterSeconds);
    return failure(error, { isRepeatable: true, isRefusal: true, retryAfterSeconds });
  }
  if (status >= 500) {
    const error = new UpstreamUnavailableError(detail, retryAfterSeconds);
    return failure(error, status === 502 || status === 503 ? { ...outage, retryAfterSeconds } : {});
  }
  if (status >= 400) return refusal(new UpstreamRejectedError(detail));
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
function isErrorObject(body: JsonRecord): boolean {
  if (body['Error'] === true) return true;
  const isAlone = Object.keys(body).length === 1;
  return 'Message' in body && (isAlone || 'MessageDetail' in body || 'ExceptionType' in body);
}

/** Classifies the named exception; null: it has no meaning for a caller. */
function outcomeOfException(call: string, body: JsonRecord): Outcome | null {
  const type = String(body['ErrorType'] ?? body['ExceptionType'] ?? '').replace(/^.*\./, '');
  if (type === 'SoNotFoundException') return notFound;
  const error = errorOfType.get(type)?.(`${call}: ${type}`);
  if (!error) return null;
  return error instanceof UpstreamUnavailableError ? failure(error) : refusal(error);
}

/** SuperOffice's own exceptions are refusals; a .NET exception is an accident, and the call may be partly executed. */
function outcomeOfUnknownException(call: string, body: JsonRecord): Outcome {
  const type = String(body['ErrorType'] ?? body['ExceptionType'] ?? 'So');
  const error = new UpstreamRejectedError(`${call}: error object`);
  return /(^|\.)So[A-Z]?\w*$/.test(type) ? refusal(error) : failure(error);
}

const jsonType = /^(application|text)\/(json|[\w.+-]+\+json)\s*(;|$)/i;
const xmlType = /^(application|text)\/(xml|[\w.+-]+\+xml)\s*(;|$)/i;
const foreignCharset = /charset\s*=(?!\s*"?(utf-?8|us-ascii)\b)/i;

const isJsonInUtf8 = (contentType: string): boolean => jsonType.test(contentType) && !foreignCharset.test(contentType);

/** Removes a BOM, and throws on bytes that are not UTF-8: U+FFFD must not replace letters. */
const utf8 = new TextDecoder('utf-8', { fatal: true });

type Parsed = { readonly json: unknown } | Failure;

function parsedBody(call: string, { contentType = '', body, isCloseDelimited }: UpstreamResponse): Parsed {
  if (!isJsonInUtf8(contentType)) {
    const error = new UpstreamInvalidResponseError(
      `${call}: the response is not JSON in UTF-8 (a login or maintenance page?)`,
    );
    return failure(error, { isOutage: xmlType.test(contentType) });
  }
  try {
    return { json: JSON.parse(utf8.decode(body)) };
  } catch {
    const error = new UpstreamInvalidResponseError(`${call}: the body is not JSON`); // the parser's message quotes the body
    return failure(error, { isOutage: isCloseDelimited || body.length === 0 }); // truncated or empty
  }
}

/** @returns the error object in the body of a failed response; null: none */
function errorObjectOf(call: string, response: UpstreamResponse): JsonRecord | null {
  const parsed = parsedBody(call, response);
  return 'json' in parsed && isRecord(parsed.json) && isErrorObject(parsed.json) ? parsed.json : null;
}

function outcomeOfFailedStatus(call: string, response: UpstreamResponse): Outcome {
  const mayExplain = response.status === 400 || response.status === 500;
  const body = mayExplain ? errorObjectOf(call, response) : null;
  return (body && outcomeOfException(call, body)) ?? outcomeOfStatus(call, response);
}

/**
 * @param call operation and id, for the log
 * @returns the JSON value (null: SuperOffice has none), or the failure
 */
export function outcomeOf(call: string, response: UpstreamResponse): Outcome {
  if (response.status === 204) return value(null);
  if (response.status < 200 || response.status > 299) return outcomeOfFailedStatus(call, response);
  const parsed = parsedBody(call, response);
  if (!('json' in parsed)) return parsed;
  const { json } = parsed;
  if (!isRecord(json) || !isErrorObject(json)) return value(json);
  return outcomeOfException(call, json) ?? outcomeOfUnknownException(call, json);
}

/** How far an action came. */
interface SentAction {
  readonly mayHaveArrived: boolean;
  /** The deadline came, or the client left. */
  readonly isAborted: boolean;
}

/**
 * The outcome of an action. If it may have arrived and SuperOffice did not refuse it, it may have been executed: it is not retried, and the
 * caller gets UPSTREAM_OUTCOME_UNKNOWN.
 */
export function outcomeOfAction(call: string, outcome: Outcome, sent: SentAction): Outcome {
  if (outcome.kind === 'value')
    return outcome.isNotFound ? refusal(new UpstreamNotFoundError(`${call}: not found`)) : outcome;
  if (!sent.mayHaveArrived) return outcome;
  if (outcome.isRefusal) return { ...outcome, isRepeatable: false };
  const mayBeInProgress = sent.isAborted || outcome.error instanceof UpstreamTimedOutError;
  return {
    ...outcome,
    isRepeatable: false,
    error: new UpstreamOutcomeUnknownError(outcome.error.detail, mayBeInProgress),
  };
}
