/** Whether a row matches a restriction. Each kind of column has its own operators; `le` and `ge` fail, as in SuperOffice's own examples. */
import { storedTimeMs } from '../clock.js';
import type { JsonValue } from '../json-record.js';
import type { ServerQuirks } from '../server-quirks.js';
import type { Agent } from '../world/agents.js';
import type { ArchiveColumn, ArchiveRow, ColumnKind, Columns } from './column.js';
import { RestrictionError, type Operand, type Restriction } from './restriction-parser.js';

type Match = (value: JsonValue, operands: readonly Operand[]) => boolean;

const numbers = (operands: readonly Operand[]): readonly number[] =>
  operands.map((operand) => {
    const number = Number(operand);
    if (!Number.isFinite(number)) throw new RestrictionError(`${operand} is not a number`);
    return number;
  });

const compares =
  (matches: (value: number, operand: number, second: number) => boolean): Match =>
  (value, operands) => {
    const [first = NaN, second = NaN] = numbers(operands);
    return value !== null && matches(Number(value), first, second);
  };

const isIn: Match = (value, operands) => value !== null && numbers(operands).includes(Number(value));
const isNotIn: Match = (value, operands) => !isIn(value, operands);
const equals = compares((value, operand) => value === operand);
const less = compares((value, operand) => value < operand);
const greater = compares((value, operand) => value > operand);
const unequals = compares((value, operand) => value !== operand);
const between = compares((value, from, to) => value >= from && value <= to);

const intOperators: Readonly<Record<string, Match>> = {
  '=': equals,
  eq: equals,
  equals,
  '<': less,
  lt: less,
  less,
  '>': greater,
  gt: greater,
  greater,
  ne: unequals,
  unequals,
  between,
  in: isIn,
  set: (value) => Number(value ?? 0) !== 0,
};

const lower = (value: JsonValue | Operand): string => String(value ?? '').toLowerCase();
const onText =
  (matches: (text: string, operand: string) => boolean): Match =>
  (value, [operand = '']) =>
    matches(lower(value), lower(operand));

const textOperators: Readonly<Record<string, Match>> = {
  begins: onText((text, operand) => text.startsWith(operand)),
  contains: onText((text, operand) => text.includes(operand)),
  is: onText((text, operand) => text === operand),
  '=': onText((text, operand) => text === operand),
  notbegins: onText((text, operand) => !text.startsWith(operand)),
  notcontains: onText((text, operand) => !text.includes(operand)),
  isnot: onText((text, operand) => text !== operand),
  in: (value, operands) => operands.map(lower).includes(lower(value)),
};

/** Ticks of 100 ns since 1970 would not fit a number: milliseconds, and the digits behind them. "No date" is before all others. */
function timeOf(value: JsonValue | Operand): readonly [number, number] {
  const text = String(value);
  const ms = storedTimeMs(text);
  if (ms === null) return [-Infinity, 0];
  const [, digits = ''] = /\.(\d{1,7})/.exec(text) ?? [];
  return [ms, Number(digits.padEnd(7, '0'))];
}

const literal = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/;

function compareTimes(value: JsonValue, operand: Operand): number {
  if (!literal.test(String(operand))) throw new RestrictionError('a date was expected');
  const [one, other] = [timeOf(value), timeOf(operand)];
  if (one[0] === other[0]) return one[1] - other[1];
  return one[0] < other[0] ? -1 : 1;
}

const onTime =
  (matches: (difference: number) => boolean): Match =>
  (value, [operand = '']) =>
    matches(compareTimes(value, operand));

const timeOperators: Readonly<Record<string, Match>> = {
  aftertime: onTime((difference) => difference >= 0),
  beforetime: onTime((difference) => difference < 0),
  datetime: onTime((difference) => difference === 0),
};

const listOperators: Readonly<Record<string, Match>> = {
  oneof: isIn,
  notoneof: isNotIn,
  equals,
  '=': equals,
  in: isIn,
};

const associateOperators: Readonly<Record<string, Match>> = { associateisoneof: isIn, associateisnotoneof: isNotIn };

const operatorsByKind: Readonly<Record<ColumnKind, Readonly<Record<string, Match>>>> = {
  int: intOperators,
  string: textOperators,
  datetime: timeOperators,
  listAny: listOperators,
  associate: associateOperators,
  ejUser: listOperators,
  timeSpan: { '=': equals, eq: equals, lt: less, '<': less, gt: greater, '>': greater, between },
  bool: { '=': equals, set: (value) => value === true },
};

export interface MatchOptions {
  readonly columns: Columns;
  readonly caller: Agent;
  readonly quirks: ServerQuirks;
}

/** Whatever it is compared with. */
const always: Match = () => true;

function operatorOf(
  kind: ColumnKind,
  operator: string,
  { archiveTimeSpans, archiveIn }: ServerQuirks,
): Match | undefined {
  const ofIn = kind === 'int' && operator === 'in' ? archiveIn : 'accepted';
  const behaviour = kind === 'timeSpan' ? archiveTimeSpans : ofIn;
  if (behaviour === 'refused') return undefined;
  return behaviour === 'ignored' ? always : operatorsByKind[kind][operator];
}

type RowMatch = (row: ArchiveRow) => boolean;

function nullMatch(operator: string, raw: ArchiveColumn['raw']): RowMatch | null {
  const isNull: RowMatch = (row) => [null, '', 0, '0', '0001-01-01T00:00:00'].includes(raw(row) as string);
  if (operator === 'isnull') return isNull;
  return operator === 'isnotnull' ? (row) => !isNull(row) : null;
}

/** @throws {RestrictionError} a column or an operator that there is not */
export function matchOf(restriction: Restriction, options: MatchOptions): RowMatch {
  if (restriction.kind !== 'condition') {
    const matches = restriction.parts.map((part) => matchOf(part, options));
    return restriction.kind === 'and'
      ? (row) => matches.every((matchesRow) => matchesRow(row))
      : (row) => matches.some((matchesRow) => matchesRow(row));
  }
  const { operator, operands } = restriction;
  const column = options.columns.get(restriction.column.toLowerCase());
  if (!column) throw new RestrictionError(`there is no column ${restriction.column}`);
  const { kind, raw } = column;
  const byNull = nullMatch(operator, raw);
  if (byNull !== null) return byNull;
  if (kind === 'associate' && operator === 'currentassociate') return (row) => raw(row) === options.caller.associateId;
  const match = operatorOf(kind, operator, options.quirks);
  if (!match) throw new RestrictionError(`the operator ${operator} is not supported for ${column.name}`);
  match(0, operands); // refuses operands that no value can be compared with
  return (row) => match(raw(row), operands);
}
