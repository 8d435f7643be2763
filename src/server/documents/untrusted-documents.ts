/**
 * Logs documents that are not in TRUSTED_DOCUMENTS: one line per document, with its hash and never its text.
 */
import type { Logger } from '../../observability/logger.js';

/** Distinct hashes to log. Further ones are not logged; the metric still counts them. */
const maxHashes = 1_000;

/** A name that is not a hash is free text of the client, and is not logged. */
const hash = /^(sha256:)?[0-9a-f]{32,128}$/;

/** @returns a reporter; it accepts the hash of a text, or the name that was sent instead of a text */
export function untrustedDocuments(logger: Logger): (name: string | null) => void {
  const reported = new Set<string>();
  return (name) => {
    const documentHash = name !== null && hash.test(name) ? name : '(no hash)';
    if (reported.has(documentHash) || reported.size >= maxHashes) return;
    reported.add(documentHash);
    logger.warn({ event: 'untrusted-document', documentHash }, 'a document is not in TRUSTED_DOCUMENTS');
  };
}
