/** Decides whether and when a failed attempt is retried. Pure: the caller passes time and randomness. */
export interface FailedAttempt {
  /** 1 for the first. */
  readonly attempt: number;
  readonly maxRetries: number;
  /** The attempt was not executed upstream, or repeating the read is harmless and may succeed. */
  readonly isRepeatable: boolean;
  /** From Retry-After; undefined: no such header. */
  readonly retryAfterSeconds: number | undefined;
  /** Until the deadline of the call. */
  readonly remainingMs: number;
}

const baseDelayMs = 100;

/**
 * @param random from 0 to 1: full jitter, so that many callers do not retry at once
 * @returns milliseconds to wait; null: no retry
 */
export function retryDelayMs(failure: FailedAttempt, random: number): number | null {
  if (!failure.isRepeatable || failure.attempt > failure.maxRetries) return null;
  const retryAfterMs = (failure.retryAfterSeconds ?? 0) * 1000;
  const delayMs = retryAfterMs + random * baseDelayMs * 2 ** failure.attempt;
  return delayMs < failure.remainingMs ? delayMs : null;
}

/** Needed because Date.parse accepts "later 9999" as a date. */
const httpDate = /^[A-Z][a-z]{2,8},? .*\d{2}:\d{2}:\d{2}/;

const maxRetryAfterSeconds = 3600;

/**
 * Reads Retry-After: seconds or a date. Negative, past and unreadable values count as no header; the maximum is an hour.
 */
export function readRetryAfterSeconds(value: string | undefined, nowMs: number): number | undefined {
  if (value === undefined) return undefined;
  const isNumber = /^\d+$/.test(value);
  if (!isNumber && !httpDate.test(value)) return undefined;
  const seconds = isNumber ? Number(value) : Math.ceil((Date.parse(value) - nowMs) / 1000);
  return seconds >= 0 ? Math.min(seconds, maxRetryAfterSeconds) : undefined;
}
