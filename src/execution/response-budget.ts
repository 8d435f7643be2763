/**
 * Limits the size of one response. Aliases and repeated ids multiply what is returned, though it was fetched once: fifty aliases of
 * a long list for each of a hundred ids would exhaust the memory, and no limit on calls or on the document prevents it.
 */
import { OperationTooLargeError } from '../errors/gateway-error.js';

export interface ResponseBudget {
  /** Counts objects of a list. @throws {OperationTooLargeError} the response would contain too many records */
  chargeRecords(records: number): void;
  /** Counts a text as one record for each 1000 characters. */
  chargeText(text: string | null): void;
  /** Counts fields of all objects. @throws {OperationTooLargeError} the response would contain more than 25 for each allowed record */
  chargeFields(fields: number): void;
  /** Counts each different reference of a router once. @throws {OperationTooLargeError} there are too many for one request */
  chargeReference(typeName: string, id: string): void;
  /** Counts the conditions and values of all searches. @throws {OperationTooLargeError} they would be more than 20 000 */
  chargeSearch(size: number): void;
}

const charactersOfRecord = 1_000;
const fieldsOfRecord = 25;

/** Each search costs at least this much, however small its filter is. */
const searchSize = 10;
const maxSearchSize = 20_000;

/** @param maxReferences the maximum number of different references */
export function responseBudget(maxRecords: number, maxReferences: number): ResponseBudget {
  const maxFields = maxRecords * fieldsOfRecord;
  let totalRecords = 0;
  let totalFields = 0;
  let totalSearchSize = 0;
  let references: Set<string> | null = null;
  const chargeRecords = (records: number): void => {
    totalRecords += records;
    if (totalRecords > maxRecords)
      throw new OperationTooLargeError(
        `The response would contain more than ${maxRecords} records. Request fewer at once.`,
      );
  };
  return {
    chargeRecords,
    chargeText: (text) => chargeRecords(Math.ceil((text?.length ?? 0) / charactersOfRecord)),
    chargeFields(fields) {
      totalFields += fields;
      if (totalFields > maxFields)
        throw new OperationTooLargeError(
          `The response would contain more than ${maxFields} fields. Request fewer at once.`,
        );
    },
    chargeReference(typeName, id) {
      const charged = (references ??= new Set());
      const reference = `${typeName} ${id}`;
      if (charged.has(reference)) return;
      if (charged.size >= maxReferences)
        throw new OperationTooLargeError(`At most ${maxReferences} different references are resolved in one request.`);
      charged.add(reference);
    },
    chargeSearch(size) {
      totalSearchSize += searchSize + size;
      if (totalSearchSize > maxSearchSize)
        throw new OperationTooLargeError(
          `The searches of one request have at most ${maxSearchSize} conditions and values together. Search for less at once.`,
        );
    },
  };
}
