/**
 * Repeatable random numbers: mulberry32, one sequence per seed.
 */
export interface SeededRandom {
  /** An integer from `low` to `high`, without `high`. */
  between(low: number, high: number): number;
}

export function seededRandom(seed: number): SeededRandom {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return { between: (low, high) => low + Math.floor(next() * (high - low)) };
}
