/**
 * Reads a carrier that a client sends, as the server's binder does: names are case-insensitive, unknown ones are dropped,
 * values must have the property's type or be null. Rights are dropped, because only the server sets them.
 */
import { isList, isRecord } from '../json-record.js';
import type { JsonRecord, JsonValue } from '../json-record.js';
import type { Property, Shape } from './shape.js';

const rights = new Set(['TableRight', 'FieldProperties']);

/** @returns the record in SuperOffice's spelling; undefined when a value has the wrong type, at any depth */
export function readCarrier(record: JsonRecord, shape: Shape): JsonRecord | undefined {
  const read: Record<string, JsonValue> = {};
  for (const [name, value] of Object.entries(record)) {
    const property = shape.get(name.toLowerCase());
    if (!property || property.name in read || rights.has(property.name)) continue;
    const readValue = readProperty(value, property);
    if (readValue === undefined) return undefined;
    read[property.name] = readValue;
  }
  return read;
}

function readProperty(value: JsonValue, property: Property): JsonValue | undefined {
  if (value === null) return null;
  switch (property.kind) {
    case 'value':
      if (typeof value === 'number' && property.names) return namedNumber(value, property);
      return typeof value === typeof property.zero ? value : undefined;
    case 'text':
      if (typeof value !== 'string') return undefined;
      return timeNames.test(property.name) ? timeOfDay(value) : value;
    case 'object':
      return isRecord(value) ? readCarrier(value, property.shape) : undefined;
    case 'dictionary':
      return isRecord(value) ? value : undefined;
    case 'numbers':
      return isList(value) && value.every((item) => typeof item === 'number') ? value : undefined;
    case 'list':
      return isList(value) ? readList(value, property.shape) : undefined;
  }
}

function namedNumber(value: number, { names = [], isFlags }: Property & { kind: 'value' }): string | undefined {
  const [none, ...flags] = names;
  if (isFlags !== true || value === 0) return isFlags === true ? none : names[value];
  return flags.filter((_, bit) => (value & (1 << bit)) !== 0).join(', ');
}

/** Properties of ChatOpeningHours. */
const timeNames = /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun|Lunch)(?:Start|Stop)$/;

/** SuperOffice's client sends times of day as durations: PT8H30M. */
function timeOfDay(text: string): string {
  const match = /^PT(?:(\d{1,2})H)?(?:(\d{1,2})M)?(?:(\d{1,2})S)?$/.exec(text);
  if (match === null || text === 'PT') return text;
  return match
    .slice(1)
    .map((part = '') => part.padStart(2, '0'))
    .join(':');
}

/** Reads nested lists too, such as LocalizedAddress. */
function readList(items: readonly JsonValue[], shape: Shape): readonly JsonValue[] | undefined {
  const read = items.map((item) => {
    if (isList(item)) return readList(item, shape);
    return isRecord(item) ? readCarrier(item, shape) : undefined;
  });
  return read.every((item) => item !== undefined) ? read : undefined;
}
