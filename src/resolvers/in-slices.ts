/**
 * A long list, handed out bit by bit: graphql-js goes on with the items of one slice, and others have their turn before the next.
 * All of a list at once held up everybody else for 80 ms, with 200 sessions and all of their fields.
 */
const recordsOfSlice = 25;

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/**
 * Only for items under which nothing is loaded: loads of different slices fall into different ticks and would not be joined.
 * @returns the same items in the same order, those after the first slice as promises
 */
export function inSlices<Item>(items: readonly Item[], perSlice = recordsOfSlice): readonly (Item | Promise<Item>)[] {
  let turn = Promise.resolve();
  return items.map((item, index) => {
    if (index < perSlice) return item;
    if (index % perSlice === 0) turn = turn.then(nextTurn);
    return turn.then(() => item);
  });
}
