/**
 * The span of an operation. The trace id on log lines, and the request id and the document's hash on the span, connect it to the log.
 * The span never has the document, the variables or the caller.
 */
import { SpanKind, isValidTraceId, type Attributes } from '@opentelemetry/api';
import { endSpan } from '../../observability/request-trace.js';
import type { OperationDefinitionNode } from 'graphql';
import type { GatewayContext } from '../../context.js';
import { maxNameLength, outcomeOf, type LoggedOperation } from './operation-log.js';

/** The code of the first error; null: no error. */
function codeOf(errors: readonly { readonly extensions?: Readonly<Record<string, unknown>> }[] | undefined) {
  const [first] = errors ?? [];
  return first === undefined ? null : String(first.extensions?.['code']);
}

interface NamedOperation {
  readonly operation?: OperationDefinitionNode | undefined;
  readonly operationName?: string | null;
  readonly queryHash?: string | undefined;
}

function operationAttributes({ operation, operationName, queryHash }: NamedOperation): Attributes {
  return {
    ...(operation && { 'graphql.operation.type': operation.operation }),
    ...(operationName && { 'graphql.operation.name': operationName.slice(0, maxNameLength) }),
    ...(queryHash && { 'superoffice.document': queryHash }),
  };
}

export interface OperationSpan {
  name(operation: OperationDefinitionNode): void;
  end(operation: NamedOperation & Pick<LoggedOperation, 'result' | 'errors'>): void;
}

/** @returns null: the span is not recorded */
export function beginOperationSpan(contextValue: GatewayContext): OperationSpan | null {
  const { trace, logger, requestId, client } = contextValue;
  if (trace === null) return null;
  const attributes = { 'superoffice.request_id': requestId, 'superoffice.client': client };
  const { span, context } = trace.start('GraphQL operation', { kind: SpanKind.SERVER, attributes });
  trace.setCurrent(context);
  const { traceId } = span.spanContext();
  if (isValidTraceId(traceId)) logger.setBindings({ traceId });
  if (!span.isRecording()) return null;
  return {
    name: ({ operation }) => void span.updateName(operation),
    end: ({ result: { data, errors: formatted }, errors, ...operation }) => {
      const outcome = outcomeOf(data, errors);
      const outcomeAttributes = { 'superoffice.outcome': outcome, 'superoffice.errors': formatted?.length ?? 0 };
      endSpan(span, codeOf(formatted), { ...operationAttributes(operation), ...outcomeAttributes });
    },
  };
}
