/**
 * Loaded into the gateway's process (`node --import`), in the bench only: answers over the IPC channel what cannot be seen from outside.
 * It does nothing until it is asked.
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

const tickMs = 2;

const cpuMs = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
};

let longest = { wallMs: 0, cpuMs: 0 };
let watch = null;

/** A timer that is late was kept waiting by one turn of the event loop. CPU time tells our own work from that of the machine's others. */
function startWatch() {
  let last = { wall: performance.now(), cpu: cpuMs() };
  watch = setInterval(() => {
    const now = { wall: performance.now(), cpu: cpuMs() };
    const wallMs = now.wall - last.wall - tickMs;
    if (wallMs > longest.wallMs) longest = { wallMs, cpuMs: Math.min(wallMs, now.cpu - last.cpu) };
    last = now;
  }, tickMs).unref();
}

/** Twice, as what has a finalizer goes in the second. */
function collectGarbage() {
  setFlagsFromString('--expose-gc');
  const gc = runInNewContext('gc');
  gc();
  gc();
}

const responses = {
  /** The longest turn of the event loop since this was asked last. */
  longestTurn: () => {
    if (watch === null) startWatch();
    const response = longest;
    longest = { wallMs: 0, cpuMs: 0 };
    return response;
  },
  memory: () => {
    const { rss } = process.memoryUsage();
    collectGarbage();
    const { heapUsed, external } = process.memoryUsage();
    return { residentBytes: rss, liveBytes: heapUsed + external };
  },
};

process.on('message', ({ number, question }) => process.send({ number, answer: responses[question]() }));
process.on('disconnect', () => process.exit(1)); // the bench is gone
process.channel.unref();
