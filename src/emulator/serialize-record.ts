/**
 * A stored record as this server writes it: the properties of its generation, its way of writing no flags, and dates in its zone.
 * What of it is selected is decided afterwards.
 */
import { storedTimeMs } from './clock.js';
import { isList, isRecord } from './json-record.js';
import type { JsonRecord, JsonValue } from './json-record.js';
import type { Property, Shape } from './select/shape.js';
import { isOfGeneration } from './select/shape.js';
import type { ServerQuirks } from './server-quirks.js';

export interface Serialization {
  readonly shape: Shape;
  readonly quirks: ServerQuirks;
  /** The value of SO-TimeZone, if one came. */
  readonly timeZone: string | null;
}

const whenFields: ReadonlySet<string> = new Set([
  ...['WhenRequested', 'WhenStarted', 'WhenEnded', 'WhenIdle', 'WhenFetched'],
]);

export function serializeRecord(record: JsonRecord, writing: Serialization): JsonRecord {
  const known = { ...knownProperties(record, writing.shape, writing.quirks), ...missingDefaults(record, writing) };
  return Object.fromEntries(Object.entries(known).map(([name, value]) => [name, serializeValue(name, value, writing)]));
}

function serializeValue(name: string, value: JsonValue, { quirks: readings, timeZone }: Serialization): JsonValue {
  if (name === 'Flags' && value === '') return readings.noFlags ?? value;
  if (!whenFields.has(name)) return value;
  const timeMs = storedTimeMs(value);
  return timeMs === null || timeMs > lastTimeMs ? value : (serializeTime(timeMs, readings, timeZone) ?? value);
}

/** Beyond it lies "for ever". */
const lastTimeMs = Date.UTC(9998, 0, 1);

/** Null: as it is stored. */
function serializeTime(timeMs: number, readings: ServerQuirks, timeZone: string | null): string | null {
  const { whenZone, timeZoneHeader = 'ignore' } = readings;
  const isAsked = timeZone !== null && /^utc\b.*includeTZOffset/i.test(timeZone);
  if (isAsked && timeZoneHeader === 'convert') return `${wallTime(timeMs, 'UTC')}Z`;
  if (isAsked && timeZoneHeader === 'label') return `${wallTime(timeMs, whenZone ?? 'UTC')}Z`;
  return whenZone === undefined ? null : wallTime(timeMs, whenZone);
}

/** `2026-01-31T13:00:00`, as clocks in that zone show it; Sweden writes dates that way. */
function wallTime(timeMs: number, zone: string): string {
  return new Date(timeMs).toLocaleString('sv-SE', { timeZone: zone }).replace(' ', 'T');
}

/** Without the names that this server does not have, at any depth. */
function knownProperties(record: JsonRecord, shape: Shape, readings: ServerQuirks): JsonRecord {
  if ((readings.generation ?? 'both') === 'both') return record;
  const entries = Object.entries(record).flatMap(([name, value]): [string, JsonValue][] => {
    const property = shape.get(name.toLowerCase());
    if (property && !isOfGeneration(property, readings.generation)) return [];
    return [[name, knownValue(value, property, readings)]];
  });
  return Object.fromEntries(entries);
}

/** What only servers of this generation have, where the record comes from another one: a server leaves none of its properties out. */
function missingDefaults(record: JsonRecord, { shape, quirks: { generation = 'both' } }: Serialization): JsonRecord {
  if (generation === 'both') return {};
  const own = [...shape.values()].filter((property) => property.generation && isOfGeneration(property, generation));
  const missing = own.filter(({ name }) => !(name in record));
  return Object.fromEntries(
    missing.map((property) => [property.name, property.kind === 'value' ? property.zero : null]),
  );
}

function knownValue(value: JsonValue, property: Property | undefined, readings: ServerQuirks): JsonValue {
  if (!property || !('shape' in property)) return value;
  if (isRecord(value)) return knownProperties(value, property.shape, readings);
  return isList(value) ? value.map((item) => knownValue(item, property, readings)) : value;
}
