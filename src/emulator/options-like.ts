/**
 * Options by which the emulator behaves like a server that `doctor --report` has reported about. The report has words and figures only, no
 * data of the server, so it can be passed on.
 */
import type { EmulatorOptions } from './emulator-options.js';
import { isList, isRecord } from './json-record.js';
import type { JsonRecord, JsonValue } from './json-record.js';
import type { ServerQuirks } from './server-quirks.js';

type Quirk = keyof ServerQuirks;

/** By topic of the report: the option, and its value for each word. Words that are not here say nothing about the option. */
const quirks: Readonly<Record<string, readonly [Quirk, Readonly<Record<string, JsonValue>>]>> = {
  unselected: ['unselected', same('null', 'default', 'absent', 'sent')],
  'unknown-names': ['unknownSelect', same('ignore', 'null', 'bad-request', 'error-object')],
  'deep-paths': ['deepSelect', same('ignore', 'honour', 'bad-request', 'error-object')],
  'no-flags': ['noFlags', { ...same('None', '0', 'CustomerIsTyping'), empty: '' }],
  'unknown-id': ['unknownId', same('null', 'error-object', 'not-found', 'empty-record', 'rejected')],
  'chat-user-ids': ['chatUserIds', same('ej-user', 'associate')],
  language: ['languages', same('honour', 'ignore', 'always')],
  'time-zone-header': ['timeZoneHeader', same('ignore', 'label', 'convert')],
  'session-patch': ['patch', { compared: 'present', missing: 'missing', 'not compared': 'untested' }],
  'archive-in': ['archiveIn', same('accepted', 'refused', 'ignored')],
  'archive-time-spans': ['archiveTimeSpans', { compared: 'accepted', ...same('refused', 'ignored') }],
};

function same(...words: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(words.map((word) => [word, word]));
}

/** `2048 accepted, 4096 refused` */
function queryLength(seen: string): number | null {
  const match = /^(\d+) accepted, \d+ refused$/.exec(seen);
  return match === null ? null : Number(match[1]);
}

/** `UTC+02:00`; zones of other than whole hours have no name without a place. */
function zoneOf(seen: string): string | null {
  const [, sign, hours] = /^UTC([+-])(\d\d):00$/.exec(seen) ?? [];
  if (sign === undefined) return null;
  return Number(hours) === 0 ? 'UTC' : `Etc/GMT${sign === '+' ? '-' : '+'}${Number(hours)}`;
}

function optionOf(topic: string, seen: string): readonly [string, JsonValue] | null {
  if (topic === 'query-length') return ['maxQueryChars', queryLength(seen)];
  if (topic === 'when-zone') return ['whenZone', zoneOf(seen)];
  const [option, values] = quirks[topic] ?? [];
  return option === undefined ? null : [option, values?.[seen] ?? null];
}

const textAt = (finding: JsonRecord, name: string): string => {
  const value = finding[name];
  return typeof value === 'string' ? value : '';
};

/** @returns the options; null: this is no report of the doctor */
export function optionsLike(report: JsonValue): EmulatorOptions | null {
  const findings = isRecord(report) ? report['findings'] : null;
  if (findings === undefined || !isList(findings)) return null;
  const options = findings
    .filter(isRecord)
    .map((finding) => optionOf(textAt(finding, 'topic'), textAt(finding, 'seen')))
    .filter((option) => option !== null)
    .filter(([, value]) => value !== null);
  return Object.fromEntries(options) as EmulatorOptions; // by the table above
}
