/** The end of a server that runs in the foreground. */

/**
 * Waits for SIGTERM or SIGINT, then stops the server. A second signal ends the process at once with exit code 1.
 * @returns exit code 0, once everything has stopped
 */
export async function runUntilSignal(stop: () => Promise<void>): Promise<number> {
  const signals = ['SIGTERM', 'SIGINT'] as const;
  await new Promise<void>((resolve) => {
    for (const signal of signals) process.once(signal, () => resolve());
  });
  for (const signal of signals) process.on(signal, () => process.exit(1));
  await stop();
  for (const signal of signals) process.removeAllListeners(signal);
  return 0;
}
