/**
 * What conversions are given beside the value, for tests that read carriers without a server.
 */
import { CarrierView } from '../../src/entities/carrier-view.js';
import type { FieldTable } from '../../src/entities/field-table.js';
import type { FieldArguments, ReadContext } from '../../src/entities/read-context.js';

export interface RecordedReading extends ReadContext {
  /** What was reported, as `enumeration: name`. */
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

/** The whole record, as a load that asked for everything sees it. */
export function wholeView<Carrier>(record: Readonly<Record<string, unknown>>): CarrierView<Carrier> {
  return new CarrierView<Carrier>(record, 'whole');
}

/** Every field of the table, read; values and embedded entities as the views that they are. */
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

/** The error that the act throws. @throws {Error} it throws none */
export function thrownBy(act: () => unknown): Error & { readonly code?: string; readonly detail?: string } {
  try {
    act();
  } catch (error) {
    if (error instanceof Error) return error;
  }
  throw new Error('expected an error, and none was thrown');
}
