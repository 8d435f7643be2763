/** Limits of calls that all replicas share: per second of a tenant, and per minute of a caller. */
import { hash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Clock } from '../base/clock.js';
import { randomId } from '../base/randomness.js';
import type { UsageExchange } from '../http/calls-per-minute.js';
import type { PermitSource } from '../http/shared-permits.js';
import type { RedisConnection } from './connection.js';

const windowMs = 1_000;

/**
 * Grants permits so that no window of a second has more than the limit, by Redis's clock.
 * KEYS: the times of calls. ARGV: limit, wanted, a unique name, then how long ago calls without permits were sent.
 */
const takeScript = `
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
for index = 4, #ARGV do redis.call('ZADD', KEYS[1], now - ARGV[index], ARGV[3] .. '-' .. index) end
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now - ${windowMs})
local free = ARGV[1] - redis.call('ZCARD', KEYS[1])
local granted = math.max(0, math.min(ARGV[2], free))
for index = 1, granted do redis.call('ZADD', KEYS[1], now, ARGV[3] .. ':' .. index) end
redis.call('PEXPIRE', KEYS[1], ${2 * windowMs})
if granted > 0 then return { granted, 0 } end
local oldest = redis.call('ZRANGE', KEYS[1], 0, 0, 'WITHSCORES')
return { 0, oldest[2] + ${windowMs} - now }`;

/** How soon a failed request is repeated; meanwhile the connection notices that Redis is away. */
const failedWaitMs = 50;

export class SharedRate implements PermitSource {
  constructor(
    private readonly redis: RedisConnection,
    private readonly tenant: string,
    private readonly limit: { readonly maxPerSecond: number; readonly share: number },
  ) {}

  get share(): number {
    return this.limit.share;
  }

  get isAvailable(): boolean {
    return this.redis.isAvailable;
  }

  async take(wanted: number, sentAgoMs: readonly number[]) {
    const ago = sentAgoMs.map((ms) => String(Math.floor(ms)));
    const args = [String(this.limit.maxPerSecond), String(wanted), randomId(), ...ago];
    const keys = [this.redis.key('rate', this.tenant)];
    try {
      const reply = await this.redis.run((client) => client.eval(takeScript, { keys, arguments: args }));
      const [granted = 0, waitMs = failedWaitMs] = Array.isArray(reply) ? reply.map(Number) : [];
      return { granted, waitMs };
    } catch {
      return { granted: 0, waitMs: failedWaitMs };
    }
  }
}

/** Callers whose counts are kept, so that only what others have added is taken off. */
const maxCallers = 10_000;

const minuteMs = 60_000;

/** The counts of this replica and of all, in one minute. */
interface Counted {
  readonly own: number;
  readonly others: number;
}

export class SharedUsage implements UsageExchange {
  readonly #counted = new LRUCache<string, Counted>({ max: maxCallers });

  constructor(
    private readonly redis: RedisConnection,
    private readonly tenant: string,
    private readonly options: { readonly share: number; readonly clock: Pick<Clock, 'now'> },
  ) {}

  get share(): number {
    return this.options.share;
  }

  get isAvailable(): boolean {
    return this.redis.isAvailable;
  }

  async exchange(calls: ReadonlyMap<string, number>): Promise<ReadonlyMap<string, number>> {
    const minute = String(Math.floor(this.options.clock.now() / minuteMs));
    const names = new Map(
      [...calls].map(([caller, count]) => [this.#keyOf(caller, minute), { caller, count }] as const),
    );
    try {
      const totals = await this.redis.run((client) => {
        const batch = client.multi();
        for (const [key, { count }] of names) batch.incrBy(key, count).expire(key, 120);
        return batch.exec();
      });
      const sums = totals.filter((_reply, index) => index % 2 === 0).map(Number);
      return new Map(
        [...names].map(([key, { caller, count }], index) => [caller, this.#added(key, count, sums[index])]),
      );
    } catch {
      return new Map();
    }
  }

  /** What other replicas have added since the last time. */
  #added(key: string, count: number, total = 0): number {
    const { own, others } = this.#counted.get(key) ?? { own: 0, others: 0 };
    const othersNow = total - own - count;
    this.#counted.set(key, { own: own + count, others: othersNow });
    return Math.max(0, othersNow - others);
  }

  /** The key of a caller is not stored: only a hash of it, which belongs to one minute. */
  #keyOf(caller: string, minute: string): string {
    const name = hash('sha256', `${this.tenant} ${caller} ${minute}`, 'base64url');
    return this.redis.key('minute', name);
  }
}
