/**
 * The process around the gateway: its environment, which nobody else reads, and its end.
 */
export type Environment = Readonly<Record<string, string | undefined>>;

export function processEnvironment(): Environment {
  return { ...process.env };
}

/** stdout: a pipe is written to without waiting for who reads it, a file at once. */
export const processOutput = (): NodeJS.WriteStream => process.stdout;

/** @param work must not wait: nothing that it begins will be gone on with */
export function atProcessEnd(work: () => void): void {
  process.once('exit', work);
}
