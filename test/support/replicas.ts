/** Several replicas of one gateway, on one emulator and one Redis. */
import { startEmulator, type Emulator, type EmulatorOptions } from '../../src/emulator/index.js';
import { liveSettings, registerWebhook } from './live-gateway.js';
import { gatewayAt, type RunningGateway } from './query-gateway.js';

export interface Replicas extends AsyncDisposable {
  readonly emulator: Emulator;
  readonly gateways: readonly RunningGateway[];
  /** SuperOffice's webhook leads to this replica. */
  readonly first: RunningGateway;
}

export const replicaSettings = (redisUrl: string, count: number): Readonly<Record<string, string>> => ({
  REDIS_URL: redisUrl,
  REPLICAS: String(count),
  PRINCIPAL_KEY: 'the-key-of-callers-of-all-replicas',
});

interface ReplicaOptions {
  readonly redisUrl: string;
  readonly count: number;
  readonly settings?: Readonly<Record<string, string>>;
  /** Of the first replica. */
  readonly ofFirst?: Readonly<Record<string, string>>;
  readonly emulator?: EmulatorOptions;
}

export async function replicasOn(options: ReplicaOptions): Promise<Replicas> {
  const { redisUrl, count, settings = {}, ofFirst = {} } = options;
  const emulator = await startEmulator(options.emulator);
  const all = { ...liveSettings, LIVE_SOURCE: 'auto', ...replicaSettings(redisUrl, count), ...settings };
  const ofReplica = (index: number) => ({ ...all, ...(index === 0 && ofFirst) });
  const gateways = await Promise.all(
    Array.from({ length: count }, (_, index) => gatewayAt(emulator.url, ofReplica(index))),
  );
  const [first] = gateways;
  if (first === undefined) throw new TypeError('at least one replica is needed');
  await registerWebhook(emulator.url, first.url);
  emulator.clearLog();
  return {
    ...{ emulator, gateways, first },
    [Symbol.asyncDispose]: async () => {
      await Promise.all(gateways.map((gateway) => gateway[Symbol.asyncDispose]()));
      await emulator.close();
    },
  };
}

/** Where each replica learns of changes. */
export const sourcesOf = ({ gateways }: Replicas): Promise<readonly string[]> =>
  Promise.all(
    gateways.map(async ({ url }) => {
      const response = await fetch(`${url}/ready?deep=1`);
      const { live } = (await response.json()) as { readonly live: { readonly source: string } }; // the gateway's own report
      return live.source;
    }),
  );
