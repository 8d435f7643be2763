/** The machine: its cores and its description. */
import { execFileSync } from 'node:child_process';
import { availableParallelism, cpus, release, totalmem } from 'node:os';

export const gatewayCore = 0;

/** Load, upstream and all else of the bench stay off the gateway's core. @throws {Error} not Linux with two cores */
export function keepOffGatewayCore() {
  const cores = availableParallelism();
  if (process.platform !== 'linux' || cores < 2)
    throw new Error('the bench needs Linux (/proc, taskset) and two cores');
  execFileSync('taskset', ['-acp', `1-${cores - 1}`, String(process.pid)], { stdio: 'ignore' });
}

/** To be read before cores are assigned. */
export const machine = {
  processor: cpus()[0].model.trim(),
  cores: availableParallelism(),
  memoryGb: Math.round(totalmem() / 2 ** 30),
  system: `Linux ${release()}`,
  node: process.version,
};
