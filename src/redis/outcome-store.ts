/** Outcomes of idempotency keys in Redis: hashes of callers and keys, ids and codes. */
import { createHmac } from 'node:crypto';
import type { OutcomeStore } from '../execution/shared-outcomes.js';
import type { RedisConnection } from './connection.js';

const keptSeconds = 600;

/** Stores the second text where the first is stored; '' means that nothing is. Returns what was stored. */
const swapScript = `
local found = redis.call('GET', KEYS[1]) or ''
if found == ARGV[1] then
  redis.call('SET', KEYS[1], ARGV[2], 'EX', ${keptSeconds})
  return ''
end
return found`;

export class RedisOutcomes implements OutcomeStore {
  /** @param tenant a part of each key @param secret of all replicas */
  constructor(
    private readonly redis: RedisConnection,
    private readonly tenant: string,
    private readonly secret: string,
  ) {}

  blind(text: string): string {
    return createHmac('sha256', this.secret).update(text).digest('base64url');
  }

  get isAvailable(): boolean {
    return this.redis.isAvailable;
  }

  async swap(key: string, expected: string | null, next: string): Promise<string | null> {
    const call = { keys: [this.#keyOf(key)], arguments: [expected ?? '', next] };
    const found = await this.redis.run((client) => client.eval(swapScript, call)).catch(() => '');
    return typeof found === 'string' && found !== '' ? found : null;
  }

  async write(key: string, text: string | null): Promise<void> {
    const name = this.#keyOf(key);
    const expiration = { type: 'EX', value: keptSeconds } as const;
    const written = this.redis.run(async (client): Promise<unknown> =>
      text === null ? client.del(name) : client.set(name, text, { expiration }),
    );
    await written.catch(() => undefined); // this replica knows it; the others act as if the key were new
  }

  #keyOf(key: string): string {
    return this.redis.key('action', this.tenant, this.blind(key));
  }
}
