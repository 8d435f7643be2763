/** Writes a client's filter as a restriction of an archive. Every problem is a BAD_USER_INPUT before any call. */
import type { ColumnKind, FilterColumn, SessionArchive } from '../../catalog/archive/archive-columns.js';
import { publishedTypes } from '../../contract/generated/types.js';
import { schemaName } from '../../entities/enum-names.js';
import { BadUserInputError } from '../../errors/gateway-error.js';
import type {
  ChatDateTimeRange,
  ChatIntRange,
  ChatSessionFilter,
  ChatTextFilter,
} from '../../generated/resolver-types.js';
import {
  allOf,
  anyOf,
  condition,
  isOneOf,
  listCondition,
  noRow,
  type Restriction,
} from '../../superoffice/archive/restriction.js';
import { checkId } from '../load-entity.js';
import { literalOf, ticksOf, wallTicksOf } from './ticks.js';

const maxDepth = 5;
/** Conditions, and filters in lists. */
const maxConditions = 100;
const maxValues = 500;
const maxTextLength = 200;

const statusNumbers = new Map<string, number>(
  publishedTypes.ChatSessionEntity.Status.oneOf.map((name, index) => [schemaName(name), index]),
);

export interface Writing {
  readonly archive: SessionArchive;
  readonly timeZone: string;
  /** Ranges of time spans are accepted. */
  readonly hasTimeSpans: boolean;
}

function idNumbers(field: string, ids: readonly string[]): readonly number[] {
  for (const id of ids) checkId(id, `id in \`${field}\``);
  return [...new Set(ids.map(Number))];
}

function statusValues(names: readonly string[]): readonly number[] {
  return [...new Set(names)].map((name) => {
    const number = statusNumbers.get(name);
    if (number === undefined) throw new BadUserInputError('UNRECOGNIZED is no status that can be searched for.');
    return number;
  });
}

function membership({ column, kind }: FilterColumn, values: readonly number[]): Restriction {
  if (values.length === 0) return noRow;
  if (kind === 'associate') return listCondition(column, 'associateIsOneOf', values);
  return kind === 'list' ? listCondition(column, 'oneOf', values) : isOneOf(column, values);
}

const maxInt32 = 2_147_483_647;

/** Both ends are included: `le` and `ge` do not work. */
function intRange(column: string, { from, to }: ChatIntRange): Restriction {
  if (from != null && to != null && from > to) return noRow;
  return allOf([
    ...(from != null && from > -maxInt32 ? [condition(column, 'gt', from - 1)] : []),
    ...(to != null && to < maxInt32 ? [condition(column, 'lt', to + 1)] : []),
  ]);
}

/** SuperOffice writes "no date" as an earlier or a later one. */
const [firstTime, endOfTime] = ['1800-01-01T00:00:00', '9999-01-01T00:00:00'];

/** The end is not included. */
function timeRange(column: string, { from, to }: ChatDateTimeRange, timeZone: string): Restriction {
  const literal = (text: string): string => literalOf(wallTicksOf(text, timeZone));
  if (from != null && to != null && ticksOf(from) >= ticksOf(to)) return noRow;
  return allOf([
    condition(column, 'afterTime', from == null ? firstTime : literal(from)),
    condition(column, 'beforeTime', to == null ? endOfTime : literal(to)),
  ]);
}

function textMatch(column: string, field: string, { is, begins, contains }: ChatTextFilter): Restriction {
  const operators = { is, begins, contains };
  const parts = Object.entries(operators).flatMap(([operator, text]) => {
    if (text == null) return [];
    if (text.trim() === '' || text.length > maxTextLength || text.includes('\0'))
      throw new BadUserInputError(
        `A text in \`${field}\` needs 1 to ${maxTextLength} characters, none of which is NUL.`,
      );
    return [condition(column, operator, text)];
  });
  return allOf(parts);
}

type Value = NonNullable<ChatSessionFilter[keyof ChatSessionFilter]>;

function fieldRestriction(field: string, column: FilterColumn, value: Value, { timeZone }: Writing): Restriction {
  const kinds: Readonly<Record<ColumnKind, () => Restriction>> = {
    int: () => (Array.isArray(value) ? members() : intRange(column.column, value as ChatIntRange)), // `rating` is a range
    list: () => members(),
    associate: () => members(),
    datetime: () => timeRange(column.column, value as ChatDateTimeRange, timeZone), // by the schema's type
    timeSpan: () => intRange(column.column, value as ChatIntRange), // by the schema's type
    text: () => textMatch(column.column, field, value as ChatTextFilter), // by the schema's type
  };
  function members(): Restriction {
    const values = value as readonly string[]; // by the schema's type
    return membership(column, field === 'status' ? statusValues(values) : idNumbers(field, values));
  }
  return kinds[column.kind]();
}

type Entries = readonly (readonly [field: string, value: Value])[];

const isGiven = (value: unknown): boolean =>
  Array.isArray(value) || Object.values(value ?? {}).some((item) => item !== null && item !== undefined);

/** Fields that say something: lists, and ranges and texts that are not empty. */
const given = (filter: ChatSessionFilter): Entries =>
  Object.entries(filter).filter((entry): entry is [string, Value] => isGiven(entry[1]));

const nested = (value: Value): readonly ChatSessionFilter[] => value as readonly ChatSessionFilter[]; // `and`, `or`

/** What a filter has, at every depth. */
export interface FilterFacts {
  readonly fields: ReadonlySet<string>;
  /** Conditions, filters in lists, and values. */
  readonly size: number;
}

const factsByFilter = new WeakMap<ChatSessionFilter, FilterFacts>();

/** Counts before it looks at values. */
class FilterCount {
  readonly fields = new Set<string>();
  #conditions = 0;
  #values = 0;

  get size(): number {
    return this.#conditions + this.#values;
  }

  visit(filter: ChatSessionFilter, depth: number): void {
    if (depth > maxDepth) throw new BadUserInputError(`A filter has at most ${maxDepth} levels.`);
    this.#addConditions(1);
    for (const [field, value] of given(filter)) {
      this.#addConditions(1);
      if (field === 'and' || field === 'or') for (const part of nested(value)) this.visit(part, depth + 1);
      else this.#addField(field, value);
    }
  }

  #addConditions(count: number): void {
    this.#conditions += count;
    if (this.#conditions > maxConditions)
      throw new BadUserInputError(`A filter has at most ${maxConditions} conditions.`);
  }

  #addField(field: string, value: Value): void {
    this.fields.add(field);
    this.#values += Array.isArray(value) ? value.length : 1;
    if (this.#values > maxValues) throw new BadUserInputError(`At most ${maxValues} values are accepted in a filter.`);
  }
}

/** @throws {BadUserInputError} it has too much of something */
export function factsOf(filter: ChatSessionFilter): FilterFacts {
  const known = factsByFilter.get(filter);
  if (known) return known;
  const count = new FilterCount();
  count.visit(filter, 1);
  const facts = { fields: count.fields, size: count.size };
  factsByFilter.set(filter, facts);
  return facts;
}

const timeSpanAdvice =
  'cannot be searched for here: the operator has not confirmed that this SuperOffice compares time spans (ARCHIVE_CONFIRMED).';

/** @throws {BadUserInputError} a value is not accepted, or the archive cannot be restricted by a field */
export function restrictionOf(filter: ChatSessionFilter, writing: Writing): Restriction {
  return allOf(
    given(filter).map(([field, value]) => {
      if (field === 'and') return allOf(nested(value).map((part) => restrictionOf(part, writing)));
      if (field === 'or') return anyOf(nested(value).map((part) => restrictionOf(part, writing)));
      const column = writing.archive.filters[field];
      if (!column)
        throw new BadUserInputError(`\`${field}\` cannot be searched for together with the other conditions.`);
      if (column.kind === 'timeSpan' && !writing.hasTimeSpans)
        throw new BadUserInputError(`\`${field}\` ${timeSpanAdvice}`);
      return fieldRestriction(field, column, value, writing);
    }),
  );
}

const selectiveFields = new Set([
  ...['ids', 'topicIds', 'agentIds', 'personIds', 'contactIds'],
  ...['whenRequested', 'whenStarted', 'whenEnded'],
]);

const isSelectiveText = (value: Value): boolean => {
  const { is, begins } = value as ChatTextFilter; // callers pass texts only
  return is != null || begins != null;
};

function isSelectiveField(field: string, value: Value, { filters }: SessionArchive): boolean {
  if (field === 'and') return nested(value).some((part) => isSelective(part, { filters }));
  if (field === 'or') return nested(value).every((part) => isSelective(part, { filters }));
  const kind = filters[field]?.kind;
  if (kind === 'text') return isSelectiveText(value);
  return selectiveFields.has(field);
}

/** Whether SuperOffice can find the rows without reading the whole table. */
export const isSelective = (filter: ChatSessionFilter, archive: Pick<SessionArchive, 'filters'>): boolean =>
  given(filter).some(([field, value]) => isSelectiveField(field, value, archive as SessionArchive)); // it reads `filters` only

export interface SplitFilter {
  /** Sessions must be of one of these topics; null: of any. */
  readonly topicIds: ReadonlySet<string> | null;
  readonly rest: ChatSessionFilter;
}

function commonTopics(one: SplitFilter['topicIds'], other: SplitFilter['topicIds']): SplitFilter['topicIds'] {
  if (one === null || other === null) return one ?? other;
  return new Set([...one].filter((id) => other.has(id)));
}

/** The topics that a filter names for every session, and its other conditions. */
export function splitTopics({ topicIds, and, ...others }: ChatSessionFilter): SplitFilter {
  const parts = (and ?? []).map(splitTopics);
  const own = topicIds ? new Set(topicIds) : null;
  return {
    topicIds: parts.map((part) => part.topicIds).reduce(commonTopics, own),
    rest: { ...others, ...(parts.length > 0 && { and: parts.map(({ rest }) => rest) }) },
  };
}
