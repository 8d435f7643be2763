/** What properties look like that `$select` does not name: .NET cannot null out numbers, booleans, enums and dates. */
import { recordIn, type Reply } from '../asked-server.js';
import { findingOf, type Finding } from '../finding.js';

type Look = 'null' | 'default' | 'absent' | 'sent';

const look = findingOf(
  { topic: 'unselected', asked: 'numbers, enums and dates that $select does not name', setting: null },
  {
    null: ['fine', 'They come as null. The gateway reads nothing that it did not ask for.'],
    default: ['fine', 'They come as 0, false and 0001-01-01. The gateway reads nothing that it did not ask for.'],
    absent: ['fine', 'They are left out. The gateway reads nothing that it did not ask for.'],
    sent: [
      'decide',
      'This server does not follow $select: each call brings whole records. Raise MAX_RESPONSE_BYTES if lists fail, and ask SuperOffice.',
    ],
    mixed: ['fine', 'They come in several ways. The gateway reads nothing that it did not ask for.'],
  },
);

/** Not booleans: an unselected false and a sent one look the same. */
const properties = ['TopicId', 'InitialQueuePos', 'AlertLevel', 'Rank', 'Status', 'WhenRequested', 'WhenFetched'];

function lookOf(value: unknown): Look {
  if (value === undefined) return 'absent';
  if (value === null) return 'null';
  const isDefault = value === 0 || value === 'Invalid' || /^0001-/.test(String(value));
  return isDefault ? 'default' : 'sent';
}

export function unselected(reply: Reply): Finding {
  const record = recordIn(reply) ?? {};
  const looks = new Set(properties.map((name) => lookOf(record[name])));
  if (looks.has('sent')) return look('sent');
  const [only = 'absent'] = looks;
  return look(looks.size === 1 ? only : 'mixed');
}
