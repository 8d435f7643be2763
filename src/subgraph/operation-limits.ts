/**
 * What an operation may ask for at most, decided from the document and its variables before anything is executed.
 */
import { Kind, type FieldNode, type OperationDefinitionNode, type ValueNode } from 'graphql';
import { OperationTooLargeError } from '../errors/gateway-error.js';

/** Variables as the client sent them: not coerced yet. */
export type RawVariables = Readonly<Record<string, unknown>>;

const lengthOf = (value: unknown): number => (Array.isArray(value) ? value.length : 1); // one item is coerced to a list

/** How many items an argument's list has, wherever it is written. */
function itemsIn(value: ValueNode, operation: OperationDefinitionNode, variables: RawVariables): number {
  if (value.kind === Kind.LIST) return value.values.length;
  if (value.kind !== Kind.VARIABLE) return 1;
  const name = value.name.value;
  if (variables[name] !== undefined) return lengthOf(variables[name]);
  const definition = operation.variableDefinitions?.find(({ variable }) => variable.name.value === name);
  return definition?.defaultValue ? itemsIn(definition.defaultValue, operation, variables) : 0;
}

/** @throws {OperationTooLargeError} the references of all `_entities` fields together are more than the limit */
export function checkRepresentations(
  fields: readonly FieldNode[],
  operation: OperationDefinitionNode,
  variables: RawVariables,
  maxRepresentations: number,
): void {
  const lists = fields
    .filter(({ name }) => name.value === '_entities')
    .flatMap(({ arguments: args }) => args?.filter(({ name }) => name.value === 'representations') ?? []);
  const count = lists.reduce((sum, { value }) => sum + itemsIn(value, operation, variables), 0);
  if (count <= maxRepresentations) return;
  throw new OperationTooLargeError(
    `At most ${maxRepresentations} representations are accepted in one request, not ${count}.`,
  );
}
