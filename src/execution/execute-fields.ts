/**
 * Executes the fields of one object and completes the values that resolvers return; the fields of returned objects are executed likewise.
 * @see GraphQL specification, "Executing Selection Sets" and "Value Completion"
 */
import { GraphQLError, locatedError, responsePathAsArray, type GraphQLObjectType, type ResponsePath } from 'graphql';
import { AbortedExecution, type Execution } from './execution.js';
import { FieldPosition, ItemPosition, type Position } from './field-path.js';
import { isPromise } from '../base/promises.js';
import { isPlain, type FieldPlan, type SelectionPlan } from '../plan/selection-plan.js';
import type { TypePlan } from '../plan/type-plan.js';

type PlanOf<Kind extends TypePlan['kind']> = Extract<TypePlan, { readonly kind: Kind }>;

const nameOf = ({ field: { parentType, fieldName } }: Position): string => `${parentType.name}.${fieldName}`;

function completedLeaf({ serialize, name }: PlanOf<'leaf'>, value: unknown): unknown {
  const serialized = serialize(value);
  if (serialized === null || serialized === undefined) throw new Error(`${name} serializes a value to nothing.`);
  return serialized;
}

const isIterable = (value: unknown): value is Iterable<unknown> =>
  typeof value === 'object' && value !== null && Symbol.iterator in value;

/** The event loop handles other requests after so many items: a long list in one piece blocked it for 80 ms. */
const sliceSize = 25;

const nextEventLoopCycle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** A list whose items are completed in order. */
class CompletedItems {
  readonly #completed: unknown[] = [];

  constructor(
    private readonly list: Position,
    private readonly type: TypePlan,
    private readonly items: readonly unknown[],
  ) {}

  get isComplete(): boolean {
    return this.#completed.length === this.items.length;
  }

  complete(count: number): void {
    const end = Math.min(this.items.length, this.#completed.length + count);
    for (let index = this.#completed.length; index < end; index += 1)
      this.#completed.push(settled(new ItemPosition(this.list, this.type, index), this.items[index]));
  }

  /** The list becomes null, so later rejections of its items are ignored. */
  abandon(): void {
    Promise.all(this.#completed).catch(() => undefined);
  }

  get result(): unknown {
    return this.#completed.some(isPromise) ? Promise.all(this.#completed) : this.#completed;
  }
}

async function completedInSlices(items: CompletedItems): Promise<unknown> {
  try {
    while (!items.isComplete) {
      await nextEventLoopCycle();
      items.complete(sliceSize);
    }
  } catch (reason) {
    items.abandon();
    throw reason;
  }
  return items.result;
}

/** Only lists whose items load nothing are cut: loads of different slices would not be joined. */
const isCutInSlices = (type: TypePlan): boolean => type.kind === 'object' && isPlain(type.selection());

function completedList(position: Position, { item }: PlanOf<'list'>, value: unknown): unknown {
  if (!isIterable(value))
    throw new GraphQLError(`Expected Iterable, but did not find one for field "${nameOf(position)}".`);
  const all: readonly unknown[] = Array.isArray(value) ? value : [...value];
  const items = new CompletedItems(position, item, all);
  const isCut = all.length > sliceSize && isCutInSlices(item);
  try {
    items.complete(isCut ? sliceSize : all.length);
  } catch (reason) {
    items.abandon();
    throw reason;
  }
  return isCut ? completedInSlices(items) : items.result;
}

function runtimeType(position: Position, { type }: PlanOf<'abstract'>, name: unknown): GraphQLObjectType {
  const found = position.field.schema.getPossibleTypes(type).find((possible) => possible.name === name);
  if (found) return found;
  throw new GraphQLError(
    `Abstract type "${type.name}" must resolve to one of its types for field "${nameOf(position)}".`,
  );
}

function executeObject(position: Position, selection: SelectionPlan, value: unknown): unknown {
  position.execution.countFields(selection.fields.length);
  return executeSelection(position, selection, value);
}

function completedAbstract(position: Position, plan: PlanOf<'abstract'>, value: unknown): unknown {
  const complete = (name: unknown): unknown =>
    executeObject(position, plan.selectionOf(runtimeType(position, plan, name)), value);
  const { contextValue } = position.execution;
  const name: unknown = plan.resolveType(value, contextValue, position.field, plan.type);
  return isPromise(name) ? name.then(complete) : complete(name);
}

function completedPresent(position: Position, value: unknown): unknown {
  const { type } = position;
  switch (type.kind) {
    case 'leaf':
      return completedLeaf(type, value);
    case 'list':
      return completedList(position, type, value);
    case 'object':
      return executeObject(position, type.selection(), value);
    case 'abstract':
      return completedAbstract(position, type, value);
  }
}

function completed(position: Position, value: unknown): unknown {
  if (value instanceof Error) throw value;
  const isThere = value !== null && value !== undefined;
  if (isThere) return completedPresent(position, value);
  if (position.type.isNonNull) throw new Error(`Cannot return null for non-nullable field ${nameOf(position)}.`);
  return null;
}

/** An error makes the position null, or the next nullable position above. @throws {GraphQLError} this position is not nullable */
function failed(position: Position, reason: unknown): null {
  if (reason instanceof AbortedExecution) throw reason;
  const error = locatedError(reason, position.field.fieldNodes, responsePathAsArray(position.path));
  if (position.type.isNonNull) throw error;
  position.execution.errors.add(error, position.path);
  return null;
}

/** @returns the result at a position, or a promise of it. @throws {GraphQLError} the value failed and the position is not nullable */
function settled(position: Position, value: unknown): unknown {
  try {
    const result = isPromise(value)
      ? value.then((resolved) => completed(position, resolved))
      : completed(position, value);
    return isPromise(result) ? result.then(undefined, (reason: unknown) => failed(position, reason)) : result;
  } catch (reason) {
    return failed(position, reason);
  }
}

/** The position of the object; the root has no path. */
export interface ParentPosition {
  readonly execution: Execution;
  readonly path: ResponsePath | undefined;
}

export type ResultMap = Record<string, unknown>;

export function executeField({ execution, path }: ParentPosition, plan: FieldPlan, source: unknown): unknown {
  const position = new FieldPosition(execution, plan, path);
  let value: unknown;
  try {
    value = plan.resolve(source, plan.argumentsOf(execution.variableValues), execution.contextValue, position);
  } catch (reason) {
    return failed(position, reason);
  }
  return settled(position, value);
}

async function awaitResults(results: ResultMap, pendingKeys: readonly string[]): Promise<ResultMap> {
  const values = await Promise.all(pendingKeys.map((key) => results[key]));
  pendingKeys.forEach((key, index) => {
    results[key] = values[index];
  });
  return results;
}

/** Clients choose the keys: if one is `__proto__`, the result is an object without a prototype, which is slower. */
export const emptyResult = ({ isOrdinary }: SelectionPlan): ResultMap => (isOrdinary ? {} : Object.create(null));

/**
 * Executes all fields concurrently.
 * @returns response key → result, or a promise of it
 * @throws {GraphQLError} a non-nullable field is null; the other fields' pending results are awaited first
 */
export function executeSelection(
  parent: ParentPosition,
  selection: SelectionPlan,
  source: unknown,
): ResultMap | Promise<ResultMap> {
  const results = emptyResult(selection);
  const pendingKeys: string[] = [];
  try {
    for (const plan of selection.fields) {
      const result = executeField(parent, plan, source);
      results[plan.responseKey] = result;
      if (isPromise(result)) pendingKeys.push(plan.responseKey);
    }
  } catch (reason) {
    if (pendingKeys.length === 0) throw reason;
    return awaitResults(results, pendingKeys).finally(() => {
      throw reason;
    });
  }
  return pendingKeys.length === 0 ? results : awaitResults(results, pendingKeys);
}
