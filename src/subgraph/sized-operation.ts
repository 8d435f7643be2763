/**
 * A parsed request before it is executed: everything that its size and its admission depend on.
 */
import { Kind, type DocumentNode, type FragmentDefinitionNode, type OperationDefinitionNode } from 'graphql';

/** By name; without a prototype, because clients name fragments as they like. */
export type Fragments = Readonly<Record<string, FragmentDefinitionNode>>;

export interface SizedOperation {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly fragments: Fragments;
  /** Variables as the client sent them: not coerced yet. */
  readonly variables: Readonly<Record<string, unknown>>;
}

export function fragmentsOf({ definitions }: DocumentNode): Fragments {
  const fragments: Record<string, FragmentDefinitionNode> = Object.create(null);
  for (const definition of definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments[definition.name.value] = definition;
  }
  return fragments;
}
