/**
 * Where one request is in its trace, handed on explicitly: nothing is looked up in a store of the process. The API of OpenTelemetry
 * alone: as long as nobody has registered an SDK, no span is made, and what came in with the request goes along as it came.
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

/** A place in a trace: what begins here is its child. */
export type TracePlace = Context;

export interface BegunSpan {
  readonly span: Span;
  /** Within the span. */
  readonly place: TracePlace;
}

export interface RequestTrace {
  /** Where a span belongs that begins now: the operation, or the batch within which it is begun. */
  here(): TracePlace;
  begin(name: string, options: SpanOptions, place?: TracePlace): BegunSpan;
  /** The same for a span in which nothing else will begin. */
  span(name: string, options: SpanOptions, place: TracePlace): Span;
  /** From now on everything belongs there, unless `within` says otherwise. */
  moveTo(place: TracePlace): void;
  /** What `start` begins before it returns, or waits for the first time, belongs there. */
  within<Value>(place: TracePlace, start: () => Value): Value;
}

function traceFrom(origin: TracePlace): RequestTrace {
  const tracer = trace.getTracer('superoffice-chat-graphql');
  let here = origin;
  return {
    here: () => here,
    span: (name, options, place) => tracer.startSpan(name, options, place),
    begin: (name, options, place = here) => {
      const span = tracer.startSpan(name, options, place);
      return { span, place: trace.setSpan(place, span) };
    },
    moveTo: (place) => void (here = place),
    within: (place, start) => {
      const outside = here;
      here = place;
      try {
        return start();
      } finally {
        here = outside;
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

/** Says how it ended, and ends it. @param code of the error; null: it succeeded */
export function endSpan(span: Span, code: string | null, attributes: Attributes = {}): void {
  span.setAttributes(attributes);
  if (code !== null) span.setAttribute('error.type', code).setStatus({ code: SpanStatusCode.ERROR });
  span.end();
}
