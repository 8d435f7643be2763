/**
 * The fields that follow from the contract by one rule: the name is the property's with a small letter, the published type decides how the
 * value is read, and a number whose name ends in `Id` is a reference. A table lists the properties that deviate from the rule.
 */
import type { PublishedCarrier } from '../contract/contract.js';
import { publishedTypes, type PublishedTypes } from '../contract/generated/types.js';
import { readBoolean, readFloat, readInt, readText } from './conversions.js';
import { readDateTime } from './date-time.js';
import { fieldsOf, type PlainEntry } from './field-table.js';
import { readReference } from './identifiers.js';
import type { Reader } from './read-context.js';

interface PlainValues {
  readonly int: number;
  readonly double: number;
  readonly boolean: boolean;
  readonly text: string;
  readonly date: string;
}

type ValueFor<Property, Written extends keyof PlainValues> = Written extends 'int'
  ? Property extends `${string}Id`
    ? string
    : number
  : PlainValues[Written];

/** Names of the properties that follow the rule. */
type PlainProperty<Properties, Deviating> = {
  [Property in keyof Properties]: Properties[Property] extends keyof PlainValues ? Exclude<Property, Deviating> : never;
}[keyof Properties];

type PublishedFields<Name extends keyof PublishedTypes, Deviating> = {
  readonly [Property in PlainProperty<PublishedTypes[Name], Deviating> & string as Uncapitalize<Property>]: PlainEntry<
    PublishedCarrier<Name>,
    ValueFor<Property, PublishedTypes[Name][Property] & keyof PlainValues> | null
  >;
};

/** The type of a name that is not in the contract: the compiler reports that name only, and the other names still count. */
interface UnknownProperty {
  readonly isPublished: never;
}

type NamesOf<Properties, Names> = {
  readonly [Index in keyof Names]: Names[Index] extends keyof Properties ? Names[Index] : UnknownProperty;
};

const readers: Readonly<Record<string, Reader<unknown>>> = {
  int: readInt,
  double: readFloat,
  boolean: readBoolean,
  text: readText,
  date: readDateTime,
};

const readerFor = (property: string, written: string): Reader<unknown> | undefined =>
  written === 'int' && property.endsWith('Id') ? readReference : readers[written];

/** @param deviating properties that the table reads in its own way, or not at all */
export function publishedFields<Name extends keyof PublishedTypes, const Deviating extends readonly string[]>(
  type: Name,
  deviating: Deviating & NamesOf<PublishedTypes[Name], Deviating>,
): PublishedFields<Name, Deviating[number]> {
  const { scalar } = fieldsOf(type);
  const names: readonly string[] = deviating;
  const entries = Object.entries<unknown>(publishedTypes[type]).flatMap(([property, written]) => {
    const reader = typeof written === 'string' && !names.includes(property) ? readerFor(property, written) : undefined;
    if (!reader) return [];
    const name = `${property.charAt(0).toLowerCase()}${property.slice(1)}`;
    return [[name, scalar(property as keyof PublishedCarrier<Name> & string, reader)] as const]; // a property of the same type
  });
  return Object.fromEntries(entries) as PublishedFields<Name, Deviating[number]>; // the type follows the same rule
}
