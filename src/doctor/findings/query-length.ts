/**
 * How long a query may be. Halves the distance between a length that is taken and one that is not, on a short list of lengths, so
 * that it takes three calls.
 */
import { isRecordId } from '../../superoffice/record-ids.js';
import { recordIn, type Reply } from '../asked-server.js';
import type { Finding } from '../finding.js';

/** Of the query string beside `$select`, for the longest id. */
const otherChars = 'chatSessionEntityId=2147483647&$select='.length;

/** What the gateway itself may send. */
export const neededChars = (selectMaxLength: number): number => otherChars + selectMaxLength;

/** Lengths that are tried; servers' own limits are powers of two. */
const lengthsFor = (selectMaxLength: number): readonly number[] =>
  [...new Set([512, 1024, 2048, 4096, 8192, neededChars(selectMaxLength)])].sort((first, second) => first - second);

export interface AcceptedLength {
  /** The longest that was taken; 0: none. */
  readonly accepted: number;
  /** The shortest that was not; null: all were. */
  readonly refused: number | null;
}

/** @param ask makes the call with a query of this length */
export async function acceptedLength(
  selectMaxLength: number,
  ask: (queryChars: number) => Promise<Reply>,
): Promise<AcceptedLength> {
  const lengths = lengthsFor(selectMaxLength);
  let [low, high] = [0, lengths.length]; // all below `low` are taken, all from `high` on are not
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const isTaken = isRecordId(recordIn(await ask(lengths[middle] ?? 0))?.['ChatSessionId']);
    if (isTaken) low = middle + 1;
    else high = middle;
  }
  return { accepted: lengths[low - 1] ?? 0, refused: lengths[low] ?? null };
}

export function queryLength({ accepted, refused }: AcceptedLength, selectMaxLength: number): Finding {
  const point = { topic: 'query-length', asked: 'queries of up to 8192 characters', setting: 'SELECT_MAX_LENGTH' };
  const seen = refused === null ? `${accepted} accepted` : `${accepted} accepted, ${refused} refused`;
  if (accepted >= neededChars(selectMaxLength)) {
    return { ...point, seen, verdict: 'fine', meaning: `SELECT_MAX_LENGTH=${selectMaxLength} fits.` };
  }
  const fitting = accepted - otherChars;
  const meaning =
    fitting > 0
      ? `Set SELECT_MAX_LENGTH=${fitting}, or longer selections fail.`
      : 'Not even short queries are taken: something in front of SuperOffice refuses them.';
  return { ...point, seen, verdict: 'decide', meaning };
}
