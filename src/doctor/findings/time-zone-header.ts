/** What SO-TimeZone does to the When fields: it is known to put its name on dates without converting them (defect 1372). */
import { recordIn, type Reply } from '../asked-server.js';
import { findingOf, type Finding } from '../finding.js';
import { writtenDate } from './written-dates.js';

const header = findingOf(
  { topic: 'time-zone-header', asked: 'SO-TimeZone: UTC,includeTZOffset', setting: null },
  {
    ignore: ['fine', 'It changes nothing: callers may leave it out.'],
    label: ['fine', 'It puts a Z on dates without converting them (defect 1372): let callers send no SO-TimeZone.'],
    convert: ['fine', 'It converts dates: callers may send it.'],
    'same in UTC': ['fine', 'Dates are in UTC anyway, and get a Z.'],
    'cannot be told': ['unknown', 'There is no date to look at, or the call failed.'],
  },
);

/** @param offsetMinutes of the dates without the header, ahead of UTC; null: not known */
export function timeZoneHeader(without: Reply, withHeader: Reply, offsetMinutes: number | null): Finding {
  const plain = writtenDate(recordIn(without)?.['WhenIdle']);
  const asked = writtenDate(recordIn(withHeader)?.['WhenIdle']);
  if (plain === null || asked === null) return header('cannot be told');
  if (plain.wallMs !== asked.wallMs) return header('convert');
  if (plain.offset === asked.offset) return header('ignore');
  if (offsetMinutes === null) return header('cannot be told');
  return header(offsetMinutes === 0 ? 'same in UTC' : 'label');
}
