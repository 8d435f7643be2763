/**
 * What a carrier's properties are called and what .NET type they have, and the short way of writing that down.
 * Property names are found in any case; each property knows its own spelling.
 */
import type { JsonValue } from '../json-record.js';
import type { ServerReadings } from '../server-readings.js';

type Kind =
  /** Int, double, boolean, enum or date: cannot be null in .NET; `zero` is its default. */
  | {
      readonly kind: 'value';
      readonly zero: JsonValue;
      /** Of an enum that clients also send as a number: its names by number. */
      readonly names?: readonly string[];
    }
  | { readonly kind: 'text' }
  | { readonly kind: 'object'; readonly shape: Shape }
  | { readonly kind: 'list'; readonly shape: Shape }
  /** A list of plain numbers. */
  | { readonly kind: 'numbers' }
  | { readonly kind: 'dictionary' };

export type Property = Kind & {
  readonly name: string;
  /** Left out: every server has it. `newer` than the specification, or `older` than today's servers. */
  readonly generation?: 'newer' | 'older';
};

/** By lower-case name. */
export type Shape = ReadonlyMap<string, Property>;

interface Members {
  readonly numbers?: string;
  readonly booleans?: string;
  readonly dates?: string;
  readonly texts?: string;
  readonly numberLists?: string;
  readonly dictionaries?: string;
  /** Name → the name of the enum's member 0, or its names by number. */
  readonly enums?: Readonly<Record<string, string | readonly [string, ...string[]]>>;
  readonly objects?: Readonly<Record<string, Shape>>;
  readonly lists?: Readonly<Record<string, Shape>>;
  /** Names among all these that the specification does not have yet. */
  readonly newer?: string;
  /** Names that today's servers do not have any more. */
  readonly older?: string;
}

export function shapeOf(members: Members): Shape {
  const shape = new Map(propertiesOf(members));
  for (const [generation, names] of [['newer', members.newer] as const, ['older', members.older] as const]) {
    for (const key of names?.toLowerCase().trim().split(/\s+/) ?? []) {
      const property = shape.get(key);
      if (property) shape.set(key, { ...property, generation });
    }
  }
  return shape;
}

/** Whether a server of this generation has the property. */
export function isOfGeneration({ generation }: Property, server: ServerReadings['generation'] = 'both'): boolean {
  if (generation === undefined || server === 'both') return true;
  return generation === 'newer' ? server === 'current' : server === 'specification';
}

function propertiesOf(members: Members): [string, Property][] {
  const value = (zero: JsonValue) => (): Kind => ({ kind: 'value', zero });
  return [
    ...named(members.numbers, value(0)),
    ...named(members.booleans, value(false)),
    ...named(members.dates, value('0001-01-01T00:00:00')),
    ...named(members.texts, () => ({ kind: 'text' })),
    ...named(members.numberLists, () => ({ kind: 'numbers' })),
    ...named(members.dictionaries, () => ({ kind: 'dictionary' })),
    ...keyed(members.enums, (names) => enumOf(names)),
    ...keyed(members.objects, (shape) => ({ kind: 'object', shape })),
    ...keyed(members.lists, (shape) => ({ kind: 'list', shape })),
  ];
}

function enumOf(names: string | readonly [string, ...string[]]): Kind {
  return typeof names === 'string' ? { kind: 'value', zero: names } : { kind: 'value', zero: names[0], names };
}

function named(names: string | undefined, kind: () => Kind): [string, Property][] {
  return (names?.trim().split(/\s+/) ?? []).map((name) => [name.toLowerCase(), { ...kind(), name }]);
}

function keyed<T>(entries: Readonly<Record<string, T>> | undefined, kind: (from: T) => Kind): [string, Property][] {
  return Object.entries(entries ?? {}).map(([name, from]) => [name.toLowerCase(), { ...kind(from), name }]);
}
