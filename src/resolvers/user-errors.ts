/**
 * The results of an action that are not failures: SuperOffice did nothing, because the state was not as the caller expected.
 * The texts are fixed; they say what happened and what to do.
 */
import type { ChatUserErrorCode } from '../generated/resolver-types.js';

const texts: Readonly<Record<ChatUserErrorCode, string>> = {
  NOT_FOUND: 'There is no record with this id that you may see. Refresh the list.',
  NOT_IN_QUEUE: 'The session is no longer waiting: another user took it, or the customer left. Refresh the queue.',
  QUEUE_EMPTY: 'No customer is waiting.',
  NOT_YOURS: 'Nothing was done: it is not yours. Refresh to see whose it is.',
  NO_TRANSFER_PENDING: 'The session is not being offered to any user. Refresh to see who has it.',
  ALREADY_OVER: 'The session is over already, and was left as it is.',
  CHANGED_MEANWHILE: 'Nothing was changed: the session has other values by now. Look at them, and try again.',
};

export interface UserError {
  readonly code: ChatUserErrorCode;
  readonly message: string;
  /** Path of the argument. */
  readonly field: readonly string[] | null;
}

/** The `userErrors` of a payload: empty for null. */
export const userErrors = (
  code: ChatUserErrorCode | null,
  field: UserError['field'] | undefined = null,
): readonly UserError[] => (code === null ? [] : [{ code, message: texts[code], field: field ?? null }]);
