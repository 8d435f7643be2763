/**
 * How many calls are in flight at once, and who waits. First come, first served; a waiting call that is aborted leaves the
 * queue at once. (cockatiel's bulkhead keeps it in the queue, and starts nobody in its place when its turn comes.)
 */
export interface CallQueue {
  /**
   * Runs the work as soon as there is room.
   * @throws {QueueFullError} too many wait already
   * @throws the signal's reason, when it aborts before the turn comes
   */
  run<Value>(work: () => Promise<Value>, signal: AbortSignal): Promise<Value>;
}

export class QueueFullError extends Error {
  override readonly name = 'QueueFullError';
}

export function callQueue(maxInFlight: number, maxWaiting: number): CallQueue {
  let inFlight = 0;
  const waiting = new Set<() => void>();

  /** Takes a slot over from whoever is done next. */
  function turn(signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const start = (): void => {
        signal.removeEventListener('abort', leave);
        resolve();
      };
      const leave = (): void => {
        waiting.delete(start);
        reject(signal.reason);
      };
      waiting.add(start);
      signal.addEventListener('abort', leave, { once: true });
    });
  }

  /** Gives the slot to the next in line, or frees it. */
  function passOn(): void {
    const [next] = waiting;
    if (next === undefined) {
      inFlight -= 1;
      return;
    }
    waiting.delete(next);
    next();
  }

  return {
    async run(work, signal) {
      signal.throwIfAborted();
      if (inFlight < maxInFlight) inFlight += 1;
      else if (waiting.size < maxWaiting) await turn(signal);
      else throw new QueueFullError();
      try {
        return await work();
      } finally {
        passOn();
      }
    },
  };
}
