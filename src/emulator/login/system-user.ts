/**
 * Checks a signed system token: `<system token>.<yyyyMMddHHmm in UTC>.<signature in base64>`.
 */
import { verify } from 'node:crypto';
import type { LoginOptions } from './login-options.js';

/** Allowed clock difference, in both directions. */
const toleranceMs = 5 * 60_000;

/** Names of SuperOffice's AuthorizeErrorCode. */
export type Refusal = 'Denied' | 'InvalidTimestamp' | 'InvalidSignature';

function timeOf(minute: string): number {
  const found = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(minute);
  const [year = 0, month = 1, day = 1, hour = 0, minutes = 0] = (found ?? []).slice(1).map(Number);
  return found === null ? Number.NaN : Date.UTC(year, month - 1, day, hour, minutes);
}

/** @returns null when the token is valid */
export function refusalOf(signed: string, { systemToken, publicKey }: LoginOptions, nowMs: number): Refusal | null {
  const parts = /^(.+)\.([^.]*)\.([^.]*)$/.exec(signed);
  if (parts === null || systemToken === null) return 'Denied';
  const [, token = '', minute = '', signature = ''] = parts;
  if (token !== systemToken) return 'Denied';
  if (!(Math.abs(timeOf(minute) - nowMs) <= toleranceMs)) return 'InvalidTimestamp';
  const isValid = verify('RSA-SHA256', Buffer.from(`${token}.${minute}`), publicKey, Buffer.from(signature, 'base64'));
  return isValid ? null : 'InvalidSignature';
}
