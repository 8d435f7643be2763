/**
 * From one HTTP request to what its resolvers see: credentials and languages to forward, a deadline, fresh loaders.
 * Nothing here waits, so that all loads of a request fall into one tick.
 */
import type { GatewayContext, SessionRead } from '../context.js';
import type { Reading } from '../entities/reading.js';
import { callBudget } from '../loaders/call-budget.js';
import { requestLoaders, type RequestLoaders } from '../loaders/request-loaders.js';
import type { Logger } from '../observability/logger.js';
import type { GatewayMetrics } from '../observability/metrics.js';
import type { SuperOfficeClient } from '../superoffice/client.js';
import type { ForwardedHeaders } from '../superoffice/credentials.js';
import { chatSessionSource } from '../superoffice/data-sources/chat-sessions.js';
import type { Projection } from '../superoffice/projection.js';

/** What all requests share: nothing of it knows a caller. */
export interface SharedParts {
  readonly client: SuperOfficeClient;
  readonly writeSelect: (projection: Projection) => string;
  readonly principalKeyOf: (forwarded: ForwardedHeaders) => string;
  readonly reading: Reading;
  readonly logger: Logger;
  readonly metrics: GatewayMetrics;
  readonly maxUpstreamCalls: number;
  /** Whether what is read is kept until the answer, for the audit log. */
  readonly isAudited: boolean;
}

/** What one request brings. */
export interface RequestParts {
  readonly requestId: string;
  readonly isRouter: boolean;
  readonly forwarded: ForwardedHeaders;
  /** Aborts at the operation's deadline, and when the client leaves. */
  readonly signal: AbortSignal;
}

/** Characters of a principal's key that name it in logs. */
const fingerprintLength = 12;

/** The same loaders, with what they are asked for written down. */
function withReads({ chatSession }: RequestLoaders, reads: SessionRead[]): RequestLoaders {
  const load: RequestLoaders['chatSession']['load'] = (id, projection) => {
    reads.push({ id, projection });
    return chatSession.load(id, projection);
  };
  return { chatSession: { load } };
}

export function createContext(shared: SharedParts, request: RequestParts): GatewayContext {
  const { requestId, isRouter, forwarded, signal } = request;
  const principal = shared.principalKeyOf(forwarded);
  const logger = shared.logger.child({ requestId, principal: principal.slice(0, fingerprintLength) });
  const session = shared.client.session({ forwarded, principal, signal, logger });
  const loaders = requestLoaders(chatSessionSource(session, shared.writeSelect), {
    budget: callBudget(shared.maxUpstreamCalls),
    onSaved: (loads) => shared.metrics.callsSaved.inc(loads),
  });
  const common = { requestId, isRouter, reading: shared.reading, logger };
  if (!shared.isAudited) return { ...common, loaders, reads: null };
  const reads: SessionRead[] = [];
  return { ...common, loaders: withReads(loaders, reads), reads };
}
