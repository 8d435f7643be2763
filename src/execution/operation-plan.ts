/**
 * Plans of operations, one for each combination of conditions (@skip, @include). They hang on the documents, so they go when
 * those leave Apollo's store, and of the variables they keep the conditions' values only.
 */
import { GraphQLError, Kind, type DocumentNode, type GraphQLSchema, type OperationDefinitionNode } from 'graphql';
import { conditionKey, conditionVariables } from '../selection/condition-variables.js';
import { measuredOperation } from '../subgraph/measured-operation.js';
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

/** A client may send any number of combinations, and each takes memory for all of its fields. */
const maxCombinations = 64;
const maxFieldsOfCombinations = 2_048;

/** As many plans as are kept of an operation. */
function keptPlans(fields: number, conditions: readonly string[]): number {
  const combinations = Math.min(2 ** conditions.length, maxCombinations);
  return Math.max(1, Math.min(combinations, Math.floor(maxFieldsOfCombinations / fields)));
}

/** As many fields as the plans of a document may hold. */
export function plannedFields(document: DocumentNode): number {
  const fragments = fragmentsOf(document);
  return document.definitions
    .filter((definition) => definition.kind === Kind.OPERATION_DEFINITION)
    .map((operation) => {
      const { fields } = measuredOperation({ operation, fragments });
      return fields * keptPlans(fields, conditionVariables([operation], fragments));
    })
    .reduce((sum, fields) => sum + fields, 0);
}

function newPlan({ schema, node }: ExecutableOperation, fragments: Fragments, conditions: Values): OperationPlan {
  const selectionOf = selectionsOf({ schema, fragments, variableValues: conditions }, [node]);
  const selection = (): SelectionPlan => {
    const type = schema.getRootType(node.operation);
    if (type) return selectionOf(type);
    throw new GraphQLError(`Schema is not configured to execute ${node.operation} operation.`, { nodes: node });
  };
  return { schema, node, fragments, selection };
}

/** The plans of an operation in which variables decide what is selected. */
interface ConditionalPlans {
  readonly schema: GraphQLSchema;
  readonly fragments: Fragments;
  /** Names of those variables. */
  readonly conditions: readonly string[];
  readonly plans: BoundedCache<string, OperationPlan>;
}

/** Most operations have one plan. */
const known = new WeakMap<OperationDefinitionNode, OperationPlan | ConditionalPlans>();

function newPlans(operation: ExecutableOperation): OperationPlan | ConditionalPlans {
  const { schema, document, node } = operation;
  const fragments = fragmentsOf(document);
  const conditions = conditionVariables([node], fragments);
  if (conditions.length === 0) return newPlan(operation, fragments, {});
  const { fields } = measuredOperation({ operation: node, fragments });
  return { schema, fragments, conditions, plans: boundedCache(keptPlans(fields, conditions)) };
}

function plansOf(operation: ExecutableOperation): OperationPlan | ConditionalPlans {
  const { schema, node } = operation;
  const remembered = known.get(node);
  if (remembered?.schema === schema) return remembered;
  const plans = newPlans(operation);
  known.set(node, plans);
  return plans;
}

/** @param variableValues coerced */
export function operationPlan(operation: ExecutableOperation, variableValues: Values): OperationPlan {
  const planned = plansOf(operation);
  if (!('plans' in planned)) return planned;
  const { fragments, conditions, plans } = planned;
  return plans.getOrMake(conditionKey(conditions, variableValues), () => {
    const given = conditions.filter((name) => Object.hasOwn(variableValues, name));
    return newPlan(operation, fragments, Object.fromEntries(given.map((name) => [name, variableValues[name]])));
  });
}
