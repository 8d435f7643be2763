/**
 * The cache of automatic persisted queries, in this process. Number and size are limited; the least recently used entry is evicted
 * first. Apollo stores only documents that are within the limits and valid against the schema.
 */
import type { KeyValueCache } from '@apollo/utils.keyvaluecache';
import { LRUCache } from 'lru-cache';

export interface DocumentCacheLimits {
  readonly maxDocuments: number;
  /** Total characters of all texts and keys; a character takes one or two bytes. */
  readonly maxChars: number;
}

export interface DocumentCache extends KeyValueCache<string> {
  /** @param hash of the text; the lookup counts as a use */
  hasHash(hash: string): boolean;
}

/** Apollo's key for the text with this hash. */
const keyOf = (hash: string): string => `apq:${hash}`;

const defaultLimits: DocumentCacheLimits = { maxDocuments: 1_000, maxChars: 4_194_304 };

export function documentCache({ maxDocuments, maxChars } = defaultLimits): DocumentCache {
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
