/**
 * Where documents are kept that Apollo has parsed and validated, the least recently used goes first. Apollo's own store weighs a
 * document as the JSON of its nodes, which knows nothing of the tokens behind them, and held five times what it was allowed to.
 */
import { InMemoryLRUCache } from '@apollo/utils.keyvaluecache';
import type { DocumentNode } from 'graphql';
import { plannedFields } from '../../plan/document-plan.js';

/**
 * What a token takes: itself, its share of the nodes, and what we remember on those (plans, projections and the texts of `$select`).
 * Measured: 510 in documents of 42 tokens, 620 in those of 400.
 */
const bytesPerToken = 620;

/** Of a plan, for each field that no token of its own pays for: those of fragments that are used again, and of other combinations of conditions. */
const bytesPerField = 200;

const maxBytesOfAll = 67_108_864; // 64 MiB: two and a half thousand documents of 42 tokens

function tokensOf({ loc }: DocumentNode): number {
  let tokens = 0;
  for (let token = loc?.startToken ?? null; token !== null; token = token.next) tokens += 1;
  return tokens;
}

/** About how much a document takes in memory. */
export function bytesOf(document: DocumentNode): number {
  const tokens = tokensOf(document);
  const further = Math.max(0, plannedFields(document) - tokens);
  return tokens * bytesPerToken + further * bytesPerField + (document.loc?.source.body.length ?? 0) * 2 + 1;
}

/** Apollo puts the schema's hash before the document's; there is one schema here. */
const hashIn = (key: string): string => key.slice(key.lastIndexOf(':') + 1);

/** By the SHA-256 of their text. */
export class DocumentStore extends InMemoryLRUCache<DocumentNode> {
  constructor(maxBytes = maxBytesOfAll) {
    super({ maxSize: maxBytes, sizeCalculation: bytesOf });
  }

  override set(key: string, document: DocumentNode): Promise<void> {
    return super.set(hashIn(key), document);
  }

  override get(key: string): Promise<DocumentNode | undefined> {
    return super.get(hashIn(key));
  }
}
