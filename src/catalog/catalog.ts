/** All that the agents have in the catalog: operations by the names that they have here, and the field tables of types. */
import type { CarrierView } from '../entities/carrier-view.js';
import type { FieldTable } from '../entities/field-table.js';
import * as chat from './agents/chat.js';
import type { AnswerKind, Operation } from './operation.js';

type TablesOf<Agent> = Omit<Agent, 'reads' | 'actions'>;

type FieldTables = TablesOf<typeof chat>;

function tablesOf<Agent extends object>(agent: Agent): TablesOf<Agent> {
  const tables = Object.entries(agent).filter(([name]) => name !== 'reads' && name !== 'actions');
  return Object.fromEntries(tables) as TablesOf<Agent>; // all that an agent's module has beside its operations
}

/** What loaders fetch: each of them is one. */
export const reads = { ...chat.reads };

/** What mutations do, and read for it. */
export const actions = { ...chat.actions };

/** By type of the schema. */
export const fieldTables: FieldTables = tablesOf(chat);

export type ReadName = keyof typeof reads;

export const allOperations: readonly Operation[] = [...Object.values(reads), ...Object.values(actions)];

/** Reads that answer in a way. */
type ReadsThat<Answer extends AnswerKind> = {
  [Name in ReadName]: (typeof reads)[Name]['answer'] extends Answer ? Name : never;
}[ReadName];

/** By an id. */
export type RecordRead = ReadsThat<'record' | 'batch'>;
export type ListRead = ReadsThat<'list'>;

/** What the records of a read are. */
export type CarrierOf<Name extends ReadName> =
  (typeof reads)[Name] extends Operation<AnswerKind, object, infer Carrier> ? Carrier : never;

const operations: Readonly<Record<string, Operation>> = reads;

const answers = (name: string, kinds: readonly AnswerKind[]): boolean =>
  kinds.some((kind) => kind === operations[name]?.answer);

export const isRecordRead = (name: string): name is RecordRead => answers(name, ['record', 'batch']);

export const isListRead = (name: string): name is ListRead => answers(name, ['list']);

export const recordReads: readonly RecordRead[] = Object.keys(reads).filter(isRecordRead);

/** What the resolvers of a type of the schema are given as their parent. */
export type View<Name extends keyof FieldTables> =
  FieldTables[Name] extends FieldTable<infer Carrier> ? CarrierView<Carrier> : never;

/** The same for codegen: a type that has no field table, such as a payload, has its own fields, any of which may have failed. */
export type ViewOf<Type> = Type extends { readonly __typename?: infer Name }
  ? NonNullable<Name> extends keyof FieldTables
    ? View<NonNullable<Name>>
    : '__typename' extends keyof Type
      ? { readonly [Field in keyof Type]: ViewOf<Type[Field]> | Error }
      : Type
  : Type;
