/**
 * The plan of a document, made once: what it says, and for each of its operations which variables it takes and what it selects. It hangs on the
 * document, so it goes when that leaves Apollo's store.
 */
import { GraphQLError, Kind, type DocumentNode, type GraphQLSchema, type OperationDefinitionNode } from 'graphql';
import { LRUCache } from 'lru-cache';
import {
  conditionVariables,
  fragmentsOf,
  operationFacts,
  documentFacts,
  rootNames,
  type Fragments,
  type OperationFacts,
  type DocumentFacts,
} from './document-facts.js';
import { nullableInNonNull } from './null-variables.js';
import { selectionsOf, type SelectionPlan } from './selection-plan.js';
import { coercedBy, variablePlans, type Coerced } from './variables.js';

type Values = Readonly<Record<string, unknown>>;

/** A client may send any number of combinations of conditions, and each takes memory for all of its fields. */
const maxCombinations = 64;
const maxFieldsOfCombinations = 2_048;

/** As many selections as are kept of an operation. */
function maxCachedSelections(fields: number, conditions: number): number {
  const combinations = Math.min(2 ** conditions, maxCombinations);
  return Math.max(1, Math.min(combinations, Math.floor(maxFieldsOfCombinations / fields)));
}

/** What is made when it is first asked for. */
function lazily<Value>(create: () => Value): () => Value {
  let created: { readonly value: Value } | undefined;
  return () => (created ??= { value: create() }).value;
}

export interface OperationPlan {
  readonly schema: GraphQLSchema;
  readonly node: OperationDefinitionNode;
  readonly fragments: Fragments;
  facts(): OperationFacts;
  /** Of the document. */
  documentFacts(): DocumentFacts;
  rootNames(): ReadonlySet<string>;
  /** Names of variables that may be null, and stand where null is not accepted. */
  nullableInNonNull(): ReadonlySet<string>;
  /** @param variables as the client sent them */
  coerce(variables: Values): Coerced;
  /**
   * What is selected at the root under these conditions.
   * @param variableValues coerced
   * @throws {GraphQLError} the schema has no such root, or a condition has no value
   */
  selection(variableValues: Values): SelectionPlan;
}

/** @returns selections by the values of the variables that decide what is selected */
function selectionsBy(schema: GraphQLSchema, node: OperationDefinitionNode, fragments: Fragments) {
  const conditions = conditionVariables([node], fragments);
  function newSelection(variableValues: Values): SelectionPlan {
    const type = schema.getRootType(node.operation);
    if (type) return selectionsOf({ schema, fragments, variableValues }, [node])(type);
    throw new GraphQLError(`Schema is not configured to execute ${node.operation} operation.`, { nodes: node });
  }
  if (conditions.length === 0) return lazily(() => newSelection({}));
  const max = maxCachedSelections(operationFacts(node, fragments).fields, conditions.length);
  const known = new LRUCache<string, SelectionPlan>({ max });
  return (variableValues: Values): SelectionPlan => {
    const key = conditions.map((name) => String(variableValues[name])).join();
    const given = conditions.filter((name) => Object.hasOwn(variableValues, name));
    const selection =
      known.get(key) ?? newSelection(Object.fromEntries(given.map((name) => [name, variableValues[name]])));
    known.set(key, selection);
    return selection;
  };
}

interface DocumentPlan {
  readonly schema: GraphQLSchema;
  readonly fragments: Fragments;
  readonly places: () => DocumentFacts;
  readonly operations: Map<OperationDefinitionNode, OperationPlan>;
}

function newOperationPlan({ schema, fragments, places }: DocumentPlan, node: OperationDefinitionNode): OperationPlan {
  const variables = lazily(() => variablePlans(schema, node));
  const selections = lazily(() => selectionsBy(schema, node, fragments));
  return {
    schema,
    node,
    fragments,
    documentFacts: places,
    facts: lazily(() => operationFacts(node, fragments)),
    rootNames: lazily(() => rootNames(node, fragments)),
    nullableInNonNull: lazily(() => nullableInNonNull(schema, node, fragments)),
    coerce: (values) => coercedBy({ schema, node, plans: variables() }, values),
    selection: (variableValues) => selections()(variableValues),
  };
}

const known = new WeakMap<DocumentNode, DocumentPlan>();

function documentPlan(schema: GraphQLSchema, document: DocumentNode): DocumentPlan {
  const remembered = known.get(document);
  if (remembered?.schema === schema) return remembered;
  const places = lazily(() => documentFacts(document));
  const plan = { schema, fragments: fragmentsOf(document), places, operations: new Map() };
  known.set(document, plan);
  return plan;
}

export interface ExecutableOperation {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  /** One of the document's. */
  readonly node: OperationDefinitionNode;
}

/** The same one each time. */
export function operationPlan({ schema, document, node }: ExecutableOperation): OperationPlan {
  const plan = documentPlan(schema, document);
  const operation = plan.operations.get(node) ?? newOperationPlan(plan, node);
  plan.operations.set(node, operation);
  return operation;
}

/** As many fields as the plans of a document may hold. */
export function plannedFields(document: DocumentNode): number {
  const fragments = fragmentsOf(document);
  return document.definitions
    .filter((definition) => definition.kind === Kind.OPERATION_DEFINITION)
    .map((operation) => {
      const { fields } = operationFacts(operation, fragments);
      return fields * maxCachedSelections(fields, conditionVariables([operation], fragments).length);
    })
    .reduce((sum, fields) => sum + fields, 0);
}
