/** Connects the streams of all tenants with the signals of other replicas. */
import type { Clock } from '../../base/clock.js';
import type { Replicas } from '../../redis/replicas.js';
import { SignalStreams } from '../../redis/signal-streams.js';
import type { SignalBus } from '../../signals/signal.js';
import type { LiveGateway } from '../streams/live-gateway.js';
import type { Tenants } from './tenants.js';

/** Tenants with subscriptions, by their identity in signals. */
const liveTenants = ({ byName }: Tenants): ReadonlyMap<string, LiveGateway> =>
  new Map([...byName.values()].flatMap(({ identity, live }) => (live === null ? [] : [[identity, live] as const])));

export function connectSignals(
  tenants: Tenants,
  { redis }: Replicas,
  { bus, clock }: { readonly bus: SignalBus; readonly clock: Clock },
): Disposable {
  const live = liveTenants(tenants);
  const streams = new SignalStreams({
    redis,
    tenants: [...live.keys()],
    clock,
    onSignal: (signal) => {
      if (signal.origin === 'webhook') live.get(signal.tenant)?.noteWebhook();
      bus.deliver(signal);
    },
    onConnected: (isConnected) => {
      for (const { noteConnected } of live.values()) noteConnected(isConnected);
    },
    onGap: (tenant) => live.get(tenant)?.hub.moveAll(),
  });
  bus.carrier = streams;
  return streams;
}
