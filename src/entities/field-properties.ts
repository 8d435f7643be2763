/**
 * Reads the dictionaries of SuperOffice's carriers as lists sorted by name, because GraphQL has no maps.
 */
import { isRecord } from '../base/json-record.js';
import type { FieldPropertyCarrier } from '../superoffice/carriers.js';
import { CarrierView } from './carrier-view.js';
import type { FieldTable } from './field-table.js';
import { isAbsent, type Reader, unreadable } from './read-context.js';

type DictionaryEntry = readonly [name: string, value: unknown];

/** A dictionary entry that is an object: its own properties, and its key as `Name`. */
export type Named<Carrier> = Carrier & { readonly Name: string };

export type NamedFieldProperty = Named<FieldPropertyCarrier>;

const compareNames = (first: DictionaryEntry, second: DictionaryEntry): number => (first[0] < second[0] ? -1 : 1);

function sortedEntries(value: unknown): readonly DictionaryEntry[] | null {
  if (isAbsent(value)) return null;
  if (!isRecord(value)) throw unreadable('a dictionary');
  return Object.entries(value).sort(compareNames);
}

type Keys = Readonly<Partial<Record<string, readonly string[]>>>;

/** The keys that the client's names select: each is a field of this table, a property of the carrier, or a key itself. null: all. */
function selectedKeys(names: unknown, table: FieldTable<never>, keys: Keys): ReadonlySet<string> | null {
  if (!Array.isArray(names)) return null;
  const keysOf = (property: string): readonly string[] =>
    Object.hasOwn(keys, property) ? [property, ...(keys[property] ?? [])] : [property];
  const needsOf = (name: string): readonly string[] => (Object.hasOwn(table, name) ? (table[name]?.needs ?? []) : []);
  return new Set(names.flatMap((name: string) => [name, ...needsOf(name)]).flatMap(keysOf));
}

function asNamed<Carrier>([Name, value]: DictionaryEntry): CarrierView<Named<Carrier>> {
  return new CarrierView<Named<Carrier>>({ ...(isRecord(value) ? value : {}), Name }, 'whole');
}

/** A dictionary of objects; an entry that is null has only a name. */
export function readNamedObjects<Carrier>(): Reader<readonly CarrierView<Named<Carrier>>[] | null> {
  return (value) => sortedEntries(value)?.map((entry) => asNamed<Carrier>(entry)) ?? null;
}

/**
 * The rights and lengths of a carrier's fields, filtered by the argument `names`.
 * @param table of the carrier that has the dictionary: it maps field names to properties
 * @param keys the dictionary's keys that are not the property's name
 */
export function readFieldProperties(
  table: () => FieldTable<never>,
  keys: Keys = {},
): Reader<readonly CarrierView<NamedFieldProperty>[] | null> {
  return (value, _readContext, { names }) => {
    const selected = selectedKeys(names, table(), keys);
    const entries = sortedEntries(value)?.filter(([name]) => selected === null || selected.has(name));
    return entries?.map((entry) => asNamed<FieldPropertyCarrier>(entry)) ?? null;
  };
}

/** One user-defined value. */
export interface NamedValue {
  readonly Name: string;
  readonly Value: unknown;
}

/** `CustomFields` and `ExtraFields`: name and value, both text. */
export const readCustomFields: Reader<readonly CarrierView<NamedValue>[] | null> = (value) =>
  sortedEntries(value)?.map(([Name, Value]) => new CarrierView({ Name, Value }, 'whole')) ?? null;
