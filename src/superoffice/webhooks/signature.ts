/** Signatures of webhooks: X-Superoffice-Signature is the base64 of an HMAC with SHA-256 over the bytes of the body. */
import { createHmac, timingSafeEqual } from 'node:crypto';

const base64OfDigest = /^[A-Za-z0-9+/]{43}=$/;

/** Every secret is compared in constant time. @param signature the header */
export function isSignedBy(secrets: readonly string[], body: Uint8Array, signature: unknown): boolean {
  if (typeof signature !== 'string' || !base64OfDigest.test(signature)) return false;
  const sent = Buffer.from(signature, 'base64');
  const expected = secrets.map((secret) => createHmac('sha256', secret).update(body).digest());
  return expected.filter((digest) => timingSafeEqual(digest, sent)).length > 0;
}
