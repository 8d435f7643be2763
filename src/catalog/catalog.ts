/** All operations of all agents, by the names that they have here. */
import { chatActions, chatReads } from './agents/chat.js';
import type { AnswerKind, Operation } from './operation.js';

/** What loaders fetch: each of them is one. */
export const reads = { ...chatReads };

/** What mutations do, and read for it. */
export const actions = { ...chatActions };

export type ReadName = keyof typeof reads;

export const allOperations: readonly Operation[] = [...Object.values(reads), ...Object.values(actions)];

/** Reads that answer in a way. */
type ReadsThat<Answer extends AnswerKind> = {
  [Name in ReadName]: (typeof reads)[Name] extends { readonly answer: Answer } ? Name : never;
}[ReadName];

export type RecordRead = ReadsThat<'record'>;
export type ListRead = ReadsThat<'list'>;

/** What the records of a read are. */
export type CarrierOf<Name extends ReadName> =
  (typeof reads)[Name] extends Operation<AnswerKind, object, infer Carrier> ? Carrier : never;

const isRecordRead = (name: string): name is RecordRead => reads[name as ReadName].answer === 'record'; // of our own names

export const recordReads: readonly RecordRead[] = Object.keys(reads).filter(isRecordRead);
