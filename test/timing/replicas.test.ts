/**
 * Two replicas behind a balancer, and one of them ends under load. They share nothing: a killed replica loses its requests in flight,
 * one that got SIGTERM loses none, and no message is written twice.
 */
import { describe, expect, it } from '@jest/globals';
import { startEmulator, type Emulator } from '../../src/emulator/index.js';
import { balancer, replicaHeader } from '../support/balancer.js';
import { commandLine, urlOf, type CommandLine } from '../support/command-line.js';
import { fetchInFull } from '../support/oracle/full-records.js';
import { authorization, queryAt } from '../support/query-gateway.js';

const clients = 20;
const sessionId = 4;

const write = `mutation ($text: String!) {
  addChatMessage(sessionId: ${sessionId}, message: $text) { message { message } }
}`;

interface Sent {
  readonly text: string;
  readonly begunMs: number;
  readonly isAnswered: boolean;
  readonly replica: string | null;
}

function replicaOn(emulator: Emulator, settings: Readonly<Record<string, string>> = {}): CommandLine {
  const settingsOfAll = { MAX_EVENT_LOOP_DELAY_MS: '0' }; // other tests keep the machine busy
  return commandLine(['serve'], {
    PORT: '0',
    HOST: '127.0.0.1',
    SUPEROFFICE_URL: emulator.url,
    ...settingsOfAll,
    ...settings,
  });
}

async function send(url: string, text: string): Promise<Sent> {
  const begunMs = performance.now();
  const { status, data, headers } = await queryAt(url, { query: write, variables: { text } }, { authorization });
  const isAnswered = status === 200 && data?.addChatMessage?.message?.message === text;
  return { text, begunMs, isAnswered, replica: headers.get(replicaHeader) };
}

/** Clients that write one message after the other; `end` is called after 200, and 300 more follow it. */
async function underLoad(url: string, end: () => Promise<void>): Promise<readonly Sent[]> {
  const sent: Sent[] = [];
  let ended: Promise<void> | null = null;
  let left = Infinity;
  const client = async (_: unknown, number: number): Promise<void> => {
    for (let count = 0; left > 0; count += 1, left -= 1) {
      sent.push(await send(url, `${number}.${count}`));
      if (sent.length >= 200) ended ??= end().then(() => void (left = 300));
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  await ended;
  return sent;
}

/** The texts of all written messages, from SuperOffice. */
async function writtenTo(emulator: Emulator): Promise<readonly string[]> {
  const body = { ChatSessionId: sessionId, After: 300_000 };
  const messages = await fetchInFull(emulator.url, { operation: 'GetChatMessages', body, line: '' });
  return (messages as readonly { readonly Message: string }[]).map(({ Message }) => Message); // as the specification says
}

describe('one of two replicas', () => {
  it('that is killed under load loses its requests in flight and no other', async () => {
    await using emulator = await startEmulator({ latencyMs: 20 });
    await using first = replicaOn(emulator);
    await using second = replicaOn(emulator);
    const doomed = await urlOf(first);
    await using front = await balancer([doomed, await urlOf(second)]);
    let goneMs = 0;

    const sent = await underLoad(front.url, async () => {
      first.signal('SIGKILL');
      await first.ended;
      goneMs = performance.now();
    });

    const lost = sent.filter(({ isAnswered }) => !isAnswered);
    expect(lost.length).toBeGreaterThan(0);
    expect(lost.length).toBeLessThanOrEqual(clients);
    expect(lost.filter(({ replica, begunMs }) => replica !== doomed || begunMs > goneMs)).toEqual([]);
    const written = await writtenTo(emulator);
    expect(new Set(written).size).toBe(written.length);
    expect(written).toEqual(expect.arrayContaining(sent.filter((one) => one.isAnswered).map(({ text }) => text)));
  });

  it('that gets SIGTERM under load loses no request', async () => {
    await using emulator = await startEmulator({ latencyMs: 20 });
    await using first = replicaOn(emulator, { SHUTDOWN_DELAY_MS: '300' });
    await using second = replicaOn(emulator);
    const stopping = await urlOf(first);
    await using front = await balancer([stopping, await urlOf(second)]);
    let goneMs = 0;

    const sent = await underLoad(front.url, async () => {
      first.signal('SIGTERM');
      expect(await first.ended).toBe(0);
      goneMs = performance.now();
    });

    expect(sent.filter(({ isAnswered }) => !isAnswered)).toEqual([]);
    expect(sent.filter(({ replica }) => replica === stopping).length).toBeGreaterThan(clients);
    expect(sent.filter(({ begunMs }) => begunMs > goneMs).length).toBeGreaterThan(clients);
    expect([...(await writtenTo(emulator))].sort()).toEqual(sent.map(({ text }) => text).sort());
  });
});
