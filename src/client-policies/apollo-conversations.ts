/**
 * One conversation for each session in Apollo's cache: `ChatSession.messages` and `Query.chatMessages` each store the messages of their
 * own responses, and reading either joins both, so that it does not matter which one fetched a message.
 */
import {
  isReference,
  keyedBy,
  type ClientFieldPolicy,
  type FieldOptions,
  type KeyArgumentsFunction,
  type Reference,
} from './apollo-types.js';
import { joinLists, joinSpans, messagesIn, spanArguments, spanOf, type MessageSpan } from './message-span.js';

/** The two fields that return one conversation. */
interface Lists {
  readonly type: string;
  readonly field: string;
  readonly queryField: string;
  readonly idArgument: string;
}

/**
 * The stored value of a list of messages: the known span of the conversation, or a list without ids as it was sent for these
 * arguments. `asSent` is null where Apollo has mixed two lists of one response (aliases with different arguments) by index.
 */
type StoredMessages =
  | { readonly span: MessageSpan<unknown> }
  | { readonly asSent: readonly unknown[] | null; readonly args: string }
  | null;

const argumentsKey = ({ args }: FieldOptions): string => JSON.stringify(spanArguments(args));

/** The other field of the cache that has the same conversation. */
type OtherList = (
  options: FieldOptions,
) => { fieldName: string; args: Record<string, unknown>; from: Reference } | null;

/** An argument that no server has: with it, `read` returns the stored value instead of messages. */
const asStored = '@stored';

const messagePolicy = (keyArgs: KeyArgumentsFunction | false, otherList: OtherList): ClientFieldPolicy => ({
  keyArgs,
  merge: (existing, incoming, options): StoredMessages => {
    const stored = (existing ?? options.existingData ?? null) as StoredMessages; // written by this function only
    if (!Array.isArray(incoming)) return stored; // a poll without a list removes nothing
    const idOf = (from: unknown): unknown => (isReference(from) ? options.readField({ fieldName: 'id', from }) : null);
    const newer = spanOf<unknown>(incoming, idOf, spanArguments(options.args));
    if (newer === null) {
      const hasNoIds = incoming.map(idOf).every((id) => typeof id !== 'string');
      return { asSent: hasNoIds ? incoming : null, args: argumentsKey(options) };
    }
    return { span: stored !== null && 'span' in stored ? joinSpans(stored.span, newer) : newer };
  },
  read: (existing, options) => {
    if (options.args?.[asStored] === true) return existing;
    const own = existing as StoredMessages | undefined; // written by `merge` only
    if (own && 'asSent' in own) return (own.args === argumentsKey(options) ? own.asSent : null) ?? undefined;
    const otherOptions = otherList(options);
    const other = otherOptions && (options.readField(otherOptions) as StoredMessages | undefined); // written by `merge` only
    const spans = [own, other].flatMap((stored) => (stored && 'span' in stored ? [stored.span] : []));
    const joined = joinLists(spans);
    return joined === null ? own : messagesIn(joined, spanArguments(options.args));
  },
});

/** For the record's list: the list of Query, `chatMessages(sessionId)`. */
const queryList =
  ({ queryField, idArgument }: Lists): OtherList =>
  ({ readField, toReference }) => {
    const id = readField({ fieldName: 'id' });
    const from = toReference({ __typename: 'Query', id: '' });
    return from ? { fieldName: queryField, args: { [idArgument]: id, [asStored]: true }, from } : null;
  };

/** For the list of Query: the record's list, `ChatSession.messages`. */
const recordList =
  ({ type, field, idArgument }: Lists): OtherList =>
  ({ args, toReference }) => {
    const from = toReference({ __typename: type, id: String(args?.[idArgument]) });
    return from ? { fieldName: field, args: { [asStored]: true }, from } : null;
  };

/** The policies of both fields. */
export const conversationPolicies = (lists: Lists): { ofRecord: ClientFieldPolicy; ofQuery: ClientFieldPolicy } => ({
  ofRecord: messagePolicy(false, queryList(lists)),
  ofQuery: messagePolicy(keyedBy(lists.idArgument), recordList(lists)),
});
