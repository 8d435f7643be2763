/** The capacity of upstream, to show that it did not limit the measurement. */
import { closedLoop } from '../load/closed-loop.mjs';
import { callsTo } from '../load/requests.mjs';
import { processorMsOf } from './processor-time.mjs';

const usedBy = (pids) => pids.reduce((total, pid) => total + processorMsOf(pid), 0);

/** @returns calls in a second that its processes could handle with a core each, and CPU µs of a call */
export async function measureUpstream({ url, pids }, { durationMs }) {
  const requests = callsTo(url, 'Q1', 32);
  await closedLoop(requests, { durationMs: durationMs / 2, atOnce: 32 });
  const spentMs = usedBy(pids);
  const { responses: calls } = await closedLoop(requests, { durationMs, atOnce: 32 });
  const usPerCall = ((usedBy(pids) - spentMs) * 1000) / calls;
  await requests.close();
  return { usPerCall, callsPerSecond: (pids.length * 1e6) / usPerCall };
}
