/**
 * Where automatic persisted queries are kept: in this process, bounded in number and in size, the least recently used goes first.
 * Only documents get here that were within the limits and fitted the schema.
 */
import type { KeyValueCache } from '@apollo/utils.keyvaluecache';

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
  const texts = new Map<string, string>(); // in the order of their last use
  let chars = 0;

  function forget(key: string): boolean {
    const text = texts.get(key);
    if (text === undefined) return false;
    chars -= key.length + text.length;
    return texts.delete(key);
  }

  function remember(key: string, text: string): void {
    forget(key);
    texts.set(key, text);
    chars += key.length + text.length;
    for (const oldest of texts.keys()) {
      if (texts.size <= maxDocuments && chars <= maxChars) return;
      forget(oldest);
    }
  }

  function used(key: string): string | undefined {
    const text = texts.get(key);
    if (text !== undefined) remember(key, text);
    return text;
  }

  return {
    hasHash: (hash) => used(keyOf(hash)) !== undefined,
    get: async (key) => used(key),
    set: async (key, text) => remember(key, text),
    delete: async (key) => forget(key),
  };
}
