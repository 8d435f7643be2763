/** How Flags are written when none is set: SuperOffice has a name for 0, `CustomerIsTyping`. */
import { recordIn, type Reply } from '../asked-server.js';
import { findingOf, type Finding } from '../finding.js';

const noFlag = findingOf(
  { topic: 'no-flags', asked: 'Flags of a chat in which nobody types', setting: null },
  {
    empty: ['fine', 'They are an empty text: ChatSession.flags reads as null.'],
    null: ['fine', 'They are null: ChatSession.flags reads as null.'],
    None: ['fine', 'They have a name of their own: ChatSession.flags reads as an empty list.'],
    '0': ['fine', 'They are the number 0: ChatSession.flags reads as an empty list.'],
    CustomerIsTyping: ['decide', 'No flag and CUSTOMER_IS_TYPING are the same here: let clients show nothing for it.'],
    'cannot be told': ['unknown', 'Somebody may be typing: name a chat that is over with --session.'],
  },
);

/** Longer ago than any two time zones are apart, so that it is over in all of them. */
const quietMs = 30 * 60 * 60 * 1000;

/** Whether the chat is over, or nobody has said anything for long. */
function isQuiet(record: Readonly<Record<string, unknown>>, nowMs: number): boolean {
  return ['WhenEnded', 'WhenIdle'].some((name) => {
    const timeMs = Date.parse(String(record[name]).slice(0, 19) + 'Z');
    return timeMs > 0 && nowMs - timeMs > quietMs;
  });
}

export function noFlags(reply: Reply): Finding {
  const record = recordIn(reply) ?? {};
  const flags = record['Flags'];
  if (flags === '') return noFlag('empty');
  if (flags === null || flags === undefined) return noFlag('null');
  if (flags === 'None') return noFlag('None');
  if (flags === 0 || flags === '0') return noFlag('0');
  const isZero = flags === 'CustomerIsTyping' && isQuiet(record, reply.atMs);
  return noFlag(isZero ? 'CustomerIsTyping' : 'cannot be told');
}
