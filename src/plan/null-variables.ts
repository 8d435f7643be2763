/**
 * A nullable variable may stand where null is not accepted, if it or the place has a default, and may then be sent as null all the same.
 * graphql-js finds out while it executes, when other fields have called SuperOffice already, and says it in errors without a code.
 */
import {
  isNonNullType,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { reachedDefinitions, type Fragments } from './document-facts.js';

/** @returns names of such variables, in whatever branch */
export function nullableInNonNull(
  schema: GraphQLSchema,
  node: OperationDefinitionNode,
  fragments: Fragments,
): ReadonlySet<string> {
  const names = new Set<string>();
  for (const definition of reachedDefinitions([node], fragments)) {
    const types = new TypeInfo(schema);
    const visitor = visitWithTypeInfo(types, {
      VariableDefinition: () => false, // a declaration is no use
      Variable: ({ name }) => {
        if (isNonNullType(types.getInputType())) names.add(name.value);
      },
    });
    visit(definition, visitor);
  }
  return names;
}
