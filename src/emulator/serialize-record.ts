/**
 * A stored record under the server's quirks: the properties of its generation, its value for no flags, and dates in its zone.
 * `$select` is applied afterwards.
 */
import { storedTimeMs } from './clock.js';
import { isList, isRecord } from './json-record.js';
import type { JsonRecord, JsonValue } from './json-record.js';
import { isOfGeneration, type Property, type Shape } from './select/shape.js';
import type { ServerQuirks } from './server-quirks.js';

export interface Serialization {
  readonly shape: Shape;
  readonly quirks: ServerQuirks;
  /** The value of SO-TimeZone; null without the header. */
  readonly timeZone: string | null;
}

const whenFields: ReadonlySet<string> = new Set('WhenRequested WhenStarted WhenEnded WhenIdle WhenFetched'.split(' '));

export function serializeRecord(record: JsonRecord, serialization: Serialization): JsonRecord {
  const known = {
    ...knownProperties(record, serialization.shape, serialization.quirks),
    ...missingDefaults(record, serialization),
  };
  return Object.fromEntries(
    Object.entries(known).map(([name, value]) => [name, serializeValue(name, value, serialization)]),
  );
}

function serializeValue(name: string, value: JsonValue, { quirks, timeZone }: Serialization): JsonValue {
  if (name === 'Flags' && value === '') return quirks.noFlags ?? value;
  if (!whenFields.has(name)) return value;
  const timeMs = storedTimeMs(value);
  return timeMs === null || timeMs > lastTimeMs ? value : (serializeTime(timeMs, quirks, timeZone) ?? value);
}

/** Later dates mean "no end". */
const lastTimeMs = Date.UTC(9998, 0, 1);

/** Null: keep the stored text. */
function serializeTime(timeMs: number, quirks: ServerQuirks, timeZone: string | null): string | null {
  const { whenZone, timeZoneHeader = 'ignore' } = quirks;
  const isRequested = timeZone !== null && /^utc\b.*includeTZOffset/i.test(timeZone);
  if (isRequested && timeZoneHeader === 'convert') return `${wallTime(timeMs, 'UTC')}Z`;
  if (isRequested && timeZoneHeader === 'label') return `${wallTime(timeMs, whenZone ?? 'UTC')}Z`;
  return whenZone === undefined ? null : wallTime(timeMs, whenZone);
}

/** Local time in that zone, `2026-01-31T13:00:00`; the Swedish locale has this format. */
function wallTime(timeMs: number, zone: string): string {
  return new Date(timeMs).toLocaleString('sv-SE', { timeZone: zone }).replace(' ', 'T');
}

/** Removes the properties of another generation, at any depth. */
function knownProperties(record: JsonRecord, shape: Shape, quirks: ServerQuirks): JsonRecord {
  if ((quirks.generation ?? 'both') === 'both') return record;
  const entries = Object.entries(record).flatMap(([name, value]): [string, JsonValue][] => {
    const property = shape.get(name.toLowerCase());
    if (property && !isOfGeneration(property, quirks.generation)) return [];
    return [[name, knownValue(value, property, quirks)]];
  });
  return Object.fromEntries(entries);
}

/** Defaults for the properties that only this generation has: a server leaves none of its properties out. */
function missingDefaults(record: JsonRecord, { shape, quirks: { generation = 'both' } }: Serialization): JsonRecord {
  if (generation === 'both') return {};
  const own = [...shape.values()].filter((property) => property.generation && isOfGeneration(property, generation));
  const missing = own.filter(({ name }) => !(name in record));
  return Object.fromEntries(
    missing.map((property) => [property.name, property.kind === 'value' ? property.zero : null]),
  );
}

function knownValue(value: JsonValue, property: Property | undefined, quirks: ServerQuirks): JsonValue {
  if (!property || !('shape' in property)) return value;
  if (isRecord(value)) return knownProperties(value, property.shape, quirks);
  return isList(value) ? value.map((item) => knownValue(item, property, quirks)) : value;
}
