/**
 * How generated records choose: by arithmetic on the id, never by chance or clock.
 */

/** The value at `index` modulo the length; `index` is not negative. */
export function pick<const Values extends readonly [unknown, ...unknown[]]>(
  values: Values,
  index: number,
): Values[number] {
  const found: Values[number] | undefined = values[index % values.length];
  return found === undefined ? values[0] : found;
}
