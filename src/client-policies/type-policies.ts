/**
 * Apollo Client: `new InMemoryCache({ typePolicies })`.
 */
import {
  connections,
  conversations,
  filteredLists,
  itemKeys,
  listsWithGaps,
  partLists,
  parts,
  recordLists,
  recordsById,
} from '../generated/client-policies.js';
import { mergedParts } from './merged-parts.js';
import { connectionPolicy } from './apollo-connections.js';
import { conversationPolicies } from './apollo-conversations.js';
import {
  isReference,
  keyedBy,
  type ClientFieldPolicy,
  type ClientTypePolicy,
  type FieldOptions,
} from './apollo-types.js';

const mergePart: NonNullable<ClientTypePolicy['merge']> = (existing, incoming, { existingData }) =>
  mergedParts(existing ?? existingData, incoming);

/** A new list replaces the old one. The policy is explicit so that Apollo does not warn. */
const replaced: ClientFieldPolicy = { merge: false };

/**
 * Finds a record that a list or another query has fetched by its id, even after a response of null, which may have been a
 * failure: Apollo stores both alike. A record that arrives without its id is stored under the requested id.
 */
function recordPolicy({ type, idArgument }: { readonly type: string; readonly idArgument: string }): ClientFieldPolicy {
  const idIn = ({ args }: FieldOptions): string | null => {
    const id = args?.[idArgument];
    return typeof id === 'string' || typeof id === 'number' ? String(id) : null;
  };
  return {
    keyArgs: keyedBy(idArgument),
    read: (existing, options) => {
      const id = idIn(options);
      if ((existing !== undefined && existing !== null) || id === null) return existing;
      const record = options.toReference({ __typename: type, id });
      return record !== undefined && options.canRead(record) ? record : existing;
    },
    merge: (_existing, incoming, options) => {
      const id = idIn(options);
      if (typeof incoming !== 'object' || incoming === null || isReference(incoming) || id === null) return incoming;
      return options.toReference({ ...incoming, __typename: type, id }, true) ?? incoming;
    },
  };
}

/** In a list by ids, a record that arrives later replaces a null, as above, and a null the record that was evicted: Apollo would leave it out. */
const listByIdsPolicy = (type: string, idsArgument: string): ClientFieldPolicy => ({
  keyArgs: [idsArgument],
  merge: false,
  read: (existing, { args, toReference, canRead }) => {
    const ids = args?.[idsArgument];
    if (!Array.isArray(existing) || !Array.isArray(ids)) return existing;
    return existing.map((item: unknown, index) => {
      const record: unknown = item ?? toReference({ __typename: type, id: String(ids[index]) });
      return isReference(record) && !canRead(record) ? null : (record ?? null);
    });
  },
});

interface FilteredList {
  readonly name: string;
  readonly keyArguments: readonly string[];
}

/** An item whose value is no longer wanted is left out, as in the next response: a session that was picked up leaves the queue. */
const filteredListPolicy = ({ name, keyArguments }: FilteredList): ClientFieldPolicy => ({
  keyArgs: keyArguments, // with `read` and `merge`, Apollo's default is none
  merge: false,
  read: (existing, { args, readField }) => {
    const wanted = args?.[name];
    if (!Array.isArray(existing) || !Array.isArray(wanted)) return existing;
    const isWanted = (item: unknown): boolean => {
      const value = isReference(item) ? readField({ fieldName: name, from: item }) : undefined;
      return typeof value !== 'string' || wanted.includes(value); // undefined: it was not selected
    };
    return existing.every(isWanted) ? existing : existing.filter(isWanted);
  },
});

function policiesFor<Value>(names: readonly string[], policy: Value): Record<string, Value> {
  return Object.fromEntries(names.map((name) => [name, policy]));
}

/** Objects without a key are part of their record. `mergePart` merges them with everything below them. */
function partPolicy(type: string): ClientTypePolicy {
  const inner: Readonly<Record<string, readonly string[]>> = parts;
  return { keyFields: false, merge: mergePart, fields: policiesFor(inner[type] ?? [], replaced) };
}

function ownerPolicy(type: string): ClientTypePolicy {
  const lists: Readonly<Record<string, readonly string[]>> = recordLists;
  const listsOfParts: Readonly<Record<string, readonly string[]>> = partLists;
  return {
    fields: {
      ...policiesFor(lists[type] ?? [], replaced),
      ...policiesFor(listsOfParts[type] ?? [], { merge: mergePart }),
    },
  };
}

function createPolicies(): Record<string, ClientTypePolicy> {
  const policies: Record<string, ClientTypePolicy> = {};
  for (const type of Object.keys(itemKeys)) policies[type] = partPolicy(type);
  const owners = new Set([
    'Query',
    ...[recordLists, partLists, conversations, connections].flatMap((byType) => Object.keys(byType)),
  ]);
  for (const type of owners) policies[type] = ownerPolicy(type);
  const add = (type: string, field: string, policy: ClientFieldPolicy): void => {
    policies[type] = { ...policies[type], fields: { ...policies[type]?.fields, [field]: policy } };
  };
  for (const [type, fields] of Object.entries(connections))
    for (const field of fields) add(type, field, connectionPolicy);
  for (const [field, record] of Object.entries(recordsById)) add('Query', field, recordPolicy(record));
  for (const [field, list] of Object.entries(filteredLists)) add('Query', field, filteredListPolicy(list));
  for (const [type, fields] of Object.entries(listsWithGaps)) {
    for (const [field, list] of Object.entries(fields)) {
      if (list.idsArgument !== null) add(type, field, listByIdsPolicy(list.type, list.idsArgument));
    }
  }
  for (const [type, lists] of Object.entries(conversations)) {
    const { ofRecord, ofQuery } = conversationPolicies({ type, ...lists });
    add(type, lists.field, ofRecord);
    add('Query', lists.queryField, ofQuery);
  }
  return policies;
}

/**
 * Queries that read different parts of one record do not overwrite each other; `chatSession(id)` and `chatTopic(id)` find
 * records that a list has fetched; messages read with `after` are appended to the cached ones. Select `id` wherever there is one.
 */
export const typePolicies: Record<string, ClientTypePolicy> = createPolicies();
