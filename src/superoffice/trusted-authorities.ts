/**
 * Which certificate authorities are trusted beside node's own. One context for all connections: to read node's 144 authorities takes 30 ms,
 * which each connection would take again.
 */
import { createSecureContext, rootCertificates, type SecureContext } from 'node:tls';

/**
 * @param authorities PEM; with none, node's own context serves, which knows those of NODE_EXTRA_CA_CERTS
 * @returns undefined: node's own
 */
export function contextTrusting(authorities: readonly string[]): SecureContext | undefined {
  return authorities.length === 0 ? undefined : createSecureContext({ ca: [...rootCertificates, ...authorities] });
}
