/** C41: the reader of a process's log may stall or leave: requests are still served, and dropped lines are counted. */
import { describe, expect, it } from '@jest/globals';
import { startEmulator, type Emulator } from '../../src/emulator/index.js';
import { comesTrue } from '../support/eventually.js';
import { commandLine, urlOf, type CommandLine } from '../support/command-line.js';
import { authorization, queryAt } from '../support/query-gateway.js';

const ids = Array.from({ length: 100 }, (_, index) => index + 1);
const query = `{ chatSessions(ids: [${ids.join()}]) { id } }`;

/** Each request writes some 30 KB. */
const verboseGateway = (emulator: Emulator): CommandLine =>
  commandLine(['serve'], {
    PORT: '0',
    HOST: '127.0.0.1',
    SUPEROFFICE_URL: emulator.url,
    LOG_LEVEL: 'debug',
    MAX_EVENT_LOOP_DELAY_MS: '0',
  });

async function answeredOf(url: string, requests: number): Promise<number> {
  let responses = 0;
  for (let count = 0; count < requests; count += 1) {
    const { status, data } = await queryAt(url, { query }, { authorization });
    if (status === 200 && data.chatSessions.length === 100) responses += 1;
  }
  return responses;
}

async function droppedAt(url: string): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text();
  return Number(/^superoffice_chat_log_lines_dropped_total (\d+)$/m.exec(text)?.[1]);
}

describe('C41 the reader of the log', () => {
  it('C41 stalls: all requests are served; when it reads again, the log says how many lines were dropped', async () => {
    await using emulator = await startEmulator();
    await using gateway = verboseGateway(emulator);
    const url = await urlOf(gateway);
    gateway.stall();

    expect(await answeredOf(url, 120)).toBe(120);
    expect((await fetch(`${url}/live`)).status).toBe(200);
    const dropped = await droppedAt(url);
    expect(dropped).toBeGreaterThan(100);

    gateway.readAgain();
    const [, lines] = await gateway.printed(/"event":"log-dropped","lines":(\d+)/);
    expect(Number(lines)).toBe(dropped);
    const written = gateway.stdout().split('"event":"upstream"').length - 1;
    const operations = gateway.stdout().split('"event":"operation"').length - 1;
    expect(written + operations + dropped).toBe(120 * 101);
    expect(await answeredOf(url, 1)).toBe(1);
    expect(await comesTrue(() => gateway.stdout().split('"event":"upstream"').length - 1 === written + 100)).toBe(true);
  });

  it('C41 never reads again: the process stops on SIGTERM', async () => {
    await using emulator = await startEmulator();
    await using gateway = verboseGateway(emulator);
    const url = await urlOf(gateway);
    gateway.stall();
    expect(await answeredOf(url, 60)).toBe(60);

    gateway.signal('SIGTERM');
    await comesTrue(() => !gateway.isRunning(), 8_000);
    expect(gateway.isRunning()).toBe(false);
    gateway.readAgain();
    expect(await gateway.ended).toBe(0);
  });

  it('C41 has left: all requests are served', async () => {
    await using emulator = await startEmulator();
    await using gateway = verboseGateway(emulator);
    const url = await urlOf(gateway);
    gateway.leave();

    expect(await answeredOf(url, 5)).toBe(5);
    expect(await droppedAt(url)).toBeGreaterThan(100);
    gateway.signal('SIGTERM');
    expect(await gateway.ended).toBe(0);
  });
});
