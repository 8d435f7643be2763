/**
 * "Other fields are then nulled out": a record as it looks under a `$select`.
 * Only keys that the record has are rendered, in its own order. A null object stays null.
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

export function projectRecord(record: JsonRecord, tree: SelectTree, rendering: Projection): JsonRecord {
  const entries = Object.entries(record).flatMap(([name, value]): [string, JsonValue][] => {
    const wanted = tree.get(name.toLowerCase());
    const property = rendering.shape?.get(name.toLowerCase());
    if (wanted === 'whole') return [[name, value]];
    if (wanted) return [[name, projectValue(value, wanted, innerRendering(property, rendering))]];
    if (rendering.unselected === 'absent') return [];
    return [[name, unselectedValue(property, rendering)]];
  });
  return Object.fromEntries(entries);
}

function projectValue(value: JsonValue, tree: SelectTree, rendering: Projection): JsonValue {
  if (isList(value)) return value.map((item) => projectValue(item, tree, rendering));
  return isRecord(value) ? projectRecord(value, tree, rendering) : value;
}

function innerRendering(property: Property | undefined, rendering: Projection): Projection {
  return { ...rendering, shape: property && 'shape' in property ? property.shape : null };
}

function unselectedValue(property: Property | undefined, { unselected, noFlags }: Projection): JsonValue {
  if (unselected !== 'default' || property?.kind !== 'value') return null;
  return property.name === 'Flags' ? (noFlags ?? property.zero) : property.zero;
}
