/**
 * Remembers projections per document: by the whole list of nodes (the first alone serves wrong ones) and by the values of the
 * variables that decide what is included. It hangs on the nodes themselves, so it goes when the document leaves Apollo's store.
 */
import type { FieldNode } from 'graphql';
import type { Embeddable } from '../entities/field-table.js';
import type { Projection } from '../superoffice/projection.js';
import { conditionKey, conditionVariables } from './condition-variables.js';
import type { SelectionScope } from './selected-fields.js';

type Compute = (scope: SelectionScope, entity: Embeddable<never>, nodes: readonly FieldNode[]) => Projection;

interface Remembered {
  readonly entity: Embeddable<never>;
  readonly nodes: readonly FieldNode[];
  readonly variables: readonly string[];
  /** Values of the variables → projection. */
  readonly projections: Map<string, Projection>;
}

/** Combinations of conditions that are remembered for one field; a client may send any number of them. */
const maxCombinations = 64;

const sameNodes = (first: readonly FieldNode[], second: readonly FieldNode[]): boolean =>
  first.length === second.length && first.every((node, index) => node === second[index]);

function makeRoom(collection: { readonly size: number; clear(): void }): void {
  if (collection.size >= maxCombinations) collection.clear();
}

export function projectionCache(compute: Compute): Compute {
  const rememberedBy = new WeakMap<FieldNode | Embeddable<never>, Set<Remembered>>();

  function remembered(
    { fragments }: SelectionScope,
    entity: Embeddable<never>,
    nodes: readonly FieldNode[],
  ): Remembered {
    const anchor = nodes[0] ?? entity; // where nothing is selected there is no document to hang on, and but one projection
    const candidates = rememberedBy.get(anchor) ?? new Set<Remembered>();
    for (const known of candidates) if (known.entity === entity && sameNodes(known.nodes, nodes)) return known;
    const added = {
      entity,
      nodes: [...nodes],
      variables: conditionVariables(nodes, fragments),
      projections: new Map(),
    };
    makeRoom(candidates);
    rememberedBy.set(anchor, candidates.add(added));
    return added;
  }

  return (scope, entity, nodes) => {
    const { variables, projections } = remembered(scope, entity, nodes);
    const key = conditionKey(variables, scope.variableValues);
    const known = projections.get(key);
    if (known) return known;
    const projection = compute(scope, entity, nodes);
    makeRoom(projections);
    projections.set(key, projection);
    return projection;
  };
}
