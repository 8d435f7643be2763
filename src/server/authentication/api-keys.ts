/**
 * Finds the caller that an API key belongs to. Every key is compared in constant time, so that the duration reveals nothing.
 */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { ApiKey } from '../../config/api-keys.js';

/** @returns the caller's name; null: no caller has this key */
export function callerOfKey(keys: readonly ApiKey[], key: string): string | null {
  const hash = createHash('sha256').update(key).digest();
  let caller: string | null = null;
  for (const candidate of keys) if (timingSafeEqual(candidate.hash, hash)) caller = candidate.name;
  return caller;
}
