/**
 * Applies `$select` to a record: "other fields are then nulled out".
 * Only keys that the record has are rendered, in the record's order. A null object stays null.
 */
import { isList, isRecord } from '../json-record.js';
import type { JsonRecord, JsonValue } from '../json-record.js';
import type { ServerQuirks } from '../server-quirks.js';
import type { Property, Shape } from './shape.js';
import type { SelectTree } from './read-select.js';

interface Projection extends Pick<ServerQuirks, 'unselected' | 'noFlags'> {
  /** Null inside a dictionary, whose values have no published type. */
  readonly shape: Shape | null;
}

export function projectRecord(record: JsonRecord, tree: SelectTree, projection: Projection): JsonRecord {
  const entries = Object.entries(record).flatMap(([name, value]): [string, JsonValue][] => {
    const selected = tree.get(name.toLowerCase());
    const property = projection.shape?.get(name.toLowerCase());
    if (selected === 'whole') return [[name, value]];
    if (selected) return [[name, projectValue(value, selected, nestedProjection(property, projection))]];
    if (projection.unselected === 'absent') return [];
    return [[name, unselectedValue(property, projection)]];
  });
  return Object.fromEntries(entries);
}

function projectValue(value: JsonValue, tree: SelectTree, projection: Projection): JsonValue {
  if (isList(value)) return value.map((item) => projectValue(item, tree, projection));
  return isRecord(value) ? projectRecord(value, tree, projection) : value;
}

function nestedProjection(property: Property | undefined, projection: Projection): Projection {
  return { ...projection, shape: property && 'shape' in property ? property.shape : null };
}

function unselectedValue(property: Property | undefined, { unselected, noFlags }: Projection): JsonValue {
  if (unselected !== 'default' || property?.kind !== 'value') return null;
  return property.name === 'Flags' ? (noFlags ?? property.zero) : property.zero;
}
