/**
 * "Other fields are then nulled out": a record as it looks under a `$select`.
 * Only keys that the record has are rendered, in its own order. A null object stays null.
 */
import type { EmulatorOptions } from '../emulator-options.js';
import { isList, isRecord } from '../json-record.js';
import type { JsonRecord, JsonValue } from '../json-record.js';
import type { Property, Shape } from './shape.js';
import type { SelectTree } from './read-select.js';

interface Rendering extends Pick<EmulatorOptions, 'unselected'> {
  /** Null inside a dictionary, whose values have no published type. */
  readonly shape: Shape | null;
}

export function projectRecord(record: JsonRecord, tree: SelectTree, rendering: Rendering): JsonRecord {
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

function projectValue(value: JsonValue, tree: SelectTree, rendering: Rendering): JsonValue {
  if (isList(value)) return value.map((item) => projectValue(item, tree, rendering));
  return isRecord(value) ? projectRecord(value, tree, rendering) : value;
}

function innerRendering(property: Property | undefined, { unselected }: Rendering): Rendering {
  const shape = property && 'shape' in property ? property.shape : null;
  return unselected === undefined ? { shape } : { shape, unselected };
}

function unselectedValue(property: Property | undefined, { unselected }: Rendering): JsonValue {
  return unselected === 'default' && property?.kind === 'value' ? property.zero : null;
}
