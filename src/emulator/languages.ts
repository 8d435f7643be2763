/**
 * Multi-language text. Without a language header SuperOffice returns it raw, `NO:"Leverandør";US:"Supplier"`, and
 * resource ids as `[SR_...]`; with one, translated. SO-Language overrides Accept-Language; its `*` and `x` cancel both.
 */
import type { IncomingHttpHeaders } from 'node:http';
import { isList, isRecord } from './json-record.js';
import type { JsonValue } from './json-record.js';
import type { ServerQuirks } from './server-quirks.js';

/** SuperOffice's language codes by ISO 639-1 (facts.md, section 8). */
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

/** ISO 639-1 code of the response's language; null for raw texts. */
export function languageOf(
  headers: Readonly<IncomingHttpHeaders>,
  quirk: ServerQuirks['languages'] = 'honour',
): string | null {
  if (quirk === 'ignore') return null;
  return requestedLanguage(headers) ?? (quirk === 'always' ? 'en' : null);
}

function requestedLanguage(headers: Readonly<IncomingHttpHeaders>): string | null {
  const own = headers['so-language'];
  const requested = (typeof own === 'string' && own.trim() !== '' ? own : headers['accept-language']) ?? '';
  const first = /^\s*([a-z]+)/i.exec(requested)?.[1]?.toLowerCase() ?? '';
  return first === '' || first === 'x' ? null : first;
}

/** Translates every text in the value: to the language, else to English, else to the first one given. */
export function translated(value: JsonValue, language: string | null): JsonValue {
  if (language === null) return value;
  if (typeof value === 'string') return translatedText(value, language);
  if (isList(value)) return value.map((item) => translated(item, language));
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, translated(item, language)]));
}

function translatedText(text: string, language: string): string {
  if (!multiLanguageText.test(text)) return resources.get(text) ?? text;
  const texts = new Map([...text.matchAll(/([A-Z]{2}):"([^"]*)"/g)].map(([, code = '', value = '']) => [code, value]));
  return texts.get(storedCodes.get(language) ?? '') ?? texts.get('US') ?? [...texts.values()][0] ?? text;
}
