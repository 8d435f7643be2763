/**
 * The process around the gateway: its environment, which nobody else reads, and its end.
 */
import { readFileSync } from 'node:fs';
import { getHeapStatistics } from 'node:v8';

export type Environment = Readonly<Record<string, string | undefined>>;

export function processEnvironment(): Environment {
  return { ...process.env };
}

/** PEM of the authorities that node trusts beside its own, as NODE_EXTRA_CA_CERTS names them; a file that cannot be read is told of by node. */
export function extraCertificateAuthorities(): readonly string[] {
  const path = process.env['NODE_EXTRA_CA_CERTS'];
  try {
    return path ? [readFileSync(path, 'utf8')] : [];
  } catch {
    return [];
  }
}

/** Bytes that this process may take: what its container allows, or its heap, whichever is less. */
export const memoryLimitBytes = (): number =>
  Math.min(process.constrainedMemory() || Infinity, getHeapStatistics().heap_size_limit);

/** stdout: a pipe is written to without waiting for who reads it, a file at once. */
export const processOutput = (): NodeJS.WriteStream => process.stdout;

/** @param work must not wait: nothing that it begins will be gone on with */
export function onProcessExit(work: () => void): void {
  process.once('exit', work);
}
