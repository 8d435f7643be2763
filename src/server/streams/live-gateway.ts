/** Assembles live updates: the hub of streams, its sources of signals, and their end. */
import type { FastifyInstance } from 'fastify';
import type { Clock } from '../../base/clock.js';
import { randomFraction } from '../../base/randomness.js';
import type { LiveConfig } from '../../config/live-config.js';
import { LiveHub } from '../../live/live-hub.js';
import type { Logger } from '../../observability/logger.js';
import type { GatewayMetrics } from '../../observability/metrics.js';
import type { SignalBus } from '../../signals/signal.js';
import { SourceHealth } from '../../signals/source-health.js';
import type { LiveParts } from './stream-routes.js';
import { registerWebhookRoute } from './webhook-route.js';
import type { WebSockets } from './websocket.js';

export interface LiveOptions {
  readonly config: LiveConfig;
  /** Identifies the tenant in keys. */
  readonly tenant: string;
  readonly bus: SignalBus;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly metrics: GatewayMetrics;
}

export interface LiveGateway extends LiveParts, Disposable {
  /** 'polling' while webhooks are lost or not configured. */
  readonly source: () => 'webhooks' | 'polling';
  /** Ends all streams evenly within this time. */
  drain(withinMs: number): Promise<void>;
}

/** Rounds of reads at once. */
const maxRounds = 32;

function observedHealth({ config, clock, logger, metrics }: LiveOptions, onChange: () => void): SourceHealth {
  const health = new SourceHealth({ source: config.source, canReceive: config.webhook !== null, clock });
  const show = (source: 'webhooks' | 'polling'): void => {
    metrics.liveSource.set({ source: 'webhooks' }, source === 'webhooks' ? 1 : 0);
    metrics.liveSource.set({ source: 'polling' }, source === 'polling' ? 1 : 0);
  };
  show(health.isPolling ? 'polling' : 'webhooks');
  health.onChange = (source) => {
    show(source);
    onChange();
    if (source === 'polling') logger.warn({ event: 'live-source', source }, 'Webhooks are lost: the gateway polls');
    else logger.info({ event: 'live-source', source }, 'Webhooks arrive: the gateway stops polling');
  };
  return health;
}

export function liveGateway(options: LiveOptions): LiveGateway {
  const { config, tenant, bus, clock, logger, metrics } = options;
  const health = observedHealth(options, () => hub.moveAll());
  const hub: LiveHub = new LiveHub({
    limits: config,
    tenant,
    bus,
    health,
    clock,
    random: randomFraction,
    maxRounds,
    onSignal: ({ origin, kind }, { reading, spared }) => {
      metrics.signals.inc({ origin, kind });
      metrics.signalReads.inc({ outcome: 'reading' }, reading);
      metrics.signalReads.inc({ outcome: 'spared' }, spared);
    },
    onMissed: () => metrics.missedChanges.inc(),
  });
  let sockets: WebSockets | null = null;
  return {
    hub,
    onSockets: (opened) => (sockets = opened),
    registerWebhook: async (server: FastifyInstance) => {
      if (config.webhook)
        await registerWebhookRoute(server, { config: config.webhook, tenant, bus, health, clock, logger, metrics });
    },
    source: () => (health.isPolling ? 'polling' : 'webhooks'),
    drain: async (withinMs) => {
      await hub.drain(withinMs);
      sockets?.close();
    },
    [Symbol.dispose]: () => hub[Symbol.dispose](),
  };
}
