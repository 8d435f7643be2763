/**
 * The order of found sessions, and their positions in it: cursors. Pages continue by key, with the id as tie-breaker, so that sessions which
 * come and go between two pages shift nothing. A cursor needs no secret: it has a position, and a hash of the query that it belongs to.
 */
import { hash } from 'node:crypto';
import type { SessionRow } from '../../catalog/archive-calls.js';
import type { SessionArchive } from '../../catalog/archive/archive-columns.js';
import { wallTimeAt } from '../../entities/base-time-zone.js';
import { readDateTime } from '../../entities/date-time.js';
import { isValidId } from '../../entities/identifiers.js';
import type { ReadContext } from '../../entities/read-context.js';
import { BadUserInputError } from '../../errors/gateway-error.js';
import type { ChatSessionOrder } from '../../generated/resolver-types.js';
import { allOf, anyOf, condition, type Restriction } from '../../superoffice/archive/restriction.js';
import { literalOf, ticksOf } from './ticks.js';

export interface SessionPosition {
  readonly id: number;
  /** Ticks of `whenRequested`; null: the order is by id only. */
  readonly ticks: bigint | null;
}

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
    const text = readDateTime(values[this.archive.whenRequested], this.readContext, {});
    return { id: Number(id), ticks: text === null ? 0n : ticksOf(text) }; // it is never null
  }

  /** The rows behind a position. */
  after({ id, ticks }: SessionPosition): Restriction {
    const { archive } = this;
    const byId = condition(archive.id, this.#isDescending ? 'lt' : 'gt', id);
    if (ticks === null) return byId;
    const zone = this.readContext.baseTimeZone;
    const literal = (at: bigint): string => literalOf(at, (ms) => wallTimeAt(ms, zone));
    const column = archive.whenRequested;
    const isBehind = this.#isDescending
      ? condition(column, 'beforeTime', literal(ticks))
      : condition(column, 'afterTime', literal(ticks + 1n)); // it includes its own value
    return anyOf([isBehind, allOf([condition(column, 'dateTime', literal(ticks)), byId])]);
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
    const isOfQuery = fingerprint === this.#fingerprint && isValidId(id) && (ticks === undefined) === this.isById;
    if (!isOfQuery) throw new BadUserInputError(refusal);
    return { id: Number(id), ticks: ticks === undefined ? null : BigInt(ticks) };
  }
}
