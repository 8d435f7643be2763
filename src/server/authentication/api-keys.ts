/**
 * Which caller a key belongs to. Every key is compared, in constant time, so that how long it takes says nothing.
 */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { ApiKey } from '../../config/api-keys.js';

/** @returns the caller's name, or null */
export function callerOfKey(keys: readonly ApiKey[], key: string): string | null {
  const hash = createHash('sha256').update(key).digest();
  let found: string | null = null;
  for (const known of keys) if (timingSafeEqual(known.hash, hash)) found = known.name;
  return found;
}
