/** One execution of an operation: what is the same at each place of its answer. */
import type { GraphQLSchema } from 'graphql';
import type { OperationPlan } from '../plan/document-plan.js';
import type { SelectionPlan } from '../plan/selection-plan.js';
import { FieldErrors } from './field-errors.js';

/** Nothing of the answer is given: it ends the execution, wherever it is thrown. */
export class AbortedExecution extends Error {}

/** Decides whether as many fields more may be executed. @throws {Error} why not */
export type CountFields = (fields: number) => void;

export interface RequestValues {
  readonly variableValues: Record<string, unknown>;
  readonly contextValue: unknown;
  /** What introspection shows; default: the schema that is executed. */
  readonly introspectedSchema?: (() => GraphQLSchema) | undefined;
}

export class Execution {
  readonly operation: OperationPlan;
  readonly variableValues: Record<string, unknown>;
  readonly contextValue: unknown;
  readonly introspectedSchema: () => GraphQLSchema;
  readonly errors = new FieldErrors();
  #selection: SelectionPlan | undefined;

  readonly #count: CountFields;
  #ended: AbortedExecution | null = null;

  constructor(operation: OperationPlan, request: RequestValues, countFields: CountFields) {
    this.operation = operation;
    this.variableValues = request.variableValues;
    this.contextValue = request.contextValue;
    this.introspectedSchema = request.introspectedSchema ?? (() => operation.schema);
    this.#count = countFields;
  }

  /** At the root. @throws {GraphQLError} the schema has no such root, or a condition has no value */
  get selection(): SelectionPlan {
    return (this.#selection ??= this.operation.selection(this.variableValues));
  }

  /** @throws {AbortedExecution} it is over, from the first time on that they were too many */
  countFields(fields: number): void {
    if (this.#ended) throw this.#ended;
    try {
      this.#count(fields);
    } catch (cause) {
      throw (this.#ended = new AbortedExecution('too many fields', { cause }));
    }
  }
}
