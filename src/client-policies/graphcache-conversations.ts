/**
 * One conversation for each session in urql's graphcache: all lists of its messages, with any field and arguments,
 * are joined when one of them is read. Only a mark that there are new messages is written.
 */
import { joinLists, messagesIn, spanArguments, spanOf } from './message-span.js';
import {
  asSent,
  isText,
  type Arguments,
  type ByType,
  type ClientResolver,
  type ClientUpdater,
  type GraphCache,
} from './graphcache-types.js';

/** The cached lists of messages of an entity, one span for each field and arguments. */
function spansOf(cache: GraphCache, entity: string, isSelected: (field: string, args: Arguments) => boolean) {
  return cache.inspectFields(entity).flatMap(({ fieldKey, fieldName, arguments: found }) => {
    const args = found as Arguments; // arguments of a GraphQL field are always an object
    const listed = isSelected(fieldName, args) ? cache.resolve(entity, fieldKey) : null;
    if (!Array.isArray(listed) || !listed.every(isText)) return [];
    const span = spanOf<string>(listed, (message) => cache.resolve(message, 'id'), spanArguments(args));
    return span === null ? [] : [span];
  });
}

/** A field of Query that only the cache has. It changes with every new list of a conversation, so that every query which reads it is read again. */
const changesField = '_conversationChanges';

interface Lists {
  readonly field: string;
  readonly queryField: string;
  readonly idArgument: string;
}

interface Conversation extends Lists {
  readonly type: string;
  /** The id of the record that the conversation belongs to. */
  readonly id: string;
  /** The cache key of that record. */
  readonly recordKey: string;
}

/** All lists of one conversation, the record's and Query's, as one span; null when there is no list. */
function spanOfAll({ type, id, recordKey, field, queryField, idArgument }: Conversation, cache: GraphCache) {
  cache.resolve('Query', changesField, { [type]: id });
  return joinLists<string>([
    ...spansOf(cache, recordKey, (name) => name === field),
    ...spansOf(cache, 'Query', (name, fieldArgs) => name === queryField && String(fieldArgs?.[idArgument]) === id),
  ]);
}

const conversationResolver =
  (
    conversationIn: (cache: GraphCache, args: Record<string, unknown>, parentKey: string) => Conversation,
  ): ClientResolver =>
  (...[, args, cache, info]) => {
    const span = spanOfAll(conversationIn(cache, args, info.parentKey), cache);
    const messages = span === null ? undefined : messagesIn(span, spanArguments(args));
    if (messages !== undefined) return [...messages];
    // Messages may be missing after those that were sent for these arguments. A cache miss would leave a watched query without data:
    // graphcache does not send a query again after another query's response has changed it.
    return asSent(cache, info) as string[] | null | undefined; // the keys of a list
  };

export function conversationResolvers(type: string, lists: Lists): ByType<ClientResolver> {
  const ofRecord = conversationResolver((cache, _args, recordKey) => {
    return { ...lists, type, id: String(cache.resolve(recordKey, 'id')), recordKey };
  });
  const ofQuery = conversationResolver((_cache, args) => {
    const id = String(args[lists.idArgument]);
    return { ...lists, type, id, recordKey: `${type}:${id}` };
  });
  return { [type]: { [lists.field]: ofRecord }, Query: { [lists.queryField]: ofQuery } };
}

export function conversationUpdates(type: string, lists: Lists): ByType<ClientUpdater> {
  const recordChange = (cache: GraphCache, id: unknown, listed: unknown): void => {
    const items = Array.isArray(listed) ? (listed as readonly ({ __typename: string } | null)[]) : []; // as graphcache writes records
    const messages = items.flatMap((item) => (item && cache.keyOfEntity(item)) ?? []);
    if (messages.length > 0) cache.link('Query', changesField, { [type]: String(id) }, messages);
  };
  return {
    [type]: {
      [lists.field]: (...[result, , cache, { parentKey }]) =>
        recordChange(cache, cache.resolve(parentKey, 'id'), result[lists.field]),
    },
    Query: {
      [lists.queryField]: (result, args, cache) =>
        recordChange(cache, args[lists.idArgument], result[lists.queryField]),
    },
  };
}
