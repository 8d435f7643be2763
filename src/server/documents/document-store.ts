/**
 * The store of documents that Apollo has parsed and validated; the least recently used is evicted first. Apollo's own store measures
 * a document by the JSON of its nodes, which leaves out their tokens, and so held five times the memory of its limit.
 */
import { InMemoryLRUCache } from '@apollo/utils.keyvaluecache';
import type { DocumentNode } from 'graphql';
import { plannedFields } from '../../plan/document-plan.js';

/**
 * Memory of a token, its share of the nodes, and the plans, projections and `$select` texts that are cached on the nodes.
 * Measured: 510 in documents of 42 tokens, 620 in documents of 400.
 */
const bytesPerToken = 620;

/** Memory of a planned field without a token of its own: fields of fragments that are used again, and of other combinations of conditions. */
const bytesPerField = 200;

const defaultMaxBytes = 67_108_864; // 64 MiB: about 2,500 documents of 42 tokens

function tokensOf({ loc }: DocumentNode): number {
  let tokens = 0;
  for (let token = loc?.startToken ?? null; token !== null; token = token.next) tokens += 1;
  return tokens;
}

/** Estimates the memory of a document. */
export function bytesOf(document: DocumentNode): number {
  const tokens = tokensOf(document);
  const fieldsWithoutToken = Math.max(0, plannedFields(document) - tokens);
  return tokens * bytesPerToken + fieldsWithoutToken * bytesPerField + (document.loc?.source.body.length ?? 0) * 2 + 1;
}

/** Apollo puts the schema's hash before the document's; the gateway has one schema. */
const hashIn = (key: string): string => key.slice(key.lastIndexOf(':') + 1);

/** Keys are the SHA-256 of the document's text. */
export class DocumentStore extends InMemoryLRUCache<DocumentNode> {
  constructor(maxBytes = defaultMaxBytes) {
    super({ maxSize: maxBytes, sizeCalculation: bytesOf });
  }

  override set(key: string, document: DocumentNode): Promise<void> {
    return super.set(hashIn(key), document);
  }

  override get(key: string): Promise<DocumentNode | undefined> {
    return super.get(hashIn(key));
  }
}
