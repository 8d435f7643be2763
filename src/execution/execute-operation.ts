/**
 * Executes an operation as graphql-js does, exactly by the specification, from a plan that is created once for each document.
 * @see GraphQL specification, "Executing Requests"
 */
import { GraphQLError, locatedError, OperationTypeNode, type ExecutionResult } from 'graphql';
import { emptyResult, executeField, executeSelection, type ParentPosition, type ResultMap } from './execute-fields.js';
import { AbortedExecution, Execution, type CountFields, type RequestValues } from './execution.js';
import { operationPlan, type ExecutableOperation, type OperationPlan } from '../plan/document-plan.js';
import type { SelectionPlan } from '../plan/selection-plan.js';

export interface ExecutableRequest extends ExecutableOperation {
  /** As the client sent them. */
  readonly variables: Readonly<Record<string, unknown>>;
  readonly contextValue: unknown;
}

/** `data` is always present, but may be null. */
export type OperationResult = ExecutionResult & Required<Pick<ExecutionResult, 'data'>>;

/** Executes the root fields of a mutation one after the other. */
async function executeSerially(root: ParentPosition, selection: SelectionPlan): Promise<ResultMap> {
  const results = emptyResult(selection);
  for (const plan of selection.fields) results[plan.responseKey] = await executeField(root, plan, undefined);
  return results;
}

async function dataOf(execution: Execution): Promise<ResultMap | null> {
  const { operation, errors } = execution;
  const root = { execution, path: undefined };
  try {
    const isMutation = operation.node.operation === OperationTypeNode.MUTATION;
    const { selection } = execution;
    return await (isMutation ? executeSerially(root, selection) : executeSelection(root, selection, undefined));
  } catch (error) {
    if (error instanceof AbortedExecution) errors.clear(); // they are about fields that are not in the response
    const reason = error instanceof AbortedExecution ? error.cause : error;
    errors.add(reason instanceof GraphQLError ? reason : locatedError(reason, undefined), undefined);
    return null;
  }
}

const unlimited: CountFields = () => undefined;

/**
 * @param countFields receives the number of fields of each object before they are executed
 * @returns never rejects: all errors are in `errors`
 */
export async function executeCoerced(
  plan: OperationPlan,
  values: RequestValues,
  countFields = unlimited,
): Promise<OperationResult> {
  const execution = new Execution(plan, values, countFields);
  const data = await dataOf(execution);
  const { all } = execution.errors;
  return all.length === 0 ? { data } : { errors: all, data };
}

/** @returns never rejects: all errors are in `errors`. Without `data` where the variables are not valid */
export async function executeOperation(request: ExecutableRequest): Promise<ExecutionResult> {
  const plan = operationPlan(request);
  const { coerced, errors } = plan.coerce(request.variables);
  const { contextValue } = request;
  return errors ? { errors } : executeCoerced(plan, { contextValue, variableValues: coerced });
}
