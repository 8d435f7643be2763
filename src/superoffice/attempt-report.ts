/**
 * What the operator learns of each attempt: one line in the log, and the figures. No host, no header, nothing of the body.
 */
import type { Logger } from '../observability/logger.js';
import type { GatewayMetrics } from '../observability/metrics.js';
import type { ToldAttempt } from './repeated-attempt.js';

export interface ReportedCall {
  readonly operation: string;
  /** The query string as sent. */
  readonly query: string;
}

export function reportAttempt(
  { operation, query }: ReportedCall,
  { isSent, isAborted, outcome, status, bytes, attempt, durationMs }: ToldAttempt,
  { logger, metrics }: { readonly logger: Logger; readonly metrics: GatewayMetrics },
): void {
  const line = `POST Agents/Chat/${operation}?${query}`;
  const figures = { status, bytes, attempt, durationMs: Math.round(durationMs) };
  if (outcome.kind === 'value') logger.info({ event: 'upstream', ...figures }, line);
  else {
    const { code, detail } = outcome.error;
    const level = isAborted ? 'info' : 'warn'; // given up on our side: says nothing of SuperOffice
    logger[level]({ event: isSent ? 'upstream' : 'upstream-not-sent', ...figures, code, detail }, line);
  }
  if (!isSent) return;
  metrics.upstreamCalls.inc({ operation, outcome: outcome.kind === 'value' ? 'ok' : outcome.error.code });
  metrics.upstreamSeconds.observe({ operation }, durationMs / 1000);
  if (attempt > 1) metrics.retries.inc({ operation });
}
