/**
 * The centre of the gateway: one entry per GraphQL field says which carrier properties it needs and how they are read.
 * selection/ asks an entry what to select, resolvers/ ask it how to read: neither can drift from the other.
 * An entry is one line that can be read aloud:
 *
 *   const { scalar, embedded, value, link, computed } = fieldsOf<ChatSessionCarrier>();
 *   whenRequested: scalar('WhenRequested', readDateTime),
 *   user: embedded('User', () => associateEntity),       // a carrier inside this one: its selection is pushed down
 *   tableRight: value('TableRight', readObject<TableRightCarrier>()), // nothing of it is selected apart: its bare name
 *   rating: newer('Rating', readInt),                    // servers as old as the specification do not have it
 *   personFullname: renamed(['PersonFullname', 'CustFullname'], readText), // whichever the server sends
 *   topic: link('TopicId', readReference),               // fetched by a loader of its own: only the foreign key is needed here
 *   isOpen: computed(['Status'], (view, reading) => …),   // worked out here, from the properties that it lists
 */
import type { CarrierView, PropertyOf } from './carrier-view.js';
import { readReference } from './identifiers.js';
import { isAbsent, type FieldArguments, type Reader, type Reading } from './reading.js';

export interface PlainEntry<Carrier, Value> {
  readonly kind: 'plain';
  /** Properties to select, in order of preference: a renamed one lists its newer name first. */
  readonly needs: readonly PropertyOf<Carrier>[];
  /** Only some versions of SuperOffice have these properties; left out: all have. */
  readonly isVersioned?: true;
  read(view: CarrierView<Carrier>, reading: Reading, args: FieldArguments): Value;
}

export interface EmbeddedEntry<Carrier, Child> {
  readonly kind: 'embedded';
  readonly needs: readonly [PropertyOf<Carrier>];
  /** A function, because entities may name each other. */
  readonly entity: () => Embeddable<Child>;
  read(view: CarrierView<Carrier>, reading: Reading, args: FieldArguments): CarrierView<Child> | null;
}

/** A field whose value another call brings: the resolver module fetches it, by what is read here. */
export interface LinkEntry<Carrier, Key> {
  readonly kind: 'link';
  readonly needs: readonly [PropertyOf<Carrier>, ...PropertyOf<Carrier>[]];
  /** The key to fetch by; null where there is nothing to fetch. */
  read(view: CarrierView<Carrier>, reading: Reading, args: FieldArguments): Key | null;
}

export type FieldEntry<Carrier> =
  PlainEntry<Carrier, unknown> | EmbeddedEntry<Carrier, never> | LinkEntry<Carrier, unknown>;

/** GraphQL field name → entry. */
export type FieldTable<Carrier> = Readonly<Record<string, FieldEntry<Carrier>>>;

/** A carrier that can lie inside another one. */
export interface Embeddable<Carrier> {
  /** The GraphQL type. */
  readonly name: string;
  /** The property that holds its id, selected whenever it is; null: it has none (settings, opening hours). */
  readonly identity: PropertyOf<Carrier> | null;
  readonly fields: FieldTable<Carrier>;
}

/** A carrier with an identity: what loads and reference resolvers are about. */
export interface Entity<Carrier> extends Embeddable<Carrier> {
  readonly identity: PropertyOf<Carrier>;
}

/** The value of a property that was renamed: it comes under one of its names, depending on the server's version. */
function firstPresent<Carrier>(view: CarrierView<Carrier>, names: readonly PropertyOf<Carrier>[]): unknown {
  for (const name of names) {
    const value = view.read(name);
    if (!isAbsent(value)) return value;
  }
  return null;
}

const versioned = <Carrier, Value>(entry: PlainEntry<Carrier, Value>): PlainEntry<Carrier, Value> => ({
  ...entry,
  isVersioned: true,
});

/** The kinds of entry for one carrier; the carrier is a phantom that makes the compiler refuse properties it lacks. */
export function fieldsOf<Carrier>() {
  const scalar = <Value>(property: PropertyOf<Carrier>, reader: Reader<Value>): PlainEntry<Carrier, Value> => ({
    kind: 'plain',
    needs: [property],
    read: (view, reading, args) => reader(view.read(property), reading, args),
  });

  /** A property that the specification does not have yet, so that older servers may refuse to be asked for it. */
  const newer = <Value>(property: PropertyOf<Carrier>, reader: Reader<Value>) => versioned(scalar(property, reader));

  /** A property that was renamed between server versions; the newer name first. Both are asked for. */
  const renamed = <Value>(properties: readonly PropertyOf<Carrier>[], reader: Reader<Value>) =>
    versioned<Carrier, Value>({
      kind: 'plain',
      needs: properties,
      read: (view, reading, args) => reader(firstPresent(view, properties), reading, args),
    });

  /** A carrier inside this one. One that has an identity reads as null where its id is missing, null, 0 or -1. */
  const embedded = <Property extends PropertyOf<Carrier>>(
    property: Property,
    entity: () => Embeddable<NonNullable<Carrier[Property]>>,
  ): EmbeddedEntry<Carrier, NonNullable<Carrier[Property]>> => ({
    kind: 'embedded',
    needs: [property],
    entity,
    read: (view, reading, args) => {
      const child = view.embed(property);
      const { identity } = entity();
      if (child === null || identity === null) return child;
      return readReference(child.read(identity), reading, args) === null ? null : child;
    },
  });

  /** A link whose key is made of several properties. */
  const linkBy = <Key>(
    needs: LinkEntry<Carrier, Key>['needs'],
    read: LinkEntry<Carrier, Key>['read'],
  ): LinkEntry<Carrier, Key> => ({ kind: 'link', needs, read });

  const link = <Key>(property: PropertyOf<Carrier>, reader: Reader<Key | null>): LinkEntry<Carrier, Key> =>
    linkBy([property], (view, reading, args) => reader(view.read(property), reading, args));

  /** A field that SuperOffice does not have: worked out from the properties it lists. */
  const computed = <Value>(
    needs: readonly PropertyOf<Carrier>[],
    read: (view: CarrierView<Carrier>, reading: Reading) => Value,
  ): PlainEntry<Carrier, Value> => ({ kind: 'plain', needs, read });

  /** `value` is an object or list that is never taken apart: read like a scalar, asked for by its bare name. */
  return { scalar, newer, renamed, value: scalar, embedded, link, linkBy, computed };
}
