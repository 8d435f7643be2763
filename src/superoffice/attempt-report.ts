/**
 * Reports each attempt: one log line, metrics, and the call list of an explained response. Reports contain no host, no header and nothing of
 * the body.
 */
import type { Logger } from '../observability/logger.js';
import type { GatewayMetrics } from '../observability/metrics.js';
import type { SampledCauses } from '../observability/sampled-causes.js';
import { selectionOf, type AgentCall } from './agent-call.js';
import type { AttemptResult } from './attempt.js';

export interface ReportedCall {
  readonly call: Pick<AgentCall, 'operation' | 'method' | 'id' | 'select' | 'expected'>;
  /** Path below the base URL, with the query as sent. */
  readonly path: string;
}

/** An attempt that was sent: SuperOffice meters it. */
export interface MeteredCall {
  readonly operation: string;
  /** Id of the record; null: the operation is about the caller's own records. */
  readonly id: string | null;
  /** The value of `$select`, or the columns of an archive; null: none was sent. */
  readonly select: string | null;
  /** null: no response. */
  readonly status: number | null;
  /** 1 for the first, 2 for a retry, and so on. */
  readonly attempt: number;
  /** When it was sent, by the monotonic clock. */
  readonly startedMs: number;
  readonly durationMs: number;
  /** Size of the response body, decompressed. */
  readonly bytes: number;
}

/** The calls of one request so far. */
export interface CallUsage {
  /** Metered calls. */
  calls: number;
  /** Size of the response bodies, decompressed. */
  bytes: number;
}

export interface AttemptReport {
  readonly result: AttemptResult;
  /** 1 for the first. */
  readonly attempt: number;
  /** By the monotonic clock. */
  readonly startedMs: number;
  readonly durationMs: number;
  /** The deadline of the call expired, or the client disconnected, during the attempt. */
  readonly isAborted: boolean;
  /** The attempt was aborted because the client disconnected. */
  readonly isClientGone: boolean;
}

/** Where the attempts of one request are reported. */
export interface ReportSinks {
  readonly logger: Logger;
  /** Level of the log line for a successful attempt. */
  readonly level: 'debug' | 'info';
  /** Samples failed attempts: repetitions of a cause are logged at debug. */
  readonly failures: SampledCauses;
  readonly usage?: CallUsage | undefined;
  readonly metrics: GatewayMetrics;
  readonly onCall?: ((call: MeteredCall) => void) | undefined;
  /** Label of the client in metrics. */
  readonly client: string;
}

/** Label of attempts that ended because the client disconnected: they are no failures of SuperOffice. */
const clientLeft = 'CLIENT_LEFT';

function labelOf(outcome: AttemptReport['result']['outcome'], isClientGone: boolean): string {
  if (outcome.kind === 'value') return 'ok';
  return isClientGone ? clientLeft : outcome.error.code;
}

interface Line {
  /** Failed attempts with the same cause are repetitions. */
  readonly cause: string;
  readonly fields: object;
  readonly text: string;
}

function logFailure({ logger, failures }: ReportSinks, { cause, fields, text }: Line): void {
  const omitted = failures.admit(cause);
  if (omitted === null) logger.debug(fields, text);
  else logger.warn(omitted > 0 ? { ...fields, omitted } : fields, text);
}

function logAttempt(
  { call: { operation, method, id }, path }: ReportedCall,
  { result: { isSent, outcome, status, bytes }, isAborted, isClientGone, attempt, durationMs }: AttemptReport,
  sinks: ReportSinks,
): void {
  const text = `${method ?? 'POST'} ${path}`;
  const event = isSent ? 'upstream' : 'upstream-not-sent';
  const recordId = id === '' ? undefined : id; // undefined is left out
  const fields = { event, operation, id: recordId, status, bytes, attempt, durationMs: Math.round(durationMs) };
  if (outcome.kind === 'value') return sinks.logger[sinks.level](fields, text);
  const code = labelOf(outcome, isClientGone);
  const failed = { ...fields, code, detail: outcome.error.detail };
  if (isAborted)
    sinks.logger.debug(failed, text); // the gateway aborted it: no failure of SuperOffice
  else logFailure(sinks, { cause: `${operation} ${code} ${status}`, fields: failed, text });
}

export function reportAttempt(reported: ReportedCall, report: AttemptReport, sinks: ReportSinks): void {
  const { operation, id } = reported.call;
  const { result, attempt, startedMs, durationMs: exactMs, isClientGone } = report;
  const { isSent, outcome, status, bytes } = result;
  const { onCall, usage, metrics, client } = sinks;
  logAttempt(reported, report, sinks);
  if (!isSent) return;
  if (usage) {
    usage.calls += 1;
    usage.bytes += bytes;
  }
  const durationMs = Math.round(exactMs);
  onCall?.({
    operation,
    id: id === '' ? null : id,
    select: selectionOf(reported.call),
    status,
    bytes,
    attempt,
    startedMs,
    durationMs,
  });
  metrics.upstreamCalls.inc({ operation, outcome: labelOf(outcome, isClientGone), client });
  metrics.upstreamSeconds.observe({ operation }, exactMs / 1000);
  if (attempt > 1) metrics.retries.inc({ operation });
}
