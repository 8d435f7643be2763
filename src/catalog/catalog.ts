/** The catalog of all agents: their operations by the names that the gateway uses, and the field tables of types. */
import type { CarrierView } from '../entities/carrier-view.js';
import type { FieldTable } from '../entities/field-table.js';
import { reads as archiveReads } from './agents/archives.js';
import * as chat from './agents/chat.js';
import { reads as relatedReads } from './agents/related.js';
import * as user from './agents/user.js';
import { bringsEntity, type Operation, type ResultKind } from './operation.js';

type TablesOf<Agent> = Omit<Agent, 'reads' | 'actions'>;

type FieldTables = TablesOf<typeof chat> & TablesOf<typeof user>;

function tablesOf<Agent extends object>(agent: Agent): TablesOf<Agent> {
  const tables = Object.entries(agent).filter(([name]) => name !== 'reads' && name !== 'actions');
  return Object.fromEntries(tables) as TablesOf<Agent>; // an agent's module exports tables and operations only
}

/** What loaders fetch: each read has one loader. */
export const reads = { ...chat.reads, ...relatedReads, ...archiveReads, ...user.reads };

/** The operations of mutations, including the reads that they need. */
export const actions = { ...chat.actions };

/** By type name of the schema. */
export const fieldTables: FieldTables = { ...tablesOf(chat), ...tablesOf(user) };

export type ReadName = keyof typeof reads;

export const allOperations: readonly Operation[] = [...Object.values(reads), ...Object.values(actions)];

/** Names of the reads with this kind of result. */
type ReadsReturning<Kind extends ResultKind> = {
  [Name in ReadName]: (typeof reads)[Name]['result'] extends Kind ? Name : never;
}[ReadName];

/** Reads of records by id. */
export type RecordRead = ReadsReturning<'record' | 'batch'>;
export type ListRead = ReadsReturning<'list'>;

/** The carrier of a read's records. */
export type CarrierOf<Name extends ReadName> =
  (typeof reads)[Name] extends Operation<ResultKind, object, infer Carrier> ? Carrier : never;

const operations: Readonly<Record<string, Operation>> = reads;

const hasResult = (name: string, kinds: readonly ResultKind[]): boolean =>
  kinds.some((kind) => kind === operations[name]?.result);

export const isRecordRead = (name: string): name is RecordRead => hasResult(name, ['record', 'batch']);

export const isListRead = (name: string): name is ListRead => hasResult(name, ['list']);

export const recordReads: readonly RecordRead[] = Object.keys(reads)
  .filter(isRecordRead)
  .filter((name) => bringsEntity(reads[name]));

/** The parent value of a schema type's resolvers. */
export type View<Name extends keyof FieldTables> =
  FieldTables[Name] extends FieldTable<infer Carrier> ? CarrierView<Carrier> : never;

/** The same for codegen: a type without a field table, such as a payload, has its own fields, each of which may be an Error. */
export type ViewOf<Type> = Type extends readonly (infer Item)[]
  ? readonly ViewOf<Item>[]
  : Type extends { readonly __typename?: infer Name }
    ? NonNullable<Name> extends keyof FieldTables
      ? View<NonNullable<Name>>
      : '__typename' extends keyof Type
        ? { readonly [Field in keyof Type]: ViewOf<Type[Field]> | Error }
        : Type
    : Type;
