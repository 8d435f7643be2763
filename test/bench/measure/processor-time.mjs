/** CPU time and memory of a process, from Linux's /proc. */
import { readFileSync } from 'node:fs';

const msPerTick = 10; // USER_HZ is 100 wherever Node runs

/** User and system time of a process, all of its threads, in ms. */
export function processorMsOf(pid) {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const [userTicks, systemTicks] = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .slice(11, 13);
  return (Number(userTicks) + Number(systemTicks)) * msPerTick;
}

/** Megabytes in memory now, and at most. */
export function memoryOf(pid) {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const megabytes = (name) => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)[1]) / 1024;
  return { nowMb: megabytes('VmRSS'), mostMb: megabytes('VmHWM') };
}
