/**
 * The root fields that an operation names, through all its fragments, whatever its conditions say: what limits and access are
 * decided by before anything is executed.
 */
import { Kind, type FieldNode, type SelectionSetNode } from 'graphql';
import type { SizedOperation } from './sized-operation.js';

export function rootFields({ operation, fragments }: SizedOperation): readonly FieldNode[] {
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
