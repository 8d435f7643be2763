/**
 * Where automatic persisted queries are kept: in this process, bounded in number and in size, the least recently used goes first.
 * Only documents get here that were within the limits and fitted the schema.
 */
import type { KeyValueCache } from '@apollo/utils.keyvaluecache';
import { LRUCache } from 'lru-cache';

export interface DocumentCacheLimits {
  readonly maxDocuments: number;
  /** Characters of all texts and their keys together; each takes one byte or two. */
  readonly maxChars: number;
}

export interface DocumentCache extends KeyValueCache<string> {
  /** By the hash of its text; to ask for it is to use it. */
  hasHash(hash: string): boolean;
}

/** Apollo's key of the text with this hash. */
const keyOf = (hash: string): string => `apq:${hash}`;

const usual: DocumentCacheLimits = { maxDocuments: 1_000, maxChars: 4_194_304 };

export function documentCache({ maxDocuments, maxChars } = usual): DocumentCache {
  const texts = new LRUCache<string, string>({
    max: maxDocuments,
    maxSize: maxChars,
    sizeCalculation: (text, key) => key.length + text.length,
  });
  return {
    hasHash: (hash) => texts.get(keyOf(hash)) !== undefined,
    get: async (key) => texts.get(key),
    set: async (key, text) => void texts.set(key, text),
    delete: async (key) => texts.delete(key),
  };
}
