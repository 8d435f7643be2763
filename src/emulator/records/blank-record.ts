/**
 * A blank record: every property of its carrier. Value types have their .NET default, texts are empty, the rest is null.
 */
import type { JsonRecord, JsonValue } from '../json-record.js';
import type { Property, Shape } from '../select/shape.js';

export function blankRecord(shape: Shape): JsonRecord {
  return Object.fromEntries([...shape.values()].map((property) => [property.name, blankOf(property)]));
}

function blankOf(property: Property): JsonValue {
  if (property.kind === 'value') return property.zero;
  return property.kind === 'text' ? '' : null;
}
