/**
 * How many calls one operation may make, over all its loaders.
 */
export interface CallBudget {
  /** Takes one call out of the budget, if there is one left. */
  take(): boolean;
}

export function callBudget(maxCalls: number): CallBudget {
  let left = maxCalls;
  return {
    take: () => {
      left -= 1;
      return left >= 0;
    },
  };
}
