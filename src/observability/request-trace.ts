/**
 * The position of one request in its trace, passed on explicitly instead of looked up in a store of the process. Uses only the API of
 * OpenTelemetry: without a registered SDK no span is created, and an incoming trace context is passed on unchanged.
 */
import {
  ProxyTracerProvider,
  ROOT_CONTEXT,
  SpanStatusCode,
  trace,
  type Attributes,
  type Context,
  type Span,
  type SpanOptions,
} from '@opentelemetry/api';
import { readTraceHeaders } from './trace-headers.js';

/** Spans that start in it are children of its span. */
export type TraceContext = Context;

export interface StartedSpan {
  readonly span: Span;
  /** Within the span. */
  readonly context: TraceContext;
}

export interface RequestTrace {
  /** Parent of a span that starts now: the operation, or the batch in which it starts. */
  current(): TraceContext;
  start(name: string, options: SpanOptions, context?: TraceContext): StartedSpan;
  /** The same for a span without children. */
  startSpan(name: string, options: SpanOptions, context: TraceContext): Span;
  /** Sets the parent of all later spans outside of `within`. */
  setCurrent(context: TraceContext): void;
  /** Spans that `start` starts before it returns or first waits are children of `context`. */
  within<Value>(context: TraceContext, start: () => Value): Value;
}

function traceFrom(origin: TraceContext): RequestTrace {
  const tracer = trace.getTracer('superoffice-chat-graphql');
  let current = origin;
  return {
    current: () => current,
    startSpan: (name, options, context) => tracer.startSpan(name, options, context),
    start: (name, options, context = current) => {
      const span = tracer.startSpan(name, options, context);
      return { span, context: trace.setSpan(context, span) };
    },
    setCurrent: (context) => void (current = context),
    within: (context, start) => {
      const outer = current;
      current = context;
      try {
        return start();
      } finally {
        current = outer;
      }
    },
  };
}

const noProvider = new ProxyTracerProvider().getDelegate();

/** An SDK is registered; that may happen after the start. */
function isRecordable(): boolean {
  const provider = trace.getTracerProvider();
  return !(provider instanceof ProxyTracerProvider) || provider.getDelegate() !== noProvider;
}

/**
 * @param headers of the request, names in lower case
 * @returns null: no SDK is registered, and the request is in no trace
 */
export function requestTrace(headers: Parameters<typeof readTraceHeaders>[0]): RequestTrace | null {
  const remote = headers['traceparent'] === undefined ? null : readTraceHeaders(headers);
  if (remote === null && !isRecordable()) return null;
  return traceFrom(remote === null ? ROOT_CONTEXT : trace.setSpanContext(ROOT_CONTEXT, remote));
}

/** @param code of the error; null: success */
export function endSpan(span: Span, code: string | null, attributes: Attributes = {}): void {
  span.setAttributes(attributes);
  if (code !== null) span.setAttribute('error.type', code).setStatus({ code: SpanStatusCode.ERROR });
  span.end();
}
