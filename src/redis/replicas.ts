/** What this replica shares with the others of the same gateway, by Redis. */
import type { Clock } from '../base/clock.js';
import type { RedisConfig } from '../config/redis-config.js';
import type { OutcomeStore } from '../execution/shared-outcomes.js';
import type { Logger } from '../observability/logger.js';
import type { SharedLimits } from '../superoffice/client.js';
import { RedisConnection } from './connection.js';
import { RedisOutcomes } from './outcome-store.js';
import { SharedRate, SharedUsage } from './shared-limits.js';

/** What the replicas share of one tenant. */
export interface TenantShare {
  readonly limits: SharedLimits;
  readonly outcomes: OutcomeStore;
  /** Whether this replica does something that only one has to do, for so long. While Redis is away, each does it. */
  claim(name: string, seconds: number): Promise<boolean>;
}

export interface Replicas extends Disposable {
  readonly redis: RedisConnection;
  /** @param tenant its identity @param maxPerSecond its limit of calls */
  ofTenant(tenant: string, maxPerSecond: number): TenantShare;
}

interface ReplicaOptions {
  readonly config: RedisConfig;
  /** The key of callers, which all replicas have. */
  readonly secret: string;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** Resolves also where Redis is away. */
export async function openReplicas({ config, secret, clock, logger }: ReplicaOptions): Promise<Replicas> {
  const redis = await RedisConnection.open({ config, logger });
  const share = 1 / config.replicas;
  return {
    redis,
    ofTenant: (tenant, maxPerSecond) => ({
      limits: {
        permits: new SharedRate(redis, tenant, { maxPerSecond, share }),
        usage: new SharedUsage(redis, tenant, { share, clock }),
      },
      outcomes: new RedisOutcomes(redis, tenant, secret),
      claim: async (name, seconds) => {
        const options = { condition: 'NX', expiration: { type: 'EX', value: seconds } } as const;
        const claimed = redis.run((client) => client.set(redis.key('claim', tenant, name), '1', options));
        return (await claimed.catch(() => 'OK')) === 'OK';
      },
    }),
    [Symbol.dispose]: () => redis[Symbol.dispose](),
  };
}
