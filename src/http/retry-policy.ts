/**
 * Whether and when a failed attempt is repeated. Pure: no clock, no randomness of its own.
 */
export interface FailedAttempt {
  /** 1 for the first. */
  readonly attempt: number;
  readonly maxRetries: number;
  /** What the failure itself says: nothing was done upstream, or repeating the read is harmless and may help. */
  readonly isRepeatable: boolean;
  /** What SuperOffice asked for, if it did. */
  readonly retryAfterSeconds: number | undefined;
  /** Until the deadline of the call. */
  readonly remainingMs: number;
}

const baseDelayMs = 100;

/** @param random from 0 to 1: full jitter, so that many callers do not come back at once
 * @returns milliseconds to wait, or null: give up */
export function retryDelayMs(failure: FailedAttempt, random: number): number | null {
  if (!failure.isRepeatable || failure.attempt > failure.maxRetries) return null;
  const askedMs = (failure.retryAfterSeconds ?? 0) * 1000;
  const delayMs = askedMs + random * baseDelayMs * 2 ** failure.attempt;
  return delayMs < failure.remainingMs ? delayMs : null;
}

/** Date.parse takes "later 9999" for a date as well. */
const httpDate = /^[A-Z][a-z]{2,8},? .*\d{2}:\d{2}:\d{2}/;

const maxRetryAfterSeconds = 3600;

/**
 * Reads Retry-After: seconds or a date. Negative, past and unreadable values are as if it were not there; huge ones are cut to
 * an hour.
 */
export function readRetryAfterSeconds(value: string | undefined, nowMs: number): number | undefined {
  if (value === undefined) return undefined;
  const isNumber = /^\d+$/.test(value);
  if (!isNumber && !httpDate.test(value)) return undefined;
  const seconds = isNumber ? Number(value) : Math.ceil((Date.parse(value) - nowMs) / 1000);
  return seconds >= 0 ? Math.min(seconds, maxRetryAfterSeconds) : undefined;
}
