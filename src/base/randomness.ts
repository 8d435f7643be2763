/** The only module that generates random values. */
import { randomUUID } from 'node:crypto';

/** From 0 to 1, for the jitter of retries. */
export const randomFraction = (): number => Math.random();

/** Creates a request id. */
export const randomId = (): string => randomUUID();
