/**
 * What every conversion receives in addition to the value, and the error for a value that does not match the specification.
 */
import { UpstreamInvalidResponseError } from '../errors/upstream-errors.js';

/** Coerced arguments of the GraphQL field. */
export type FieldArguments = Readonly<Record<string, unknown>>;

export interface ReadContext {
  /** IANA name of the zone of dates that arrive without one. */
  readonly baseTimeZone: string;
  /** The instant of the request, in milliseconds since 1970, so that all computed values of one response agree. */
  readonly nowMs: number;
  /** How long a customer's browser may be silent before the customer counts as gone. */
  readonly customerGoneAfterMs: number;
  /** Reports a name that is not published, so that the operator can see that the server is newer. */
  reportUnrecognized(enumeration: string, name: string): void;
}

/**
 * Converts a JSON value to a GraphQL value. null and a missing property are the same; the result null means that
 * SuperOffice has no value.
 * @throws {UpstreamInvalidResponseError} the value has another type; the message never contains the value
 */
export type Reader<Value> = (value: unknown, readContext: ReadContext, args: FieldArguments) => Value;

/** SuperOffice sends null or omits the property where there is no value. */
export const isAbsent = (value: unknown): value is null | undefined => value === null || value === undefined;

export function unreadable(expectation: string): UpstreamInvalidResponseError {
  return new UpstreamInvalidResponseError(`a value is not ${expectation}`);
}
