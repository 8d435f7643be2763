/**
 * What a resolver sees of the request that it answers for. Made anew for each request and never kept.
 */
import type { Embeddable } from './entities/field-table.js';
import type { ReadContext } from './entities/read-context.js';
import type { RequestLoaders } from './loaders/request-loaders.js';
import type { CallUsage, MadeCall } from './superoffice/attempt-report.js';
import type { ResponseBudget } from './execution/response-budget.js';
import type { CallerName } from './superoffice/caller-name.js';
import type { CallOperation } from './catalog/operation-calls.js';
import type { Projection } from './superoffice/projection.js';
import type { Logger } from './observability/logger.js';
import type { RequestTrace } from './observability/request-trace.js';

/** What was asked of one record, or done to one session, for the audit log. */
export interface AuditEntry {
  /** The mutation; null for reading. */
  readonly action: string | null;
  /** Whose conversation it is of; null for what belongs to none, such as topics. */
  readonly sessionId: string | null;
  readonly entity: Embeddable<never>;
  readonly projection: Projection;
}

/** For an explained answer. */
export interface RequestCost {
  /** Metered calls, in the order in which they were answered. */
  readonly calls: MadeCall[];
  /** Loads that cost no call of their own. */
  saved: number;
}

export interface GatewayContext {
  /** Also in the answer's header `x-request-id` and in every error. */
  readonly requestId: string;
  /** The request bears the router's secret. */
  readonly isRouter: boolean;
  readonly loaders: RequestLoaders;
  /** Counts what is given out. */
  readonly responseBudget: ResponseBudget;
  /** One call past the loaders, for mutations only. */
  readonly call: CallOperation;
  /** How values are read: time zone, and who is told of unknown names. */
  readonly readContext: ReadContext;
  /** What was asked and done so far; null when nobody wants to know. */
  readonly audit: AuditEntry[] | null;
  /** Who asks; null when nothing is audited. */
  readonly caller: CallerName | null;
  /** What this request has cost so far; null when nobody wants to know. */
  readonly cost: RequestCost | null;
  /** What it has taken of SuperOffice so far. */
  readonly usage: CallUsage;
  /** The client's address; null: it is not logged. */
  readonly address: string | null;
  /** For which client the request is counted. */
  readonly client: string;
  readonly trace: RequestTrace;
  /** Writes the request id on every line. */
  readonly logger: Logger;
}
