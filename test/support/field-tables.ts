/**
 * A field table as a whole, for tests: what it asks for, and what a view reads as through all of it.
 */
import type { CarrierView } from '../../src/entities/carrier-view.js';
import type { FieldTable } from '../../src/entities/field-table.js';
import type { ReadContext } from '../../src/entities/read-context.js';
import { readingIn } from './readings.js';

/** SuperOffice's names of the properties that some field needs, each once. */
export function propertiesNeeded(fields: FieldTable<never>): string[] {
  return [...new Set(Object.values(fields).flatMap(({ needs }) => needs as readonly string[]))];
}

/** Every field of the table, read from a view that sees everything. */
export function fieldsRead<Carrier>(
  fields: FieldTable<Carrier>,
  view: CarrierView<Carrier>,
  reading: ReadContext = readingIn('UTC'),
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(fields).map(([name, entry]) => [name, entry.read(view, reading, {})]));
}
