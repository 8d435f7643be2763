/** Restrictions as text, and what needs none. */
import { describe, expect, it } from '@jest/globals';
import {
  allOf,
  anyOf,
  condition,
  equalsOneOf,
  isOneOf,
  listCondition,
  noRow,
  restrictionText,
} from '../../../src/superoffice/archive/restriction.js';

const a = condition('a', '=', 1);
const b = condition('b', 'begins', 'x');
const c = condition('c', 'lt', 3);

describe('a restriction', () => {
  it('is written with brackets wherever the order could be read otherwise', () => {
    expect(restrictionText(anyOf([allOf([a, b]), c]))).toBe("(a = 1 and b begins 'x') or c lt 3");
    expect(restrictionText(allOf([anyOf([a, b]), c]))).toBe("(a = 1 or b begins 'x') and c lt 3");
    expect(restrictionText(allOf([a]))).toBe('a = 1');
    expect(restrictionText(listCondition('s', 'oneOf', [4]))).toBe('s oneOf (4)');
  });

  it.each([
    ["it's", "'it\\'s'"],
    ['\\', "'\\\\'"],
    ["\\'", "'\\\\\\''"],
    ["' or a > 0 or '", "'\\' or a > 0 or \\''"],
    ['(x)', "'(x)'"],
  ])('quotes %j', (text, expected) => {
    expect(restrictionText(condition('t', 'is', text))).toBe(`t is ${expected}`);
  });

  it('that no row can match, or every row, is known without a call', () => {
    expect(allOf([a, noRow])).toEqual(noRow);
    expect(anyOf([noRow, a])).toEqual(a);
    expect(anyOf([])).toEqual(noRow);
    expect(anyOf([a, allOf([])])).toEqual(allOf([]));
    expect(listCondition('s', 'oneOf', [])).toEqual(noRow);
    expect(equalsOneOf('i', [])).toEqual(noRow);
    expect(restrictionText(allOf([]))).toBe('');
    expect(() => restrictionText(noRow)).toThrow('No row');
  });

  it('of many numbers is one `in`, of few an `or` of equalities, which every server takes', () => {
    const numbers = (count: number) => Array.from({ length: count }, (_, index) => index);
    expect(restrictionText(isOneOf('i', numbers(2)))).toBe('i = 0 or i = 1');
    expect(restrictionText(isOneOf('i', numbers(21)))).toBe(`i in (${numbers(21).join()})`);
    expect(restrictionText(equalsOneOf('i', numbers(21)))).not.toContain('in (');
  });
});
