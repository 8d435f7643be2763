/** `emulate`: runs the SuperOffice emulator on its own, for developers. */
import { readFileSync } from 'node:fs';
import { optionsLike, startEmulator, type EmulatorOptions, type JsonValue } from '../../emulator/index.js';
import { InvalidSettingsError } from '../../config/invalid-settings-error.js';
import type { Command } from '../command.js';
import { stopSignal } from '../signals.js';

const defaultPort = 4010;

function portOf(text: unknown): number {
  const port = text === undefined ? defaultPort : Number(text);
  if (typeof text === 'string' && !/^\d{1,5}$/.test(text))
    throw new InvalidSettingsError(['--port: expected a number']);
  if (port > 65_535) throw new InvalidSettingsError(['--port: expected a number up to 65535']);
  return port;
}

/** Default: loopback, because every client that reaches the emulator may use it. */
function hostOf(text: unknown): string {
  if (text === '') throw new InvalidSettingsError(['--host: expected an address such as 0.0.0.0']);
  return typeof text === 'string' ? text : '127.0.0.1';
}

/** The server that `doctor --report` has reported about; default: a server without oddities. */
function likeOf(path: unknown): EmulatorOptions {
  if (path === undefined) return {};
  const expectation = '--like: expected a file of doctor --report';
  try {
    const options = optionsLike(JSON.parse(readFileSync(String(path), 'utf8')) as JsonValue); // checked there
    if (options) return options;
  } catch {
    // The file is missing, or no JSON.
  }
  throw new InvalidSettingsError([expectation]);
}

export const emulate: Command = {
  name: 'emulate',
  summary: 'runs the SuperOffice emulator alone, on port 4010',
  help: `Usage: superoffice-chat-graphql emulate [--host 127.0.0.1] [--port 4010] [--latency 20] [--seed 1] [--like report.json]

Emulates SuperOffice's chat API on this machine: session 192 of the documentation, sessions 1 to 250,
and from 1001 on simulated customers who start a chat, write, reply and leave.
  --host     address to listen on; 0.0.0.0 in a container
  --port     port to listen on; 0 takes a free one
  --latency  milliseconds before each response
  --like     the file of doctor --report, whose server the emulator then resembles
  --seed     whole number that seeds the random behaviour of these customers; 1 by default
It prints a line for each call. It also serves the tenant states of SuperOffice Online: a gateway with
SUPEROFFICE_TENANT=Cust1, SUPEROFFICE_ONLINE_URL=http://127.0.0.1:4010 and SUPEROFFICE_ALLOWED_HOSTS=127.0.0.1 finds it.`,
  usesSettings: false,
  options: {
    host: { type: 'string' },
    port: { type: 'string' },
    latency: { type: 'string' },
    seed: { type: 'string' },
    like: { type: 'string' },
  },
  run: async ({ values, stdout, stderr }) => {
    const stopped = stopSignal(stderr);
    const latencyMs = Number(values['latency'] ?? 0);
    if (!Number.isInteger(latencyMs) || latencyMs < 0)
      throw new InvalidSettingsError(['--latency: expected milliseconds']);
    const seed = Number(values['seed'] ?? 1);
    if (!Number.isInteger(seed)) throw new InvalidSettingsError(['--seed: expected a whole number']);
    const onRequest = ({ line, status }: { line: string; status: number }): void => stdout(`${status} ${line}`);
    const like = likeOf(values['like']);
    for (const [name, value] of Object.entries(like)) stdout(`like the reported server: ${name}=${String(value)}`);
    await using emulator = await startEmulator({
      ...like,
      host: hostOf(values['host']),
      port: portOf(values['port']),
      latencyMs,
      onRequest,
      script: { seed },
    });
    stdout(`The emulator listens on ${emulator.url} (SUPEROFFICE_URL=${emulator.url})`);
    return await stopped;
  },
};
