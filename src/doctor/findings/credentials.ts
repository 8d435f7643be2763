/** Whether the credentials that the doctor was given are taken. */
import type { Reply } from '../asked-server.js';
import { findingOf, type Finding } from '../finding.js';

const credential = findingOf(
  { topic: 'credentials', asked: 'the first call with credentials', setting: 'SUPEROFFICE_APP_TOKEN' },
  {
    accepted: ['fine', 'SuperOffice takes them.'],
    refused: [
      'decide',
      'Expired, misspelled, or of a scheme that this server does not take; online, SOTicket needs SUPEROFFICE_APP_TOKEN.',
    ],
    'without rights': ['decide', 'The user is known, but lacks the rights or the chat licence.'],
    'no answer': ['decide', 'The call failed for another reason: run this again, then look at the address.'],
  },
);

export function credentials({ outcome }: Reply): Finding {
  if (outcome.kind === 'value') return credential('accepted');
  const { code } = outcome.error;
  if (code === 'UNAUTHENTICATED') return credential('refused');
  return credential(code === 'FORBIDDEN' ? 'without rights' : 'no answer');
}
