/**
 * urql: `cacheExchange({ keys, resolvers, updates })` of @urql/exchange-graphcache, in a Client with `preferGetMethod: false`.
 */
import { conversations, filteredLists, itemKeys, listsWithGaps, recordsById } from '../generated/client-policies.js';
import { listItemKey } from './list-item-key.js';
import { conversationResolvers, conversationUpdates } from './graphcache-conversations.js';
import { liveUpdates } from './graphcache-live.js';
import {
  asSent,
  isText,
  type ByType,
  type ClientResolver,
  type ClientUpdater,
  type GraphCache,
} from './graphcache-types.js';

/** Types without a key are stored as part of the record that contains them; items of some lists have their own key. */
export const keys: Record<string, (data: Readonly<Record<string, unknown>>) => string | null> = Object.fromEntries(
  Object.keys(itemKeys).map((type) => [type, (data) => listItemKey(type, data)]),
);

/** The key of a record; null where the cache does not have it. */
function knownRecord(cache: GraphCache, type: string, id: unknown): string | null {
  const key = `${type}:${String(id)}`;
  return cache.resolve(key, '__typename') === type ? key : null;
}

/** Returns the record with that id once the cache has it; until then what the server sent. */
function recordResolver({ type, idArgument }: { readonly type: string; readonly idArgument: string }): ClientResolver {
  return (...[, args, cache, info]) => {
    const sent = asSent(cache, info);
    if (isText(sent)) return sent;
    return knownRecord(cache, type, args[idArgument]) ?? (sent === null ? null : undefined);
  };
}

/** A failed item is null and does not affect the others: graphcache would discard the entire query. */
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

/** Leaves out an item whose value is no longer wanted, as the next response will. */
function filteredListResolver({ name }: { readonly name: string }): ClientResolver {
  return (...[, args, cache, info]) => {
    const sent = asSent(cache, info);
    if (!Array.isArray(sent)) return sent === null ? null : undefined;
    const wanted: unknown = args[name];
    const isWanted = (item: unknown): boolean => {
      const value = isText(item) ? cache.resolve(item, name) : null;
      return !Array.isArray(wanted) || !isText(value) || wanted.includes(value);
    };
    return sent.filter(isText).filter(isWanted);
  };
}

function mergeByType<Policy>(parts: readonly ByType<Policy>[]): ByType<Policy> {
  const all: ByType<Policy> = {};
  for (const part of parts) {
    for (const [type, fields] of Object.entries(part)) all[type] = { ...all[type], ...fields };
  }
  return all;
}

function mapValues<Value, Mapped>(
  values: Readonly<Record<string, Value>>,
  map: (value: Value) => Mapped,
): Record<string, Mapped> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, map(value)]));
}

/** `chatSession(id)` and `chatTopic(id)` find records that a list has fetched; all reads of one conversation are one list. */
export const resolvers: ByType<ClientResolver> = mergeByType([
  { Query: { ...mapValues(recordsById, recordResolver), ...mapValues(filteredLists, filteredListResolver) } },
  mapValues(listsWithGaps, (fields) => mapValues(fields, listResolver)),
  ...Object.entries(conversations).map(([type, lists]) => conversationResolvers(type, lists)),
]);

/** Makes all queries of a conversation read it again when another field, or other arguments, fetch messages. */
export const updates: ByType<ClientUpdater> = mergeByType([
  ...Object.entries(conversations).map(([type, lists]) => conversationUpdates(type, lists)),
  liveUpdates,
]);
