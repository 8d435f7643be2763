/**
 * The answers of an action that are nobody's failure: SuperOffice did nothing, because things were not as the caller thought.
 * Texts are fixed; they say what happened and what to do.
 */
import type { ChatUserErrorCode } from '../generated/resolver-types.js';

const texts: Readonly<Record<ChatUserErrorCode, string>> = {
  NOT_FOUND: 'There is nothing with this id that you may see. Refresh the list.',
  NOT_IN_QUEUE: 'The session waits no more: somebody else took it, or the customer left. Refresh the queue.',
  QUEUE_EMPTY: 'Nobody is waiting.',
  NOT_YOURS: 'Nothing was done: it is not yours. Refresh to see whose it is.',
  NO_TRANSFER_PENDING: 'The session is not being offered to anybody. Refresh to see who has it.',
  ALREADY_OVER: 'The session is over already, and was left as it is.',
};

export interface UserError {
  readonly code: ChatUserErrorCode;
  readonly message: string;
}

/** The list that a payload has: empty for null. */
export const userErrors = (code: ChatUserErrorCode | null): readonly UserError[] =>
  code === null ? [] : [{ code, message: texts[code] }];
