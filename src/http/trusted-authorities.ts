/**
 * Which certificate authorities are trusted beside node's own. One context for all connections: to read node's 144 authorities takes 30 ms,
 * which each connection would take again.
 */
import { createSecureContext, rootCertificates, type SecureContext } from 'node:tls';

const contexts = new WeakMap<readonly string[], SecureContext>();

/**
 * @param authorities PEM, as the config has them: the same list gets the same context; with none, node's own context serves, which knows those of NODE_EXTRA_CA_CERTS
 * @returns undefined: node's own
 */
export function contextTrusting(authorities: readonly string[]): SecureContext | undefined {
  if (authorities.length === 0) return undefined;
  const context = contexts.get(authorities) ?? createSecureContext({ ca: [...rootCertificates, ...authorities] });
  contexts.set(authorities, context);
  return context;
}
