/**
 * Creates the context of one HTTP request: credentials and languages to forward, a deadline, new loaders.
 * It is synchronous, so that all loads of a request fall into one tick.
 */
import type { ArchiveConfig } from '../../config/archive-config.js';
import type { OperationLimits } from '../../config/gateway-config.js';
import type { Delivery, GatewayContext, RequestCost } from '../../context.js';
import type { ReadContext } from '../../entities/read-context.js';
import { requestLoaders, type LoadersOptions } from '../../loaders/request-loaders.js';
import type { SharedReads } from '../../loaders/shared-reads.js';
import { tracedBatches } from '../../observability/batch-trace.js';
import { otherClient } from '../../observability/client-label.js';
import type { Clock } from '../../base/clock.js';
import type { Logger } from '../../observability/logger.js';
import type { GatewayMetrics } from '../../observability/metrics.js';
import type { RequestTrace } from '../../observability/request-trace.js';
import { responseBudget } from '../../execution/response-budget.js';
import type { CallUsage, MeteredCall } from '../../superoffice/attempt-report.js';
import type { ActionOutcomes } from '../../execution/action-outcomes.js';
import type { HeldBytes } from '../../http/byte-budget.js';
import type { KnownCallers } from '../../superoffice/caller-ids.js';
import { callerName } from '../../superoffice/caller-name.js';
import type { SuperOfficeClient } from '../../superoffice/client.js';
import type { ForwardedHeaders } from '../../superoffice/forwarded-headers.js';
import type { AbortSignalLike } from '../../base/abort-signal.js';
import type { PrincipalKeys } from '../../superoffice/principal-key.js';
import { operationCalls, type CallOperation } from '../../catalog/operation-calls.js';
import type { Projection } from '../../superoffice/projection.js';
import type { SelectFallback } from '../../superoffice/select-fallback.js';

/** Parts that all requests to one tenant share; they hold no data of a caller. */
export interface SharedParts {
  readonly client: SuperOfficeClient;
  readonly writeSelect: (projection: Projection) => string;
  /** Names that this server refuses in `$select`. */
  readonly refusedNames?: SelectFallback;
  readonly principalKeysOf: (forwarded: ForwardedHeaders) => PrincipalKeys;
  /** Without the time of the request. */
  readonly readContext: Omit<ReadContext, 'nowMs'>;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly metrics: GatewayMetrics;
  readonly limits: Pick<OperationLimits, 'forCallers' | 'forRouter' | 'maxAnswerRecords'>;
  /** null: calls are made with the gateway's own credentials. */
  readonly knownCallers: KnownCallers | null;
  /** null: there is no archive. */
  readonly archive: ArchiveConfig | null;
  /** Sessions are changed by PATCH. */
  readonly hasPatch: boolean;
  readonly actionOutcomes: ActionOutcomes;
  /** null: requests share no reads. */
  readonly sharedReads?: SharedReads | null;
  /** Reads and mutations are recorded for the audit log. */
  readonly isAudited: boolean;
  /** Informs streams of this process that a mutation has changed a session. */
  readonly announce: GatewayContext['announce'];
}

/** The shared parts that a context needs; of the client only its sessions. */
export type ContextParts = Omit<SharedParts, 'client'> & { readonly client: Pick<SuperOfficeClient, 'session'> };

/** The parts of one request. */
export interface RequestParts {
  readonly requestId: string;
  readonly isRouter: boolean;
  /** The response lists its calls. */
  readonly isExplained: boolean;
  readonly forwarded: ForwardedHeaders;
  /** Bytes of SuperOffice's responses that the request holds; default: they are not counted. */
  readonly held?: HeldBytes;
  /** Aborts at the operation's deadline, and when the client leaves. */
  readonly signal: AbortSignalLike;
  /** The client's label in metrics and logs; default: other. */
  readonly client?: string;
  /** The client's address; default: it is not logged. */
  readonly address?: string | null;
  /** Default: no span is recorded. */
  readonly trace?: RequestTrace | null;
  /** Default: the client takes one response. */
  readonly delivery?: Delivery;
  /** The request is a round of reads for streams: its calls have a lane of their own. */
  readonly isLive?: boolean;
  /** Operations that share the loaders; each may make as many calls as are allowed. Default: one. */
  readonly operations?: number;
}

const singleResponse: Delivery = { isSingle: true, subscribe: null };

/** Characters of a principal's key that identify it in logs. */
const fingerprintLength = 12;

/** Counts loads that cost no call of their own. */
const savedCounter =
  ({ metrics }: ContextParts, cost: RequestCost | null) =>
  (loads: number): void => {
    metrics.callsSaved.inc(loads);
    if (cost) cost.saved += loads;
  };

/** Lists calls by the time since now. */
function explainedTo({ calls }: RequestCost, clock: Clock): (call: MeteredCall) => void {
  const begunMs = clock.monotonicMs();
  return ({ startedMs, ...call }) => void calls.push({ ...call, startMs: Math.round(startedMs - begunMs) });
}

/** The ids of one caller. */
function callersOf({ knownCallers }: ContextParts, { quotaKey }: PrincipalKeys): GatewayContext['callers'] {
  if (knownCallers === null) return null;
  return { get: () => knownCallers.get(quotaKey) ?? null, set: (ids) => void knownCallers.set(quotaKey, ids) };
}

interface CallingParts {
  readonly keys: PrincipalKeys;
  readonly logger: Logger;
  readonly usage: CallUsage;
  readonly cost: RequestCost | null;
}

/** Makes the calls of one request. */
function callsOf(
  shared: ContextParts,
  request: RequestParts,
  { keys, logger, usage, cost }: CallingParts,
): CallOperation {
  const {
    isRouter,
    forwarded,
    signal,
    client = otherClient,
    trace = null,
    held,
    isLive = false,
    operations = 1,
  } = request;
  const { forRouter, forCallers } = shared.limits;
  const onCall = cost ? explainedTo(cost, shared.clock) : undefined;
  const onRefused = (): void => {
    shared.knownCallers?.delete(keys.quotaKey);
    shared.sharedReads?.forget(keys.principal);
  };
  const maxCalls = (isRouter ? forRouter : forCallers).maxUpstreamCalls * operations;
  const calls = { onRefused, usage, forwarded, signal, logger, maxCalls, onCall, client, trace, held, isLive };
  const session = shared.client.session({ ...calls, ...keys });
  return operationCalls({ session, writeSelect: shared.writeSelect, selectFallback: shared.refusedNames });
}

interface OwnCalls {
  readonly keys: PrincipalKeys;
  readonly call: CallOperation;
  onSaved(loads: number): void;
}

/** @returns how loaders read, and how actions are called */
function sharedCalls(
  { sharedReads }: ContextParts,
  { signal, isLive = false, held }: RequestParts,
  { keys, call, onSaved }: OwnCalls,
): { readonly read: CallOperation; readonly call: CallOperation } {
  if (!sharedReads) return { read: call, call };
  const onJoined = (operation: string): void => {
    held?.share(operation);
    onSaved(1);
  };
  return {
    read: sharedReads.readsOf({ ...keys, isLive, signal, onJoined }, call),
    call: sharedReads.actionsOf(keys, call),
  };
}

function budgetOf({ limits }: ContextParts, isRouter: boolean): GatewayContext['responseBudget'] {
  const { maxRepresentations } = isRouter ? limits.forRouter : limits.forCallers;
  return responseBudget(limits.maxAnswerRecords, maxRepresentations);
}

function loadersOf(
  { archive }: ContextParts,
  { trace }: RequestParts,
  options: Pick<LoadersOptions, 'call' | 'onSaved' | 'hasPlainDates'>,
): GatewayContext['loaders'] {
  return requestLoaders({ archive, startBatch: trace ? tracedBatches(trace) : undefined, ...options });
}

export function createContext(shared: ContextParts, request: RequestParts): GatewayContext {
  const { requestId, isRouter, isExplained, forwarded, address = null } = request;
  const { client = otherClient, trace = null, delivery = singleResponse } = request;
  const keys = shared.principalKeysOf(forwarded);
  const logger = shared.logger.child({ requestId, principal: keys.principal.slice(0, fingerprintLength) });
  const cost: RequestCost | null = isExplained ? { calls: [], saved: 0 } : null;
  const usage = { calls: 0, bytes: 0 };
  const ownCall = callsOf(shared, request, { keys, logger, usage, cost });
  const onSaved = savedCounter(shared, cost);
  const { read, call } = sharedCalls(shared, request, { keys, call: ownCall, onSaved });
  const hasPlainDates = forwarded.headers['so-timezone'] === undefined;
  return {
    requestId,
    isRouter,
    loaders: loadersOf(shared, request, { call: read, onSaved, hasPlainDates }),
    callers: callersOf(shared, keys),
    hasPlainDates,
    archive: shared.archive,
    hasPatch: shared.hasPatch,
    call,
    responseBudget: budgetOf(shared, isRouter),
    readContext: { nowMs: shared.clock.now(), ...shared.readContext },
    audit: shared.isAudited ? [] : null,
    caller: shared.isAudited ? callerName(forwarded, keys.quotaKey) : null,
    cost,
    usage,
    delivery,
    event: null,
    signal: request.signal,
    actions: { outcomes: shared.actionOutcomes, caller: keys.quotaKey },
    keyed: null,
    announce: shared.announce,
    address,
    client,
    trace,
    metrics: shared.metrics,
    logger,
  };
}
