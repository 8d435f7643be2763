/**
 * Names of the variables that can change which fields a selection set selects: those of @skip and @include, anywhere below,
 * in fragments too, whatever is included today.
 */
import { Kind, visit, type ASTNode, type FragmentDefinitionNode } from 'graphql';

/** @returns the same text for the same values */
export const conditionKey = (names: readonly string[], values: Readonly<Record<string, unknown>>): string =>
  names.map((name) => String(values[name])).join();

export function conditionVariables(
  nodes: readonly ASTNode[],
  fragments: Readonly<Record<string, FragmentDefinitionNode | undefined>>,
): readonly string[] {
  const names = new Set<string>();
  const visitedFragments = new Set<string>();

  function search(node: ASTNode): void {
    visit(node, {
      Directive: ({ name, arguments: args }) => {
        if (name.value !== 'skip' && name.value !== 'include') return;
        for (const { value } of args ?? []) if (value.kind === Kind.VARIABLE) names.add(value.name.value);
      },
      FragmentSpread: ({ name }) => {
        const fragment = fragments[name.value];
        if (fragment === undefined || visitedFragments.has(name.value)) return;
        visitedFragments.add(name.value);
        search(fragment);
      },
    });
  }

  nodes.forEach(search);
  return [...names];
}
