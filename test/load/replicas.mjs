/** The replicas of a gateway as processes, and a TCP balancer that leads to those that are ready. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { until } from './ports.mjs';

const main = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));

/** One replica; `restart()` resolves when the new process is ready. */
export class Replica {
  isReady = false;

  constructor(port, settings) {
    this.port = port;
    this.settings = { ...settings, HOST: '127.0.0.1', PORT: String(port) };
  }

  async start() {
    const env = { PATH: process.env.PATH, ...this.settings };
    this.child = spawn(process.execPath, [main, 'serve'], { env, stdio: ['ignore', 'ignore', 'inherit'] });
    await until(() => this.check(), `the replica at ${this.port}`);
  }

  async check() {
    const response = await fetch(`http://127.0.0.1:${this.port}/ready`).catch(() => null);
    await response?.arrayBuffer();
    return (this.isReady = response?.ok === true);
  }

  async stop() {
    const ended = once(this.child, 'exit');
    this.child.kill('SIGTERM');
    const [code] = await ended;
    this.isReady = false;
    return code;
  }

  async restart() {
    const code = await this.stop();
    await this.start();
    return code;
  }
}

/** Each connection goes to the ready replica with the fewest. @returns `url`, `close()` */
export async function startBalancer(replicas) {
  const open = new Map(replicas.map((replica) => [replica, 0]));
  const checking = setInterval(() => replicas.forEach((replica) => void replica.check()), 100);
  const server = createServer((client) => {
    const [replica] = replicas.filter(({ isReady }) => isReady).sort((one, other) => open.get(one) - open.get(other));
    if (!replica) return void client.destroy();
    open.set(replica, open.get(replica) + 1);
    const upstream = connect(replica.port, '127.0.0.1');
    client.pipe(upstream).pipe(client);
    client.once('close', () => {
      open.set(replica, open.get(replica) - 1);
      upstream.destroy();
    });
    upstream.once('close', () => client.destroySoon());
    for (const socket of [client, upstream]) socket.on('error', () => socket.destroy());
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', 20_000, resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    close: () => {
      clearInterval(checking);
      server.close();
    },
  };
}
