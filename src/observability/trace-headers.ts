/**
 * W3C Trace Context: reads and writes `traceparent` and `tracestate`. They belong to a request, not to a caller, so they are not in
 * superoffice/request-headers: neither the principal's key nor a connection pool depends on them. Outgoing headers are written from the
 * parsed values, never passed through, so they hold nothing else.
 * @see W3C Trace Context, level 1
 */
import { createTraceState, isSpanContextValid, type SpanContext } from '@opentelemetry/api';

/** Header names in lower case, as node:http gives them. */
type IncomingHeaders = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Version, trace, parent, flags. Version ff is forbidden, zeros mean none; additions of later versions are left out. */
const traceparentGrammar = /^(?!ff)([\da-f]{2})-([\da-f]{32})-([\da-f]{16})-([\da-f]{2})(-[!-~]{1,64})?$/;

const textOf = (header: string | readonly string[] | undefined): string => (typeof header === 'string' ? header : '');

/** @returns null: traceparent is missing or malformed, so a new trace starts */
export function readTraceHeaders(headers: IncomingHeaders): SpanContext | null {
  const [, version, traceId = '', spanId = '', flags = '', more] =
    traceparentGrammar.exec(textOf(headers['traceparent'])) ?? [];
  if (version === '00' && more !== undefined) return null;
  const state = textOf(headers['tracestate']);
  const context: SpanContext = {
    traceId,
    spanId,
    traceFlags: Number.parseInt(flags, 16),
    isRemote: true,
    ...(state !== '' && { traceState: createTraceState(state) }), // leaves out malformed members
  };
  return isSpanContextValid(context) ? context : null;
}

/** The headers of a request without a trace. */
export const noTraceHeaders: Readonly<Record<string, string>> = Object.freeze({});

/** The headers that join an upstream request to the trace; `noTraceHeaders` without a trace. */
export function writeTraceHeaders(context: SpanContext): Readonly<Record<string, string>> {
  if (!isSpanContextValid(context)) return noTraceHeaders;
  const { traceId, spanId, traceFlags, traceState } = context;
  const state = traceState?.serialize() ?? '';
  const flags = traceFlags.toString(16).padStart(2, '0');
  return { traceparent: `00-${traceId}-${spanId}-${flags}`, ...(state !== '' && { tracestate: state }) };
}
