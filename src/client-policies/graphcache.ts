/**
 * urql: `cacheExchange({ keys, resolvers, updates })` of @urql/exchange-graphcache, in a Client with `preferGetMethod: false`.
 */
import { conversations, itemKeys, listsWithGaps, recordsById } from '../generated/client-policies.js';
import { listItemKey } from './list-item-key.js';
import { conversationResolvers, conversationUpdates } from './graphcache-conversations.js';
import {
  asSent,
  isText,
  type ByType,
  type ClientResolver,
  type ClientUpdater,
  type GraphCache,
} from './graphcache-types.js';

/** Types without a key are part of the record that they lie in, and stored under it; items of some lists have a key of their own. */
export const keys: Record<string, (data: Readonly<Record<string, unknown>>) => string | null> = Object.fromEntries(
  Object.keys(itemKeys).map((type) => [type, (data) => listItemKey(type, data)]),
);

/** The key of a record that the cache has; null for any other. */
function knownRecord(cache: GraphCache, type: string, id: unknown): string | null {
  const key = `${type}:${String(id)}`;
  return cache.resolve(key, '__typename') === type ? key : null;
}

/** The record with that id, once the cache has it; until then what the server said. */
function recordResolver({ type, idArgument }: { readonly type: string; readonly idArgument: string }): ClientResolver {
  return (...[, args, cache, info]) => {
    const sent = asSent(cache, info);
    if (isText(sent)) return sent;
    return knownRecord(cache, type, args[idArgument]) ?? (sent === null ? null : undefined);
  };
}

/** A failed item is null and leaves the others as they are: graphcache would give up the whole query. */
function listResolver({
  type,
  idsArgument,
}: {
  readonly type: string;
  readonly idsArgument: string | null;
}): ClientResolver {
  return (...[, args, cache, info]) => {
    const sent = asSent(cache, info);
    if (!Array.isArray(sent)) return sent === null ? null : undefined;
    const ids = idsArgument === null ? null : args[idsArgument];
    const idAt = (index: number): unknown => (Array.isArray(ids) ? ids[index] : undefined);
    return sent.map((item: unknown, index) => (isText(item) ? item : knownRecord(cache, type, idAt(index))));
  };
}

function merged<Made>(parts: readonly ByType<Made>[]): ByType<Made> {
  const all: ByType<Made> = {};
  for (const part of parts) {
    for (const [type, fields] of Object.entries(part)) all[type] = { ...all[type], ...fields };
  }
  return all;
}

function mapped<Value, Made>(of: Readonly<Record<string, Value>>, make: (value: Value) => Made): Record<string, Made> {
  return Object.fromEntries(Object.entries(of).map(([name, value]) => [name, make(value)]));
}

/** `chatSession(id)` and `chatTopic(id)` find what a list has brought; all reads of one conversation are one list. */
export const resolvers: ByType<ClientResolver> = merged([
  { Query: mapped(recordsById, recordResolver) },
  mapped(listsWithGaps, (fields) => mapped(fields, listResolver)),
  ...Object.entries(conversations).map(([type, lists]) => conversationResolvers(type, lists)),
]);

/** Reads a conversation again wherever it is shown, when a read by another field or with other arguments brings messages. */
export const updates: ByType<ClientUpdater> = merged(
  Object.entries(conversations).map(([type, lists]) => conversationUpdates(type, lists)),
);
