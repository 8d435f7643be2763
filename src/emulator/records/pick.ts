/**
 * Selects values of generated records by arithmetic on the id, without randomness or the clock.
 */

/** The value at `index` modulo the length; `index` is not negative. */
export function pick<const Values extends readonly [unknown, ...unknown[]]>(
  values: Values,
  index: number,
): Values[number] {
  const found: Values[number] | undefined = values[index % values.length];
  return found === undefined ? values[0] : found;
}
