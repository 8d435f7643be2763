/** How long a list of an operation is, wherever it is written. */
import { Kind, type ValueNode } from 'graphql';
import type { SizedOperation } from './sized-operation.js';

const lengthOf = (value: unknown): number => (Array.isArray(value) ? value.length : 1); // one item is coerced to a list

/** @returns the items of a list, wherever it is written */
export function itemsIn(value: ValueNode, sized: SizedOperation): number {
  if (value.kind === Kind.LIST) return value.values.length;
  if (value.kind !== Kind.VARIABLE) return 1;
  const name = value.name.value;
  if (Object.hasOwn(sized.variables, name)) return lengthOf(sized.variables[name]); // clients name variables as they like
  const definition = sized.operation.variableDefinitions?.find(({ variable }) => variable.name.value === name);
  return definition?.defaultValue ? itemsIn(definition.defaultValue, sized) : 0;
}
