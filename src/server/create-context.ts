/**
 * From one HTTP request to what its resolvers see: credentials and languages to forward, a deadline, fresh loaders.
 * Nothing here waits, so that all loads of a request fall into one tick.
 */
import type { GatewayContext } from '../context.js';
import type { Reading } from '../entities/reading.js';
import { requestLoaders } from '../loaders/request-loaders.js';
import type { Logger } from '../observability/logger.js';
import type { SuperOfficeClient } from '../superoffice/client.js';
import type { ForwardedHeaders } from '../superoffice/credentials.js';
import { chatSessionSource } from '../superoffice/data-sources/chat-sessions.js';
import type { Projection } from '../superoffice/projection.js';

/** What all requests share: nothing of it knows a caller. */
export interface SharedParts {
  readonly client: SuperOfficeClient;
  readonly writeSelect: (projection: Projection) => string;
  readonly reading: Reading;
  readonly logger: Logger;
}

/** What one request brings. */
export interface RequestParts {
  readonly requestId: string;
  readonly isRouter: boolean;
  readonly forwarded: ForwardedHeaders;
  /** Aborts at the operation's deadline, and when the client leaves. */
  readonly signal: AbortSignal;
}

export function createContext(shared: SharedParts, request: RequestParts): GatewayContext {
  const { requestId, isRouter, forwarded, signal } = request;
  const logger = shared.logger.child({ requestId });
  const session = shared.client.session({ forwarded, signal, logger });
  const loaders = requestLoaders(chatSessionSource(session, shared.writeSelect));
  return { requestId, isRouter, loaders, reading: shared.reading, logger };
}
