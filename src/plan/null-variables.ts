/**
 * A nullable variable may be used where null is not accepted if it or the argument has a default, and may still be sent as null.
 * graphql-js detects this during execution, when other fields have called SuperOffice already, and reports it in errors without a code.
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

/** @returns names of such variables, regardless of @skip and @include */
export function nullableInNonNull(
  schema: GraphQLSchema,
  node: OperationDefinitionNode,
  fragments: Fragments,
): ReadonlySet<string> {
  const names = new Set<string>();
  for (const definition of reachedDefinitions([node], fragments)) {
    const types = new TypeInfo(schema);
    const visitor = visitWithTypeInfo(types, {
      VariableDefinition: () => false, // a declaration does not use the variable
      Variable: ({ name }) => {
        if (isNonNullType(types.getInputType())) names.add(name.value);
      },
    });
    visit(definition, visitor);
  }
  return names;
}
