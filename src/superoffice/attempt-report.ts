/**
 * What the operator learns of each attempt: one line in the log, and the figures; and what an explained answer tells its caller.
 * No host, no header, nothing of the body.
 */
import type { Logger } from '../observability/logger.js';
import type { GatewayMetrics } from '../observability/metrics.js';
import type { SampledCauses } from '../observability/sampled-causes.js';
import type { AttemptResult } from './attempt.js';

export interface ReportedCall {
  readonly call: { readonly operation: string; readonly id: string; readonly select?: string | undefined };
  /** Below the base URL, with the query as sent. */
  readonly path: string;
}

/** An attempt that was sent: a metered call. */
export interface MeteredCall {
  readonly operation: string;
  /** Of the record that it was about; null: of the caller's own. */
  readonly id: string | null;
  /** The value of `$select`; null: there was none. */
  readonly select: string | null;
  /** null: no answer came. */
  readonly status: number | null;
  /** 1, and 2 for a retry. */
  readonly attempt: number;
  readonly durationMs: number;
  /** Of the answer's body, decompressed. */
  readonly bytes: number;
}

/** Of one request, so far. */
export interface CallUsage {
  /** Metered ones. */
  calls: number;
  /** Of the bodies of their responses, decompressed. */
  bytes: number;
}

export interface AttemptReport {
  readonly result: AttemptResult;
  /** 1 for the first. */
  readonly attempt: number;
  readonly durationMs: number;
  /** The deadline of the call came, or the client left, during the attempt. */
  readonly isAborted: boolean;
  /** It was aborted because the client left. */
  readonly isClientGone: boolean;
}

/** Where attempts of one request are reported. */
export interface ReportSinks {
  readonly logger: Logger;
  /** Of the line for an attempt that went well. */
  readonly level: 'debug' | 'info';
  /** Of attempts that failed: what repeats itself is logged at debug. */
  readonly failures: SampledCauses;
  readonly usage?: CallUsage | undefined;
  readonly metrics: GatewayMetrics;
  readonly onCall?: ((call: MeteredCall) => void) | undefined;
  /** For which client calls are counted. */
  readonly client: string;
}

/** What ended by the client's leaving says nothing of SuperOffice. */
const clientLeft = 'CLIENT_LEFT';

function labelOf(outcome: AttemptReport['result']['outcome'], isClientGone: boolean): string {
  if (outcome.kind === 'value') return 'ok';
  return isClientGone ? clientLeft : outcome.error.code;
}

interface Line {
  /** What failed attempts have in common that repeat each other. */
  readonly cause: string;
  readonly fields: object;
  readonly text: string;
}

function logFailure({ logger, failures }: ReportSinks, { cause, fields: about, text }: Line): void {
  const omitted = failures.admit(cause);
  if (omitted === null) logger.debug(about, text);
  else logger.warn(omitted > 0 ? { ...about, omitted } : about, text);
}

function logAttempt(
  { call: { operation, id }, path }: ReportedCall,
  { result: { isSent, outcome, status, bytes }, isAborted, isClientGone, attempt, durationMs }: AttemptReport,
  sinks: ReportSinks,
): void {
  const text = `POST ${path}`;
  const event = isSent ? 'upstream' : 'upstream-not-sent';
  const recordId = id === '' ? undefined : id; // undefined is left out
  const about = { event, operation, id: recordId, status, bytes, attempt, durationMs: Math.round(durationMs) };
  if (outcome.kind === 'value') return sinks.logger[sinks.level](about, text);
  const code = labelOf(outcome, isClientGone);
  const failed = { ...about, code, detail: outcome.error.detail };
  if (isAborted)
    sinks.logger.debug(failed, text); // given up on our side: says nothing of SuperOffice
  else logFailure(sinks, { cause: `${operation} ${code} ${status}`, fields: failed, text });
}

export function reportAttempt(reported: ReportedCall, report: AttemptReport, sinks: ReportSinks): void {
  const { operation, id, select } = reported.call;
  const { result, attempt, durationMs: exactMs, isClientGone } = report;
  const { isSent, outcome, status, bytes } = result;
  const { onCall, usage, metrics, client } = sinks;
  logAttempt(reported, report, sinks);
  if (!isSent) return;
  if (usage) {
    usage.calls += 1;
    usage.bytes += bytes;
  }
  const durationMs = Math.round(exactMs);
  onCall?.({ operation, id: id === '' ? null : id, select: select ?? null, status, bytes, attempt, durationMs });
  metrics.upstreamCalls.inc({ operation, outcome: labelOf(outcome, isClientGone), client });
  metrics.upstreamSeconds.observe({ operation }, exactMs / 1000);
  if (attempt > 1) metrics.retries.inc({ operation });
}
