/**
 * From one HTTP request to what its resolvers see: credentials and languages to forward, a deadline, fresh loaders.
 * Nothing here waits, so that all loads of a request fall into one tick.
 */
import type { OperationLimits } from '../../config/gateway-config.js';
import type { GatewayContext, RequestCost } from '../../context.js';
import type { ReadContext } from '../../entities/read-context.js';
import { requestLoaders } from '../../loaders/request-loaders.js';
import { tracedBatches } from '../../observability/batch-trace.js';
import { otherClient } from '../../observability/client-label.js';
import type { Clock } from '../../base/clock.js';
import type { Logger } from '../../observability/logger.js';
import type { GatewayMetrics } from '../../observability/metrics.js';
import { requestTrace, type RequestTrace } from '../../observability/request-trace.js';
import { responseBudget } from '../../execution/response-budget.js';
import type { MadeCall } from '../../superoffice/attempt-report.js';
import type { HeldBytes } from '../../http/byte-budget.js';
import { callerName } from '../../superoffice/caller-name.js';
import type { SuperOfficeClient } from '../../superoffice/client.js';
import type { ForwardedHeaders } from '../../superoffice/forwarded-headers.js';
import type { AbortSignalLike } from '../../base/abort-signal.js';
import type { PrincipalKeys } from '../../superoffice/principal-key.js';
import { operationCalls } from '../../catalog/operation-calls.js';
import type { Projection } from '../../superoffice/projection.js';
import type { SelectFallback } from '../../superoffice/select-fallback.js';

/** What all requests share: nothing of it knows a caller. */
export interface SharedParts {
  readonly client: SuperOfficeClient;
  readonly writeSelect: (projection: Projection) => string;
  /** What this server is known not to take in `$select`. */
  readonly refusedNames?: SelectFallback;
  readonly principalKeysOf: (forwarded: ForwardedHeaders) => PrincipalKeys;
  /** All but the instant, which is the request's own. */
  readonly readContext: Omit<ReadContext, 'nowMs'>;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly metrics: GatewayMetrics;
  readonly limits: Pick<OperationLimits, 'ofCaller' | 'ofRouter' | 'maxAnswerRecords'>;
  /** Whether what is read is kept until the answer, for the audit log. */
  readonly isAudited: boolean;
}

/** What a context is made of: of the client it needs sessions only. */
export type ContextParts = Omit<SharedParts, 'client'> & { readonly client: Pick<SuperOfficeClient, 'session'> };

/** What one request brings. */
export interface RequestParts {
  readonly requestId: string;
  readonly isRouter: boolean;
  /** The caller wants to know what the answer cost. */
  readonly isExplained: boolean;
  readonly forwarded: ForwardedHeaders;
  /** What it holds of responses; default: it is not counted. */
  readonly held?: HeldBytes;
  /** Aborts at the operation's deadline, and when the client leaves. */
  readonly signal: AbortSignalLike;
  /** For which client it is counted; default: other. */
  readonly client?: string;
  /** The client's; default: it is not logged. */
  readonly address?: string | null;
  /** Default: it begins a trace. */
  readonly trace?: RequestTrace;
}

/** Characters of a principal's key that name it in logs. */
const fingerprintLength = 12;

export function createContext(shared: ContextParts, request: RequestParts): GatewayContext {
  const { requestId, isRouter, isExplained, forwarded, signal, address = null } = request;
  const { client = otherClient, trace = requestTrace({}) } = request;
  const keys = shared.principalKeysOf(forwarded);
  const logger = shared.logger.child({ requestId, principal: keys.principal.slice(0, fingerprintLength) });
  const cost: RequestCost | null = isExplained ? { calls: [], saved: 0 } : null;
  const onCall = cost ? (call: MadeCall): void => void cost.calls.push(call) : undefined;
  const { maxAnswerRecords, ofRouter, ofCaller } = shared.limits;
  const { maxUpstreamCalls: maxCalls, maxRepresentations } = isRouter ? ofRouter : ofCaller;
  const usage = { calls: 0, bytes: 0 };
  const calls = { usage, forwarded, signal, logger, maxCalls, onCall, client, trace, held: request.held };
  const session = shared.client.session({ ...calls, ...keys });
  const countSaved = (loads: number): void => {
    shared.metrics.callsSaved.inc(loads);
    if (cost) cost.saved += loads;
  };
  const call = operationCalls({ session, writeSelect: shared.writeSelect, names: shared.refusedNames });
  return {
    requestId,
    isRouter,
    loaders: requestLoaders(call, countSaved, tracedBatches(trace)),
    call,
    responseBudget: responseBudget(maxAnswerRecords, maxRepresentations),
    readContext: { nowMs: shared.clock.now(), ...shared.readContext },
    audit: shared.isAudited ? [] : null,
    caller: shared.isAudited ? callerName(forwarded, keys.quotaKey) : null,
    cost,
    usage,
    address,
    client,
    trace,
    logger,
  };
}
