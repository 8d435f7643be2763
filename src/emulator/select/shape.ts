/**
 * The shape of each carrier: names and .NET types of its properties, from the published contract (contract/generated).
 * Lookup is by lower-case name; `name` has SuperOffice's spelling.
 */
import { chatContract } from '../../contract/generated/chat.js';
import { newerIn, renamedIn } from '../../contract/versions.js';
import type { JsonValue } from '../json-record.js';
import type { ServerQuirks } from '../server-quirks.js';

type Kind =
  /** Int, double, boolean, enum or date: never null in .NET; `zero` is its default. */
  | {
      readonly kind: 'value';
      readonly zero: JsonValue;
      /** For an enum that clients also send as a number: its names by number; flags: by bit, after the name for none. */
      readonly names?: readonly string[];
      readonly isFlags?: true;
    }
  | { readonly kind: 'text' }
  | { readonly kind: 'object'; readonly shape: Shape }
  | { readonly kind: 'list'; readonly shape: Shape }
  /** A list of plain numbers. */
  | { readonly kind: 'numbers' }
  | { readonly kind: 'dictionary' };

export type Property = Kind & {
  readonly name: string;
  /** `newer` than the documentation, or `older` than current servers. Left out: every server has it. */
  readonly generation?: 'newer' | 'older';
};

/** By lower-case name. */
export type Shape = ReadonlyMap<string, Property>;

/** The type of a property in the contract: see contract/contract.ts. */
type ContractType =
  | string
  | { readonly of: string }
  | { readonly oneOf: readonly string[] }
  | { readonly list: ContractType }
  | { readonly map: ContractType };

const types: Readonly<Record<string, Readonly<Record<string, ContractType>>>> = chatContract.types;

/** Enums that the contract has as texts, with the name of their member 0. */
const textEnums = new Map([
  ['TableRight.Mask', 'None'],
  ['FieldRight.Mask', 'None'],
]);

/** Enums that clients also send as a number. */
const numberedEnums = new Set(['ChatSessionEntity.Flags']);

const flagEnums = new Set(['ChatWidgetSettings.RequiredFields', 'ChatWidgetSettings.OfflineFields']);

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
  throw new Error(`unsupported type of list items: ${JSON.stringify(item)}`);
}

function kindOf(path: string, type: ContractType): Kind {
  const none = textEnums.get(path);
  if (none !== undefined) return { kind: 'value', zero: none };
  if (typeof type === 'string') {
    const zero = zeros.get(type);
    return zero === undefined ? { kind: 'text' } : { kind: 'value', zero };
  }
  if ('of' in type) return { kind: 'object', shape: shapeOf(type.of) };
  if ('list' in type) return listOf(type.list);
  if ('map' in type) return { kind: 'dictionary' };
  const [zero = ''] = type.oneOf;
  if (flagEnums.has(path)) return { kind: 'value', zero, names: type.oneOf, isFlags: true };
  return { kind: 'value', zero, ...(numberedEnums.has(path) && { names: type.oneOf }) };
}

const shapes = new Map<string, Map<string, Property>>();

/** @param type its name in the contract @throws {Error} the contract has no such type */
export function shapeOf(type: string): Shape {
  const known = shapes.get(type);
  if (known) return known;
  const properties = types[type];
  if (!properties) throw new Error(`the contract has no type ${type}`);
  const shape = new Map<string, Property>();
  shapes.set(type, shape); // before it is filled, because a type may contain itself
  const newer = newerIn(type);
  const renamed = Object.entries(renamedIn(type));
  for (const [name, value] of Object.entries(properties)) {
    const isNewer = newer.includes(name) || renamed.some(([current]) => current === name);
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

export const chatSessionShape = shapeOf('ChatSessionEntity');
export const chatTopicShape = shapeOf('ChatTopicEntity');
export const topicAgentShape = shapeOf('ChatTopicAgent');
export const chatMessageShape = shapeOf('ChatMessage');
export const presenceShape = shapeOf('ChatPresence');
export const listItemShape = shapeOf('MDOListItem');
