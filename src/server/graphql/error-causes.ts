/**
 * Errors of a response, completed: the request id on each, and one `causeId` on those that have one cause, so that a client can show one
 * message where one failed call left many fields empty.
 */
import type { GraphQLError, GraphQLFormattedError } from 'graphql';
import { GatewayError } from '../../errors/gateway-error.js';
import { originOf, withRequestId } from './format-error.js';

/** Causes of more than one error, numbered in the order of their first error. */
function sharedCauses(errors: readonly GraphQLError[]): ReadonlyMap<unknown, string> {
  const counts = new Map<unknown, number>();
  for (const error of errors) {
    const cause = originOf(error);
    counts.set(cause, (counts.get(cause) ?? 0) + 1);
  }
  const shared = [...counts].filter(([, count]) => count > 1);
  return new Map(shared.map(([cause], index) => [cause, String(index + 1)]));
}

/** The longest wait that an error advises; 0: none does. */
export function secondsToWait(errors: readonly GraphQLError[]): number {
  const seconds = errors.map(originOf).map((cause) => {
    const { retryAfterSeconds = 0 } = cause instanceof GatewayError ? cause.publicDetails : {};
    return retryAfterSeconds;
  });
  return seconds.reduce((longest, each) => Math.max(longest, each), 0); // there may be too many for arguments
}

/** @param errors those that `formatted` are made of, in the same order */
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
