/**
 * Access to the process: environment, memory limit, stdout and exit. Outside of cli/, only this file uses `process`.
 */
import { readFileSync } from 'node:fs';
import { getHeapStatistics } from 'node:v8';

export type Environment = Readonly<Record<string, string | undefined>>;

export function processEnvironment(): Environment {
  return { ...process.env };
}

/** PEM of NODE_EXTRA_CA_CERTS, the authorities that node trusts in addition to its own. Node itself warns about an unreadable file. */
export function extraCertificateAuthorities(): readonly string[] {
  const path = process.env['NODE_EXTRA_CA_CERTS'];
  try {
    return path ? [readFileSync(path, 'utf8')] : [];
  } catch {
    return [];
  }
}

/** Bytes that this process may use: the limit of the container or of the heap, whichever is lower. */
export const memoryLimitBytes = (): number =>
  Math.min(process.constrainedMemory() || Infinity, getHeapStatistics().heap_size_limit);

/** stdout: writes to a pipe do not wait for its reader, writes to a file are synchronous. */
export const processOutput = (): NodeJS.WriteStream => process.stdout;

/** @param callback must be synchronous: the process exits when it returns */
export function onProcessExit(callback: () => void): void {
  process.once('exit', callback);
}
