/**
 * Automatic persisted queries that all replicas know. A document with a text in it stays in its replica: it may be a name or an address, and
 * Redis gets no personal data. What arrives has to have its hash.
 */
import { hash } from 'node:crypto';
import type { RedisConnection } from '../../redis/connection.js';
import { documentCache, type DocumentCache } from './document-cache.js';

const keptSeconds = 86_400;

/** A text, or a comment, of the client. */
const hasTexts = (document: string): boolean => /["#]/.test(document);

/** Apollo's key ends in the hash. */
const hashIn = (key: string): string => key.slice(key.lastIndexOf(':') + 1);

/** @param redis null: there are no other replicas */
export function sharedDocuments(redis: RedisConnection | null): DocumentCache {
  const own = documentCache();
  if (redis === null) return own;
  const nameOf = (key: string): string => redis.key('document', hashIn(key));
  return {
    ...own,
    get: async (key) => {
      const known = await own.get(key);
      if (known !== undefined) return known;
      const text = await redis.run((client) => client.get(nameOf(key))).catch(() => null);
      if (text === null || hash('sha256', text, 'hex') !== hashIn(key)) return undefined;
      await own.set(key, text);
      return text;
    },
    set: async (key, text) => {
      await own.set(key, text);
      if (hasTexts(text)) return;
      const expiration = { type: 'EX', value: keptSeconds } as const;
      await redis.run((client) => client.set(nameOf(key), text, { expiration })).catch(() => undefined);
    },
  };
}
