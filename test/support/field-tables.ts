/** All fields of a field table, for tests: the properties that they need, and their values for a view. */
import type { CarrierView } from '../../src/entities/carrier-view.js';
import type { FieldTable } from '../../src/entities/field-table.js';
import type { ReadContext } from '../../src/entities/read-context.js';
import { readingIn } from './readings.js';

/** SuperOffice's names of the properties that the fields need, each once. */
export function propertiesNeeded(fields: FieldTable<never>): string[] {
  return [...new Set(Object.values(fields).flatMap(({ needs }) => needs as readonly string[]))];
}

/** The value of every field, read from a view of the whole record. */
export function fieldsRead<Carrier>(
  fields: FieldTable<Carrier>,
  view: CarrierView<Carrier>,
  reading: ReadContext = readingIn('UTC'),
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(fields).map(([name, entry]) => [name, entry.read(view, reading, {})]));
}
