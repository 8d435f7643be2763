/**
 * For items of a list: a failed one becomes its Error as a value. Rejecting would end the whole list and leave its neighbours'
 * calls without anyone who awaits them.
 */
export function asError(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error('something was thrown that is no error');
}
