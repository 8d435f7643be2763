/** What becomes of a name in `$select` that the server does not have: the gateway asks for names that only some versions have. */
import type { Reply } from '../asked-server.js';
import { findingOf, type Finding } from '../finding.js';
import { selectAnswer } from './select-refusals.js';

const once =
  'The gateway asks once more without the names that only some versions have, and remembers it until it ends.';

const unknownName = findingOf(
  { topic: 'unknown-names', asked: '$select with a name that there is not', setting: null },
  {
    ignore: ['fine', 'They are ignored: fields of newer servers read as null on older ones.'],
    'bad-request': ['fine', `They are refused by status 400. ${once}`],
    'error-object': ['fine', `They are refused by an error object. ${once}`],
    null: [
      'decide',
      'A session that is asked for with one reads as not there. Let clients select no field whose description says "older servers".',
    ],
    'no answer': ['unknown', 'The call failed for another reason.'],
  },
);

export function unknownNames(reply: Reply): Finding {
  const answer = selectAnswer(reply);
  return unknownName(answer === 'taken' ? 'ignore' : answer);
}
