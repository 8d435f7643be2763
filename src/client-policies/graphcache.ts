/**
 * urql: `cacheExchange({ keys, resolvers })` of @urql/exchange-graphcache. The types here are the parts of its own that are used.
 */
import { conversations, itemKeys, recordsById } from '../generated/client-policies.js';
import { joinSpans, messagesIn, spanArguments, spanOf, type MessageSpan } from './message-span.js';

type Arguments = Readonly<Record<string, unknown>> | null | undefined;

/** What graphcache gives to a resolver, as far as it is used. */
interface GraphCache {
  readonly inspectFields: (
    entity: string,
  ) => readonly { readonly fieldKey: string; readonly fieldName: string; readonly arguments: object | null }[];
  readonly resolve: (entity: string, field: string, args?: Record<string, string>) => unknown;
}

interface ResolveInfo {
  readonly parentKey: string;
  readonly fieldName: string;
}

type ClientResolver = (
  ...call: readonly [parent: unknown, args: Record<string, unknown>, cache: GraphCache, info: ResolveInfo]
) => { __typename: string; id: string } | string | string[] | null | undefined;

/** Types without a key are part of the record that they lie in: graphcache files them under it. */
export const keys: Record<string, () => null> = Object.fromEntries(
  Object.keys(itemKeys).map((type) => [type, () => null]),
);

const isText = (value: unknown): value is string => typeof value === 'string';

/** Joins the lists that were read with different arguments, oldest first, and gives what is asked of them. */
function messageResolver(keyArguments: readonly string[]): ClientResolver {
  return (...[, args, cache, { parentKey, fieldName }]) => {
    const isOfSame = (given: Arguments): boolean =>
      keyArguments.every((name) => String(given?.[name]) === String(args[name]));
    const spans: MessageSpan<string>[] = [];
    for (const { fieldKey, fieldName: name, arguments: found } of cache.inspectFields(parentKey)) {
      const given = found as Arguments; // arguments of a GraphQL field are always an object
      const listed = name === fieldName && isOfSame(given) ? cache.resolve(parentKey, fieldKey) : null;
      if (!Array.isArray(listed) || !listed.every(isText)) continue;
      const span = spanOf<string>(listed, (entity) => cache.resolve(entity, 'id'), spanArguments(given));
      if (span !== null) spans.push(span);
    }
    const oldestFirst = spans.sort((first, second) => first.upTo - second.upTo || second.from - first.from);
    const [first, ...others] = oldestFirst;
    if (first === undefined) return undefined;
    const messages = messagesIn(others.reduce(joinSpans, first), spanArguments(args));
    return messages && [...messages];
  };
}

/** What the server said, and nothing counts as said; until then the record with that id. */
function recordResolver(type: string): ClientResolver {
  return (...[, { id }, cache, { parentKey, fieldName }]) => {
    const known = cache.resolve(parentKey, fieldName, { id: String(id) });
    return known === null || isText(known) ? known : { __typename: type, id: String(id) };
  };
}

function madeResolvers(): Record<string, Record<string, ClientResolver>> {
  const made: Record<string, Record<string, ClientResolver>> = { Query: {} };
  for (const [type, fields] of Object.entries(conversations)) {
    made[type] = Object.fromEntries(Object.entries(fields).map(([field, args]) => [field, messageResolver(args)]));
  }
  for (const [field, type] of Object.entries(recordsById)) {
    made['Query'] = { ...made['Query'], [field]: recordResolver(type) };
  }
  return made;
}

/** `chatSession(id)` and `chatTopic(id)` find what a list has brought; messages read with `after` are appended. */
export const resolvers: Record<string, Record<string, ClientResolver>> = madeResolvers();
