/**
 * Limits the work in one iteration of the event loop. Many SuperOffice responses can arrive at the same time; parsing all of them at once,
 * and running everything that waits for them, would delay all other requests. Work over the limit follows in the next iterations, in FIFO
 * order.
 */
export interface EventLoopBudget {
  /**
   * @param weight of the work that follows, in the unit of the limit
   * @returns resolves when the work may start; null: it may start now
   */
  take(weight: number): Promise<void> | null;
}

interface Waiter {
  readonly weight: number;
  resume(): void;
}

/** @param maxWeight per iteration; heavier work gets an iteration of its own */
export function eventLoopBudget(maxWeight: number): EventLoopBudget {
  const waiting: Waiter[] = [];
  let left = maxWeight;
  let isNextIterationScheduled = false;

  function start(weight: number): void {
    left -= weight;
    if (isNextIterationScheduled) return;
    isNextIterationScheduled = true;
    setImmediate(nextIteration);
  }

  function nextIteration(): void {
    left = maxWeight;
    isNextIterationScheduled = false;
    while (left > 0) {
      const next = waiting.shift();
      if (next === undefined) return;
      start(next.weight);
      next.resume();
    }
  }

  return {
    take: (weight) => {
      if (waiting.length > 0 || left <= 0) return new Promise((resume) => waiting.push({ weight, resume }));
      start(weight);
      return null;
    },
  };
}
