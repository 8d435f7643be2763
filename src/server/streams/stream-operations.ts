/** Opens the stream of an admitted subscription: each event is executed by itself, with its own context, limits and clock. */
import type { FormattedExecutionResult } from 'graphql';
import type { Clock } from '../../base/clock.js';
import type { GatewayConfig } from '../../config/gateway-config.js';
import type { AdmittedSubscription, GatewayContext } from '../../context.js';
import { GatewayError } from '../../errors/gateway-error.js';
import { responseBudget } from '../../execution/response-budget.js';
import type { EventResult, LiveStream, StreamEnd, StreamOperation } from '../../live/live-stream.js';
import type { Round } from '../../live/round.js';
import type { StreamEvent } from '../../live/stream-event.js';
import type { Logger } from '../../observability/logger.js';
import { plainError, withRequestId } from '../graphql/format-error.js';
import { OperationRun, type OperationRules } from '../graphql/pipeline.js';
import { maxNameLength } from '../graphql/operation-log.js';
import type { Client, RequestContexts } from '../graphql/request-context.js';
import type { ServedTenant } from '../tenants/served-tenant.js';

export type Transport = 'sse' | 'multipart' | 'websocket';

export interface StreamParts {
  readonly config: GatewayConfig;
  readonly rules: OperationRules;
  readonly contexts: RequestContexts;
  readonly clock: Clock;
}

export interface OpenedBy {
  readonly client: Client;
  readonly subscription: AdmittedSubscription;
  readonly transport: Transport;
  /** Whether an error informs the client that the stream ends; otherwise the connection is closed. */
  readonly announcesEnd: boolean;
  onEnd?(end: StreamEnd): void;
}

export type OpenStream = (opened: OpenedBy) => LiveStream;

/** An error instead of an event. */
function failureOf(error: unknown, requestId: string): FormattedExecutionResult {
  const { code, publicMessage } =
    error instanceof GatewayError ? error : { code: 'INTERNAL_SERVER_ERROR' as const, publicMessage: undefined };
  return { data: null, errors: [withRequestId(plainError(code, publicMessage), requestId)] };
}

/** One subscription of one client. */
class OpenedStream implements StreamOperation {
  readonly #startedMs: number;
  readonly #totals = { events: 0, unchanged: 0, calls: 0 };
  #logger: Logger | null = null;

  constructor(
    private readonly parts: StreamParts,
    private readonly opened: OpenedBy,
    private readonly tenant: ServedTenant,
  ) {
    this.#startedMs = parts.clock.monotonicMs();
  }

  newRound(streams: number): Round {
    return this.parts.contexts.newRound(this.opened.client, streams);
  }

  failure(error: unknown): FormattedExecutionResult {
    return failureOf(error, this.opened.client.requestId);
  }

  async execute(event: StreamEvent, round: Round): Promise<EventResult> {
    const { client, subscription } = this.opened;
    const { plan, variableValues } = subscription;
    const callsBefore = round.context.usage.calls;
    const contextValue = this.#contextOf(event, round);
    const header = (name: string): string | undefined => client.headers[name]?.toString();
    const run = new OperationRun(this.parts.rules, { contextValue, header });
    run.name(plan.node);
    const result = run.finishEvent(await run.execute(plan, variableValues), subscription);
    this.#totals.calls += round.context.usage.calls - callsBefore;
    return result;
  }

  onEvent(outcome: 'sent' | 'unchanged' | 'failed', delayMs: number | null): void {
    const { metrics } = this.tenant.shared;
    metrics.streamEvents.inc({ outcome });
    if (delayMs !== null) metrics.streamDelay.observe(delayMs / 1000);
    if (outcome === 'sent') this.#totals.events += 1;
    if (outcome === 'unchanged') this.#totals.unchanged += 1;
  }

  begin(): void {
    const { metrics, logger } = this.tenant.shared;
    const { transport, subscription } = this.opened;
    metrics.streams.inc({ transport });
    const fields = [...subscription.plan.rootNames()];
    logger.info({ event: 'stream-start', ...this.#logFields(), fields }, 'a stream has begun');
  }

  end(reason: StreamEnd): void {
    const { metrics, logger, clock } = this.tenant.shared;
    metrics.streams.dec({ transport: this.opened.transport });
    const durationMs = Math.round(clock.monotonicMs() - this.#startedMs);
    const record = { event: 'stream-end', ...this.#logFields(), reason, ...this.#totals, durationMs };
    logger.info(record, 'a stream has ended');
    this.opened.onEnd?.(reason);
  }

  /** The loaders are those of the round; everything else is of this event. */
  #contextOf(event: StreamEvent, { context }: Round): GatewayContext {
    const { forCallers, forRouter, maxAnswerRecords } = this.parts.config.limits;
    const { maxRepresentations } = context.isRouter ? forRouter : forCallers;
    const { requestId } = this.opened.client;
    const { queryHash: document } = this.opened.subscription;
    this.#logger ??= context.logger.child({ requestId, document });
    return {
      ...context,
      requestId,
      logger: this.#logger,
      responseBudget: responseBudget(maxAnswerRecords, maxRepresentations),
      audit: context.audit && [],
      event,
    };
  }

  #logFields() {
    const { client, transport, subscription } = this.opened;
    const address = this.parts.config.logClientAddress ? client.address : undefined; // the log omits undefined
    const operationName = subscription.operationName?.slice(0, maxNameLength);
    return { requestId: client.requestId, document: subscription.queryHash, operationName, transport, address };
  }
}

/** @returns opens a stream; throws {StreamLimitError} when there are too many */
export function streamOpener(parts: StreamParts): OpenStream {
  const { contexts, clock } = parts;
  return (opened) => {
    const { client, announcesEnd } = opened;
    const { expiresAtMs = null } = client.caller ?? {};
    const expiresInMs = expiresAtMs === null ? null : Math.max(0, expiresAtMs - clock.now());
    const tenant = contexts.tenantOf(client);
    if (tenant.live === null) throw new TypeError('there are no subscriptions');
    const operation = new OpenedStream(parts, opened, tenant);
    const stream = tenant.live.hub.open(
      { ...contexts.keysOf(client), expiresInMs },
      { operation, announcesEnd, onEnd: (reason) => operation.end(reason) },
    );
    operation.begin();
    return stream;
  };
}
