/**
 * The core of the gateway: one entry per GraphQL field says which carrier properties it needs and how they are read.
 * plan/ selects by these entries and resolvers/ read by them, so that both agree.
 * An entry is one line:
 *
 *   const { scalar, embedded, value, link, computed } = fieldsOf('ChatSessionEntity');
 *   whenRequested: scalar('WhenRequested', readDateTime),
 *   user: embedded('User', () => associateEntity),       // a carrier inside this one: its selection is pushed down
 *   tableRight: value('TableRight', readObject<TableRightCarrier>()), // selected by its bare name, without its parts
 *   rating: scalar('Rating', readInt),                   // contract/versions.ts lists it: older servers lack it
 *   personFullname: scalar('PersonFullname', readText),  // versions.ts has its older name: both are requested
 *   topic: link('TopicId', readReference),               // its own loader fetches it: only the foreign key is selected
 *   isOpen: computed(['Status'], (view, readContext) => …), // computed from the listed properties
 */
import type { PublishedCarrier } from '../contract/contract.js';
import type { PublishedTypes } from '../contract/generated/types.js';
import { newerIn, renamedIn } from '../contract/versions.js';
import type { CarrierView, PropertyOf } from './carrier-view.js';
import { readReference } from './identifiers.js';
import { type FieldArguments, isAbsent, type Reader, type ReadContext } from './read-context.js';

export interface PlainEntry<Carrier, Value> {
  readonly kind: 'plain';
  /** Properties to select, in order of preference: the current name, then an older one. */
  readonly needs: readonly PropertyOf<Carrier>[];
  /** Only some versions of SuperOffice have these properties; undefined: all have them. */
  readonly isVersioned?: true;
  read(view: CarrierView<Carrier>, readContext: ReadContext, args: FieldArguments): Value;
}

export interface EmbeddedEntry<Carrier, Child> {
  readonly kind: 'embedded';
  readonly needs: readonly [PropertyOf<Carrier>];
  /** A function, because entities may name each other. */
  readonly entity: () => Embeddable<Child>;
  read(view: CarrierView<Carrier>, readContext: ReadContext, args: FieldArguments): CarrierView<Child> | null;
}

/** A field whose value needs another call: `read` returns the key that its resolver fetches by. */
export interface LinkEntry<Carrier, Key> {
  readonly kind: 'link';
  readonly needs: readonly [PropertyOf<Carrier>, ...PropertyOf<Carrier>[]];
  /** What of the property is selected, where it is a carrier; default: all of it. */
  readonly part?: ReadonlySet<string>;
  /** The key to fetch by; null where there is nothing to fetch. */
  read(view: CarrierView<Carrier>, readContext: ReadContext, args: FieldArguments): Key | null;
}

export type FieldEntry<Carrier> =
  PlainEntry<Carrier, unknown> | EmbeddedEntry<Carrier, never> | LinkEntry<Carrier, unknown>;

/** GraphQL field name → entry. */
export type FieldTable<Carrier> = Readonly<Record<string, FieldEntry<Carrier>>>;

/** A carrier that can be embedded in another one. */
export interface Embeddable<Carrier> {
  /** The GraphQL type. */
  readonly name: string;
  /** The property that holds its id, which is always selected with it; null: it has none (settings, opening hours). */
  readonly identity: PropertyOf<Carrier> | null;
  readonly fields: FieldTable<Carrier>;
}

/** A carrier with an identity: loaders and reference resolvers can fetch it. */
export interface Entity<Carrier> extends Embeddable<Carrier> {
  readonly identity: PropertyOf<Carrier>;
}

/** The value of a renamed property: it arrives under one of its names, depending on the server's version. */
function firstPresent<Carrier>(view: CarrierView<Carrier>, names: readonly PropertyOf<Carrier>[]): unknown {
  for (const name of names) {
    const value = view.read(name);
    if (!isAbsent(value)) return value;
  }
  return null;
}

/** Reads the name that the server sends. */
const renamedEntry = <Carrier, Value>(
  needs: readonly PropertyOf<Carrier>[],
  reader: Reader<Value>,
): PlainEntry<Carrier, Value> => ({
  kind: 'plain',
  needs,
  isVersioned: true,
  read: (view, readContext, args) => reader(firstPresent(view, needs), readContext, args),
});

/** The properties of a carrier that only some versions of SuperOffice have. */
export interface CarrierVersions {
  /** Properties that older servers lack. */
  readonly newer: ReadonlySet<string>;
  /** Current name → older name. */
  readonly older: Readonly<Record<string, string>>;
}

const noVersions: CarrierVersions = { newer: new Set(), older: {} };

/** The kinds of entry for a type of the Chat agent. */
export const fieldsOf = <Name extends keyof PublishedTypes>(type: Name) =>
  fieldsOfCarrier<PublishedCarrier<Name>>({ newer: new Set(newerIn(type)), older: renamedIn(type) });

/** The kinds of entry for one carrier; the type parameter lets the compiler refuse properties that the carrier lacks. */
export function fieldsOfCarrier<Carrier>({ newer, older }: CarrierVersions = noVersions) {
  /** A renamed property is requested under both names. */
  const scalar = <Value>(property: PropertyOf<Carrier>, reader: Reader<Value>): PlainEntry<Carrier, Value> => {
    const olderName = older[property] as PropertyOf<Carrier> | undefined; // the list is checked against the contract
    if (olderName !== undefined) return renamedEntry([property, olderName], reader);
    const isVersioned = newer.has(property) && { isVersioned: true as const };
    const read: PlainEntry<Carrier, Value>['read'] = (view, readContext, args) =>
      reader(view.read(property), readContext, args);
    return { kind: 'plain', needs: [property], ...isVersioned, read };
  };

  /** A carrier inside this one. A carrier with an identity is null where its id is missing, null, 0 or -1. */
  const embedded = <Property extends PropertyOf<Carrier>>(
    property: Property,
    entity: () => Embeddable<NonNullable<Carrier[Property]>>,
  ): EmbeddedEntry<Carrier, NonNullable<Carrier[Property]>> => ({
    kind: 'embedded',
    needs: [property],
    entity,
    read: (view, readContext, args) => {
      const child = view.embed(property);
      const { identity } = entity();
      if (child === null || identity === null) return child;
      return readReference(child.read(identity), readContext, args) === null ? null : child;
    },
  });

  /** A link whose key consists of several properties. */
  const linkBy = <Key>(
    needs: LinkEntry<Carrier, Key>['needs'],
    read: LinkEntry<Carrier, Key>['read'],
  ): LinkEntry<Carrier, Key> => ({ kind: 'link', needs, read });

  const link = <Key>(property: PropertyOf<Carrier>, reader: Reader<Key | null>): LinkEntry<Carrier, Key> =>
    linkBy([property], (view, readContext, args) => reader(view.read(property), readContext, args));

  /** A field that SuperOffice does not have: it is computed from the listed properties. */
  const computed = <Value>(
    needs: readonly PropertyOf<Carrier>[],
    read: (view: CarrierView<Carrier>, readContext: ReadContext) => Value,
  ): PlainEntry<Carrier, Value> => ({ kind: 'plain', needs, read });

  /** `value` is an object or list that is read like a scalar and selected by its bare name, without its parts. */
  return { scalar, value: scalar, embedded, link, linkBy, computed };
}
