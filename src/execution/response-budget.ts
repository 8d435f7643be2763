/**
 * How much one answer may hold. Aliases and repeated ids multiply what is handed out, though it was fetched once: fifty aliases of
 * a long list a hundred times would fill the process, and no limit on calls or on the document sees it.
 */
import { OperationTooLargeError } from '../errors/gateway-error.js';

export interface ResponseBudget {
  /** Counts objects of a list. @throws {OperationTooLargeError} the answer would hold more than are allowed */
  chargeRecords(records: number): void;
  /** The same for a text, which counts as a record for each 1000 characters. */
  chargeText(text: string | null): void;
  /** Counts fields of objects, in a list or not. @throws {OperationTooLargeError} they would be more than 25 for each record that is allowed */
  chargeFields(fields: number): void;
  /** Counts what a router refers to, each once. @throws {OperationTooLargeError} it would be one more than are resolved in one request */
  chargeReference(typeName: string, id: string): void;
}

const charactersOfRecord = 1_000;
const fieldsOfRecord = 25;

/** @param maxReferences different ones */
export function responseBudget(maxRecords: number, maxReferences: number): ResponseBudget {
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
    chargeRecords: handOut,
    chargeText: (text) => handOut(Math.ceil((text?.length ?? 0) / charactersOfRecord)),
    chargeFields(fields) {
      fieldsHandedOut += fields;
      if (fieldsHandedOut > maxFields)
        throw new OperationTooLargeError(`The answer would hold more than ${maxFields} fields. Ask for fewer at once.`);
    },
    chargeReference(typeName, id) {
      const known = (references ??= new Set());
      const reference = `${typeName} ${id}`;
      if (known.has(reference)) return;
      if (known.size >= maxReferences)
        throw new OperationTooLargeError(`At most ${maxReferences} different references are resolved in one request.`);
      known.add(reference);
    },
  };
}
