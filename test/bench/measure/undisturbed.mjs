/**
 * A gateway that rests still tidies up behind itself, on the core where another one is being measured just then: a tenth of a second of
 * garbage collection is a tenth of a second of waiting for whoever shares the core. Who is disturbed is asked again, whatever was measured.
 */
import { processorMsOf } from './processor-time.mjs';

/** Of the time that is measured; ours takes half of that when it rests, the others less. */
const mostOfAnother = 0.01;
const mostAgain = 3;

/**
 * @param others pids of those that rest
 * @returns what was measured while none of them took more than a hundredth of the core, `isDisturbed` when that was never so,
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
