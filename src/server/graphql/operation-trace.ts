/**
 * The span of an operation, and what ties it to the log: the id of the trace on every line, the request id and the document's hash
 * on the span. Never the document, the variables or who asks.
 */
import { SpanKind, isValidTraceId, type Attributes } from '@opentelemetry/api';
import { endSpan } from '../../observability/request-trace.js';
import { maxNameLength, outcomeOf } from './operation-log.js';
import type { OperationWatch, WatchOperation } from './watched-operations.js';

/** Of the first error. */
function codeOf(errors: readonly { readonly extensions?: Readonly<Record<string, unknown>> }[] | undefined) {
  const [first] = errors ?? [];
  return first === undefined ? null : String(first.extensions?.['code']);
}

interface NamedOperation {
  readonly operation?: { readonly operation: string };
  readonly operationName?: string | null;
  readonly queryHash?: string;
}

function operationAttributes({ operation, operationName, queryHash }: NamedOperation): Attributes {
  return {
    ...(operation && { 'graphql.operation.type': operation.operation }),
    ...(operationName && { 'graphql.operation.name': operationName.slice(0, maxNameLength) }),
    ...(queryHash && { 'superoffice.document': queryHash }),
  };
}

/** Nobody will read the span. */
const unrecorded: OperationWatch = {};

export const operationTrace: WatchOperation = ({ contextValue: { trace, logger, requestId, client } }) => {
  const attributes = { 'superoffice.request_id': requestId, 'superoffice.client': client };
  const { span, place } = trace.begin('GraphQL operation', { kind: SpanKind.SERVER, attributes });
  trace.moveTo(place);
  const { traceId } = span.spanContext();
  if (isValidTraceId(traceId)) logger.setBindings({ traceId });
  if (!span.isRecording()) return unrecorded;
  return {
    didResolveOperation({ operation }) {
      if (operation) span.updateName(operation.operation);
    },
    willSendResponse(request) {
      const { body } = request.response;
      const { data, errors } = body.kind === 'single' ? body.singleResult : {};
      const outcome = outcomeOf(data, request.errors ?? []);
      const figures = { 'superoffice.outcome': outcome, 'superoffice.errors': errors?.length ?? 0 };
      endSpan(span, codeOf(errors), { ...operationAttributes(request), ...figures });
    },
  };
};
