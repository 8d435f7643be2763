/** Assembles the live updates of one tenant: the hub of streams, and its sources of signals. */
import type { Clock } from '../../base/clock.js';
import type { LimitPart } from '../../base/shared-limit.js';
import { randomFraction } from '../../base/randomness.js';
import type { LiveConfig } from '../../config/live-config.js';
import { LiveHub } from '../../live/live-hub.js';
import type { Logger } from '../../observability/logger.js';
import type { GatewayMetrics } from '../../observability/metrics.js';
import type { SignalBus } from '../../signals/signal.js';
import { SourceHealth, type SourceReport } from '../../signals/source-health.js';
import type { WebhookParts } from './webhook-route.js';

export interface LiveOptions {
  readonly config: LiveConfig;
  /** Identifies the tenant in keys. */
  readonly tenant: string;
  /** Its places for streams. */
  readonly streams: LimitPart;
  readonly bus: SignalBus;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly metrics: GatewayMetrics;
}

export interface LiveGateway {
  readonly hub: LiveHub;
  /** null: no webhook is accepted. */
  readonly webhook: WebhookParts | null;
  /** `polling` while webhooks are lost or not configured. */
  report(): SourceReport;
  /** Whether signals of other replicas arrive. */
  noteConnected(isConnected: boolean): void;
  /** SuperOffice has switched the webhook off. */
  noteOff(): void;
  /** A webhook has arrived at another replica. */
  noteWebhook(): void;
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
    if (source === 'polling')
      logger.warn({ event: 'live-source', source }, 'Signals of changes are lost: the gateway polls');
    else logger.info({ event: 'live-source', source }, 'Signals of changes arrive: the gateway stops polling');
  };
  return health;
}

export function liveGateway(options: LiveOptions): LiveGateway {
  const { config, tenant, streams, bus, clock, logger, metrics } = options;
  const health = observedHealth(options, () => hub.moveAll());
  const hub: LiveHub = new LiveHub({
    limits: config,
    streams,
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
  const { webhook } = config;
  return {
    hub,
    webhook: webhook && { config: webhook, tenant, bus, health, clock, logger, metrics },
    report: () => health.report(),
    noteConnected: (isConnected) => health.noteConnected(isConnected),
    noteOff: () => health.noteOff(),
    noteWebhook: () => health.noteWebhook(),
  };
}
