/**
 * Tells the operator of documents that TRUSTED_DOCUMENTS does not have: one line for each, with its hash and never its text.
 */
import type { Logger } from '../../observability/logger.js';

/** Hashes that are kept in mind; past it nothing more is reported, the metric still counts. */
const maxHashes = 1_000;

/** Other names of documents are the client's own words. */
const hash = /^(sha256:)?[0-9a-f]{32,128}$/;

/** @returns a reporter; it takes the hash of a text, or the name that was sent in place of one */
export function untrustedDocuments(logger: Logger): (name: string | null) => void {
  const reported = new Set<string>();
  return (name) => {
    const documentHash = name !== null && hash.test(name) ? name : '(no hash)';
    if (reported.has(documentHash) || reported.size >= maxHashes) return;
    reported.add(documentHash);
    logger.warn({ event: 'untrusted-document', documentHash }, 'a document is not in TRUSTED_DOCUMENTS');
  };
}
