/** DateTime and LocalTime are returned as the conversions wrote them, and checked where they are inputs. */
import { GraphQLError, Kind, type ValueNode } from 'graphql';

/** schema/scalars.graphql describes the scalars. */
const serialize = (value: unknown): unknown => value;

const pattern = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,7})?(?:Z|[+-]\d\d:\d\d)$/;

/** A day and a time that there are, years before the ones by which SuperOffice says "no date". */
function isCalendarTime(text: string): boolean {
  const wall = text.slice(0, 'yyyy-mm-ddThh:mm:ss'.length);
  const ms = Date.parse(`${wall}Z`);
  if (Number.isNaN(ms) || Number.isNaN(Date.parse(text))) return false;
  return new Date(ms).toISOString().startsWith(wall) && wall >= '1800-01-02' && wall < '9998-12-31';
}

/** @returns the text: RFC 3339 with an offset, of a year that SuperOffice does not use for "no date" */
function dateTime(value: unknown): string {
  if (typeof value === 'string' && pattern.test(value) && isCalendarTime(value)) return value;
  throw new GraphQLError('A DateTime is not accepted: use RFC 3339 with an offset, such as 2026-11-30T12:00:00Z.');
}

const localPattern = /^(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?$/;

/** @returns HH:MM:SS */
function localTime(value: unknown): string {
  if (typeof value !== 'string' || !localPattern.test(value))
    throw new GraphQLError('A LocalTime is not accepted: use HH:MM or HH:MM:SS, such as 08:30.');
  return value.length === 'HH:MM'.length ? `${value}:00` : value;
}

export const DateTime = {
  serialize,
  parseValue: dateTime,
  parseLiteral: (node: ValueNode): string => dateTime(node.kind === Kind.STRING ? node.value : null),
};

export const LocalTime = {
  serialize,
  parseValue: localTime,
  parseLiteral: (node: ValueNode): string => localTime(node.kind === Kind.STRING ? node.value : null),
};
