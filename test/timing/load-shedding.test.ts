/** A process with a late event loop refuses operations at once; probes always get a response. */
import { setImmediate as nextTurn, setTimeout as delay } from 'node:timers/promises';
import { expect, it } from '@jest/globals';
import { authorization, gatewayOnEmulator } from '../support/query-gateway.js';

const query = '{ chatSession(id: 192) { id } }';

/** Blocks this process, and so the gateway in it, for 100 ms at a time. */
async function hogFor(durationMs: number): Promise<void> {
  const endMs = performance.now() + durationMs;
  while (performance.now() < endMs) {
    const pauseMs = performance.now() + 100;
    while (performance.now() < pauseMs);
    await nextTurn();
  }
}

it('refuses operations with 503 while the event loop is late, and recovers', async () => {
  await using gateway = await gatewayOnEmulator({}, { MAX_EVENT_LOOP_DELAY_MS: '40' });
  await hogFor(2_500);

  const refused = await gateway.query(query, {}, { authorization });
  expect([refused.status, refused.errors?.[0]?.extensions.code, refused.headers.get('retry-after')]).toEqual([
    503,
    'REQUEST_CONCURRENCY_LIMITED',
    '1',
  ]);
  expect(gateway.emulator.requests).toEqual([]);
  expect((await fetch(`${gateway.url}/live`)).status).toBe(200);
  expect(await (await fetch(`${gateway.url}/metrics`)).text()).toContain(
    'superoffice_chat_refusals_total{reason="event-loop"} 1',
  );

  let status = 503;
  for (let attempt = 0; attempt < 20 && status === 503; attempt += 1) {
    await delay(500);
    ({ status } = await gateway.query(query, {}, { authorization }));
  }
  expect(status).toBe(200);
});

it('refuses nothing because of its own start, which is one long turn of the event loop', async () => {
  await using gateway = await gatewayOnEmulator({}, { MAX_EVENT_LOOP_DELAY_MS: '40' });
  await hogFor(1_500);
  const { status, data } = await gateway.query(query, {}, { authorization });
  expect([status, data]).toEqual([200, { chatSession: { id: '192' } }]);
});
