/**
 * Secrets and personal data that can be recognised wherever they turn up: all of them hold the same few letters.
 */
import { expect } from '@jest/globals';
import type { Fault, JsonRecord } from '../../src/emulator/index.js';

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

/** Pieces of the text that hold a canary, in the clear, percent-encoded or in base64. */
export function canariesIn(text: string): readonly string[] {
  const found = [...text.matchAll(new RegExp(`.{0,40}${mark}.{0,20}`, 'gi'))].map(([piece]) => piece);
  return [...found, ...inBase64.filter((code) => text.includes(code.slice(0, 12)))];
}

export function expectNoCanary(where: string, text: string): void {
  expect({ where, found: canariesIn(text) }).toEqual({ where, found: [] });
}

/** A session in which everything is personal. */
export function personalSession(id: number, more: JsonRecord = {}): JsonRecord {
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

/** What was said in it. */
export function personalMessages(id: number): readonly JsonRecord[] {
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
const said = `${canary.person} ${canary.bearer} ${canary.basic} ${canary.cookie} ${canary.appToken}`;
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
  asJson({ Error: true, ErrorType: type, ErrorMessage: said, ErrorSource: said });

/** 200 with bodies that say it: what is not JSON, not a record, another record, or a record with text where none belongs. */
function spokenBodies(id: number): readonly string[] {
  const wrong: readonly JsonRecord[] = [
    { Rank: said },
    { Status: said },
    { Flags: said },
    { WhenRequested: said },
    { TopicId: said },
    { Person: said },
    { Person: { PersonId: said } },
    { Person: [said] },
    { CustomerName: { said } },
    { ChatSessionId: said },
    { ChatSessionId: id + 1 },
  ];
  return [
    said,
    asJson(said),
    asJson([said]),
    `{"ChatSessionId": ${id}, "CustomerName": "${said}`,
    `<html><body>${said}</body></html>`,
    asJson({ Message: said, MessageDetail: said }),
    asJson({ Message: said, ExceptionMessage: said, ExceptionType: said, StackTrace: said }),
    ...errorTypes.map(errorObject),
    ...wrong.map((more) => asJson(personalSession(id, more))),
  ];
}

/** Every kind of fault of the emulator, loud with canaries. The record itself must be there: `personalSession(id)`. */
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
    { kind: 'status', status: 429, headers: { ...echoes, 'Retry-After': said }, body: said, match, times },
    ...spokenBodies(id).map((body): Fault => ({ kind: 'body', body, headers: echoes, match, times })),
    { kind: 'body', body: `<html>${said}`, contentType: `text/html; charset=${canary.xsrf}`, match, times },
    { kind: 'body', body: said, headers: { 'Content-Encoding': 'gzip' }, match, times },
    { kind: 'body', body: said.repeat(10_000), match, times },
    { kind: 'raw', bytes: `HTTP/1.1 ${said}\r\n\r\n${said}`, match, times },
    { kind: 'raw', bytes: `${said}\r\n`, match, times },
    { kind: 'raw', bytes: `HTTP/1.1 200 OK\r\nX-A: ${said.repeat(500)}\r\n\r\n`, match, times },
    { kind: 'reset', match, times },
    { kind: 'truncate', match, times },
    { kind: 'hang', match, times },
    { kind: 'drip', bytesPerStep: 20, stepMs: 30, match, times },
    { kind: 'delay', delayMs: 10, match, times },
  ];
}
