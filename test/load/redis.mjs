/** redis-server as a process, and a TCP relay before it, so that another one can take its place. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { freePort, isOpen, until } from './ports.mjs';

/** @returns `port`, `start()`, `empty()`, `signal(name)`, `stop()` */
export async function startRedis() {
  const port = await freePort();
  const args = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
  let child = null;
  async function start() {
    child = spawn('redis-server', args, { stdio: 'ignore' });
    await until(() => isOpen(port), 'redis-server');
  }
  async function stop() {
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  }
  async function empty() {
    const socket = connect(port, '127.0.0.1');
    socket.write('FLUSHALL\r\n');
    await once(socket, 'data');
    socket.destroy();
  }
  await start();
  return { port, start, stop, empty, signal: (name) => child.kill(name) };
}

/** @returns `url`, `lead(port)`: ends all connections, and leads new ones there, `close()` */
export async function startRelay(port) {
  const sockets = new Set();
  let target = port;
  const server = createServer((client) => {
    const upstream = connect(target, '127.0.0.1');
    client.pipe(upstream).pipe(client);
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.once('close', () => {
        sockets.delete(socket);
        client.destroy();
        upstream.destroy();
      });
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const cut = () => sockets.forEach((socket) => socket.destroy());
  return {
    url: `redis://127.0.0.1:${server.address().port}`,
    lead: (other) => {
      target = other;
      cut();
    },
    close: () => {
      cut();
      server.close();
    },
  };
}
