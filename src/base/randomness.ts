/** The one place that asks for randomness. */
import { randomUUID } from 'node:crypto';

/** From 0 to 1, for the jitter of retries. */
export const randomFraction = (): number => Math.random();

/** A new request id. */
export const randomId = (): string => randomUUID();
