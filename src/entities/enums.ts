/**
 * Reads enums and flags. SuperOffice writes names, and newer servers send new ones.
 * A name that is not published becomes UNRECOGNIZED and is reported, so that a server upgrade never fails a field.
 */
import { schemaName, type SchemaName } from './enum-names.js';
import { isAbsent, type Reader, unreadable } from './read-context.js';

const isBlank = (value: unknown): boolean => isAbsent(value) || value === '';

/** @param oneOf SuperOffice's published names of the members; the schema's names are derived from them */
export function readEnum<const Name extends string>(
  enumeration: string,
  { oneOf }: { readonly oneOf: readonly Name[] },
): Reader<SchemaName<Name> | 'UNRECOGNIZED' | null> {
  const members = new Map<string, SchemaName<Name>>(oneOf.map((name) => [name, schemaName(name)]));
  return (value, readContext) => {
    if (isBlank(value)) return null;
    if (typeof value !== 'string') throw unreadable('the name of an enum member');
    const member = members.get(value);
    if (member === undefined) readContext.reportUnrecognized(enumeration, value);
    return member ?? 'UNRECOGNIZED';
  };
}

/**
 * Flags arrive as names separated by commas, in any order, single or composite ("RI, RestrictedUpdate", "FULL", "None").
 * @param names SuperOffice's name → the single flags it stands for; `None` stands for no flag
 * @returns each flag once, in the order of the table, UNRECOGNIZED last; an empty list for no flag; null where the value is absent
 */
export function readFlags<const Flag extends string>(
  enumeration: string,
  names: Readonly<Record<string, readonly Flag[]>>,
): Reader<readonly (Flag | 'UNRECOGNIZED')[] | null> {
  const flagsByName = new Map(Object.entries(names));
  const order = [...new Set(Object.values(names).flat())];
  return (value, readContext) => {
    if (isBlank(value)) return null;
    if (value === 0 || value === '0') return []; // servers write a number where there is no name
    if (typeof value !== 'string') throw unreadable('a list of flag names');
    const sent = value.split(',').map((name) => name.trim());
    const unknown = sent.filter((name) => !flagsByName.has(name));
    for (const name of unknown) readContext.reportUnrecognized(enumeration, name);
    const flags = new Set(sent.flatMap((name) => flagsByName.get(name) ?? []));
    return [...order.filter((flag) => flags.has(flag)), ...(unknown.length > 0 ? (['UNRECOGNIZED'] as const) : [])];
  };
}
