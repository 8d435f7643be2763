/**
 * Who may work in this turn of the event loop. Many answers of SuperOffice can have arrived by the time that we look, and reading all of
 * them at once, with everything that waits for them, would hold up whoever else is here. So a turn takes on so much and no more; the
 * rest follows in the next ones, first come, first served.
 */
export interface EventLoopTurns {
  /**
   * @param weight of the work that follows, in the measure of the limit
   * @returns when its turn has come; null: now, there is room in this one
   */
  take(weight: number): Promise<void> | null;
}

interface Waiter {
  readonly weight: number;
  go(): void;
}

/** @param maxWeight after which a turn takes on nothing more; what is heavier than that gets a turn of its own */
export function eventLoopBudget(maxWeight: number): EventLoopTurns {
  const waiting: Waiter[] = [];
  let left = maxWeight;
  let isNextTurnAwaited = false;

  function begin(weight: number): void {
    left -= weight;
    if (isNextTurnAwaited) return;
    isNextTurnAwaited = true;
    setImmediate(nextTurn);
  }

  function nextTurn(): void {
    left = maxWeight;
    isNextTurnAwaited = false;
    while (left > 0) {
      const next = waiting.shift();
      if (next === undefined) return;
      begin(next.weight);
      next.go();
    }
  }

  return {
    take: (weight) => {
      if (waiting.length > 0 || left <= 0) return new Promise((go) => waiting.push({ weight, go }));
      begin(weight);
      return null;
    },
  };
}
