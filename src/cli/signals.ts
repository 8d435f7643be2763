/** The end of a server that runs in the foreground. */

const signals = ['SIGTERM', 'SIGINT'] as const;

/** What nobody has foreseen: the state of the process is unknown then, so it is logged and ended, never gone on with. */
const crashes = ['uncaughtException', 'unhandledRejection'] as const;

/** For what is left of the log. */
const lastWordsMs = 1_000;

/** Ends the process although its stdout is not read: what waits there would keep it running. */
export function endWithoutReader(exitCode: number): number {
  setTimeout(() => process.exit(exitCode), lastWordsMs).unref();
  return exitCode;
}

/**
 * Waits for SIGTERM or SIGINT, or for an error that nobody caught. The caller then stops what it started; a second signal ends
 * the process at once with exit code 1.
 * @returns the exit code: 0 after a signal, 1 after an error
 */
export async function stopSignal(complain: (text: string) => void): Promise<number> {
  const exitCode = await new Promise<number>((resolve) => {
    for (const signal of signals) process.once(signal, () => resolve(0));
    for (const crash of crashes) {
      process.on(crash, (error: unknown) => {
        complain(`The process is in an unknown state and stops: ${error instanceof Error ? error.stack : 'no error'}`);
        resolve(1);
      });
    }
  });
  for (const signal of signals) process.on(signal, () => process.exit(1));
  return exitCode;
}
