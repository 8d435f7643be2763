/**
 * The plan of a document, created once: its facts, and for each operation its variables and selections. A WeakMap keeps it by document, so
 * it is freed when the document leaves Apollo's store.
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

/** A client may send any number of combinations of conditions, and each takes memory for all its fields. */
const maxCombinations = 64;
const maxFieldsOfCombinations = 2_048;

/** How many selections of an operation are cached. */
function maxCachedSelections(fields: number, conditions: number): number {
  const combinations = Math.min(2 ** conditions, maxCombinations);
  return Math.max(1, Math.min(combinations, Math.floor(maxFieldsOfCombinations / fields)));
}

/** Creates the value on the first call. */
function lazily<Value>(create: () => Value): () => Value {
  let created: { readonly value: Value } | undefined;
  return () => (created ??= { value: create() }).value;
}

export interface OperationPlan {
  readonly schema: GraphQLSchema;
  readonly node: OperationDefinitionNode;
  readonly fragments: Fragments;
  facts(): OperationFacts;
  /** Facts about the whole document. */
  documentFacts(): DocumentFacts;
  rootNames(): ReadonlySet<string>;
  /** Names of nullable variables that are used where null is not accepted. */
  nullableInNonNull(): ReadonlySet<string>;
  /** @param variables as the client sent them */
  coerce(variables: Values): Coerced;
  /**
   * The root selection under these conditions.
   * @param variableValues coerced
   * @throws {GraphQLError} the schema has no such root, or a condition has no value
   */
  selection(variableValues: Values): SelectionPlan;
}

/** @returns a cache of selections by the values of the condition variables */
function selectionsBy(schema: GraphQLSchema, node: OperationDefinitionNode, fragments: Fragments) {
  const conditions = conditionVariables([node], fragments);
  function newSelection(variableValues: Values): SelectionPlan {
    const type = schema.getRootType(node.operation);
    if (type) return selectionsOf({ schema, fragments, variableValues }, [node])(type);
    throw new GraphQLError(`Schema is not configured to execute ${node.operation} operation.`, { nodes: node });
  }
  if (conditions.length === 0) return lazily(() => newSelection({}));
  const max = maxCachedSelections(operationFacts(node, fragments).fields, conditions.length);
  const selectionsByKey = new LRUCache<string, SelectionPlan>({ max });
  return (variableValues: Values): SelectionPlan => {
    const key = conditions.map((name) => String(variableValues[name])).join();
    const present = conditions.filter((name) => Object.hasOwn(variableValues, name));
    const selection =
      selectionsByKey.get(key) ?? newSelection(Object.fromEntries(present.map((name) => [name, variableValues[name]])));
    selectionsByKey.set(key, selection);
    return selection;
  };
}

interface DocumentPlan {
  readonly schema: GraphQLSchema;
  readonly fragments: Fragments;
  readonly documentFacts: () => DocumentFacts;
  readonly operations: Map<OperationDefinitionNode, OperationPlan>;
}

function newOperationPlan(
  { schema, fragments, documentFacts: facts }: DocumentPlan,
  node: OperationDefinitionNode,
): OperationPlan {
  const variables = lazily(() => variablePlans(schema, node));
  const selections = lazily(() => selectionsBy(schema, node, fragments));
  return {
    schema,
    node,
    fragments,
    documentFacts: facts,
    facts: lazily(() => operationFacts(node, fragments)),
    rootNames: lazily(() => rootNames(node, fragments)),
    nullableInNonNull: lazily(() => nullableInNonNull(schema, node, fragments)),
    coerce: (values) => coercedBy({ schema, node, plans: variables() }, values),
    selection: (variableValues) => selections()(variableValues),
  };
}

const plansByDocument = new WeakMap<DocumentNode, DocumentPlan>();

function documentPlan(schema: GraphQLSchema, document: DocumentNode): DocumentPlan {
  const cached = plansByDocument.get(document);
  if (cached?.schema === schema) return cached;
  const facts = lazily(() => documentFacts(document));
  const plan = { schema, fragments: fragmentsOf(document), documentFacts: facts, operations: new Map() };
  plansByDocument.set(document, plan);
  return plan;
}

export interface ExecutableOperation {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  /** An operation of the document. */
  readonly node: OperationDefinitionNode;
}

/** Returns the same plan each time. */
export function operationPlan({ schema, document, node }: ExecutableOperation): OperationPlan {
  const plan = documentPlan(schema, document);
  const operation = plan.operations.get(node) ?? newOperationPlan(plan, node);
  plan.operations.set(node, operation);
  return operation;
}

/** The maximum number of fields that the plans of a document may hold. */
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
