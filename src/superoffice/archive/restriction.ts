/**
 * Restrictions of archives, as data, and as SuperOffice's text: `status oneOf (4,5) and (firstMessage begins 'Bob\'s' or rating gt 3)`.
 * Only operators are written that SuperOffice's own examples show to work: `le` and `ge` are documented, and fail.
 * @see SuperOffice: Archive, "Restriction types"; POST Agents/Archive/GetArchiveListByColumns2 (escapes)
 */
export type RestrictionValue = string | number;

interface Condition {
  readonly kind: 'condition';
  readonly column: string;
  readonly operator: string;
  readonly values: readonly RestrictionValue[];
  /** The operator takes a list, also of one value. */
  readonly isList: boolean;
}

/** `all` and `none` stand for every row and for no row; no text is written for them. */
export type Restriction =
  | Condition
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Restriction[] }
  | { readonly kind: 'all' | 'none' };

const everyRow: Restriction = { kind: 'all' };
export const noRow: Restriction = { kind: 'none' };

export const condition = (column: string, operator: string, value: RestrictionValue): Restriction => ({
  kind: 'condition',
  column,
  operator,
  values: [value],
  isList: false,
});

export const listCondition = (column: string, operator: string, values: readonly RestrictionValue[]): Restriction =>
  values.length === 0 ? noRow : { kind: 'condition', column, operator, values, isList: true };

export function allOf(restrictions: readonly Restriction[]): Restriction {
  const parts = restrictions.filter(({ kind }) => kind !== 'all');
  if (parts.some(({ kind }) => kind === 'none')) return noRow;
  const [only = everyRow] = parts;
  return parts.length > 1 ? { kind: 'and', parts } : only;
}

/** Of no restriction: no row. */
export function anyOf(restrictions: readonly Restriction[]): Restriction {
  const parts = restrictions.filter(({ kind }) => kind !== 'none');
  const every = parts.find(({ kind }) => kind === 'all');
  const [only = noRow] = parts;
  return every ?? (parts.length > 1 ? { kind: 'or', parts } : only);
}

/** More values than this are one `in`, which SuperOffice documents by examples only; less are joined by `or`. */
const maxJoined = 20;

export const equalsOneOf = (column: string, values: readonly number[]): Restriction =>
  anyOf(values.map((value) => condition(column, '=', value)));

/** Whether a whole number is one of these. */
export const isOneOf = (column: string, values: readonly number[]): Restriction =>
  values.length > maxJoined ? listCondition(column, 'in', values) : equalsOneOf(column, values);

/** A quote and a backslash follow a backslash. */
const valueText = (value: RestrictionValue): string =>
  typeof value === 'number' ? String(value) : `'${value.replace(/[\\']/g, '\\$&')}'`;

function conditionText({ column, operator, values, isList }: Condition): string {
  const texts = values.map(valueText).join();
  return `${column} ${operator} ${isList ? `(${texts})` : texts}`;
}

/** @returns the text; empty for `all` @throws {TypeError} `none`: no call is needed to know the result */
export function restrictionText(restriction: Restriction): string {
  switch (restriction.kind) {
    case 'all':
      return '';
    case 'none':
      throw new TypeError('No row can match: no text says so.');
    case 'condition':
      return conditionText(restriction);
    case 'and':
    case 'or': {
      const texts = restriction.parts.map((part) =>
        part.kind === 'condition' ? restrictionText(part) : `(${restrictionText(part)})`,
      );
      return texts.join(` ${restriction.kind} `);
    }
  }
}
