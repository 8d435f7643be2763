/**
 * The trace span of one attempt, and the headers that propagate the trace to SuperOffice. Spans contain operation names and numbers only: no
 * id, no URL, nothing of what was sent or received.
 */
import { SpanKind } from '@opentelemetry/api';
import { endSpan, type RequestTrace, type TraceContext } from '../observability/request-trace.js';
import { noTraceHeaders, writeTraceHeaders } from '../observability/trace-headers.js';
import type { CallMethod } from './agent-call.js';
import type { AttemptResult } from './attempt.js';

export interface AttemptSpan {
  /** null: the request is not traced. */
  readonly headers: Readonly<Record<string, string>> | null;
  end(result: AttemptResult): void;
}

interface TracedAttempt {
  readonly operation: string;
  readonly method?: CallMethod | undefined;
  readonly select?: string | undefined;
  /** 1 for the first. */
  readonly attempt: number;
}

function attributesOf({ operation, method, select, attempt }: TracedAttempt) {
  return {
    'http.request.method': method ?? 'POST',
    'superoffice.operation': operation,
    'superoffice.attempt': attempt,
    'superoffice.select_length': select?.length ?? 0,
    'http.request.resend_count': attempt > 1 ? attempt - 1 : undefined, // undefined is omitted
  };
}

function figuresOf({ isSent, status, bytes }: AttemptResult) {
  return {
    'superoffice.sent': isSent,
    'http.response.body.size': bytes,
    ...(status !== null && { 'http.response.status_code': status }),
  };
}

const unrecorded: AttemptSpan = { headers: null, end: () => undefined };

export function beginAttemptSpan(trace: RequestTrace, parent: TraceContext, attempt: TracedAttempt): AttemptSpan {
  const options = { kind: SpanKind.CLIENT, attributes: attributesOf(attempt) };
  const span = trace.startSpan(`${attempt.method ?? 'POST'} ${attempt.operation}`, options, parent);
  const headers = writeTraceHeaders(span.spanContext());
  if (headers === noTraceHeaders) return unrecorded;
  return {
    headers,
    end: (result) => {
      const code = result.outcome.kind === 'failure' ? result.outcome.error.code : null;
      if (span.isRecording()) endSpan(span, code, figuresOf(result));
    },
  };
}
