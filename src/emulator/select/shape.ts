/**
 * What a carrier's properties are called and what .NET type they have, as SuperOffice publishes it (contract/generated). Property names are
 * found in any case; each property knows its own spelling.
 */
import { chatContract } from '../../contract/generated/chat.js';
import { newerIn, renamedIn } from '../../contract/versions.js';
import type { JsonValue } from '../json-record.js';
import type { ServerQuirks } from '../server-quirks.js';

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
  /** Left out: every server has it. `newer` than the documentation's pages, or `older` than today's servers. */
  readonly generation?: 'newer' | 'older';
};

/** By lower-case name. */
export type Shape = ReadonlyMap<string, Property>;

/** How a contract writes a property: see contract/contract.ts. */
type ContractType =
  | string
  | { readonly of: string }
  | { readonly oneOf: readonly string[] }
  | { readonly list: ContractType }
  | { readonly map: ContractType };

const types: Readonly<Record<string, Readonly<Record<string, ContractType>>>> = chatContract.types;

/** Enums that are published as texts; member 0 is what they have for none. */
const unlistedEnums = new Map([
  ['TableRight.Mask', 'None'],
  ['FieldRight.Mask', 'None'],
]);

/** Enums that clients also send as a number. */
const numberedEnums = new Set(['ChatSessionEntity.Flags']);

const zeros = new Map<string, JsonValue>([
  ['int', 0],
  ['double', 0],
  ['boolean', false],
  ['date', '0001-01-01T00:00:00'],
]);

function listOf(item: ContractType): Kind {
  if (typeof item === 'string') return { kind: 'numbers' };
  if ('list' in item) return listOf(item.list);
  if ('of' in item) return { kind: 'list', shape: shapeOf(item.of) };
  throw new Error('there is no list of such values yet');
}

function kindOf(path: string, written: ContractType): Kind {
  const none = unlistedEnums.get(path);
  if (none !== undefined) return { kind: 'value', zero: none };
  if (typeof written === 'string') {
    const zero = zeros.get(written);
    return zero === undefined ? { kind: 'text' } : { kind: 'value', zero };
  }
  if ('of' in written) return { kind: 'object', shape: shapeOf(written.of) };
  if ('list' in written) return listOf(written.list);
  if ('map' in written) return { kind: 'dictionary' };
  const [zero = ''] = written.oneOf;
  return { kind: 'value', zero, ...(numberedEnums.has(path) && { names: written.oneOf }) };
}

const shapes = new Map<string, Map<string, Property>>();

/** @param type as the contract has it @throws {Error} it has none of this name */
export function shapeOf(type: string): Shape {
  const known = shapes.get(type);
  if (known) return known;
  const written = types[type];
  if (!written) throw new Error(`SuperOffice publishes no type ${type}`);
  const shape = new Map<string, Property>();
  shapes.set(type, shape); // before it is filled: a type may hold itself
  const newer = newerIn(type);
  const renamed = Object.entries(renamedIn(type));
  for (const [name, value] of Object.entries(written)) {
    const isNewer = newer.includes(name) || renamed.some(([today]) => today === name);
    shape.set(name.toLowerCase(), {
      ...kindOf(`${type}.${name}`, value),
      name,
      ...(isNewer && { generation: 'newer' as const }),
    });
  }
  for (const [, older] of renamed) shape.set(older.toLowerCase(), { kind: 'text', name: older, generation: 'older' });
  return shape;
}

/** Whether a server of this generation has the property. */
export function isOfGeneration({ generation }: Property, server: ServerQuirks['generation'] = 'both'): boolean {
  if (generation === undefined || server === 'both') return true;
  return generation === 'newer' ? server === 'current' : server === 'specification';
}
