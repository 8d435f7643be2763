/** Whether the caller may read a row of an archive: the right to select is the lowest bit of a number, or one of some names. */
import { isRecord } from '../../base/json-record.js';

const selectRight = 1;

/** @param row without a right, it is readable */
export function isReadableRow(row: unknown): boolean {
  const right = isRecord(row) && isRecord(row['TableRight']) ? row['TableRight']['Mask'] : null;
  if (typeof right === 'number') return (right & selectRight) !== 0;
  return right !== 'None' && right !== '0';
}
