/**
 * Multi-language text. Without a language header SuperOffice returns it raw, `NO:"Leverandør";US:"Supplier"`, and
 * resource ids as `[SR_...]`; with one, the words. SO-Language overrides Accept-Language; its `*` and `x` cancel both.
 */
import type { IncomingHttpHeaders } from 'node:http';
import { isList, isRecord } from './json-record.js';
import type { JsonValue } from './json-record.js';
import type { ServerQuirks } from './server-quirks.js';

/** SuperOffice's own codes by ISO 639-1 (facts.md, section 8). */
const storedCodes = new Map([
  ['en', 'US'],
  ['no', 'NO'],
  ['nb', 'NO'],
  ['nn', 'NO'],
  ['de', 'GE'],
  ['es', 'SP'],
  ['sv', 'SW'],
  ['da', 'DA'],
  ['fi', 'FI'],
  ['fr', 'FR'],
  ['nl', 'NL'],
  ['it', 'IT'],
  ['pl', 'PL'],
  ['cs', 'CZ'],
  ['ja', 'JP'],
  ['zh', 'CN'],
  ['ru', 'RU'],
]);

const resources = new Map([
  ['[SR_CHATSESSION_NO_ACCESS]', 'You do not have access to this chat session'],
  ['[SR_MANDATORY_FIELD_1281]', 'Company name'],
]);

const multiLanguageText = /^[A-Z]{2}:"[^"]*"(;[A-Z]{2}:"[^"]*")*;?$/;

/** ISO 639-1 code of the language that this server answers in; null for raw texts. */
export function languageOf(
  headers: Readonly<IncomingHttpHeaders>,
  reading: ServerQuirks['languages'] = 'honour',
): string | null {
  if (reading === 'ignore') return null;
  return requestedLanguage(headers) ?? (reading === 'always' ? 'en' : null);
}

function requestedLanguage(headers: Readonly<IncomingHttpHeaders>): string | null {
  const own = headers['so-language'];
  const asked = (typeof own === 'string' && own.trim() !== '' ? own : headers['accept-language']) ?? '';
  const first = /^\s*([a-z]+)/i.exec(asked)?.[1]?.toLowerCase() ?? '';
  return first === '' || first === 'x' ? null : first;
}

/** The value with every text in it in that language: the asked one, else English, else the first there is. */
export function translated(value: JsonValue, language: string | null): JsonValue {
  if (language === null) return value;
  if (typeof value === 'string') return translatedText(value, language);
  if (isList(value)) return value.map((item) => translated(item, language));
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, translated(item, language)]));
}

function translatedText(text: string, language: string): string {
  if (!multiLanguageText.test(text)) return resources.get(text) ?? text;
  const words = new Map([...text.matchAll(/([A-Z]{2}):"([^"]*)"/g)].map(([, code = '', word = '']) => [code, word]));
  return words.get(storedCodes.get(language) ?? '') ?? words.get('US') ?? [...words.values()][0] ?? text;
}
