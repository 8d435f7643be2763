/**
 * An idle gateway still collects garbage, on the core where another one is measured: a tenth of a second of it adds as much latency.
 * A disturbed measurement is repeated, whatever its result.
 */
import { processorMsOf } from './processor-time.mjs';

/** Share of the measured time; ours takes half of that when idle, the others less. */
const mostOfAnother = 0.01;
const mostAgain = 3;

/**
 * @param others pids of the idle gateways
 * @returns what was measured while none of them took more than a hundredth of the core, `isDisturbed` when there was no such time,
 * and how often it was measured `again`
 */
export async function undisturbed(measure, others) {
  for (let again = 0; ; again += 1) {
    const startedMs = performance.now();
    const before = others.map(processorMsOf);
    const measured = await measure();
    const takenMs = others.map((pid, index) => processorMsOf(pid) - before[index]);
    const isDisturbed = Math.max(0, ...takenMs) > mostOfAnother * (performance.now() - startedMs);
    if (!isDisturbed || again === mostAgain) return { measured, again, isDisturbed };
  }
}
