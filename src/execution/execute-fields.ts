/**
 * The fields of one object, and what becomes of the values that resolvers return: objects again, whose fields are executed in turn.
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

/** After so many items others have their turn: a long list all at once held up everyone else for 80 ms. */
const sliceSize = 25;

const nextEventLoopCycle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** A list whose items are completed one after the other. */
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

  /** A list that is null all the same: what else fails in it is not reported. */
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

/** Nothing is loaded below its items: loads of different slices would not be joined. */
const isCutInSlices = (type: TypePlan): boolean => type.kind === 'object' && isPlain(type.selection());

function completedList(place: Position, { item }: PlanOf<'list'>, value: unknown): unknown {
  if (!isIterable(value))
    throw new GraphQLError(`Expected Iterable, but did not find one for field "${nameOf(place)}".`);
  const all: readonly unknown[] = Array.isArray(value) ? value : [...value];
  const items = new CompletedItems(place, item, all);
  const isCut = all.length > sliceSize && isCutInSlices(item);
  try {
    items.complete(isCut ? sliceSize : all.length);
  } catch (reason) {
    items.abandon();
    throw reason;
  }
  return isCut ? completedInSlices(items) : items.result;
}

function runtimeType(place: Position, { type }: PlanOf<'abstract'>, name: unknown): GraphQLObjectType {
  const found = place.field.schema.getPossibleTypes(type).find((possible) => possible.name === name);
  if (found) return found;
  throw new GraphQLError(`Abstract type "${type.name}" must resolve to one of its types for field "${nameOf(place)}".`);
}

function executeObject(place: Position, selection: SelectionPlan, value: unknown): unknown {
  place.execution.countFields(selection.fields.length);
  return executeSelection(place, selection, value);
}

function completedAbstract(place: Position, plan: PlanOf<'abstract'>, value: unknown): unknown {
  const complete = (name: unknown): unknown =>
    executeObject(place, plan.selectionOf(runtimeType(place, plan, name)), value);
  const { contextValue } = place.execution;
  const name: unknown = plan.resolveType(value, contextValue, place.field, plan.type);
  return isPromise(name) ? name.then(complete) : complete(name);
}

function completedPresent(place: Position, value: unknown): unknown {
  const { type } = place;
  switch (type.kind) {
    case 'leaf':
      return completedLeaf(type, value);
    case 'list':
      return completedList(place, type, value);
    case 'object':
      return executeObject(place, type.selection(), value);
    case 'abstract':
      return completedAbstract(place, type, value);
  }
}

function completed(place: Position, value: unknown): unknown {
  if (value instanceof Error) throw value;
  const isThere = value !== null && value !== undefined;
  if (isThere) return completedPresent(place, value);
  if (place.type.isNonNull) throw new Error(`Cannot return null for non-nullable field ${nameOf(place)}.`);
  return null;
}

/** What went wrong at a place is null there, or at the next place above that may be null. @throws {GraphQLError} not here */
function failed(place: Position, reason: unknown): null {
  if (reason instanceof AbortedExecution) throw reason;
  const error = locatedError(reason, place.field.fieldNodes, responsePathAsArray(place.path));
  if (place.type.isNonNull) throw error;
  place.execution.errors.add(error, place.path);
  return null;
}

/** @returns what is answered at a place, or a promise of it. @throws {GraphQLError} nothing can be, and it may not be null */
function settled(place: Position, value: unknown): unknown {
  try {
    const answer = isPromise(value) ? value.then((awaitResults) => completed(place, awaitResults)) : completed(place, value);
    return isPromise(answer) ? answer.then(undefined, (reason: unknown) => failed(place, reason)) : answer;
  } catch (reason) {
    return failed(place, reason);
  }
}

/** Where the object is: at the root there is no path. */
export interface ParentPosition {
  readonly execution: Execution;
  readonly path: ResponsePath | undefined;
}

export type ResultMap = Record<string, unknown>;

export function executeField({ execution, path }: ParentPosition, plan: FieldPlan, source: unknown): unknown {
  const place = new FieldPosition(execution, plan, path);
  let value: unknown;
  try {
    value = plan.resolve(source, plan.argumentsOf(execution.variableValues), execution.contextValue, place);
  } catch (reason) {
    return failed(place, reason);
  }
  return settled(place, value);
}

async function arrived(answers: ResultMap, awaited: readonly string[]): Promise<ResultMap> {
  const values = await Promise.all(awaited.map((key) => answers[key]));
  awaited.forEach((key, index) => {
    answers[key] = values[index];
  });
  return answers;
}

/** Clients name keys as they like: with `__proto__` among them it is an object without a prototype, which takes longer. */
export const emptyResult = ({ isOrdinary }: SelectionPlan): ResultMap => (isOrdinary ? {} : Object.create(null));

/**
 * All at once.
 * @returns response key → what is answered, or a promise of it
 * @throws {GraphQLError} a field is null that may not be; what others began is waited for
 */
export function executeSelection(
  above: ParentPosition,
  selection: SelectionPlan,
  source: unknown,
): ResultMap | Promise<ResultMap> {
  const answers = emptyResult(selection);
  const awaited: string[] = [];
  try {
    for (const plan of selection.fields) {
      const answer = executeField(above, plan, source);
      answers[plan.responseKey] = answer;
      if (isPromise(answer)) awaited.push(plan.responseKey);
    }
  } catch (reason) {
    if (awaited.length === 0) throw reason;
    return arrived(answers, awaited).finally(() => {
      throw reason;
    });
  }
  return awaited.length === 0 ? answers : arrived(answers, awaited);
}
