/**
 * Completes the errors of an answer: the request id on each, and one `causeId` on those that one cause brought about, so that
 * a client can show one message where one failed call left many fields empty; and the longest wait as Retry-After.
 */
import type { GraphQLError, GraphQLFormattedError } from 'graphql';
import { GatewayError } from '../../errors/gateway-error.js';
import { originOf } from './format-error.js';
import type { OperationWatch } from './watched-operations.js';

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

const secondsToWait = (cause: unknown): number =>
  cause instanceof GatewayError ? (cause.publicDetails.retryAfterSeconds ?? 0) : 0;

export const errorOrigin: OperationWatch = {
  willSendResponse({ response, errors = [], contextValue: { requestId } }) {
    if (response.body.kind !== 'single' || !response.body.singleResult.errors) return;
    const causes = sharedCauses(errors);
    const longest = errors.reduce((most, error) => Math.max(most, secondsToWait(originOf(error))), 0);
    if (longest > 0) response.http.headers.set('retry-after', String(longest));
    response.body.singleResult.errors = response.body.singleResult.errors.map(
      (formatted, index): GraphQLFormattedError => {
        const cause = causes.get(originOf(errors[index]));
        const causeId = cause === undefined ? {} : { causeId: `${requestId}.${cause}` };
        return { ...formatted, extensions: { ...formatted.extensions, requestId, ...causeId } };
      },
    );
  },
};
