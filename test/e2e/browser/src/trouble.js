/**
 * Errors in an agent's words: what happened, and what to do. Chosen by `extensions.code`, never by the message.
 */
import { CombinedGraphQLErrors, ServerError } from '@apollo/client/errors';

const later = 'The console tries again by itself. What you wrote is kept.';

const known = {
  UNAUTHENTICATED: ['You are signed out', 'Your token is missing, wrong or has expired: sign in again.'],
  FORBIDDEN: ['Not allowed', 'Your SuperOffice user lacks the rights or the licence for this: ask your administrator.'],
  UPSTREAM_UNAVAILABLE: ['SuperOffice is away', later],
  UPSTREAM_TIMEOUT: ['SuperOffice is slow', later],
  UPSTREAM_RATE_LIMITED: ['SuperOffice asks us to slow down', later],
  UPSTREAM_OUTCOME_UNKNOWN: [
    'It is not known whether this was done',
    'The answer was lost on the way. Look at the conversation before you do it again; a message can be sent again, and arrives once.',
  ],
  TRANSFER_REACHED_ANOTHER_USER: [
    'The conversation was offered to another agent',
    'They must reject it. Then hand it over again.',
  ],
  REQUEST_CONCURRENCY_LIMITED: ['The gateway is busy', later],
};

/** @returns code, title and advice, and the program's reaction */
export function troubleOf(error) {
  const first = CombinedGraphQLErrors.is(error) ? error.errors[0] : bodyError(error);
  if (first) return fromGateway(first);
  if (ServerError.is(error))
    return { code: `HTTP ${error.statusCode}`, title: 'The gateway is in trouble', advice: later };
  return { code: 'NO_CONNECTION', title: 'The gateway cannot be reached', advice: later };
}

function fromGateway({ message, extensions = {} }) {
  const { code = 'UNKNOWN', retryAfterSeconds, requestId } = extensions;
  const [title, advice] = known[code] ?? ['Something went wrong', message];
  return { code, title, advice, retryAfterSeconds, requestId, mustSignIn: code === 'UNAUTHENTICATED' };
}

/** A refusal with its own HTTP status may still contain a reason. */
function bodyError(error) {
  if (!ServerError.is(error)) return undefined;
  try {
    return JSON.parse(error.bodyText).errors?.[0];
  } catch {
    return undefined;
  }
}
