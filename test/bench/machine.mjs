/** The machine: which core is whose, and what to call it. */
import { execFileSync } from 'node:child_process';
import { availableParallelism, cpus, release, totalmem } from 'node:os';

export const gatewayCore = 0;

/** Load, upstream and everything else of the bench keep off the gateway's core. @throws {Error} this is no Linux with two cores */
export function keepOffGatewayCore() {
  const cores = availableParallelism();
  if (process.platform !== 'linux' || cores < 2)
    throw new Error('the bench needs Linux (/proc, taskset) and two cores');
  execFileSync('taskset', ['-acp', `1-${cores - 1}`, String(process.pid)], { stdio: 'ignore' });
}

/** To be asked before cores are given away. */
export const machine = {
  processor: cpus()[0].model.trim(),
  cores: availableParallelism(),
  memoryGb: Math.round(totalmem() / 2 ** 30),
  system: `Linux ${release()}`,
  node: process.version,
};
