/**
 * Writes the fields of input types as SuperOffice's properties: the counterpart of the field tables. What is left out stays as it is; null
 * clears: SuperOffice stores an empty text, 0 or false for none.
 *
 *   const fields = { customerName: text('CustomerName', 255), personId: link('Person', 'PersonId') };
 *   written(fields, { personId: '5' }) // Map { 'Person' => { PersonId: 5 } }
 */
import { isRecord, type JsonRecord } from '../base/json-record.js';
import { publishedTypes, type PublishedTypes } from '../contract/generated/types.js';
import { schemaName } from '../entities/enum-names.js';
import { BadUserInputError } from '../errors/gateway-error.js';
import type { Projection } from '../superoffice/projection.js';
import { checkId } from './load-entity.js';

export interface InputField {
  readonly property: string;
  /** @param name of the field, for errors @throws {BadUserInputError} the value is not accepted */
  write(value: unknown, name: string): unknown;
}

export type InputFields = Readonly<Record<string, InputField>>;

/** Values by property; a carrier of which some properties change is such a map, too. */
export type Written = ReadonlyMap<string, unknown>;

export function checkedText(text: string, name: string, maxLength: number): string {
  if (text.length > maxLength || text.includes('\0'))
    throw new BadUserInputError(`\`${name}\` is not accepted: at most ${maxLength} characters, none of which is NUL.`);
  return text;
}

export const text = (property: string, maxLength: number): InputField => ({
  property,
  write: (value, name) => checkedText(String(value ?? ''), name, maxLength),
});

/** @param cleared the value for null */
export const plain = (property: string, cleared: unknown): InputField => ({
  property,
  write: (value) => value ?? cleared,
});

function recordId(value: unknown, name: string): number {
  checkId(String(value), `id in \`${name}\``);
  return Number(value);
}

/** A record that is linked by its id. */
export const link = (property: string, identity: string): InputField => ({
  property,
  write: (value, name) => (value === null ? null : { [identity]: recordId(value, name) }),
});

const reference = (property: string): InputField => ({
  property,
  write: (value, name) => (value === null ? 0 : recordId(value, name)),
});

/** A carrier inside this one, of which the input names some properties. */
export const nested = (property: string, fields: InputFields): InputField => ({
  property,
  write: (value, name) => (isRecord(value) ? written(fields, value, `${name}.`) : null),
});

function memberOf(names: ReadonlyMap<string, string>, value: unknown, name: string): string {
  const member = names.get(String(value));
  if (member === undefined)
    throw new BadUserInputError(`\`${name}\` is not accepted: UNRECOGNIZED stands for values that cannot be written.`);
  return member;
}

/** @param oneOf SuperOffice's names of the members, the first of which is the one for null */
export function member(property: string, { oneOf }: { readonly oneOf: readonly string[] }): InputField {
  const names = new Map(oneOf.map((name): [string, string] => [schemaName(name), name]));
  const [first] = oneOf;
  return { property, write: (value, name) => (value === null ? first : memberOf(names, value, name)) };
}

/** @param flags SuperOffice's name → the single flags that it stands for */
export function flags(property: string, byName: Readonly<Record<string, readonly string[]>>): InputField {
  const names = new Map(
    Object.entries(byName).flatMap(([name, [only, ...more]]) =>
      only && more.length === 0 ? [[only, name] as const] : [],
    ),
  );
  return {
    property,
    write: (value, name) => {
      const members = Array.isArray(value) ? value.map((each) => memberOf(names, each, name)) : [];
      return members.length === 0 ? 'None' : [...new Set(members)].join(', ');
    },
  };
}

/** Where SuperOffice documents no length. */
const maxTextLength = 10_000;

/** Times of day are texts, too. */
const timeNames = /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun|Lunch)(?:Start|Stop)$/;

function publishedField(property: string, type: unknown): InputField {
  if (timeNames.test(property)) return plain(property, null);
  if (type === 'text') return text(property, maxTextLength);
  if (type === 'boolean') return plain(property, false);
  return property.endsWith('Id') ? reference(property) : plain(property, 0);
}

type NamedAs<Names extends readonly string[]> = { readonly [Name in Names[number] as Uncapitalize<Name>]: InputField };

/** The fields that follow from the contract: texts, numbers, booleans, and ids. */
export function published<
  Type extends keyof PublishedTypes,
  const Names extends readonly (keyof PublishedTypes[Type] & string)[],
>(type: Type, names: Names): NamedAs<Names> {
  const types: Readonly<Record<string, unknown>> = publishedTypes[type];
  const fields = names.map((name) => [name.charAt(0).toLowerCase() + name.slice(1), publishedField(name, types[name])]);
  return Object.fromEntries(fields) as NamedAs<Names>; // the same names
}

/** @param path of the input, for errors @throws {BadUserInputError} a value is not accepted */
export function written(fields: InputFields, input: object, path = ''): Written {
  const given = Object.entries(input).flatMap(([name, value]) => {
    const field = value === undefined ? undefined : fields[name];
    return field ? [[field.property, field.write(value, `${path}${name}`)] as const] : [];
  });
  return new Map(given);
}

/** The properties that were written, for reads and the audit. */
export const writtenProperties = (changes: Written): Projection =>
  new Map([...changes.keys()].map((property) => [property, 'whole']));

/** The record with what was written; a carrier that it does not have is created. */
export function withWritten(record: JsonRecord, changes: Written): JsonRecord {
  const changed = [...changes].map(([property, value]): [string, unknown] => {
    if (!(value instanceof Map)) return [property, value];
    const before = record[property];
    return [property, withWritten(isRecord(before) ? before : {}, value as Written)]; // of `nested`
  });
  return { ...record, ...Object.fromEntries(changed) };
}
