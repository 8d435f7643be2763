/** Read contexts and views for tests that read carriers without a server. */
import { CarrierView } from '../../src/entities/carrier-view.js';
import type { FieldTable } from '../../src/entities/field-table.js';
import type { FieldArguments, ReadContext } from '../../src/entities/read-context.js';

export interface RecordedReading extends ReadContext {
  /** Reported unknown names, as `enumeration: name`. */
  readonly reported: readonly string[];
}

export function readingIn(baseTimeZone: string, more: Partial<ReadContext> = {}): RecordedReading {
  const reported: string[] = [];
  return {
    baseTimeZone,
    nowMs: Date.parse('2020-01-01T12:00:00Z'),
    customerGoneAfterMs: 60_000,
    reported,
    reportUnrecognized: (enumeration, name) => {
      reported.push(`${enumeration}: ${name}`);
    },
    ...more,
  };
}

/** A view of the whole record. */
export function wholeView<Carrier>(record: Readonly<Record<string, unknown>>): CarrierView<Carrier> {
  return new CarrierView<Carrier>(record, 'whole');
}

/** The value of every field of the table; embedded entities are views. */
export function readAll(
  fields: FieldTable<never>,
  record: Readonly<Record<string, unknown>>,
  args: FieldArguments = {},
): Readonly<Record<string, unknown>> {
  const reading = readingIn('UTC');
  return Object.fromEntries(
    Object.entries(fields).map(([name, entry]) => [name, entry.read(wholeView(record), reading, args)]),
  );
}

/** The error that the function throws. @throws {Error} it throws none */
export function thrownBy(act: () => unknown): Error & { readonly code?: string; readonly detail?: string } {
  try {
    act();
  } catch (error) {
    if (error instanceof Error) return error;
  }
  throw new Error('expected an error, and none was thrown');
}
