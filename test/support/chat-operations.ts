/** The operations of SuperOffice's Chat agent, each with the fields that call it and an operation that does so. */
import { readText } from './source-files.js';

type Row = readonly [operation: string, fields: readonly string[], document: string];

export const chatOperations = JSON.parse(readText('test/support/chat-operations.json')) as readonly Row[]; // our own file
