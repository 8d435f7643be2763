/** Whether there is a SuperOffice at the address at all. */
import type { Reply } from '../asked-server.js';
import { recordIn } from '../asked-server.js';
import { findingOf, type Finding } from '../finding.js';

const reached = findingOf(
  { topic: 'reachability', asked: 'the page of the API, without credentials', setting: 'SUPEROFFICE_URL' },
  {
    answers: ['fine', 'SuperOffice answers at this address.'],
    unreachable: [
      'decide',
      'Nothing answers: look at the address, the network, and the certificate (SUPEROFFICE_CA_FILE).',
    ],
    moved: [
      'decide',
      'The tenant is at another host by now (status 421): take the address that SuperOffice names today.',
    ],
    unavailable: ['decide', 'Something answers that it is out of order: see whether SuperOffice is in maintenance.'],
    'not SuperOffice': [
      'decide',
      'Something else answers: the address must lead to the tenant, with its /Cust12345 if it is online.',
    ],
  },
);

export function reachability(reply: Reply): Finding {
  const { status } = reply;
  if (status === null) return reached('unreachable');
  if (status === 421) return reached('moved');
  if (status >= 500 || status === 429) return reached('unavailable');
  return reached(recordIn(reply) === null ? 'not SuperOffice' : 'answers');
}
