/** A replica as it ships: the command line from dist/, with a real Redis. */
import { expect, it } from '@jest/globals';
import { startEmulator } from '../../src/emulator/index.js';
import { commandLine } from '../support/command-line.js';
import { redisServer } from '../support/redis-server.js';
import { replicaSettings } from '../support/replicas.js';

const isAvailable = async (url: string): Promise<string | undefined> =>
  /^superoffice_chat_redis_available (\d)$/m.exec(await (await fetch(`${url}/metrics`)).text())?.[1];

it('uses its Redis, and ends with 0 while it is connected', async () => {
  await using redis = await redisServer();
  await using emulator = await startEmulator();
  const settings = { ...replicaSettings(redis.url, 2), SUPEROFFICE_URL: emulator.url, SUBSCRIPTIONS: 'true' };
  await using gateway = commandLine(['serve'], { ...settings, HOST: '127.0.0.1', PORT: '0', LOG_FORMAT: 'json' });
  const [, url = ''] = await gateway.printed(/"url":"(http:\/\/[^/"]+)/);

  expect(await isAvailable(url)).toBe('1');
  expect(await redis.content()).toContain('superoffice-chat:era');
  gateway.signal('SIGTERM');
  expect(await gateway.ended).toBe(0);
});
