/**
 * Completes the errors of a response: adds the request id to each, and one `causeId` to errors with the same cause, so that a client
 * can show one message when one failed call left many fields empty.
 */
import type { GraphQLError, GraphQLFormattedError } from 'graphql';
import { GatewayError } from '../../errors/gateway-error.js';
import { originOf, withRequestId } from './format-error.js';

/** Causes that several errors share, numbered in the order of their first error. */
function sharedCauses(errors: readonly GraphQLError[]): ReadonlyMap<unknown, string> {
  const counts = new Map<unknown, number>();
  for (const error of errors) {
    const cause = originOf(error);
    counts.set(cause, (counts.get(cause) ?? 0) + 1);
  }
  const shared = [...counts].filter(([, count]) => count > 1);
  return new Map(shared.map(([cause], index) => [cause, String(index + 1)]));
}

/** @returns the longest `retryAfterSeconds` of the errors; 0: none has one */
export function secondsToWait(errors: readonly GraphQLError[]): number {
  const seconds = errors.map(originOf).map((cause) => {
    const { retryAfterSeconds = 0 } = cause instanceof GatewayError ? cause.publicDetails : {};
    return retryAfterSeconds;
  });
  return seconds.reduce((longest, each) => Math.max(longest, each), 0); // not Math.max(...): there may be too many for arguments
}

/** @param errors the unformatted errors, in the order of `formatted` */
export function completedErrors(
  formatted: readonly GraphQLFormattedError[],
  errors: readonly GraphQLError[],
  requestId: string,
): readonly GraphQLFormattedError[] {
  const causes = sharedCauses(errors);
  return formatted.map((error, index) => {
    const cause = causes.get(originOf(errors[index]));
    return withRequestId(error, requestId, cause === undefined ? {} : { causeId: `${requestId}.${cause}` });
  });
}
