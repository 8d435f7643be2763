/**
 * The messages of sessions 1 to 250, computed from the id: id % 7 messages, ids `id * 1000 + n`, ascending with time.
 *
 * | depends on   | value                                                                                           |
 * |--------------|-------------------------------------------------------------------------------------------------|
 * | n            | 1 ToUser, 2 ToCustomer, 3 Special, 4 ToUser, 5 ToCustomer, 6 Special                              |
 * | (id + n) % 9 | the text, by the list `texts`: non-ASCII, empty, multi-line, like HTML                            |
 * | id + n       | of a Special: SpecialType and SpecialParam by the list `specials`; the last is in no published list |
 * | (id + n) % 3 | WhenPosted 0 without zone (also UTC), else Z; SpecialParam of the others: 1 null, else ''|
 * | (id + n) % 2 | ReadByCustomer 0, 1                                                                             |
 * | (id + n) % 5 | Author 0 null                                                                                   |
 */
import type { JsonRecord, JsonValue } from '../json-record.js';
import { customers } from './generated-person.js';
import { pick } from './pick.js';

const types = ['ToUser', 'ToCustomer', 'Special'] as const;

const texts = [
  'Hei! Jeg trenger hjelp med fakturaen.',
  'Hello, how can I help you?',
  '<b>hi</b> & bye',
  'First line\nsecond line\r\n\r\nfourth "line"',
  '',
  'Blåbærsyltetøy \u{1F44D} 日本語',
  'See https://www.example.com/?a=1&b=2 <script>alert(1)</script>',
  'Takk!',
  'Just a moment, please …',
] as const;

const specials: readonly [readonly [string, JsonValue], ...(readonly [string, JsonValue])[]] = [
  ['Welcome', ''],
  ['Options', '["Invoice","Delivery","Noe annet"]'],
  ['ClickedOption', 'Delivery'],
  ['BotMessage', null],
  ['TransferedSession', '702'],
  ['Url', 'https://www.example.com/help'],
  ['Error', ''],
  ['Options', '[]'],
  ['Hologram', null],
];

/** None for a session that is not generated. */
export function generatedMessages(sessionId: number): readonly JsonRecord[] {
  const isGenerated = sessionId >= 1 && sessionId <= 250;
  return Array.from({ length: isGenerated ? sessionId % 7 : 0 }, (_, index) => message(sessionId, index + 1));
}

function message(sessionId: number, number: number): JsonRecord {
  const variant = sessionId + number;
  const type = pick(types, number - 1);
  const [specialType, specialParam] = type === 'Special' ? pick(specials, variant) : plainSpecial(variant);
  return {
    ChatMessageId: sessionId * 1000 + number,
    ChatSessionId: sessionId,
    Type: type,
    Message: pick(texts, variant),
    Author: variant % 5 === 0 ? null : authorOf(sessionId, type),
    ReadByCustomer: variant % 2,
    SpecialType: specialType,
    SpecialParam: specialParam,
    WhenPosted: `2014-06-${String(1 + (sessionId % 28)).padStart(2, '0')}T18:0${number}:09${variant % 3 === 0 ? '' : 'Z'}`,
  };
}

function plainSpecial(variant: number): readonly [string, JsonValue] {
  return ['None', variant % 3 === 1 ? null : ''];
}

function authorOf(sessionId: number, type: (typeof types)[number]): string {
  if (type !== 'ToUser') return 'Åse Ødegård';
  const { first, last } = pick(customers, sessionId);
  return `${first} ${last}`;
}
