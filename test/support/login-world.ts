/** A partner's application with its key, secret and tokens, as the emulated login service has it. */
import { generateKeyPairSync, sign } from 'node:crypto';
import type { LoginOptions } from '../../src/emulator/index.js';

const { privateKey, publicKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  publicKeyEncoding: { type: 'spki', format: 'pem' },
});

export const partnerKey = privateKey;

export const application = {
  contextIdentifier: 'Cust12345',
  clientId: 'client-id-of-the-partner',
  clientSecret: 'client-secret-of-the-partner',
  redirectUri: 'https://partner.example.com/callback',
  systemToken: 'Partner App-x1Y2z3',
  refreshToken: 'refresh-token-of-the-user',
  publicKey,
} satisfies LoginOptions;

/** Signed as SuperOffice documents it, without the gateway's own functions. */
export function signedSystemToken(minute: string, { token = application.systemToken, key = privateKey } = {}): string {
  const signature = sign('RSA-SHA256', Buffer.from(`${token}.${minute}`), key).toString('base64');
  return `${token}.${minute}.${signature}`;
}

const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 });

/** A key of neither the partner nor the login service. */
export const strangersKey = stranger.publicKey.export({ type: 'spki', format: 'pem' }).toString();
export const strangersJwk = { ...stranger.publicKey.export({ format: 'jwk' }), kid: 'emulator-login', alg: 'RS256' };
