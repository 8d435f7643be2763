/** `doctor --webhooks` as a process, which an emulator sends webhooks. */
import { createServer } from 'node:net';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, describe, expect, it } from '@jest/globals';
import { startEmulator, type Emulator } from '../../src/emulator/index.js';
import { commandLine } from '../support/command-line.js';
import { files } from '../support/own-gateway.js';
import { authorization } from '../support/query-gateway.js';

const folder = files();
afterAll(() => folder[Symbol.dispose]());
const credentials = folder.write('credentials', `${authorization}\n`);

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  return typeof address === 'object' && address ? address.port : 0;
}

interface Finding {
  readonly topic: string;
  readonly seen: string;
}

/** @param chat while the webhook is registered @returns what was seen, by topic */
async function watch(emulator: Emulator, chat: () => Promise<void>) {
  const port = String(await freePort());
  const url = `http://127.0.0.1:${port}/doctor/`;
  const args = ['doctor', '--credentials', credentials, '--webhooks', url, '--listen', port, '--yes', '--json'];
  await using command = commandLine(args, { SUPEROFFICE_URL: emulator.url, HOST: '127.0.0.1' });
  await command.printed(/The webhook is registered\. Chat for 5 minutes/, 'stderr');
  expect(emulator.webhooks()).toHaveLength(1);
  await chat();
  command.signal('SIGINT');
  const code = await command.ended;
  expect(emulator.webhooks()).toEqual([]);
  const { findings }: { readonly findings: readonly Finding[] } = JSON.parse(command.stdout());
  expect(command.stdout() + command.stderr()).not.toMatch(/Ada|Kari|what does it cost|thanks/);
  return { code, seen: Object.fromEntries(findings.map(({ topic, seen }) => [topic, seen])) };
}

/** Longer than a change and its webhook are seen apart. */
const [settled, quiet] = [2_500, 7_000];

describe('doctor --webhooks', () => {
  it('reports which webhooks come and what they say, and deletes its own', async () => {
    await using emulator = await startEmulator();
    const id = emulator.customerArrives({ name: 'Ada', text: 'hello' });
    const { code, seen } = await watch(emulator, async () => {
      emulator.agentPicksUp(id, 'kari');
      emulator.agentWrites(id, 'hello to you');
      await pause(settled);
      emulator.customerWrites(id, 'what does it cost');
      await pause(settled);
      emulator.agentOffers(id, 'jan');
      emulator.agentAccepts(id);
      await pause(quiet);
    });
    expect(seen).toEqual({
      'webhook-registration': 'accepted',
      'webhook-key': 'text',
      'webhook-status': 'error', // only 200 is a success for the emulator
      'webhook-fields': 'none',
      'webhook-reply': 'fires',
      'webhook-transfer': 'does not fire',
      'webhook-commit': 'committed',
      'webhook-delay': expect.stringMatching(/^median 0\.0 s, longest \d\.\d s$/),
      'webhook-order': 'kept',
    });
    expect(code).toBe(0);
  });

  it('sees webhooks that come before their change, late, and in another order', async () => {
    await using emulator = await startEmulator();
    const id = emulator.customerArrives({ name: 'Ada', text: 'hello' });
    emulator.agentPicksUp(id, 'kari');
    emulator.agentWrites(id, 'hello to you');
    const { code, seen } = await watch(emulator, async () => {
      emulator.injectWebhookFault({ kind: 'before-commit', delayMs: 500, times: 2 });
      emulator.customerWrites(id, 'one');
      await pause(settled);
      emulator.injectWebhookFault({ kind: 'delay', delayMs: 1_500 });
      emulator.customerWrites(id, 'what does it cost');
      await pause(20);
      emulator.customerWrites(id, 'thanks');
      await pause(settled);
    });
    expect(seen).toMatchObject({
      'webhook-commit': 'overtaken',
      'webhook-delay': expect.stringMatching(/longest 1\.[5-9] s$/),
      'webhook-order': 'not kept',
      'webhook-transfer': 'not seen',
    });
    expect(code).toBe(0);
  });

  it.each([
    [
      'no confirmation',
      ['--webhooks', 'https://doctor.example.com', '--listen', '8090'],
      1,
      /locks all its users out.*Nothing was registered/s,
    ],
    ['no URL', ['--webhooks', 'somewhere', '--listen', '8090', '--yes'], 2, /--webhooks: expected the https URL/],
    ['no port', ['--webhooks', 'https://doctor.example.com', '--yes'], 2, /--listen: expected a port/],
    [
      'too many minutes',
      ['--webhooks', 'https://doctor.example.com', '--listen', '1', '--minutes', '61'],
      2,
      /--minutes: expected/,
    ],
  ])('given %s sends no request', async (_what, args, exitCode, text) => {
    await using emulator = await startEmulator();
    await using command = commandLine(['doctor', '--credentials', credentials, ...args], {
      SUPEROFFICE_URL: emulator.url,
    });
    expect(await command.ended).toBe(exitCode);
    expect(command.stderr()).toMatch(text);
    expect(emulator.log).toEqual([]);
  });

  it('a URL that does not lead to it needs a decision', async () => {
    await using emulator = await startEmulator();
    const port = String(await freePort());
    const args = ['--webhooks', 'http://127.0.0.1:9/', '--listen', port, '--yes'];
    await using command = commandLine(['doctor', '--credentials', credentials, ...args], {
      SUPEROFFICE_URL: emulator.url,
    });
    expect(await command.ended).toBe(1);
    expect(command.stdout()).toMatch(/^DECIDE +webhook-registration +refused/m);
    expect(emulator.webhooks()).toEqual([]);
  });
});
