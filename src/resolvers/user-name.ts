/** Names of users, as clients send them. */
import { BadUserInputError } from '../errors/gateway-error.js';

const printable = /^(?! )[^\p{Cc}]{1,255}(?<! )$/u;

/** SuperOffice reads digits as an associate id, even where the caller means something else. @throws {BadUserInputError} */
export function checkUserName(name: string, argument: string, advice = 'Use a user name.'): void {
  if (/^\s*[+-]?\d+\s*$/.test(name))
    throw new BadUserInputError(
      `\`${argument}\` takes no digits: they may be an associate id or an ejUser id. ${advice}`,
    );
  if (!printable.test(name)) throw new BadUserInputError(`\`${argument}\` is not accepted: give a user name.`);
}
