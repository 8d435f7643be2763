/**
 * In which zone the When fields of sessions are. WhenIdle is when the last message came, and the time of a message is documented to be
 * UTC: where both are of the same moment, their difference is the zone.
 */
import { offsetMinutesOf } from '../../entities/base-time-zone.js';
import { isRecord } from '../../base/json-record.js';
import { recordIn, type Reply } from '../asked-server.js';
import { findingOf, type Finding } from '../finding.js';
import { offsetName, writtenDate, type WrittenDate } from './written-dates.js';

const point = {
  topic: 'when-zone',
  asked: 'WhenIdle beside the last message',
  setting: 'SUPEROFFICE_TIME_ZONE',
} as const;

const untold = findingOf(point, {
  'with an offset': ['fine', 'Dates name their offset: SUPEROFFICE_TIME_ZONE is not needed for them.'],
  'no date': ['unknown', 'The session has no date to look at: name another one with --session.'],
  'without an offset': [
    'decide',
    'Dates name no zone, and no message tells it: compare one with the clock in SuperOffice, or name a chat with messages with --session.',
  ],
});

const minuteMs = 60_000;
const toleratedMs = 2 * minuteMs;

/** All zones there are lie at quarters of an hour. */
function zoneMinutes({ wallMs }: WrittenDate, instantMs: number): number | null {
  const differenceMs = wallMs - instantMs;
  const minutes = Math.round(differenceMs / minuteMs / 15) * 15;
  const isZone =
    Math.abs(differenceMs - minutes * minuteMs) <= toleratedMs && minutes >= -12 * 60 && minutes <= 14 * 60;
  return isZone ? minutes : null;
}

/** When the last message came; null where there is none, or its date has another offset than UTC's. */
function lastMessageMs({ outcome }: Reply): number | null {
  const messages: readonly unknown[] = outcome.kind === 'value' && Array.isArray(outcome.value) ? outcome.value : [];
  const dates = messages.map((message) => (isRecord(message) ? writtenDate(message['WhenPosted']) : null));
  const times = dates.flatMap((date) => (date !== null && (date.offset ?? 'Z') === 'Z' ? [date.wallMs] : []));
  return times.length === 0 ? null : Math.max(...times);
}

/** Minutes that the When fields are ahead of UTC; null where it cannot be told. */
export function whenOffset(session: Reply, messages: Reply): number | null {
  const idle = writtenDate(recordIn(session)?.['WhenIdle']);
  const instantMs = lastMessageMs(messages);
  return idle === null || idle.offset !== null || instantMs === null ? null : zoneMinutes(idle, instantMs);
}

export function whenZone(session: Reply, messages: Reply, baseTimeZone: string): Finding {
  const idle = writtenDate(recordIn(session)?.['WhenIdle']);
  if (idle === null) return untold('no date');
  if (idle.offset !== null) return untold('with an offset');
  const minutes = whenOffset(session, messages);
  if (minutes === null) return untold('without an offset');
  const isAsSet = offsetMinutesOf(idle.wallMs, baseTimeZone) === minutes;
  const meaning = isAsSet
    ? 'Dates name no zone, and are in the one of SUPEROFFICE_TIME_ZONE.'
    : `Dates name no zone: set SUPEROFFICE_TIME_ZONE to yours, which had this offset when that chat was last written in.`;
  return { ...point, seen: offsetName(minutes), meaning, verdict: isAsSet ? 'fine' : 'decide' };
}
