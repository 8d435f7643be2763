/**
 * Loaded into the gateway's process (`node --import`), in the bench only: returns over the IPC channel what cannot be measured from
 * outside. It does nothing until it is queried.
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

/** A late timer had to wait for one pass of the event loop. CPU time separates the gateway's work from other load of the machine. */
function startWatch() {
  let last = { wall: performance.now(), cpu: cpuMs() };
  watch = setInterval(() => {
    const now = { wall: performance.now(), cpu: cpuMs() };
    const wallMs = now.wall - last.wall - tickMs;
    if (wallMs > longest.wallMs) longest = { wallMs, cpuMs: Math.min(wallMs, now.cpu - last.cpu) };
    last = now;
  }, tickMs).unref();
}

/** Twice, as objects with a finalizer are freed by the second. */
function collectGarbage() {
  setFlagsFromString('--expose-gc');
  const gc = runInNewContext('gc');
  gc();
  gc();
}

const figures = {
  /** The longest delay of the event loop since the last query. */
  longestDelay: () => {
    if (watch === null) startWatch();
    const delay = longest;
    longest = { wallMs: 0, cpuMs: 0 };
    return delay;
  },
  memory: () => {
    const { rss } = process.memoryUsage();
    collectGarbage();
    const { heapUsed, external } = process.memoryUsage();
    return { residentBytes: rss, liveBytes: heapUsed + external };
  },
};

process.on('message', ({ number, question }) => process.send({ number, figure: figures[question]() }));
process.on('disconnect', () => process.exit(1)); // the bench has ended
process.channel.unref();
