/**
 * How much one answer may hold. Aliases and repeated ids multiply what is handed out, though it was fetched once: fifty aliases of
 * a long list a hundred times would fill the process, and no limit on calls or on the document sees it.
 */
import { OperationTooLargeError } from '../errors/gateway-error.js';

export interface AnswerBudget {
  /** Counts objects of a list. @throws {OperationTooLargeError} the answer would hold more than are allowed */
  handOut(records: number): void;
  /** The same for a text, which counts as a record for each 1000 characters. */
  handOutText(text: string | null): void;
  /** Counts fields of objects, in a list or not. @throws {OperationTooLargeError} they would be more than 25 for each record that is allowed */
  handOutFields(fields: number): void;
  /** Counts what a router refers to, each once. @throws {OperationTooLargeError} it would be one more than are resolved in one request */
  refer(typeName: string, id: string): void;
}

const charactersOfRecord = 1_000;
const fieldsOfRecord = 25;

/** @param maxReferences different ones */
export function answerBudget(maxRecords: number, maxReferences: number): AnswerBudget {
  const maxFields = maxRecords * fieldsOfRecord;
  let handedOut = 0;
  let fieldsHandedOut = 0;
  let references: Set<string> | null = null;
  const handOut = (records: number): void => {
    handedOut += records;
    if (handedOut > maxRecords)
      throw new OperationTooLargeError(`The answer would hold more than ${maxRecords} records. Ask for fewer at once.`);
  };
  return {
    handOut,
    handOutText: (text) => handOut(Math.ceil((text?.length ?? 0) / charactersOfRecord)),
    handOutFields(fields) {
      fieldsHandedOut += fields;
      if (fieldsHandedOut > maxFields)
        throw new OperationTooLargeError(`The answer would hold more than ${maxFields} fields. Ask for fewer at once.`);
    },
    refer(typeName, id) {
      const known = (references ??= new Set());
      const reference = `${typeName} ${id}`;
      if (known.has(reference)) return;
      if (known.size >= maxReferences)
        throw new OperationTooLargeError(`At most ${maxReferences} different references are resolved in one request.`);
      known.add(reference);
    },
  };
}
