/**
 * Plans of operations, one for each combination of conditions (@skip, @include). They hang on the documents, so they go when
 * those leave Apollo's store, and of the variables they keep the conditions' values only.
 */
import { GraphQLError, type DocumentNode, type GraphQLSchema, type OperationDefinitionNode } from 'graphql';
import { conditionVariables } from '../selection/condition-variables.js';
import { fragmentsOf, type Fragments } from '../subgraph/sized-operation.js';
import { boundedCache, type BoundedCache } from '../superoffice/bounded-cache.js';
import { selectionsOf, type SelectionPlan } from './selection-plan.js';

type Values = Readonly<Record<string, unknown>>;

export interface OperationPlan {
  readonly schema: GraphQLSchema;
  readonly node: OperationDefinitionNode;
  readonly fragments: Fragments;
  /**
   * What is selected at the root.
   * @throws {GraphQLError} the schema has no such root, or a condition has no value
   */
  selection(): SelectionPlan;
}

export interface ExecutableOperation {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  /** One of the document's. */
  readonly node: OperationDefinitionNode;
}

/** A client may send any number of combinations. */
const maxCombinations = 64;

function newPlan({ schema, node }: ExecutableOperation, fragments: Fragments, conditions: Values): OperationPlan {
  const selectionOf = selectionsOf({ schema, fragments, variableValues: conditions }, [node]);
  const selection = (): SelectionPlan => {
    const type = schema.getRootType(node.operation);
    if (type) return selectionOf(type);
    throw new GraphQLError(`Schema is not configured to execute ${node.operation} operation.`, { nodes: node });
  };
  return { schema, node, fragments, selection };
}

/** The plans of one operation. */
interface Planned {
  readonly schema: GraphQLSchema;
  readonly fragments: Fragments;
  /** Names of the variables that decide what is selected. */
  readonly conditions: readonly string[];
  readonly plans: BoundedCache<string, OperationPlan>;
}

const planned = new WeakMap<OperationDefinitionNode, Planned>();

function plannedOf({ schema, document, node }: ExecutableOperation): Planned {
  const known = planned.get(node);
  if (known?.schema === schema) return known;
  const fragments = fragmentsOf(document);
  const conditions = conditionVariables([node], fragments);
  const added = { schema, fragments, conditions, plans: boundedCache<string, OperationPlan>(maxCombinations) };
  planned.set(node, added);
  return added;
}

/** @param variableValues coerced */
export function operationPlan(operation: ExecutableOperation, variableValues: Values): OperationPlan {
  const { fragments, conditions, plans } = plannedOf(operation);
  const key = conditions.map((name) => String(variableValues[name])).join();
  return plans.getOrMake(key, () => {
    const given = conditions.filter((name) => name in variableValues);
    const values = Object.fromEntries(given.map((name) => [name, variableValues[name]]));
    return newPlan(operation, fragments, values);
  });
}
