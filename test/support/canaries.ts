/** Secrets and personal data that tests recognise in any output: all of them contain the same few letters. */
import { expect } from '@jest/globals';
import type { Fault, JsonRecord, MessageRecord, SessionRecord } from '../../src/emulator/index.js';

const mark = 'c4n4ry';
const inBase64 = ['kari:c4n4ry-password', 'xkari:c4n4ry', 'xxkari:c4n4ry'].map((text) =>
  Buffer.from(text).toString('base64'),
);

export const canary = {
  bearer: `Bearer ${mark}-bearer.token`,
  basic: `Basic ${inBase64[0]}`,
  xsrf: `${mark}-xsrf`,
  cookie: `SoSession=${mark}-cookie`,
  appToken: `${mark}-app-token`,
  routerSecret: `${mark}-router-secret`,
  principalKey: `${mark}-principal-key`,
  person: `Kari ${mark} <kari.${mark}@example.com> +47 ${mark}`,
} as const;

/** Pieces of the text with a canary, plain, percent-encoded or in base64. */
export function canariesIn(text: string): readonly string[] {
  const found = [...text.matchAll(new RegExp(`.{0,40}${mark}.{0,20}`, 'gi'))].map(([piece]) => piece);
  return [...found, ...inBase64.filter((code) => text.includes(code.slice(0, 12)))];
}

export function expectNoCanary(where: string, text: string): void {
  expect({ where, found: canariesIn(text) }).toEqual({ where, found: [] });
}

/** A session with personal data in every text. */
export function personalSession(id: number, more: Partial<SessionRecord> = {}): SessionRecord {
  const { person } = canary;
  return {
    ChatSessionId: id,
    SessionKey: person,
    CustomerName: person,
    CustomerAlias: person,
    CustomerEmail: person,
    CustomerPhone: person,
    CustomerHost: person,
    FirstMessage: person,
    LastMessage: person,
    Status: 'InQueue',
    Rank: 1,
    Person: { PersonId: 5, Firstname: person, Lastname: person, FullName: person, Email: person },
    Ticket: { TicketId: 7, Title: person, FromAddress: person },
    ...more,
  };
}

/** Its messages. */
export function personalMessages(id: number): readonly MessageRecord[] {
  const { person } = canary;
  return [
    { ChatMessageId: 1, ChatSessionId: id, Type: 'ToUser', Message: person, Author: person, SpecialParam: person },
  ];
}

const echoes = {
  'Set-Cookie': canary.cookie,
  'WWW-Authenticate': `Bearer realm="${canary.person}"`,
  'X-Echo': canary.bearer,
  Server: canary.appToken,
  Location: `https://${mark}.example.com/${mark}`,
};
const canaryText = `${canary.person} ${canary.bearer} ${canary.basic} ${canary.cookie} ${canary.appToken}`;
const statuses = [301, 302, 307, 400, 401, 403, 404, 405, 408, 411, 413, 418, 421, 429, 500, 501, 502, 503, 504];
const errorTypes = [
  'SoException',
  'SoSentryException',
  'SoLicenseException',
  'SoSessionException',
  'SoNotFoundException',
  'SoServerException',
  'SoDbAccessException',
  canary.person,
];

const asJson = (value: unknown): string => JSON.stringify(value);
const errorObject = (type: string): string =>
  asJson({ Error: true, ErrorType: type, ErrorMessage: canaryText, ErrorSource: canaryText });

/** Bodies of 200 with canaries: not JSON, not a record, another record, or a record with text in properties of other types. */
function canaryBodies(id: number): readonly string[] {
  const wrong: readonly JsonRecord[] = [
    { Rank: canaryText },
    { Status: canaryText },
    { Flags: canaryText },
    { WhenRequested: canaryText },
    { TopicId: canaryText },
    { Person: canaryText },
    { Person: { PersonId: canaryText } },
    { Person: [canaryText] },
    { CustomerName: { canaryText } },
    { ChatSessionId: canaryText },
    { ChatSessionId: id + 1 },
  ];
  return [
    canaryText,
    asJson(canaryText),
    asJson([canaryText]),
    `{"ChatSessionId": ${id}, "CustomerName": "${canaryText}`,
    `<html><body>${canaryText}</body></html>`,
    asJson({ Message: canaryText, MessageDetail: canaryText }),
    asJson({ Message: canaryText, ExceptionMessage: canaryText, ExceptionType: canaryText, StackTrace: canaryText }),
    ...errorTypes.map(errorObject),
    ...wrong.map((more) => asJson(personalSession(id, more))),
  ];
}

/** Every kind of fault of the emulator, with canaries. The emulator must have the record: `personalSession(id)`. */
export function loudFaults(id: number): readonly Fault[] {
  const match = { id: String(id) };
  const times = Infinity;
  return [
    ...statuses.map((status): Fault => ({
      kind: 'status',
      status,
      headers: echoes,
      body: errorObject('SoException'),
      match,
      times,
    })),
    { kind: 'status', status: 429, headers: { ...echoes, 'Retry-After': canaryText }, body: canaryText, match, times },
    ...canaryBodies(id).map((body): Fault => ({ kind: 'body', body, headers: echoes, match, times })),
    { kind: 'body', body: `<html>${canaryText}`, contentType: `text/html; charset=${canary.xsrf}`, match, times },
    { kind: 'body', body: canaryText, headers: { 'Content-Encoding': 'gzip' }, match, times },
    { kind: 'body', body: canaryText.repeat(10_000), match, times },
    { kind: 'raw', bytes: `HTTP/1.1 ${canaryText}\r\n\r\n${canaryText}`, match, times },
    { kind: 'raw', bytes: `${canaryText}\r\n`, match, times },
    { kind: 'raw', bytes: `HTTP/1.1 200 OK\r\nX-A: ${canaryText.repeat(500)}\r\n\r\n`, match, times },
    { kind: 'reset', match, times },
    { kind: 'truncate', match, times },
    { kind: 'hang', match, times },
    { kind: 'drip', bytesPerStep: 20, stepMs: 30, match, times },
    { kind: 'delay', delayMs: 10, match, times },
  ];
}
