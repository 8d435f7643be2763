/**
 * The login server's key: signs JSON Web Tokens with RS256, and is published as a JSON Web Key Set.
 */
import { generateKeyPairSync, sign } from 'node:crypto';
import type { KeyPairKeyObjectResult } from 'node:crypto';
import type { JsonRecord, JsonValue } from '../json-record.js';

const keyId = 'emulator-login';

const encoded = (value: JsonValue): string => Buffer.from(JSON.stringify(value)).toString('base64url');

let sharedPair: KeyPairKeyObjectResult | null = null;

/** Generated on first use and shared by all emulators of the process: generation takes half a second on a busy machine. */
function keyPair(): KeyPairKeyObjectResult {
  sharedPair ??= generateKeyPairSync('rsa', { modulusLength: 2048 });
  return sharedPair;
}

export class SigningKey {
  readonly #pair = keyPair();

  signedToken(claims: JsonRecord): string {
    const text = `${encoded({ alg: 'RS256', typ: 'JWT', kid: keyId })}.${encoded(claims)}`;
    return `${text}.${sign('RSA-SHA256', Buffer.from(text), this.#pair.privateKey).toString('base64url')}`;
  }

  keySet(): JsonRecord {
    const { kty = '', n = '', e = '' } = this.#pair.publicKey.export({ format: 'jwk' });
    return { keys: [{ kty, n, e, kid: keyId, use: 'sig', alg: 'RS256' }] };
  }
}
