/** `emulate`: the stand-in SuperOffice on its own, for whoever develops against it. */
import { startEmulator } from '../../emulator/index.js';
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

/** Beyond loopback only when it is asked for: everybody who reaches it may use it. */
function hostOf(text: unknown): string {
  if (text === '') throw new InvalidSettingsError(['--host: expected an address such as 0.0.0.0']);
  return typeof text === 'string' ? text : '127.0.0.1';
}

export const emulate: Command = {
  name: 'emulate',
  summary: 'runs the emulator alone: a stand-in SuperOffice on port 4010',
  help: `Usage: superoffice-chat-graphql emulate [--host 127.0.0.1] [--port 4010] [--latency 20] [--seed 1]

A stand-in for SuperOffice's chat API on this machine: session 192 of the documentation, sessions 1 to 250,
and from 1001 on customers who come, write, answer and leave by themselves.
  --host     address to listen on; 0.0.0.0 in a container
  --port     port to listen on; 0 takes a free one
  --latency  milliseconds before each answer
  --seed     whole number from which all chance of these customers comes; 1 by default
It prints a line for each call that it answers. As SuperOffice Online it tells where tenants are, too: a gateway with
SUPEROFFICE_TENANT=Cust1, SUPEROFFICE_ONLINE_URL=http://127.0.0.1:4010 and SUPEROFFICE_ALLOWED_HOSTS=127.0.0.1 finds it.`,
  usesSettings: false,
  options: {
    host: { type: 'string' },
    port: { type: 'string' },
    latency: { type: 'string' },
    seed: { type: 'string' },
  },
  run: async ({ values, say, complain }) => {
    const stopped = stopSignal(complain);
    const latencyMs = Number(values['latency'] ?? 0);
    if (!Number.isInteger(latencyMs) || latencyMs < 0)
      throw new InvalidSettingsError(['--latency: expected milliseconds']);
    const seed = Number(values['seed'] ?? 1);
    if (!Number.isInteger(seed)) throw new InvalidSettingsError(['--seed: expected a whole number']);
    const onRequest = ({ line, status }: { line: string; status: number }): void => say(`${status} ${line}`);
    await using emulator = await startEmulator({
      host: hostOf(values['host']),
      port: portOf(values['port']),
      latencyMs,
      onRequest,
      script: { seed },
    });
    say(`The emulator listens on ${emulator.url} (SUPEROFFICE_URL=${emulator.url})`);
    return await stopped;
  },
};
