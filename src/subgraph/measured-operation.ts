/**
 * How deep an operation goes, how many fields and aliases it has, with each fragment counted where it is used. A fragment is measured
 * once, so that documents which multiply themselves cost nothing here. Introspection has no depth.
 */
import { Kind, type FieldNode, type SelectionNode, type SelectionSetNode } from 'graphql';
import type { SizedOperation } from './sized-operation.js';

export interface OperationSize {
  /** Levels of fields; 1 for scalars at the root. */
  readonly depth: number;
  readonly fields: number;
  readonly aliases: number;
}

const nothing: OperationSize = { depth: 0, fields: 0, aliases: 0 };

export function measuredOperation({
  operation,
  fragments,
}: Pick<SizedOperation, 'operation' | 'fragments'>): OperationSize {
  const measured = new Map<string, OperationSize>();

  function sizeOfFragment(name: string): OperationSize {
    const known = measured.get(name);
    if (known) return known;
    const fragment = fragments[name];
    const size = fragment ? sizeOfSet(fragment.selectionSet) : nothing; // validation has refused circles
    measured.set(name, size);
    return size;
  }

  function sizeOfField({ name, alias, selectionSet }: FieldNode): OperationSize {
    const { depth, fields, aliases } = selectionSet ? sizeOfSet(selectionSet) : nothing;
    const isIntrospection = name.value === '__schema' || name.value === '__type';
    const own = alias && name.value !== '_entities' ? 1 : 0;
    return { depth: isIntrospection ? 0 : depth + 1, fields: fields + 1, aliases: aliases + own };
  }

  function sizeOf(node: SelectionNode): OperationSize {
    if (node.kind === Kind.FIELD) return sizeOfField(node);
    if (node.kind === Kind.INLINE_FRAGMENT) return sizeOfSet(node.selectionSet);
    return sizeOfFragment(node.name.value);
  }

  function sizeOfSet({ selections }: SelectionSetNode): OperationSize {
    return selections.map(sizeOf).reduce(
      (sum, { depth, fields, aliases }) => ({
        depth: Math.max(sum.depth, depth),
        fields: sum.fields + fields,
        aliases: sum.aliases + aliases,
      }),
      nothing,
    );
  }
  return sizeOfSet(operation.selectionSet);
}
