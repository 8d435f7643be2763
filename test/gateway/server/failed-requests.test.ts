/** A request in which the server itself fails: 500 without a reason, and one log line for the operator. */
import Fastify from 'fastify';
import { describe, expect, it } from '@jest/globals';
import { systemClock } from '../../../src/base/clock.js';
import { gatewayLogger } from '../../../src/observability/logger.js';
import { registerErrorResponses } from '../../../src/server/http/http-errors.js';
import { logRefusals } from '../../../src/server/http/refusal-log.js';
import { comesTrue } from '../../support/eventually.js';

describe('a request in which the server fails', () => {
  it.each([
    ['an error with a code', Object.assign(new Error('secret words'), { code: 'ENOMEM' }), 'ENOMEM'],
    ['an error without one', new Error('secret words'), undefined],
  ])('of %s has the response 500, and is logged once, at error, with the code alone', async (_what, error, detail) => {
    const lines: string[] = [];
    const logger = gatewayLogger({ level: 'info', secretHeaders: [], stream: { write: (line) => lines.push(line) } });
    const server = Fastify();
    registerErrorResponses(server);
    logRefusals(server, { logger, clock: systemClock, config: { logClientAddress: false } });
    server.post('/graphql', () => Promise.reject(error));
    const url = await server.listen({ port: 0, host: '127.0.0.1' });
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    });
    const text = await response.text();
    expect([response.status, JSON.parse(text).errors[0].extensions.code]).toEqual([500, 'INTERNAL_SERVER_ERROR']);
    expect(await comesTrue(() => lines.length > 0)).toBe(true);
    await server.close();
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([{ level: 50, event: 'http-error', status: 500 }]);
    expect(JSON.parse(lines[0] ?? '{}').detail).toBe(detail);
    expect(text + lines.join('')).not.toContain('secret words');
  });
});
