/**
 * A nullable variable may stand where null is not accepted, if it or the place has a default, and may then be sent as null all
 * the same. graphql-js finds out in the midst of the execution, and says it in errors without a code.
 */
import { isNonNullType, TypeInfo, visit, visitWithTypeInfo, type DefinitionNode, type GraphQLSchema } from 'graphql';
import { BadUserInputError } from '../errors/gateway-error.js';
import type { SizedOperation } from './sized-operation.js';

/** Where an operation uses its variables: itself, and the fragments that it reaches. */
function reachedDefinitions({ operation, fragments }: SizedOperation): readonly DefinitionNode[] {
  const reached = new Set<DefinitionNode>();
  function reach(definition: DefinitionNode | undefined): void {
    if (definition === undefined || reached.has(definition)) return;
    reached.add(definition);
    visit(definition, { FragmentSpread: ({ name }) => reach(fragments[name.value]) });
  }
  reach(operation);
  return [...reached];
}

/** @throws {BadUserInputError} a variable is null where the schema accepts none, in whatever branch */
export function checkNullVariables(sized: SizedOperation, schema: GraphQLSchema): void {
  const { variables } = sized;
  if (!Object.values(variables).includes(null)) return;
  for (const definition of reachedDefinitions(sized)) {
    const types = new TypeInfo(schema);
    const visitor = visitWithTypeInfo(types, {
      VariableDefinition: () => false, // a declaration is no use
      Variable: ({ name: { value: name } }) => {
        if (variables[name] !== null || !isNonNullType(types.getInputType())) return;
        throw new BadUserInputError(`The variable $${name} must not be null: leave it out, or give it a value.`);
      },
    });
    visit(definition, visitor);
  }
}
