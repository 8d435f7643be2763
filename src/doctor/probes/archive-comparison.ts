/** Compares a row of an archive with the session itself. */
import { isRecord, type JsonRecord } from '../../base/json-record.js';
import { sessionOf, type RowSource, type SessionArchive } from '../../catalog/archive/archive-columns.js';
import { chatArchive, dynamicArchive } from '../../catalog/archive/session-archives.js';
import { newerIn } from '../../contract/versions.js';
import { CarrierView } from '../../entities/carrier-view.js';
import { chatSessionEntity, chatSessionFields } from '../../entities/chat-session.js';
import type { Embeddable } from '../../entities/field-table.js';
import { GatewayError } from '../../errors/gateway-error.js';
import { readRows } from '../../superoffice/archive/archive-rows.js';
import type { ChatSessionCarrier } from '../../superoffice/carriers.js';
import type { ProbeResponse } from '../probe-client.js';
import { sessionRequest } from './connection.js';

/** Of what every version of SuperOffice has: older ones may refuse other names. */
export const allSources = ({ columns }: SessionArchive): readonly RowSource[] =>
  Object.entries(columns)
    .filter(([property]) => !newerIn('ChatSessionEntity').includes(property))
    .flatMap(([property, source]): readonly RowSource[] => {
      if (!('parts' in source)) return [{ property, part: null, source }];
      return Object.entries(source.parts).map(([part, one]) => ({ property, part, source: one }));
    });

const pathOf = ({ property, part }: RowSource): string => (part === null ? property : `${property}/${part}`);

const paths = [chatArchive, dynamicArchive].flatMap((archive) => allSources(archive).map(pathOf));

/** Everything that some archive has, of the session itself. */
export const comparedSession = sessionRequest('the values that archives have, too', [...new Set(paths)].sort().join());

/** Rows of a response; null: it is no list. */
export const rowCount = ({ value }: ProbeResponse): number | null =>
  isRecord(value) && Array.isArray(value['value']) ? value['value'].length : null;

const readContext = {
  baseTimeZone: 'UTC', // dates of both are compared, in whatever zone
  nowMs: 0,
  customerGoneAfterMs: 0,
  reportUnrecognized: () => undefined,
};

/** A value as clients get it; a value that cannot be read is one, too. */
function readValue(read: () => unknown): unknown {
  try {
    return read();
  } catch (error) {
    if (error instanceof GatewayError) return 'unreadable';
    throw error;
  }
}

/** Names of fields with different values in two records, of those whose properties the sources have. */
function differences(
  entity: Embeddable<never>,
  [one, other]: readonly [JsonRecord, JsonRecord],
  sources: readonly RowSource[],
): readonly string[] {
  return Object.entries(entity.fields).flatMap(([field, entry]) => {
    const own = sources.filter(({ property }) => property === entry.needs[0]);
    if (entry.kind === 'embedded') {
      const parts = own.flatMap(({ part, source }) => (part === null ? [] : [{ property: part, part: null, source }]));
      const [first, second] = [one, other].map((record) => record[entry.needs[0]]);
      const both = [first, second].map((part) => (isRecord(part) ? part : {})) as [JsonRecord, JsonRecord]; // two, as mapped
      return differences(entry.entity(), both, parts).map((name) => `${field}.${name}`);
    }
    const isCovered = entry.needs.every((need) =>
      sources.some(({ property, part }) => property === need && part === null),
    );
    if (entry.kind === 'link' || !isCovered) return [];
    const [first, second] = [one, other].map((record) => {
      const view = new CarrierView<ChatSessionCarrier>(record, 'whole');
      return readValue(() => entry.read(view as never, readContext, {})); // of the entity's own carrier
    });
    return JSON.stringify(first) === JSON.stringify(second) ? [] : [field];
  });
}

/** How a row differs from the session itself. */
export function comparison(archive: SessionArchive, [session, row]: readonly [ProbeResponse, ProbeResponse]): string {
  const count = rowCount(row);
  if (count === null) return 'not there';
  const [first] = readRows(row.value);
  if (!first || !isRecord(session.value)) return 'no row';
  if (!first.isReadable) return 'not readable';
  const sources = allSources(archive);
  const names = differences(chatSessionEntity, [sessionOf(sources, first), session.value], sources);
  return names.length === 0 ? 'same values' : `differs in ${names.slice(0, 8).join(', ')}`;
}

/** How long the session's customer waited; null: it is not known, or not over. */
export function waitSecondsOf({ value }: ProbeResponse): number | null {
  if (!isRecord(value)) return null;
  const view = new CarrierView<ChatSessionCarrier>(value, 'whole');
  const untilForever = { ...readContext, nowMs: Infinity }; // such a time span is too long, and null
  const seconds = readValue(() => chatSessionFields.waitSeconds.read(view, untilForever, {}));
  return typeof seconds === 'number' ? seconds : null;
}
