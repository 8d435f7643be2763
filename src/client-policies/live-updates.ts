/**
 * Puts the events of subscriptions into the lists of Apollo Client's cache. The records themselves are there already: Apollo stores what
 * events bring under their ids.
 */
import { isReference, type Reference } from './apollo-types.js';
import { joinSpans, type MessageSpan } from './message-span.js';

/** What Apollo passes to a modifier, as far as it is used. */
interface ModifierDetails {
  /** The name of the field with its arguments. */
  readonly storeFieldName: string;
}

/** The parts of Apollo's cache that are used. */
export interface LiveCache {
  modify(options: {
    readonly id?: string;
    readonly fields: Record<string, (existing: unknown, details: ModifierDetails) => unknown>;
  }): boolean;
}

interface WithId {
  readonly id: string;
}

/** `ChatSessionsUpdate`, with the id of each session. */
export interface SessionsUpdate {
  readonly isComplete: boolean;
  readonly sessions: readonly WithId[];
  readonly addedIds: readonly string[];
  readonly goneIds: readonly string[];
}

/** `ChatMessagesUpdate`, with the id of each message and of its session. */
export interface MessagesUpdate {
  readonly messages: readonly (WithId & { readonly chatSessionId: string })[];
  readonly cursor: string;
}

const reference = (type: string, id: string): Reference => ({ __ref: `${type}:${id}` });

const withoutNothing = (args: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(args).filter(([, value]) => value !== undefined));

/** As Apollo names a field with arguments. */
function isFieldWith(storeFieldName: string, name: string, args: Readonly<Record<string, unknown>>): boolean {
  const written = storeFieldName.slice(name.length).replace(/^[:(]|\)$/g, '');
  const sorted = (value: object): string => JSON.stringify(Object.entries(value).sort());
  return sorted(JSON.parse(written === '' ? '{}' : written)) === sorted(withoutNothing(args));
}

/**
 * Brings the cached `myChatSessions` with the same arguments up to date: adds and removes sessions.
 * @param update `myChatSessionsChanged` of an event; its selection has `isComplete`, `sessions { id }`, `addedIds` and `goneIds`
 * @param args the arguments of the subscription; default: none
 */
export function updateSessionLists(
  cache: LiveCache,
  update: SessionsUpdate,
  args: Readonly<Record<string, unknown>> = {},
): void {
  const { isComplete, sessions, addedIds, goneIds } = update;
  const changed = (existing: unknown): unknown => {
    if (isComplete) return sessions.map(({ id }) => reference('ChatSession', id));
    if (!Array.isArray(existing)) return existing;
    const gone = new Set(goneIds.map((id) => `ChatSession:${id}`));
    const kept: readonly unknown[] = existing.filter((item: unknown) => !isReference(item) || !gone.has(item.__ref));
    const known = new Set(kept.flatMap((item) => (isReference(item) ? [item.__ref] : [])));
    const added = addedIds.filter((id) => !known.has(`ChatSession:${id}`)).map((id) => reference('ChatSession', id));
    return [...kept, ...added];
  };
  cache.modify({
    fields: {
      myChatSessions: (existing, { storeFieldName }) =>
        isFieldWith(storeFieldName, 'myChatSessions', args) ? changed(existing) : existing,
    },
  });
}

/** The position of each session in a cursor. */
const positionsIn = (cursor: string | null | undefined): ReadonlyMap<string, number> =>
  new Map(
    (cursor ?? '').split(',').flatMap((part) => {
      const [id = '', position] = part.split(':');
      return position === undefined ? [] : [[id, Number(position)] as const];
    }),
  );

/** As `conversationPolicies` stores a list. */
interface StoredSpan {
  readonly span: MessageSpan<unknown>;
}

const isSpan = (value: unknown): value is StoredSpan => typeof value === 'object' && value !== null && 'span' in value;

/**
 * Appends the messages of an event to the cached conversations, wherever they are shown (`messages`, `chatMessages`).
 * @param update `chatMessagesAdded` of an event; its selection has `messages { id chatSessionId }` and `cursor`
 * @param before the `cursor` of the event before; null: this is the first one, without `after`
 */
export function updateConversations(cache: LiveCache, update: MessagesUpdate, before: string | null): void {
  const positions = positionsIn(before);
  const bySession = new Map<string, { id: number; message: unknown }[]>();
  for (const { id, chatSessionId } of update.messages) {
    const messages = bySession.get(chatSessionId) ?? [];
    bySession.set(chatSessionId, [...messages, { id: Number(id), message: reference('ChatMessage', id) }]);
  }
  for (const [sessionId, messages] of bySession) {
    const upTo = messages.at(-1)?.id ?? 0;
    const span: MessageSpan<unknown> = { from: positions.get(sessionId) ?? 0, upTo, messages, optimistic: [] };
    const appended = (existing: unknown): unknown =>
      isSpan(existing) ? { span: joinSpans(existing.span, span) } : existing;
    cache.modify({ id: `ChatSession:${sessionId}`, fields: { messages: appended } });
    cache.modify({
      fields: {
        chatMessages: (existing, { storeFieldName }) =>
          storeFieldName === `chatMessages:${sessionId}` ? appended(existing) : existing,
      },
    });
  }
}
