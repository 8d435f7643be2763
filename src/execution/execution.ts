/** One execution of an operation: the state that all positions of its response share. */
import type { GraphQLSchema } from 'graphql';
import type { OperationPlan } from '../plan/document-plan.js';
import type { SelectionPlan } from '../plan/selection-plan.js';
import { FieldErrors } from './field-errors.js';

/** Aborts the execution wherever it is thrown: `data` becomes null. */
export class AbortedExecution extends Error {}

/** Counts fields before they are executed. @throws {Error} there are too many */
export type CountFields = (fields: number) => void;

export interface RequestValues {
  readonly variableValues: Record<string, unknown>;
  readonly contextValue: unknown;
  /** The schema that introspection shows; default: the executed schema. */
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
  #aborted: AbortedExecution | null = null;

  constructor(operation: OperationPlan, request: RequestValues, countFields: CountFields) {
    this.operation = operation;
    this.variableValues = request.variableValues;
    this.contextValue = request.contextValue;
    this.introspectedSchema = request.introspectedSchema ?? (() => operation.schema);
    this.#count = countFields;
  }

  /** The root selection. @throws {GraphQLError} the schema has no such root, or a condition has no value */
  get selection(): SelectionPlan {
    return (this.#selection ??= this.operation.selection(this.variableValues));
  }

  /** @throws {AbortedExecution} there are too many fields; from then on each call throws it */
  countFields(fields: number): void {
    if (this.#aborted) throw this.#aborted;
    try {
      this.#count(fields);
    } catch (cause) {
      throw (this.#aborted = new AbortedExecution('too many fields', { cause }));
    }
  }
}
