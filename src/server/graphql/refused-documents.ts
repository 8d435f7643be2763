/**
 * Documents that validation cannot take: those that would take it too long, and subscriptions with a condition at their root, for which
 * graphql-js throws. Apollo lets a plugin change the document, but not respond before validation, so a stand-in is validated, which fails.
 */
import {
  GraphQLError,
  Kind,
  OperationTypeNode,
  type DocumentNode,
  type SelectionSetNode,
  type ValidationRule,
} from 'graphql';
import { isCostly } from './overlapping-fields.js';

const standIn = (): DocumentNode => ({ kind: Kind.DOCUMENT, definitions: [] });

const costly = standIn();
const conditional = standIn();

const refusals = new Map<DocumentNode, string>([
  [
    costly,
    'The document selects too many fields with the same response key in one selection set. Select each of them once, or split the document.',
  ],
  [
    conditional,
    'The root field of a subscription takes no @skip and no @include: a subscription has exactly one root field. Subscribe only when it is needed.',
  ],
]);

const isCondition = ({ name: { value } }: { readonly name: { readonly value: string } }): boolean =>
  value === 'skip' || value === 'include';

/** @see GraphQL specification, "Single Root Field" */
function hasRootCondition({ definitions }: DocumentNode): boolean {
  const visited = new Set<SelectionSetNode>();
  const fragmentNamed = (name: string): SelectionSetNode | undefined => {
    const found = definitions.find(
      (definition) => definition.kind === Kind.FRAGMENT_DEFINITION && definition.name.value === name,
    );
    return found && 'selectionSet' in found ? found.selectionSet : undefined;
  };
  function isConditional(set: SelectionSetNode | undefined): boolean {
    if (!set || visited.has(set)) return false;
    visited.add(set);
    return set.selections.some((selection) => {
      if (selection.directives?.some(isCondition)) return true;
      if (selection.kind === Kind.FIELD) return false;
      return isConditional(
        selection.kind === Kind.INLINE_FRAGMENT ? selection.selectionSet : fragmentNamed(selection.name.value),
      );
    });
  }
  return definitions.some(
    (definition) =>
      definition.kind === Kind.OPERATION_DEFINITION &&
      definition.operation === OperationTypeNode.SUBSCRIPTION &&
      isConditional(definition.selectionSet),
  );
}

/** @returns the document; or, if validation cannot take it, one that fails validation at once */
export function documentToValidate(document: DocumentNode, maxLookups: number): DocumentNode {
  if (isCostly(document, maxLookups)) return costly;
  return hasRootCondition(document) ? conditional : document;
}

export const refuseDocuments: ValidationRule = (context) => ({
  Document(node) {
    const refusal = refusals.get(node);
    if (refusal !== undefined) context.reportError(new GraphQLError(refusal));
  },
});
