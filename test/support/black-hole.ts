/**
 * An address on loopback that drops SYNs: a listener whose thread is blocked and whose backlog is full, so that the kernel drops
 * further ones. The listener has its own thread because Node accepts all it can on the thread it runs on.
 */
import { connect, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { comesTrue } from './eventually.js';

export interface BlackHole extends AsyncDisposable {
  readonly url: string;
}

/** Listens, posts the port, then blocks until it is terminated. */
const listener = `
  const { createServer } = require('node:net');
  const { parentPort, workerData } = require('node:worker_threads');
  const server = createServer().listen({ port: 0, host: '127.0.0.1', backlog: 1 }, () => {
    parentPort.postMessage(server.address().port);
    setTimeout(() => Atomics.wait(workerData, 0, 0), 20);
  });
`;

async function isDropped(socket: Socket): Promise<boolean> {
  return !(await comesTrue(() => !socket.connecting, 200));
}

/** @throws {Error} this machine accepts every connection */
export async function blackHole(): Promise<BlackHole> {
  const worker = new Worker(listener, { eval: true, workerData: new Int32Array(new SharedArrayBuffer(4)) });
  const port = await new Promise<number>((resolve) => worker.once('message', resolve));
  await pause(100); // until the thread is blocked
  const fill: Socket[] = [];
  const close = async (): Promise<void> => {
    for (const socket of fill) socket.destroy();
    await worker.terminate();
  };
  do {
    fill.push(connect(port, '127.0.0.1').on('error', () => undefined));
    const last = fill.at(-1);
    if (last && (await isDropped(last))) return { url: `http://127.0.0.1:${port}`, [Symbol.asyncDispose]: close };
  } while (fill.length < 20);
  await close();
  throw new Error('no backlog of this machine is ever full: U3 cannot be shown on loopback');
}
