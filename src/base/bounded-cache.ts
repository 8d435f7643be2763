/**
 * Remembers what was made lately, up to a number of entries: the oldest goes first.
 */
export interface BoundedCache<Key, Value> {
  get(key: Key): Value | undefined;
  /** @returns what is remembered under the key, or what `make` gives, which is remembered then */
  getOrMake(key: Key, make: () => Value): Value;
}

export function boundedCache<Key, Value>(maxEntries: number): BoundedCache<Key, Value> {
  const entries = new Map<Key, Value>();
  return {
    get: (key) => entries.get(key),
    getOrMake(key, make) {
      const known = entries.get(key);
      if (known !== undefined) return known;
      const made = make();
      entries.set(key, made);
      const [oldest] = entries.keys();
      if (entries.size > maxEntries && oldest !== undefined) entries.delete(oldest);
      return made;
    },
  };
}
