/** Whether SuperOffice and this machine agree on what time it is. */
import type { Reply } from '../asked-server.js';
import type { Finding } from '../finding.js';

const toleratedSeconds = 30;

export function clock({ date, atMs }: Reply): Finding {
  const point = { topic: 'clock', asked: 'the Date of the answer', setting: null } as const;
  const theirMs = Date.parse(date ?? '');
  if (Number.isNaN(theirMs)) {
    return { ...point, seen: 'not told', verdict: 'unknown', meaning: 'The answer says nothing of its time.' };
  }
  const aheadSeconds = Math.round((theirMs - atMs) / 1000);
  const isClose = Math.abs(aheadSeconds) <= toleratedSeconds;
  const seen = `${aheadSeconds > 0 ? '+' : ''}${aheadSeconds} s`;
  if (isClose) return { ...point, seen, verdict: 'fine', meaning: 'The clocks agree.' };
  const meaning =
    "Set this machine's clock, or SuperOffice's on site: waitSeconds, isCustomerGone and the login of a system user go by it.";
  return { ...point, seen, verdict: 'decide', meaning };
}
