/** What becomes of a path in `$select` that goes two levels deep. The gateway sends none; whoever writes its next version wants to know. */
import { recordIn, valueAt, type Reply } from '../asked-server.js';
import { findingOf, type Finding } from '../finding.js';
import { isRecord } from '../../base/json-record.js';
import { selectAnswer } from './select-refusals.js';

const none = 'The gateway sends no such path: addresses are asked for whole.';

const deepPath = findingOf(
  { topic: 'deep-paths', asked: '$select=Contact/Address/Street/City', setting: null },
  {
    honour: ['fine', `They are followed. ${none}`],
    ignore: ['fine', `They are ignored. ${none}`],
    'bad-request': ['fine', `They are refused by status 400. ${none}`],
    'error-object': ['fine', `They are refused by an error object. ${none}`],
    null: ['fine', `The answer is null. ${none}`],
    'no company': ['unknown', 'The session has no company to look at: name another one with --session.'],
    'no answer': ['unknown', 'The call failed for another reason.'],
  },
);

/** @param hasContact whether the session has a company */
export function deepPaths(reply: Reply, hasContact: boolean): Finding {
  const answer = selectAnswer(reply);
  if (answer !== 'taken') return deepPath(answer);
  if (!hasContact) return deepPath('no company');
  const contact = recordIn(reply)?.['Contact'];
  const street = valueAt(contact, 'Address/Street');
  const isWhole = typeof valueAt(contact, 'Name') === 'string'; // nobody has asked for it
  return deepPath(isRecord(street) && 'City' in street && !isWhole ? 'honour' : 'ignore');
}
