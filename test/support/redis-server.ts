/** A real redis-server on a port of its own, without persistence; it can be paused, killed, full, a copy, emptied and started again. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { createClient } from '@redis/client';
import { comesTrue } from './eventually.js';

export interface RedisServer extends AsyncDisposable {
  readonly url: string;
  readonly port: number;
  /** It replies to nothing, and its connections stay open. */
  pause(): void;
  resume(): void;
  /** Its data are lost. */
  kill(): Promise<void>;
  start(): Promise<void>;
  /** Each key with its value, as text. */
  content(): Promise<string>;
  empty(): Promise<void>;
  /** Sends one command, such as `CONFIG SET maxmemory 1`. */
  command(...words: readonly string[]): Promise<void>;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}

async function isListening(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  const [isOpen] = await Promise.race([
    once(socket, 'connect').then(() => [true]),
    once(socket, 'error').then(() => [false]),
  ]);
  socket.destroy();
  return isOpen === true;
}

/** @param valueOf reads a value of any type */
async function contentOf(url: string): Promise<string> {
  const client = createClient({ url });
  await client.connect();
  const lines: string[] = [];
  for await (const keys of client.scanIterator())
    for (const key of keys) {
      const type = await client.type(key);
      const value = { stream: ['XRANGE', key, '-', '+'], zset: ['ZRANGE', key, '0', '-1'], string: ['GET', key] }[type];
      lines.push(`${key} ${JSON.stringify(value && (await client.sendCommand(value)))}`);
    }
  client.destroy();
  return lines.join('\n');
}

async function command(url: string, words: readonly string[]): Promise<void> {
  const client = createClient({ url });
  await client.connect();
  await client.sendCommand(words);
  client.destroy();
}

export async function redisServer(): Promise<RedisServer> {
  const port = await freePort();
  const url = `redis://127.0.0.1:${port}`;
  let child: ChildProcess | null = null;
  async function start(): Promise<void> {
    const args = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
    child = spawn('redis-server', args, { stdio: 'ignore' });
    let isUp = false;
    const waiting = setInterval(() => void isListening(port).then((is) => (isUp ||= is)), 50);
    const hasStarted = await comesTrue(() => isUp, 10_000);
    clearInterval(waiting);
    if (!hasStarted) throw new Error('redis-server does not start: is it in PATH?');
  }
  async function kill(): Promise<void> {
    if (child === null) return;
    const ended = once(child, 'exit');
    child.kill('SIGCONT');
    child.kill('SIGKILL');
    await ended;
    child = null;
  }
  await start();
  return {
    ...{ url, port, start, kill },
    pause: () => void child?.kill('SIGSTOP'),
    resume: () => void child?.kill('SIGCONT'),
    content: () => contentOf(url),
    empty: () => command(url, ['FLUSHALL']),
    command: (...words) => command(url, words),
    [Symbol.asyncDispose]: kill,
  };
}
