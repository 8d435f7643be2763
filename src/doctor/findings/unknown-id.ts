/** What is answered for a session that there is not. */
import { recordIn, type Reply } from '../asked-server.js';
import { findingOf, type Finding } from '../finding.js';
import { isNoRecord } from '../../superoffice/record-ids.js';

const unknown = findingOf(
  { topic: 'unknown-id', asked: 'the session of the greatest id', setting: null },
  {
    null: ['fine', 'The answer is null, and so is the field.'],
    'error-object': ['fine', 'The answer is an error object that says "not found": the field is null.'],
    'not-found': ['fine', 'The answer is status 404: the field is null.'],
    'empty-record': ['fine', 'The answer is a record without an id: the field is null.'],
    rejected: [
      'decide',
      'The call is refused: clients get UPSTREAM_REJECTED where others give null, and must take it for that.',
    ],
    'another record': [
      'decide',
      'Another record is answered: the gateway refuses it as UPSTREAM_INVALID_RESPONSE. Ask SuperOffice.',
    ],
    'no answer': ['unknown', 'The call failed for another reason.'],
  },
);

export function unknownId(reply: Reply): Finding {
  const { outcome, status } = reply;
  if (outcome.kind === 'failure') return unknown(outcome.error.code === 'UPSTREAM_REJECTED' ? 'rejected' : 'no answer');
  if (outcome.isNotFound) return unknown(status === 200 ? 'error-object' : 'not-found');
  const record = recordIn(reply);
  if (record === null) return unknown('null');
  return unknown(isNoRecord(record['ChatSessionId']) ? 'empty-record' : 'another record');
}
