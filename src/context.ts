/**
 * The context that resolvers receive. The gateway creates one per request and discards it after the response.
 */
import type { AbortSignalLike } from './base/abort-signal.js';
import type { ArchiveConfig } from './config/archive-config.js';
import type { Embeddable } from './entities/field-table.js';
import type { ReadContext } from './entities/read-context.js';
import type { OperationPlan } from './plan/document-plan.js';
import type { StreamEvent } from './live/stream-event.js';
import type { RequestLoaders } from './loaders/request-loaders.js';
import type { CallUsage, MeteredCall } from './superoffice/attempt-report.js';
import type { ResponseBudget } from './execution/response-budget.js';
import type { CallerIds } from './superoffice/caller-ids.js';
import type { CallerName } from './superoffice/caller-name.js';
import type { CallOperation } from './catalog/operation-calls.js';
import type { ActionOutcomes, KeyedRequest } from './execution/action-outcomes.js';
import type { Signal } from './signals/signal.js';
import type { Projection } from './superoffice/projection.js';
import type { Logger } from './observability/logger.js';
import type { GatewayMetrics } from './observability/metrics.js';
import type { RequestTrace } from './observability/request-trace.js';

/** One read of a record or one mutation of a session, for the audit log. */
export interface AuditEntry {
  /** The mutation; null: a read. */
  readonly action: string | null;
  /** The session that the record belongs to; null for records of no session, such as topics. */
  readonly sessionId: string | null;
  /** The topic that a mutation changes; default: none. */
  readonly topicId?: string | null;
  readonly entity: Embeddable<never>;
  readonly projection: Projection;
}

/** A metered call in the response that lists it. */
export interface ExplainedCall extends Omit<MeteredCall, 'startedMs'> {
  /** When it was sent, since the operation began. */
  readonly startMs: number;
}

/** The calls of a request whose response lists them (`extensions.superoffice`). */
export interface RequestCost {
  /** In the order of their responses. */
  readonly calls: ExplainedCall[];
  /** Loads that needed no call of their own. */
  saved: number;
}

/** A subscription that may be executed. */
export interface AdmittedSubscription {
  readonly plan: OperationPlan;
  /** Coerced. */
  readonly variableValues: Record<string, unknown>;
  readonly operationName: string | null;
  readonly queryHash: string | undefined;
}

/** What the client of a request can take. */
export interface Delivery {
  /** One response: a query or a mutation may be executed. */
  readonly isSingle: boolean;
  /** Takes a subscription to open its stream, instead of a response; null: the client can take no stream. */
  readonly subscribe: ((subscription: AdmittedSubscription) => void) | null;
}

export interface GatewayContext {
  /** Also in the response header `x-request-id` and in every error. */
  readonly requestId: string;
  /** The request has the router's secret. */
  readonly isRouter: boolean;
  readonly loaders: RequestLoaders;
  /** The caller's ids, as far as they are known; null: calls are made with the gateway's own credentials. */
  readonly callers: { get(): CallerIds | null; set(ids: CallerIds): void } | null;
  /** The caller requests no time zone, in which SuperOffice would write dates. */
  readonly hasPlainDates: boolean;
  /** null: there is no archive. */
  readonly archive: ArchiveConfig | null;
  /** Sessions are changed by PATCH; otherwise the complete record is saved. */
  readonly hasPatch: boolean;
  /** Limits the number of records and fields in the response. */
  readonly responseBudget: ResponseBudget;
  /** Makes one call without the loaders, for mutations only. */
  readonly call: CallOperation;
  /** How values are read: time zone, request time, and the reporter of unknown enum names. */
  readonly readContext: ReadContext;
  /** Reads and mutations so far; null: the audit log is off. */
  readonly audit: AuditEntry[] | null;
  /** The caller's name in the audit log; null: the audit log is off. */
  readonly caller: CallerName | null;
  /** Calls so far; null: the caller did not request them. */
  readonly cost: RequestCost | null;
  /** Calls to SuperOffice and bytes of their responses so far. */
  readonly usage: CallUsage;
  readonly delivery: Delivery;
  /** The event of a subscription that is executed; null: no subscription is. */
  readonly event: StreamEvent | null;
  /** Ends the work for the request. */
  readonly signal: AbortSignalLike;
  /** What was done under idempotency keys, and the key of the caller's credentials. */
  readonly actions: { readonly outcomes: ActionOutcomes; readonly caller: string };
  /** The idempotency key of the field that is executed; null: it has none. */
  readonly keyed: KeyedRequest | null;
  /** Informs streams of this process that a mutation has changed a session. */
  readonly announce: (change: Pick<Signal, 'kind' | 'sessionId' | 'topicId'>) => void;
  /** The client's address; null: it is not logged. */
  readonly address: string | null;
  /** The client's label in metrics and logs. */
  readonly client: string;
  /** null: no span is recorded. */
  readonly trace: RequestTrace | null;
  /** Of the caller's tenant. */
  readonly metrics: GatewayMetrics;
  /** Adds the request id to every line. */
  readonly logger: Logger;
}
