/** Signals and uncaught errors that stop a server which runs in the foreground. */

const signals = ['SIGTERM', 'SIGINT'] as const;

/** After one of these the state of the process is unknown: the error is printed and the process stops. */
const crashes = ['uncaughtException', 'unhandledRejection'] as const;

/** Time to write the rest of the log. */
const flushTimeoutMs = 1_000;

/** Ends the process even when its stdout is not read: buffered output would keep it running. */
export function endWithoutReader(exitCode: number): number {
  setTimeout(() => process.exit(exitCode), flushTimeoutMs).unref();
  return exitCode;
}

/**
 * Waits for SIGTERM, SIGINT or an uncaught error. The caller then stops what it started; a second signal ends the process at
 * once with exit code 1.
 * @returns the exit code: 0 after a signal, 1 after an error
 */
export async function stopSignal(stderr: (text: string) => void): Promise<number> {
  const exitCode = await new Promise<number>((resolve) => {
    for (const signal of signals) process.once(signal, () => resolve(0));
    for (const crash of crashes) {
      process.on(crash, (error: unknown) => {
        stderr(`The process is in an unknown state and stops: ${error instanceof Error ? error.stack : 'no error'}`);
        resolve(1);
      });
    }
  });
  for (const signal of signals) process.on(signal, () => process.exit(1));
  return exitCode;
}
