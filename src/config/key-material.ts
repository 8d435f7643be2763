/**
 * Schemas of files that hold secrets. No message repeats their content.
 */
import { createPrivateKey, createPublicKey, sign, verify, type KeyObject } from 'node:crypto';
import { z } from 'zod';
import { fileText } from './setting-grammars.js';

/** A file with one line of text. @param what names its content in messages */
export const secretFile = (what: string) =>
  fileText.transform((text, context) => {
    const line = text.replace(/^\uFEFF/, '').trim();
    if (/^[^\p{Cc}]{1,8192}$/u.test(line)) return line;
    context.addIssue(`expected a file with one line: ${what}`);
    return z.NEVER;
  });

const xmlNames = { Modulus: 'n', Exponent: 'e', D: 'd', P: 'p', Q: 'q', DP: 'dp', DQ: 'dq', InverseQ: 'qi' };

/** Parses .NET's `<RSAKeyValue>`, the developer portal's format of keys. */
function keyFromXml(text: string): KeyObject {
  const parts = Object.entries(xmlNames).map(([name, jwkName]) => {
    const [, base64 = ''] = new RegExp(`<${name}>\\s*([A-Za-z0-9+/=\\s]*)</${name}>`).exec(text) ?? [];
    return [jwkName, Buffer.from(base64, 'base64').toString('base64url')];
  });
  return createPrivateKey({ key: { kty: 'RSA', ...Object.fromEntries(parts) }, format: 'jwk' });
}

/** Whether its own public key verifies its signature: node accepts keys whose numbers are missing or do not match. */
function isConsistent(key: KeyObject): boolean {
  const probe = Buffer.from('probe');
  return verify('RSA-SHA256', probe, createPublicKey(key), sign('RSA-SHA256', probe, key));
}

/** A KeyObject, because printing it does not reveal the key. */
export const privateKeyFile = fileText.transform((text, context): KeyObject => {
  try {
    const key = /<RSAKeyValue>/.test(text) ? keyFromXml(text) : createPrivateKey(text);
    if (key.asymmetricKeyType === 'rsa' && isConsistent(key)) return key;
  } catch {
    // node's message may quote the file
  }
  context.addIssue('expected a file with an RSA private key, not encrypted, in PEM or as <RSAKeyValue>');
  return z.NEVER;
});
