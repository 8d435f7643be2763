/** U45: many large responses at once: calls wait for memory or fail, and the process goes on. */
import { describe, expect, it } from '@jest/globals';
import { comesTrue } from '../support/eventually.js';
import { commandLine, urlOf } from '../support/command-line.js';
import { calm, repeated } from '../support/facing-clients.js';
import { authorization, gatewayAt, queryAt } from '../support/query-gateway.js';
import { answerJson, startUpstream, type UpstreamServer } from '../support/upstream-servers.js';

interface LargeUpstream {
  readonly upstream: UpstreamServer;
  /** The most requests at once without a response yet. */
  mostAtOnce(): number;
}

async function largeUpstream(chars: number): Promise<LargeUpstream> {
  const name = 'x'.repeat(chars);
  let [open, most] = [0, 0];
  const upstream = await startUpstream((response, { url = '' }) => {
    most = Math.max(most, (open += 1));
    setTimeout(() => {
      open -= 1;
      const id = Number(/EntityId=(\d+)/.exec(url)?.[1]);
      answerJson(response, { ChatSessionId: id, Status: 'Closed', CustomerName: id === 192 ? 'short' : name });
    }, 20);
  });
  return { upstream, mostAtOnce: () => most };
}

const settings = { ...calm, MAX_RESPONSE_BYTES: '1048576', MAX_HELD_BYTES: '1048576' };
const one = (id: number): string => `{ chatSession(id: ${id}) { customerName } }`;

async function heldAt(url: string): Promise<string | undefined> {
  const text = await (await fetch(`${url}/metrics`)).text();
  return /^superoffice_chat_held_bytes (\S+)$/m.exec(text)?.[1];
}

describe('U45 large responses', () => {
  it('U45 of many requests: they wait for memory, and all succeed', async () => {
    const large = await largeUpstream(300_000);
    await using upstream = large.upstream;
    await using gateway = await gatewayAt(upstream.url, settings);
    await gateway.query(one(1)); // the gateway records their size

    const responses = await Promise.all(Array.from({ length: 20 }, (_, n) => gateway.query(one(n + 2))));

    expect(responses.map(({ data }) => data?.chatSession.customerName.length)).toEqual(responses.map(() => 300_000));
    expect(upstream.requests).toHaveLength(21);
    expect(large.mostAtOnce()).toBe(3);
    expect(await heldAt(gateway.url)).toBe('0');
  });

  it('U45 of one operation: calls beyond the memory limit fail and are not sent', async () => {
    const large = await largeUpstream(300_000);
    await using upstream = large.upstream;
    await using gateway = await gatewayAt(upstream.url, settings);
    await gateway.query(one(1));

    const { data, errors = [] } = await gateway.query(
      `{ ${repeated(12, (n) => `a${n}: ${one(n + 2).slice(1, -1)}`)} }`,
    );

    const sessions = Object.values(data ?? {}).filter((session) => session !== null);
    expect(sessions).toHaveLength(4); // 1.25 MB
    expect(errors).toHaveLength(8);
    const [message] = new Set(errors.map((error) => error.message));
    expect(message).toContain('no memory for more responses');
    expect(new Set(errors.map(({ extensions }) => extensions.code))).toEqual(new Set(['UPSTREAM_UNAVAILABLE']));
    expect(upstream.requests.length).toBeLessThanOrEqual(6);
    const metrics = await (await fetch(`${gateway.url}/metrics`)).text();
    expect(metrics).toMatch(/^superoffice_chat_call_refusals_total\{reason="memory"\} [1-8]$/m);
    expect(await gateway.query(one(192))).toMatchObject({ data: { chatSession: { customerName: 'short' } } });
  });

  it('U45 larger than those before: fail past the limit, and wait for memory afterwards', async () => {
    const large = await largeUpstream(700_000);
    await using upstream = large.upstream;
    await using gateway = await gatewayAt(upstream.url, settings);
    for (let count = 0; count < 30; count += 1) await gateway.query(one(192));

    const first = await Promise.all(Array.from({ length: 10 }, (_, n) => gateway.query(one(n + 2))));
    const failed = first.filter(({ errors }) => errors !== undefined);
    expect(failed.length).toBeGreaterThan(0);
    expect(failed.length).toBeLessThan(10);
    const second = await Promise.all(Array.from({ length: 10 }, (_, n) => gateway.query(one(n + 2))));
    expect(second.filter(({ errors }) => errors !== undefined)).toEqual([]);
    expect(await gateway.query(one(192))).toMatchObject({ data: { chatSession: { customerName: 'short' } } });
  });

  it('U45 in a small heap: the process goes on', async () => {
    const large = await largeUpstream(4_000_000);
    await using upstream = large.upstream;
    const heap = ['--max-old-space-size=96', '--max-semi-space-size=8'];
    const environment = { PORT: '0', HOST: '127.0.0.1', SUPEROFFICE_URL: upstream.url, MAX_EVENT_LOOP_DELAY_MS: '0' };
    await using gateway = commandLine(['serve'], environment, heap);
    const url = await urlOf(gateway);
    const sessions = `{ ${repeated(40, (n) => `a${n}: ${one(n + 2).slice(1, -1)}`)} }`;

    const responses = await Promise.all(
      Array.from({ length: 3 }, () => queryAt(url, { query: sessions }, { authorization })),
    );

    expect(responses.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(await comesTrue(() => gateway.isRunning(), 100)).toBe(true);
    const { data } = await queryAt(url, { query: one(192) }, { authorization });
    expect(data).toEqual({ chatSession: { customerName: 'short' } });
  });
});
