/**
 * Reads the parameters of an operation from query and body: names are case-insensitive, types are strict. A parameter that is
 * missing or null gets its default where there is one.
 */
import { isList, isRecord } from '../json-record.js';
import type { JsonRecord, JsonValue } from '../json-record.js';
import { findParameter } from '../query-parameters.js';
import type { OperationCall } from './operation.js';
import { missingParameter } from './refused-call-error.js';

/** The limit of .NET's JSON reader. */
const maxBodyDepth = 64;

/** @throws {RefusedCallError} the parameter is missing or no Int32 */
export function readQueryId({ operation, parameters }: OperationCall, parameter: string): number {
  const id = readInt32(findParameter(parameters, parameter)?.value);
  if (id === null) throw missingParameter(operation, parameter, 'Int32');
  return id;
}

/** Null when the body is no JSON. */
export function parseJson(text: string): JsonValue {
  try {
    const value = JSON.parse(text) as JsonValue; // external input, whose type the caller checks
    return isShallow(value, maxBodyDepth) ? value : null;
  } catch {
    return null;
  }
}

/** Null when the body is no JSON object. */
export function parseBody(text: string): JsonRecord | null {
  const value = parseJson(text);
  return isRecord(value) ? value : null;
}

/** Case-insensitive; the first of several. */
export function findProperty(body: JsonRecord, name: string): JsonValue | undefined {
  const found = Object.keys(body).find((key) => key.toLowerCase() === name.toLowerCase());
  return found === undefined ? undefined : body[found];
}

/** The body parameters of one call. Each method throws RefusedCallError for a value of another type. */
export class BodyParameters {
  readonly #operation: string;
  readonly #body: JsonRecord;

  /** @throws {RefusedCallError} the body is no JSON object */
  constructor({ operation, bodyText }: OperationCall) {
    const body = parseBody(bodyText);
    if (body === null) throw missingParameter(operation, 'request', 'Object');
    this.#operation = operation;
    this.#body = body;
  }

  get all(): JsonRecord {
    return this.#body;
  }

  integer(name: string, byDefault?: number): number {
    const value = this.#read(name) ?? byDefault;
    if (typeof value === 'number' && isInt32(value)) return value;
    throw missingParameter(this.#operation, name, 'Int32');
  }

  /** Default false. */
  flag(name: string): boolean {
    const value = this.#read(name) ?? false;
    if (typeof value === 'boolean') return value;
    throw missingParameter(this.#operation, name, 'Boolean');
  }

  text(name: string): string {
    const value = this.#read(name);
    if (typeof value === 'string') return value;
    throw missingParameter(this.#operation, name, 'String');
  }

  record(name: string): JsonRecord {
    const value = this.#read(name);
    if (isRecord(value)) return value;
    throw missingParameter(this.#operation, name, 'Object');
  }

  records(name: string): readonly JsonRecord[] {
    const value = this.#read(name);
    if (isList(value) && value.every(isRecord)) return value;
    throw missingParameter(this.#operation, name, 'Array');
  }

  #read(name: string): JsonValue | undefined {
    return findProperty(this.#body, name);
  }
}

function isShallow(value: JsonValue, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return depth > 0 && Object.values(value).every((item) => isShallow(item, depth - 1));
}

/** As .NET's Int32 binder: accepts a sign and outer spaces; null for anything else. */
function readInt32(text: string | undefined): number | null {
  if (text === undefined || !/^\s*[+-]?\d+\s*$/.test(text)) return null;
  const value = Number(text);
  return isInt32(value) ? value : null;
}

function isInt32(value: number): boolean {
  return Number.isInteger(value) && value >= -2147483648 && value <= 2147483647;
}
