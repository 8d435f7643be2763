/**
 * One operation, in whichever way its document was found: by Apollo (apollo-server), or known already (fast-path). Both take these steps:
 *
 *   begin      clock and span
 *   identify   the document's hash, on every line of the log from here on
 *   gate       may the caller execute it, and is it within the limits      operation-gate
 *   coerce     variables                                                   plan/variables
 *   execute    from the plan                                               execution/
 *   finish     request ids, log and metrics, span, status and media type, cost, audit
 */
import type { GraphQLResponse } from '@apollo/server';
import {
  OperationTypeNode,
  type FormattedExecutionResult,
  type GraphQLError,
  type GraphQLFormattedError,
  type OperationDefinitionNode,
} from 'graphql';
import type { Clock } from '../../base/clock.js';
import type { AdmittedSubscription, GatewayContext } from '../../context.js';
import { executeCoerced } from '../../execution/execute-operation.js';
import type { EventResult } from '../../live/live-stream.js';
import { isOutage } from '../../live/stream-failures.js';
import type { OperationPlan } from '../../plan/document-plan.js';
import { apiSchemaOf } from '../../subgraph/subgraph-schema.js';
import { mediaTypeFor } from '../http/media-type.js';
import type { AuditLog } from './audit-log.js';
import { completedErrors, secondsToWait } from './error-causes.js';
import { formatError, isRefusedRequest, originOf } from './format-error.js';
import type { OperationGate } from './operation-gate.js';
import type { OperationLog } from './operation-log.js';
import { beginOperationSpan, type OperationSpan } from './operation-trace.js';

/** What holds for every operation. */
export interface OperationRules {
  readonly gate: OperationGate;
  /** Fields of fragments in a document, each counted where it is used. */
  readonly maxBorrowedFields: number;
  readonly clock: Clock;
  readonly log: OperationLog;
  /** null: nothing is audited. */
  readonly audit: AuditLog | null;
}

export interface PipelineRequest {
  readonly contextValue: GatewayContext;
  /** @param name in lower case */
  header(name: string): string | undefined;
}

/** What is known of an operation by its end: little, when it was refused early. */
export interface FinishedOperation {
  readonly operation?: OperationDefinitionNode | undefined;
  readonly operationName?: string | null;
  readonly queryHash?: string | undefined;
  readonly response: GraphQLResponse;
}

/** As Apollo does: an error without a code is a fault of ours. */
function formatted(error: GraphQLError): GraphQLFormattedError {
  const { code = 'INTERNAL_SERVER_ERROR' } = error.extensions;
  return formatError({ ...error.toJSON(), extensions: { ...error.extensions, code } }, error);
}

/** In the order that the specification advises. */
export const responseText = ({ errors, data, extensions }: FormattedExecutionResult): string =>
  `${JSON.stringify({ errors, data, extensions })}\n`;

export function singleResultOf({ body }: GraphQLResponse): FormattedExecutionResult {
  if (body.kind !== 'single') throw new TypeError('incremental delivery is not supported');
  return body.singleResult;
}

export class OperationRun {
  readonly #rules: OperationRules;
  readonly #request: PipelineRequest;
  readonly #startedMs: number;
  readonly #span: OperationSpan | null;
  #errors: readonly GraphQLError[] = [];
  #isHandedOver = false;

  /** Begins it. */
  constructor(rules: OperationRules, request: PipelineRequest) {
    this.#rules = rules;
    this.#request = request;
    this.#startedMs = rules.clock.monotonicMs();
    this.#span = beginOperationSpan(request.contextValue);
  }

  /** @param queryHash SHA-256 of the document */
  identify(queryHash: string): void {
    this.#request.contextValue.logger.setBindings({ document: queryHash });
  }

  /** The document has the operation that was requested. */
  name(operation: OperationDefinitionNode): void {
    this.#span?.name(operation);
  }

  /** Passes a subscription on, to be executed for each of its events. @returns false: it is none, and has to be executed now */
  handOver(operation: AdmittedSubscription): boolean {
    const { subscribe } = this.#request.contextValue.delivery;
    this.#isHandedOver = operation.plan.node.operation === OperationTypeNode.SUBSCRIPTION && subscribe !== null;
    if (this.#isHandedOver) subscribe?.(operation);
    return this.#isHandedOver;
  }

  /** @param variableValues coerced */
  async execute(plan: OperationPlan, variableValues: Record<string, unknown>): Promise<FormattedExecutionResult> {
    const { contextValue } = this.#request;
    const { responseBudget, isRouter } = contextValue;
    const introspectedSchema = () => (isRouter ? plan.schema : apiSchemaOf(plan.schema));
    const values = { variableValues, contextValue, introspectedSchema };
    const { data, errors } = await executeCoerced(plan, values, (fields) => responseBudget.chargeFields(fields));
    if (!errors) return { data };
    this.noteErrors(errors);
    return { data, errors: errors.map(formatted) };
  }

  /** Errors of the response, in its order. */
  noteErrors(errors: readonly GraphQLError[]): void {
    this.#errors = errors;
    this.#rules.log.errors(errors, this.#request.contextValue.logger);
  }

  /** Completes the response, and reports it. */
  finish({ response, operation, operationName = null, queryHash }: FinishedOperation): void {
    const { log, audit, clock } = this.#rules;
    const { contextValue } = this.#request;
    const errors = this.#errors;
    if (this.#isHandedOver)
      return this.#span?.end({ operation, operationName, queryHash, result: singleResultOf(response), errors });
    const { http } = response;
    const result = this.#completed(response);
    const durationMs = clock.monotonicMs() - this.#startedMs;
    log.operation({ operationName, result, errors, status: http.status ?? 200, durationMs }, contextValue);
    this.#span?.end({ operation, operationName, queryHash, result, errors });
    const { contentType, isLegacy } = mediaTypeFor(this.#request.header('accept'));
    http.headers.set('content-type', contentType);
    if (isLegacy && http.status === 400 && result.errors?.every(isRefusedRequest)) http.status = 200;
    audit?.(this.#request);
  }

  /** Completes the response to one event of a subscription, and reports it. */
  finishEvent(result: FormattedExecutionResult, { plan, operationName, queryHash }: AdmittedSubscription): EventResult {
    const { log, audit, clock } = this.#rules;
    const { contextValue } = this.#request;
    const errors = this.#errors;
    const completed = result.errors
      ? { ...result, errors: completedErrors(result.errors, errors, contextValue.requestId) }
      : result;
    const durationMs = clock.monotonicMs() - this.#startedMs;
    log.event({ operationName, result: completed, errors, durationMs }, contextValue);
    this.#span?.end({ operation: plan.node, operationName, queryHash, result: completed, errors });
    audit?.(this.#request);
    const isRootThere = Object.values(result.data ?? {}).some((value) => value !== null);
    const causes = errors.map(originOf);
    const isPartial = isRootThere && causes.some(isOutage);
    return { result: completed, error: isRootThere ? null : (causes[0] ?? null), isPartial };
  }

  /** The request id on each error, the longest wait in Retry-After, and the cost for a caller who requests it. */
  #completed(response: GraphQLResponse): FormattedExecutionResult {
    const { requestId, cost } = this.#request.contextValue;
    const result = singleResultOf(response);
    if (!result.errors && cost === null) return result;
    const seconds = secondsToWait(this.#errors);
    if (seconds > 0) response.http.headers.set('retry-after', String(seconds));
    const completed = {
      ...result,
      ...(result.errors && { errors: completedErrors(result.errors, this.#errors, requestId) }),
      ...(cost && {
        extensions: {
          ...result.extensions,
          superoffice: { callsMade: cost.calls.length, callsSaved: cost.saved, calls: cost.calls },
        },
      }),
    };
    response.body = { kind: 'single', singleResult: completed };
    return completed;
  }
}
