/**
 * What loads that are under way will lead to: a session that was asked for with its topic's name will want that topic's name.
 * Who fetches something in the meantime may bring it along.
 */
export interface PendingRequirements<Demand> {
  /** @param until may lead to the demand; when it has ended, well or not, nothing is expected of it any more */
  expect(demand: Demand, until: Promise<unknown>): void;
  /** What may still be demanded, each time that it is expected. */
  all(): readonly Demand[];
}

export function pendingRequirements<Demand>(): PendingRequirements<Demand> {
  const expected = new Set<{ readonly demand: Demand }>();
  return {
    expect(demand, until) {
      const entry = { demand };
      expected.add(entry);
      const settle = (): void => void expected.delete(entry);
      until.then(settle, settle);
    },
    all: () => [...expected].map(({ demand }) => demand),
  };
}
