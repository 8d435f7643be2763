/** Upstream as the bench sees it: one URL, some processes behind it. */
import cluster from 'node:cluster';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { startRecords } from './records.mjs';

/** One core is the gateway's, one the load's; on two cores upstream shares the latter. */
const workerCount = Math.max(1, Math.min(4, availableParallelism() - 2));

async function startWorkers(recordsUrl) {
  cluster.schedulingPolicy = cluster.SCHED_NONE;
  cluster.setupPrimary({ exec: fileURLToPath(new URL('worker.mjs', import.meta.url)), args: [] });
  const workers = [];
  let port = 0;
  while (workers.length < workerCount) {
    const worker = cluster.fork({ RECORDS_URL: recordsUrl });
    [{ port }] = await once(worker, 'message'); // the same for all
    workers.push(worker);
  }
  return { workers, url: `http://127.0.0.1:${port}` };
}

const sum = (counts) =>
  counts.reduce((all, { calls, bytes }) => ({ calls: all.calls + calls, bytes: all.bytes + bytes }));

/** @param more properties that all sessions have @returns `url`; `count()` returns calls and bytes of bodies since its last call; `setDelay(ms)`; `pids`; `close()` */
export async function startUpstream(checkout, more) {
  const records = await startRecords(checkout, more);
  const { workers, url } = await startWorkers(records.url);
  const counted = async (worker) => {
    worker.send({ count: true });
    return (await once(worker, 'message'))[0];
  };
  return {
    url,
    pids: workers.map((worker) => worker.process.pid),
    count: async () => sum(await Promise.all(workers.map(counted))),
    /** Applies to all calls that start after it has resolved. */
    setDelay: async (delayMs) => {
      for (const worker of workers) worker.send({ delayMs });
      await Promise.all(workers.map(counted)); // messages keep their order
    },
    close: async () => {
      for (const worker of workers) worker.disconnect();
      await records.close();
    },
  };
}
