/**
 * What every conversion is given beside the value, and the error for a value that is not what the specification promises.
 */
import { UpstreamInvalidResponseError } from '../errors/upstream-errors.js';

/** Arguments of the GraphQL field, as GraphQL coerced them. */
export type FieldArguments = Readonly<Record<string, unknown>>;

export interface ReadContext {
  /** IANA name: the zone of dates that come without one. */
  readonly baseTimeZone: string;
  /** The instant of the request, in milliseconds since 1970: what is worked out for one answer agrees. */
  readonly nowMs: number;
  /** For how long a customer's browser may be silent before he counts as gone. */
  readonly customerGoneAfterMs: number;
  /** Told of a name that is in no published list, so that the operator learns of a newer server. */
  reportUnrecognized(enumeration: string, name: string): void;
}

/**
 * Turns a JSON value into what GraphQL gives out. null and a missing property are the same; the result null means that
 * SuperOffice has nothing there.
 * @throws {UpstreamInvalidResponseError} the value is of another kind; it is never repeated in the message
 */
export type Reader<Value> = (value: unknown, readContext: ReadContext, args: FieldArguments) => Value;

/** SuperOffice says "nothing" by null, or by leaving the property out. */
export const isAbsent = (value: unknown): value is null | undefined => value === null || value === undefined;

export function unreadable(expectation: string): UpstreamInvalidResponseError {
  return new UpstreamInvalidResponseError(`a value is not ${expectation}`);
}
