/**
 * What the operator learns of each attempt: one line in the log, and the figures; and what an explained answer tells its caller.
 * No host, no header, nothing of the body.
 */
import type { Logger } from '../observability/logger.js';
import type { GatewayMetrics } from '../observability/metrics.js';
import type { ToldAttempt } from './repeated-attempt.js';

export interface ReportedCall {
  readonly call: { readonly operation: string; readonly id: string; readonly select?: string | undefined };
  /** Below the base URL, with the query as sent. */
  readonly path: string;
}

/** An attempt that was sent: a metered call. */
export interface MadeCall {
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
  /** What the whole record weighed when this caller last read one; null: not known. */
  readonly wholeBytes: number | null;
}

interface Listeners {
  readonly logger: Logger;
  readonly metrics: GatewayMetrics;
  readonly onCall?: ((call: Omit<MadeCall, 'wholeBytes'>) => void) | undefined;
  /** For which client calls are counted. */
  readonly client: string;
}

/** What ended by the client's leaving says nothing of SuperOffice. */
const clientLeft = 'CLIENT_LEFT';

function labelOf(outcome: ToldAttempt['result']['outcome'], isClientGone: boolean): string {
  if (outcome.kind === 'value') return 'ok';
  return isClientGone ? clientLeft : outcome.error.code;
}

export function reportAttempt(
  { call: { operation, id, select }, path }: ReportedCall,
  { result: { isSent, outcome, status, bytes }, isAborted, isClientGone, attempt, durationMs: exactMs }: ToldAttempt,
  { logger, metrics, onCall, client }: Listeners,
): void {
  const line = `POST ${path}`;
  const durationMs = Math.round(exactMs);
  const event = isSent ? 'upstream' : 'upstream-not-sent';
  const about = { event, operation, id: id === '' ? undefined : id, status, bytes, attempt, durationMs }; // undefined is left out
  const label = labelOf(outcome, isClientGone);
  if (outcome.kind === 'value') logger.info(about, line);
  else {
    const { detail } = outcome.error;
    const level = isAborted ? 'info' : 'warn'; // given up on our side: says nothing of SuperOffice
    logger[level]({ ...about, code: label, detail }, line);
  }
  if (!isSent) return;
  onCall?.({ operation, id: id === '' ? null : id, select: select ?? null, status, bytes, attempt, durationMs });
  metrics.upstreamCalls.inc({ operation, outcome: label, client });
  metrics.upstreamSeconds.observe({ operation }, exactMs / 1000);
  if (attempt > 1) metrics.retries.inc({ operation });
}
