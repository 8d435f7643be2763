/**
 * The centre of the gateway: one entry per GraphQL field says which carrier properties it needs and how they are read.
 * selection/ asks an entry what to select, resolvers/ ask it how to read: neither can drift from the other.
 * An entry is one line that can be read aloud:
 *
 *   const { scalar, embedded, value } = fieldsOf<ChatSessionCarrier>();
 *   whenRequested: scalar('WhenRequested', readDateTime),
 *   user: embedded('User', () => associateEntity),       // an entity of its own: its selection is pushed down
 *   tableRight: value('TableRight', readObject<TableRightCarrier>()), // no identity of its own: asked for by its bare name
 *   personFullname: renamed(['PersonFullname', 'CustFullname'], readText), // whichever the server sends
 */
import type { CarrierView, PropertyOf } from './carrier-view.js';
import { readReference } from './identifiers.js';
import { isAbsent, type FieldArguments, type Reader, type Reading } from './reading.js';

export interface PlainEntry<Carrier, Value> {
  readonly kind: 'plain';
  /** Properties to select, in order of preference: a renamed one lists its newer name first. */
  readonly needs: readonly PropertyOf<Carrier>[];
  read(view: CarrierView<Carrier>, reading: Reading, args: FieldArguments): Value;
}

export interface EmbeddedEntry<Carrier, Child> {
  readonly kind: 'embedded';
  readonly needs: readonly [PropertyOf<Carrier>];
  /** A function, because entities may name each other. */
  readonly entity: () => Entity<Child>;
  read(view: CarrierView<Carrier>, reading: Reading, args: FieldArguments): CarrierView<Child> | null;
}

export type FieldEntry<Carrier> = PlainEntry<Carrier, unknown> | EmbeddedEntry<Carrier, never>;

/** GraphQL field name → entry. */
export type FieldTable<Carrier> = Readonly<Record<string, FieldEntry<Carrier>>>;

/** A carrier with an identity: what loads and reference resolvers are about. */
export interface Entity<Carrier> {
  /** The GraphQL type. */
  readonly name: string;
  /** The property that holds its id; selected whenever the entity is. */
  readonly identity: PropertyOf<Carrier>;
  readonly fields: FieldTable<Carrier>;
}

/** The value of a property that was renamed: it comes under one of its names, depending on the server's version. */
function firstPresent<Carrier>(view: CarrierView<Carrier>, names: readonly PropertyOf<Carrier>[]): unknown {
  for (const name of names) {
    const value = view.read(name);
    if (!isAbsent(value)) return value;
  }
  return null;
}

/** The kinds of entry for one carrier; the carrier is a phantom that makes the compiler refuse properties it lacks. */
export function fieldsOf<Carrier>() {
  const scalar = <Value>(property: PropertyOf<Carrier>, reader: Reader<Value>): PlainEntry<Carrier, Value> => ({
    kind: 'plain',
    needs: [property],
    read: (view, reading, args) => reader(view.read(property), reading, args),
  });

  /** A property that was renamed between server versions; the newer name first. Both are asked for. */
  const renamed = <Value>(
    properties: readonly PropertyOf<Carrier>[],
    reader: Reader<Value>,
  ): PlainEntry<Carrier, Value> => ({
    kind: 'plain',
    needs: properties,
    read: (view, reading, args) => reader(firstPresent(view, properties), reading, args),
  });

  /** An entity inside this one. It reads as null where its own id is missing, null, 0 or -1. */
  const embedded = <Property extends PropertyOf<Carrier>>(
    property: Property,
    entity: () => Entity<NonNullable<Carrier[Property]>>,
  ): EmbeddedEntry<Carrier, NonNullable<Carrier[Property]>> => ({
    kind: 'embedded',
    needs: [property],
    entity,
    read: (view, reading, args) => {
      const child = view.embed(property);
      return child && readReference(child.read(entity().identity), reading, args) !== null ? child : null;
    },
  });

  /** `value` is an object or list without an identity: read like a scalar, always asked for by its bare name. */
  return { scalar, renamed, value: scalar, embedded };
}
