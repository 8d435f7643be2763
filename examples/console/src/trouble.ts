/**
 * Errors in an agent's words: what happened, and what to do. Chosen by `extensions.code`, never by the message.
 */
import { CombinedGraphQLErrors, ServerError } from '@apollo/client/errors';
import type { ErrorCode } from 'superoffice-chat-graphql-client';

export interface Trouble {
  readonly code: string;
  readonly title: string;
  readonly advice: string;
  readonly retryAfterSeconds?: number | undefined;
  readonly requestId?: string | undefined;
  readonly mustSignIn?: boolean;
}

const later = 'The console tries again by itself. What you wrote is kept.';

const known: Partial<Record<ErrorCode, readonly [title: string, advice: string]>> = {
  UNAUTHENTICATED: ['You are signed out', 'Your sign-in is missing, wrong or has expired: sign in again.'],
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

interface GatewayError {
  readonly message: string;
  readonly extensions?: {
    readonly code?: string;
    readonly retryAfterSeconds?: number;
    readonly requestId?: string;
  };
}

export function troubleOf(error: unknown): Trouble {
  const first = CombinedGraphQLErrors.is(error) ? error.errors[0] : bodyError(error);
  if (first) return fromGateway(first);
  if (ServerError.is(error))
    return { code: `HTTP ${error.statusCode}`, title: 'The gateway is in trouble', advice: later };
  if (!navigator.onLine) return { code: 'OFFLINE', title: 'You are offline', advice: later };
  return { code: 'NO_CONNECTION', title: 'The gateway cannot be reached', advice: later };
}

function fromGateway({ message, extensions = {} }: GatewayError): Trouble {
  const { code = 'UNKNOWN', retryAfterSeconds, requestId } = extensions;
  const [title, advice] = known[code as ErrorCode] ?? ['Something went wrong', message];
  return { code, title, advice, retryAfterSeconds, requestId, mustSignIn: code === 'UNAUTHENTICATED' };
}

/** A refusal with its own HTTP status may still contain a reason. */
function bodyError(error: unknown): GatewayError | undefined {
  if (!ServerError.is(error)) return undefined;
  try {
    return JSON.parse(error.bodyText).errors?.[0];
  } catch {
    return undefined;
  }
}
