/**
 * The root fields that an operation names, through all its fragments, whatever its conditions say: what limits and access are
 * decided by before anything is executed.
 */
import { Kind, type FieldNode, type OperationDefinitionNode, type SelectionSetNode } from 'graphql';
import type { SizedOperation } from './sized-operation.js';

function namedAtRoot({ operation, fragments }: SizedOperation): readonly FieldNode[] {
  function fieldsOf({ selections }: SelectionSetNode): readonly FieldNode[] {
    return selections.flatMap((node) => {
      if (node.kind === Kind.FIELD) return [node];
      if (node.kind === Kind.INLINE_FRAGMENT) return fieldsOf(node.selectionSet);
      const fragment = fragments[node.name.value]; // validation has refused circles
      return fragment ? fieldsOf(fragment.selectionSet) : [];
    });
  }
  return fieldsOf(operation.selectionSet);
}

/** As long as Apollo keeps the document. */
const known = new WeakMap<OperationDefinitionNode, readonly FieldNode[]>();

export function rootFields(sized: SizedOperation): readonly FieldNode[] {
  const fields = known.get(sized.operation) ?? namedAtRoot(sized);
  known.set(sized.operation, fields);
  return fields;
}
