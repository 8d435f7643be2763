/**
 * W3C Trace Context: `traceparent` and `tracestate` as they come in and as they go out. They belong to a request, not to a caller,
 * and so are not in superoffice/request-headers: neither the principal's key nor a pool of connections depends on them. What goes
 * out is written from what was read, never passed through, so nothing else can travel in it.
 * @see W3C Trace Context, level 1
 */
import { createTraceState, isSpanContextValid, type SpanContext } from '@opentelemetry/api';

/** Header names in lower case, as node:http gives them. */
type IncomingHeaders = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Version, trace, parent, flags. Version ff is forbidden, zeros mean none; what later versions add is left out. */
const traceparentGrammar = /^(?!ff)([\da-f]{2})-([\da-f]{32})-([\da-f]{16})-([\da-f]{2})(-[!-~]{1,64})?$/;

const textOf = (header: string | readonly string[] | undefined): string => (typeof header === 'string' ? header : '');

/** @returns null where there is no traceparent, or one that is not of the grammar: then a new trace begins */
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
    ...(state !== '' && { traceState: createTraceState(state) }), // leaves out members that are not of the grammar
  };
  return isSpanContextValid(context) ? context : null;
}

/** Of a request that is in no trace. */
export const noTraceHeaders: Readonly<Record<string, string>> = Object.freeze({});

/** What a request sends along to be found in the same trace; `noTraceHeaders` where there is no trace. */
export function writeTraceHeaders(context: SpanContext): Readonly<Record<string, string>> {
  if (!isSpanContextValid(context)) return noTraceHeaders;
  const { traceId, spanId, traceFlags, traceState } = context;
  const state = traceState?.serialize() ?? '';
  const flags = traceFlags.toString(16).padStart(2, '0');
  return { traceparent: `00-${traceId}-${spanId}-${flags}`, ...(state !== '' && { tracestate: state }) };
}
