/** Puts the events of subscriptions into the lists of urql's graphcache. */
import type { Arguments, ByType, ClientUpdater, GraphCache } from './graphcache-types.js';

const sorted = (args: Arguments): string =>
  JSON.stringify(
    Object.entries(args ?? {})
      .filter(([, value]) => value !== undefined)
      .sort(),
  );

const textsIn = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : []);

/** The cached `myChatSessions` with the same arguments gets the sessions that were added, and loses those that are gone. */
const updateSessions: ClientUpdater = (...[result, args, cache]) => {
  const update = result['myChatSessionsChanged'] as Readonly<Record<string, unknown>> | null; // as the schema says
  if (update === null) return;
  for (const field of cache.inspectFields('Query')) {
    if (field.fieldName !== 'myChatSessions' || sorted(field.arguments as Arguments) !== sorted(args)) continue; // arguments are an object
    const listed = cache.resolve('Query', field.fieldKey);
    if (!Array.isArray(listed)) continue;
    const keys = sessionsAfter(listed.map(String), update, cache);
    cache.link('Query', 'myChatSessions', args as Record<string, string>, [...keys]); // graphcache accepts any argument
  }
};

function sessionsAfter(
  listed: readonly string[],
  update: Readonly<Record<string, unknown>>,
  cache: GraphCache,
): readonly string[] {
  const keyOf = (id: string): string => `ChatSession:${id}`;
  if (update['isComplete'] === true) {
    const sessions = update['sessions'] as readonly { readonly __typename: string }[]; // as the schema says
    return sessions.flatMap((session) => cache.keyOfEntity(session) ?? []);
  }
  const gone = new Set(textsIn(update['goneIds']).map(keyOf));
  const added = textsIn(update['addedIds']).map(keyOf);
  return [...new Set([...listed, ...added])].filter((key) => !gone.has(key));
}

export const liveUpdates: ByType<ClientUpdater> = { Subscription: { myChatSessionsChanged: updateSessions } };
