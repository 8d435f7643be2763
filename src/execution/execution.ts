/** One execution of an operation: what is the same at each place of its answer. */
import type { OperationPlan } from './operation-plan.js';
import { FieldErrors } from './field-errors.js';

export class Execution {
  readonly operation: OperationPlan;
  readonly variableValues: Record<string, unknown>;
  readonly contextValue: unknown;
  readonly errors = new FieldErrors();

  constructor(operation: OperationPlan, variableValues: Record<string, unknown>, contextValue: unknown) {
    this.operation = operation;
    this.variableValues = variableValues;
    this.contextValue = contextValue;
  }
}
