/**
 * A contract contains the types that SuperOffice publishes about an agent; TypeScript derives the carriers from it. A property is
 * written as one of these:
 *
 *   'int' 'double' 'boolean' 'text' 'date' 'bytes' 'any'
 *   { of: 'Person' }                 // another type
 *   { oneOf: ['Invalid', 'InQueue'] } // an enum: the name of one member, or of several
 *   { list: … } { map: … }           // a list; values by name
 */
import type { PublishedTypes } from './generated/types.js';
import type { OlderProperties } from './versions.js';

interface PlainTypes {
  readonly int: number;
  readonly double: number;
  readonly boolean: boolean;
  readonly text: string;
  readonly date: string;
  readonly bytes: string;
  readonly any: unknown;
}

type ValueOf<Types, Written> = Written extends keyof PlainTypes
  ? PlainTypes[Written]
  : Written extends { readonly oneOf: unknown }
    ? string
    : Written extends { readonly of: infer Name extends keyof Types }
      ? CarrierIn<Types, Name>
      : Written extends { readonly list: infer Item }
        ? readonly (ValueOf<Types, Item> | null)[]
        : Written extends { readonly map: infer Item }
          ? Readonly<Record<string, ValueOf<Types, Item> | null>>
          : never;

/** Enum members are texts, because newer servers send new names. A property outside `$select` is absent or null. */
export type CarrierIn<Types, Name extends keyof Types> = {
  readonly [Property in keyof Types[Name]]?: ValueOf<Types, Types[Name][Property]> | null;
} & (Name extends keyof OlderProperties ? OlderProperties[Name] : unknown);

/** A published type as it is sent in JSON. */
export type PublishedCarrier<Name extends keyof PublishedTypes> = CarrierIn<PublishedTypes, Name>;
