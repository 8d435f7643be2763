/**
 * For items of a list: a failed item becomes its Error as a value. A rejection would fail the entire list, and the calls of the other
 * items would not be awaited.
 */
export function asError(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error('the thrown value is not an Error');
}
