/**
 * What a resolver sees of the request that it answers for. Made anew for each request and never kept.
 */
import type { Reading } from './entities/reading.js';
import type { RequestLoaders } from './loaders/request-loaders.js';
import type { Projection } from './superoffice/projection.js';
import type { Logger } from './observability/logger.js';

/** What was asked of one session, for the audit log. */
export interface SessionRead {
  readonly id: string;
  readonly projection: Projection;
}

export interface GatewayContext {
  /** Also in the answer's header `x-request-id` and in every error. */
  readonly requestId: string;
  /** The request bears the router's secret. */
  readonly isRouter: boolean;
  readonly loaders: RequestLoaders;
  /** How values are read: time zone, and who is told of unknown names. */
  readonly reading: Reading;
  /** What was asked for so far; null when nobody wants to know. */
  readonly reads: readonly SessionRead[] | null;
  /** Writes the request id on every line. */
  readonly logger: Logger;
}
