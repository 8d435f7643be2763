/** Whether there is a chat session to look at: most points are about what one looks like. */
import { recordIn, type Reply } from '../asked-server.js';
import { findingOf, type Finding } from '../finding.js';
import { isRecordId } from '../../superoffice/record-ids.js';

const found = findingOf(
  { topic: 'session', asked: 'a chat session to look at', setting: null },
  {
    found: ['fine', 'The points below were looked at on it.'],
    none: [
      'decide',
      'This user has no open chats: name a session with --session, best one with messages and a company.',
    ],
    unknown: ['decide', 'SuperOffice has no session of this id, or does not show it: name another one with --session.'],
  },
);

export const noSession = (): Finding => found('none');

export function session(reply: Reply): Finding {
  return found(isRecordId(recordIn(reply)?.['ChatSessionId']) ? 'found' : 'unknown');
}
