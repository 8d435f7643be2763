/**
 * Sends one request of the doctor, once, through the gateway's own transport, so that its limits, timeouts and secrecy
 * apply. Also reads what a response holds.
 */
import type { Operation } from '../catalog/operation.js';
import type { GatewayConfig } from '../config/gateway-config.js';
import type { ErrorCode } from '../errors/error-codes.js';
import { BadUserInputError } from '../errors/gateway-error.js';
import type { Clock } from '../base/clock.js';
import type { Attempts } from '../superoffice/attempt.js';
import { isRecord, type JsonRecord } from '../base/json-record.js';
import { forwardedHeaders } from '../superoffice/forwarded-headers.js';

export interface ProbeTarget {
  readonly config: GatewayConfig;
  /** Ends in `/api/v1`. */
  readonly baseUrl: string;
  /** The whole value of Authorization. */
  readonly authorization: string;
  /** The session to look at; null: one of the caller's own. */
  readonly sessionId: string | null;
  readonly clock: Clock;
}

export interface SentRequest {
  readonly purpose: string;
  /** Null: the page of the API itself, which is one level above, by GET. */
  readonly operation: Pick<Operation, 'agent' | 'name' | 'method' | 'contentType'> | null;
  /** Follows the operation's name in the path. */
  readonly pathId?: string;
  /** Added to, or with null removed from, the headers of every request; names in lower case. */
  readonly headers?: Readonly<Record<string, string | null>>;
  readonly query: string;
  readonly body?: object;
  /** A form instead of a body; it is written already. */
  readonly form?: string;
}

export interface ProbeResponse {
  /** Null: no response arrived. */
  readonly status: number | null;
  /** The JSON; null where the request failed, too. */
  readonly value: unknown;
  /** Null: the request did not fail. */
  readonly errorCode: ErrorCode | null;
  /** The value is null because of a status or an exception, not because of the JSON. */
  readonly isNotFound: boolean;
  /** The Date header. */
  readonly date?: string | undefined;
  /** When it arrived, by this machine's clock. */
  readonly atMs: number;
}

export const notSent: ProbeResponse = { status: null, value: null, errorCode: null, isNotFound: false, atMs: 0 };

function headersFor({ config, authorization }: ProbeTarget, { headers }: SentRequest): Record<string, string> {
  const { superoffice } = config;
  const incoming = { [superoffice.credentialsHeader]: authorization };
  const usual = forwardedHeaders(incoming, { ...superoffice, defaultAuthorization: null });
  if (!usual.hasCredentials)
    throw new BadUserInputError(`The header ${superoffice.credentialsHeader} has a value that is not accepted.`);
  const all: [string, string | null][] = Object.entries({ ...usual.headers, ...headers });
  return Object.fromEntries(all.filter((entry): entry is [string, string] => entry[1] !== null));
}

function pathOf(base: string, { operation, pathId, query }: SentRequest): string {
  if (!operation) return base.replace(/\/v1$/, '');
  const name = operation.agent === null ? operation.name : `Agents/${operation.agent}/${operation.name}`;
  const path = pathId === undefined ? `${base}/${name}` : `${base}/${name}/${pathId}`;
  return query === '' ? path : `${path}?${query}`;
}

/** @throws {BadUserInputError} the credentials are not written in a way that SuperOffice accepts */
export async function send(attempts: Attempts, target: ProbeTarget, request: SentRequest): Promise<ProbeResponse> {
  const { purpose, operation, body, form } = request;
  const { baseUrl, clock } = target;
  const { origin, pathname } = new URL(baseUrl);
  const sent = {
    call: purpose,
    caller: 'doctor',
    origin,
    path: pathOf(pathname, request),
    headers: headersFor(target, request),
    body: form ?? (body ? JSON.stringify(body) : ''),
    contentType: form === undefined ? operation?.contentType : 'application/x-www-form-urlencoded',
    method: operation ? operation.method : ('GET' as const),
    isAction: false,
    signal: new AbortController().signal, // is never aborted: each attempt has its own time limit
  };
  const { outcome, status, date } = await attempts.send(sent, null);
  const received = { ...notSent, status, date, atMs: clock.now() };
  if (outcome.kind === 'failure') return { ...received, errorCode: outcome.error.code };
  return { ...received, value: outcome.value, isNotFound: outcome.isNotFound === true };
}

/** Null: the value is no record. */
export const recordIn = ({ value }: ProbeResponse): JsonRecord | null => (isRecord(value) ? value : null);

/** The records of a list; none where the value is no list. */
export const recordsIn = ({ value }: ProbeResponse): readonly JsonRecord[] =>
  Array.isArray(value) ? value.filter(isRecord) : [];

/** What is at a path such as `Contact/Address/Street`; undefined where there is nothing. */
export const valueAt = (json: unknown, path: string): unknown =>
  path.split('/').reduce<unknown>((value, name) => (isRecord(value) ? value[name] : undefined), json);
