/**
 * Apollo Client: `new InMemoryCache({ typePolicies })`. The types here are the parts of Apollo's own that are used.
 */
import { conversations, itemKeys, partLists, parts, recordLists, recordsById } from '../generated/client-policies.js';
import { mergedParts } from './merged-parts.js';
import { joinSpans, messagesIn, spanArguments, spanOf, type MessageSpan } from './message-span.js';

interface Reference {
  readonly __ref: string;
}

/** What Apollo gives to `read` and `merge`, as far as it is used. */
interface FieldOptions {
  readonly args: Readonly<Record<string, unknown>> | null;
  readonly toReference: (
    record: { readonly __typename: string; readonly id: string | number },
    mergeIntoStore?: boolean,
  ) => Reference | undefined;
  readonly readField: (name: string, record: Reference) => unknown;
}

interface MergeOptions extends FieldOptions {
  /** What was there, also on a refetch, where `existing` is left out. Older Apollos do not have it. */
  readonly existingData?: unknown;
}

export interface ClientFieldPolicy {
  keyArgs?: readonly string[] | false;
  read?: (existing: unknown, options: FieldOptions) => unknown;
  merge?: ((existing: unknown, incoming: unknown, options: MergeOptions) => unknown) | false;
}

export interface ClientTypePolicy {
  keyFields?: false;
  merge?: (existing: unknown, incoming: unknown, options: MergeOptions) => unknown;
  fields?: Record<string, ClientFieldPolicy>;
}

const isReference = (value: unknown): value is Reference =>
  typeof value === 'object' && value !== null && '__ref' in value && typeof value.__ref === 'string';

const mergePart: NonNullable<ClientTypePolicy['merge']> = (existing, incoming, { existingData }) =>
  mergedParts(existing ?? existingData, incoming);

/** The items of a list belong together: the list is replaced as a whole. Said, so that Apollo does not warn. */
const replaced: ClientFieldPolicy = { merge: false };

/** The record that a list or another query has brought is found by its id; one without the id selected is given it. */
function recordPolicy(type: string): ClientFieldPolicy {
  const referenceTo = ({ args, toReference }: FieldOptions): Reference | undefined => {
    const id = args?.['id'];
    return typeof id === 'string' || typeof id === 'number' ? toReference({ __typename: type, id }) : undefined;
  };
  return {
    read: (existing, options) => (existing === undefined ? referenceTo(options) : existing),
    merge: (_existing, incoming, options) => {
      if (typeof incoming !== 'object' || incoming === null || isReference(incoming)) return incoming;
      const id = options.args?.['id'];
      if (typeof id !== 'string' && typeof id !== 'number') return incoming;
      return options.toReference({ ...incoming, __typename: type, id }, true) ?? incoming;
    },
  };
}

/** What is stored for a list of messages: what is known of the conversation, or a list that cannot be joined. */
type StoredMessages = { readonly span: MessageSpan<unknown> } | { readonly asSent: readonly unknown[] } | null;

const messagePolicy = (keyArguments: readonly string[]): ClientFieldPolicy => ({
  keyArgs: keyArguments.length > 0 ? keyArguments : false,
  merge: (existing, incoming, options): StoredMessages => {
    const known = (existing ?? options.existingData ?? null) as StoredMessages; // written by this function only
    if (!Array.isArray(incoming)) return known; // a poll that brought no list takes nothing away
    const idOf = (message: unknown): unknown => (isReference(message) ? options.readField('id', message) : null);
    const newer = spanOf<unknown>(incoming, idOf, spanArguments(options.args));
    if (newer === null) return { asSent: incoming };
    return { span: known !== null && 'span' in known ? joinSpans(known.span, newer) : newer };
  },
  read: (existing, { args }) => {
    const known = existing as StoredMessages | undefined; // written by `merge` only
    if (known === undefined || known === null) return known;
    return 'span' in known ? messagesIn(known.span, spanArguments(args)) : known.asSent;
  },
});

function madeOf<Value>(names: readonly string[], policy: Value): Record<string, Value> {
  return Object.fromEntries(names.map((name) => [name, policy]));
}

/** Objects without a key lie in their record and are merged whole, so that nothing below them is. */
function partPolicy(type: string): ClientTypePolicy {
  const inner: Readonly<Record<string, readonly string[]>> = parts;
  return { keyFields: false, merge: mergePart, fields: madeOf(inner[type] ?? [], replaced) };
}

function ownerPolicy(type: string): ClientTypePolicy {
  const lists: Readonly<Record<string, readonly string[]>> = recordLists;
  const listsOfParts: Readonly<Record<string, readonly string[]>> = partLists;
  const growing: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = conversations;
  const fields: Record<string, ClientFieldPolicy> = {
    ...madeOf(lists[type] ?? [], replaced),
    ...madeOf(listsOfParts[type] ?? [], { merge: mergePart }),
  };
  for (const [field, keyArguments] of Object.entries(growing[type] ?? {})) fields[field] = messagePolicy(keyArguments);
  return { fields };
}

function madePolicies(): Record<string, ClientTypePolicy> {
  const policies: Record<string, ClientTypePolicy> = {};
  for (const type of Object.keys(itemKeys)) policies[type] = partPolicy(type);
  const owners = new Set([recordLists, partLists, conversations].flatMap((byType) => Object.keys(byType)));
  for (const type of owners) policies[type] = ownerPolicy(type);
  const roots = Object.entries(recordsById).map(([field, type]) => [field, recordPolicy(type)] as const);
  policies['Query'] = { fields: { ...policies['Query']?.fields, ...Object.fromEntries(roots) } };
  return policies;
}

/**
 * Two queries that read different parts of one record do not push each other out; `chatSession(id)` and `chatTopic(id)` find
 * what a list has brought; messages read with `after` are appended to those that are there. Select `id` wherever there is one.
 */
export const typePolicies: Record<string, ClientTypePolicy> = madePolicies();
