/** A cached token and logins that fail at once: none of them is remembered for ever. */
import { expect, it } from '@jest/globals';
import { gatewayLogger } from '../../../src/observability/logger.js';
import { gatewayMetrics } from '../../../src/observability/metrics.js';
import { CachedToken } from '../../../src/superoffice/credentials/cached-token.js';
import type { LoginFlow, Token } from '../../../src/superoffice/credentials/token.js';

const token: Token = { headers: { authorization: 'SOTicket one' }, validForMs: null, isSliding: false };

it.each<readonly [string, () => Promise<Token>]>([
  ['rejects', () => Promise.reject(new Error('no login'))],
  [
    'throws',
    () => {
      throw new Error('no login');
    },
  ],
])('a login that %s is tried again after its pause', async (_how, fail) => {
  let [logins, nowMs] = [0, 0];
  const flow: LoginFlow = {
    kind: 'test',
    isRenewable: true,
    login: () => {
      logins += 1;
      return logins === 1 ? fail() : Promise.resolve(token);
    },
  };
  const logger = gatewayLogger({ level: 'silent', secretHeaders: [], stream: { write: () => undefined } });
  const tokens = new CachedToken(flow, { clock: { monotonicMs: () => nowMs }, logger, metrics: gatewayMetrics() });
  const { signal } = new AbortController();

  await expect(tokens.acquire(signal)).rejects.toThrow('no login');
  nowMs = 10;
  await expect(tokens.acquire(signal)).rejects.toThrow('no login');
  nowMs = 2_000;
  await expect(tokens.acquire(signal)).resolves.toMatchObject({ headers: token.headers });
  expect(logins).toBe(2);
});
