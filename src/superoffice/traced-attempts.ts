/**
 * One span for each attempt of a call, and the headers by which SuperOffice finds itself in the same trace. Names of operations and
 * figures only: no id, no URL, nothing of what was sent or answered.
 */
import { SpanKind, type Span } from '@opentelemetry/api';
import { endSpan, type RequestTrace, type TracePlace } from '../observability/request-trace.js';
import { noTraceHeaders, writeTraceHeaders } from '../observability/trace-headers.js';
import type { AttemptResult, Transport } from './attempt.js';

export interface TracedCall {
  readonly operation: string;
  readonly select?: string | undefined;
  readonly trace: RequestTrace;
  /** What the call is part of. */
  readonly place: TracePlace;
}

function attributesOf({ operation, select }: TracedCall, attempt: number) {
  return {
    'http.request.method': 'POST',
    'superoffice.operation': operation,
    'superoffice.attempt': attempt,
    'superoffice.select_length': select?.length ?? 0,
    'http.request.resend_count': attempt > 1 ? attempt - 1 : undefined, // undefined is no attribute
  };
}

function figuresOf({ isSent, status, bytes }: AttemptResult) {
  return {
    'superoffice.sent': isSent,
    'http.response.body.size': bytes,
    ...(status !== null && { 'http.response.status_code': status }),
  };
}

/** The attempts of one call. */
export function tracedAttempts(transport: Pick<Transport, 'attempt'>, call: TracedCall): Pick<Transport, 'attempt'> {
  const { operation, trace, place } = call;
  let attempt = 0;

  async function ended(span: Span, made: Promise<AttemptResult>): Promise<AttemptResult> {
    const result = await made;
    endSpan(span, result.outcome.kind === 'failure' ? result.outcome.error.code : null, figuresOf(result));
    return result;
  }

  return {
    attempt(exchange) {
      attempt += 1;
      const options = { kind: SpanKind.CLIENT, attributes: attributesOf(call, attempt) };
      const span = trace.span(`POST ${operation}`, options, place);
      const added = writeTraceHeaders(span.spanContext());
      const isAdded = added !== noTraceHeaders;
      const result = transport.attempt(
        isAdded ? { ...exchange, headers: { ...exchange.headers, ...added } } : exchange,
      );
      return span.isRecording() ? ended(span, result) : result;
    },
  };
}
