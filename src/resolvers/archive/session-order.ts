/**
 * The order of found sessions, and their positions in it: cursors. Pages continue by key, with the id as tie-breaker, so that sessions which
 * come and go between two pages shift nothing. A cursor needs no secret: it has a position, and a hash of the query that it belongs to.
 */
import { hash } from 'node:crypto';
import type { SessionRow } from '../../catalog/archive-calls.js';
import type { SessionArchive } from '../../catalog/archive/archive-columns.js';
import { isValidId } from '../../entities/identifiers.js';
import type { ReadContext } from '../../entities/read-context.js';
import { BadUserInputError } from '../../errors/gateway-error.js';
import type { ChatSessionOrder } from '../../generated/resolver-types.js';
import { allOf, anyOf, condition, type Restriction } from '../../superoffice/archive/restriction.js';
import { isWallTime, literalOf, wallTicksOf } from './ticks.js';

export interface SessionPosition {
  readonly id: number;
  /** The wall-clock time of `whenRequested`, in ticks; null: the order is by id only. */
  readonly ticks: bigint | null;
}

const date = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,7})?(?:Z|[+-]\d\d:?\d\d)?$/;

/** What SuperOffice writes where there is none: no session is without its request, so this only keeps pages going. */
const noDate = '0001-01-01T00:00:00';

/** The same for equal values, whatever the order of their keys; null is the same as absent. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, item]) => item !== null && item !== undefined);
  return entries.sort(([one], [other]) => (one < other ? -1 : 1)).map(([name, item]) => [name, canonical(item)]);
}

const pattern = /^1\.([\w-]{16})\.(\d{1,10})(?:\.(-?\d{1,19}))?$/;

/** What a cursor says in text when it is no cursor of this query. */
const refusal = 'The cursor in `after` is not accepted: use one of this field, with the same filter and order.';

export class SessionOrdering {
  readonly #isById: boolean;
  readonly #isDescending: boolean;

  constructor(
    { field, direction }: ChatSessionOrder,
    private readonly archive: SessionArchive,
    private readonly readContext: ReadContext,
  ) {
    this.#isById = field === 'ID';
    this.#isDescending = direction === 'DESC';
  }

  /** As SuperOffice takes it. */
  get text(): string {
    const direction = this.#isDescending ? 'desc' : 'asc';
    return this.columns.map((column) => `${column} ${direction}`).join(', ');
  }

  /** The columns of a position. */
  get columns(): readonly string[] {
    const { id, whenRequested } = this.archive;
    return this.#isById ? [id] : [whenRequested, id];
  }

  positionOf({ id, values }: SessionRow): SessionPosition {
    if (this.#isById) return { id: Number(id), ticks: null };
    const value = values[this.archive.whenRequested];
    const text = typeof value === 'string' && date.test(value) ? value : noDate;
    return { id: Number(id), ticks: wallTicksOf(text, this.readContext.baseTimeZone) };
  }

  /** The rows behind a position. */
  after({ id, ticks }: SessionPosition): Restriction {
    const { archive } = this;
    const byId = condition(archive.id, this.#isDescending ? 'lt' : 'gt', id);
    if (ticks === null) return byId;
    const column = archive.whenRequested;
    const isBehind = this.#isDescending
      ? condition(column, 'beforeTime', literalOf(ticks))
      : condition(column, 'afterTime', literalOf(ticks + 1n)); // it includes its own value
    return anyOf([isBehind, allOf([condition(column, 'dateTime', literalOf(ticks)), byId])]);
  }

  /** Whether a row is behind a position: a server that compares seconds only sends rows again. */
  isAfter(row: SessionPosition, position: SessionPosition): boolean {
    const sign = this.#isDescending ? -1 : 1;
    if (row.ticks !== null && position.ticks !== null && row.ticks !== position.ticks)
      return row.ticks > position.ticks === sign > 0;
    return sign * (row.id - position.id) > 0;
  }
}

/** Writes and reads the cursors of one query. */
export class SessionCursors {
  readonly #fingerprint: string;

  constructor(
    query: unknown,
    private readonly isById: boolean,
  ) {
    this.#fingerprint = hash('sha256', JSON.stringify(canonical(query)), 'base64url').slice(0, 16);
  }

  write({ id, ticks }: SessionPosition): string {
    const parts = ['1', this.#fingerprint, id, ...(ticks === null ? [] : [ticks])];
    return Buffer.from(parts.join('.')).toString('base64url');
  }

  /** @throws {BadUserInputError} it is no cursor, or one of another query */
  read(cursor: string): SessionPosition {
    const found = cursor.length <= 100 ? pattern.exec(Buffer.from(cursor, 'base64url').toString('latin1')) : null;
    const [, fingerprint, id = '', ticks] = found ?? [];
    const at = ticks === undefined ? null : BigInt(ticks);
    const isOfQuery = fingerprint === this.#fingerprint && isValidId(id) && (at === null) === this.isById;
    if (!isOfQuery || (at !== null && !isWallTime(at))) throw new BadUserInputError(refusal);
    return { id: Number(id), ticks: at };
  }
}
