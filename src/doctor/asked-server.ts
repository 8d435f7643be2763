/**
 * Asks SuperOffice the doctor's questions, one after another and each once, through the gateway's own transport: its limits, its
 * timeouts and its secrecy hold here, too.
 */
import type { SuperOfficeConfig } from '../config/superoffice-config.js';
import type { Clock } from '../base/clock.js';
import { attemptsOver, type AttemptResult } from '../superoffice/attempt.js';
import { BadUserInputError } from '../errors/gateway-error.js';
import { isRecord, type JsonRecord } from '../base/json-record.js';
import { forwardedHeaders } from '../superoffice/forwarded-headers.js';
import type { Question } from './question.js';

export interface Reply extends Pick<AttemptResult, 'outcome' | 'status' | 'date'> {
  /** What our own clock showed when it came. */
  readonly atMs: number;
}

export interface AskedServer extends Disposable {
  ask(question: Question): Promise<Reply>;
  /** How many were asked so far. */
  readonly calls: number;
}

export interface ServerToAsk {
  readonly config: SuperOfficeConfig;
  /** Ends in `/api/v1`. */
  readonly baseUrl: string;
  /** The whole value of Authorization. */
  readonly authorization: string;
  readonly clock: Clock;
}

function headersFor({ config, authorization }: ServerToAsk, { headers = {} }: Question): Record<string, string> {
  const incoming = { [config.credentialsHeader]: authorization };
  const { headers: usual, hasCredentials } = forwardedHeaders(incoming, { ...config, defaultAuthorization: null });
  if (!hasCredentials)
    throw new BadUserInputError(`The header ${config.credentialsHeader} has a value that is not accepted.`);
  const all: [string, string | null][] = Object.entries({ ...usual, ...headers });
  return Object.fromEntries(all.filter((entry): entry is [string, string] => entry[1] !== null));
}

/** The page of the API itself, which tells the version, is one level above. */
const urlOf = ({ baseUrl }: ServerToAsk, { path }: Question): string =>
  path === '' ? baseUrl.replace(/\/v1$/, '') : `${baseUrl}/${path}`;

/** @throws {BadUserInputError} by `ask`: the credentials are not written as SuperOffice takes them */
export function askedServer(server: ServerToAsk): AskedServer {
  const attempts = attemptsOver(server.config, server.clock);
  const { signal } = new AbortController(); // each attempt has its own time limit
  let calls = 0;
  return {
    async ask(question) {
      const { origin, pathname, search } = new URL(urlOf(server, question));
      const request = {
        call: question.purpose,
        caller: 'doctor',
        origin,
        path: `${pathname}${search}`,
        headers: headersFor(server, question),
        body: question.body ?? '',
        ...(question.method && { method: question.method }),
        isAction: false,
        signal,
      };
      calls += 1;
      const { outcome, status, date } = await attempts.send(request, null);
      return { outcome, status, date, atMs: server.clock.now() };
    },
    get calls() {
      return calls;
    },
    [Symbol.dispose]: () => attempts[Symbol.dispose](),
  };
}

/** The record that was answered; null where there is none. */
export function recordIn({ outcome }: Pick<Reply, 'outcome'>): JsonRecord | null {
  return outcome.kind === 'value' && isRecord(outcome.value) ? outcome.value : null;
}

/** What lies at a path such as `Contact/Address/Street`; undefined where there is nothing. */
export function valueAt(json: unknown, path: string): unknown {
  return path.split('/').reduce<unknown>((value, name) => (isRecord(value) ? value[name] : undefined), json);
}
