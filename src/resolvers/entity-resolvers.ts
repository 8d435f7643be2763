/** The resolvers of all types that are read from records: from their field tables, or written by hand where fields need other calls. */
import type { GraphQLResolveInfo } from 'graphql';
import type { RecordRead } from '../catalog/catalog.js';
import { fieldTables } from '../catalog/catalog.js';
import type { GatewayContext } from '../context.js';
import type { FieldTable } from '../entities/field-table.js';
import type { Resolvers } from '../generated/resolver-types.js';
import { ChatContact, ChatPerson, ChatTopic } from './archive/sessions-of.js';
import { ChatPresence } from './chat-presence.js';
import { ChatSession } from './chat-session.js';
import { fieldResolvers, type FieldResolvers } from './field-resolvers.js';
import { loadReference } from './load-entity.js';
import { ChatTransferTarget } from './transfer-target.js';

const handWritten = { ChatContact, ChatPerson, ChatPresence, ChatSession, ChatTopic, ChatTransferTarget };

type ResolversOf<Tables> = { readonly [Name in keyof Tables]: FieldResolvers<Tables[Name]> };

function resolversOf<Tables extends Readonly<Record<string, FieldTable<never>>>>(tables: Tables): ResolversOf<Tables> {
  const resolvers = Object.entries(tables).map(([name, table]) => [name, fieldResolvers(name, table)]);
  return Object.fromEntries(resolvers) as ResolversOf<Tables>; // fromEntries loses which type has which table
}

/** The schema's types: a field without an entry, or with an entry of another type, is a compiler error that names it. */
type Complete<Names extends keyof Resolvers> = {
  readonly [Name in Names]: Omit<Required<NonNullable<Resolvers[Name]>>, '__resolveReference'>;
};

const fromTables: Complete<Exclude<keyof typeof fieldTables, keyof typeof handWritten>> = resolversOf(fieldTables);

export const entityResolvers = { ...fromTables, ...handWritten };

/** Loads one entity by its key. It may return a promise, and may reject. */
export type ReferenceResolver = (
  reference: { readonly id: string },
  context: GatewayContext,
  info: GraphQLResolveInfo,
) => unknown;

const handWrittenReferences: Partial<Record<RecordRead, ReferenceResolver>> = {
  chatSession: ({ id }, context, info) =>
    ChatSession.__resolveReference({ __typename: 'ChatSession', id }, context, info),
};

export const referenceResolver = (read: RecordRead): ReferenceResolver =>
  handWrittenReferences[read] ?? (({ id }, context, info) => loadReference({ read, id }, context, info));
