/**
 * Finds sessions by the archive: a page of rows and, where these do not have all that is selected, the sessions by their ids.
 * With ARCHIVE=own-topics, only sessions of the caller's topics are requested, and every row is checked against them.
 */
import type { GraphQLResolveInfo } from 'graphql';
import { hasDates, sourcesFor, type SessionArchive } from '../../catalog/archive/archive-columns.js';
import type { SessionRow } from '../../catalog/archive-calls.js';
import type { View } from '../../catalog/catalog.js';
import type { GatewayContext } from '../../context.js';
import { CarrierView } from '../../entities/carrier-view.js';
import { chatSessionEntity } from '../../entities/chat-session.js';
import { topicEntity } from '../../entities/topic.js';
import { BadUserInputError } from '../../errors/gateway-error.js';
import type { ChatSessionFilter, ChatSessionOrder } from '../../generated/resolver-types.js';
import { emptyProjection, ownListKey } from '../../loaders/read-loader.js';
import { isSelected, isSelectedAt, linkedProjectionAt, projectionAt } from '../../plan/projections.js';
import { allOf, equalsOneOf, type Restriction } from '../../superoffice/archive/restriction.js';
import type { Projection } from '../../superoffice/projection.js';
import { asError } from '../as-error.js';
import { isKeyOnly } from '../load-entity.js';
import { auditSession } from '../session-filter.js';
import { auditSearch, chosenArchive, searchesTexts, type Chosen } from './chosen-archive.js';
import { SessionCursors, SessionOrdering, type SessionPosition } from './session-order.js';
import {
  factsOf,
  isSelective,
  restrictionOf,
  splitTopics,
  type SplitFilter,
  type Writing,
} from './session-restriction.js';

export interface FindArguments {
  readonly filter?: ChatSessionFilter | null | undefined;
  readonly orderBy?: ChatSessionOrder | null | undefined;
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
}

type Node = View<'ChatSession'> | Error | null;

/** The parent value of ChatSessionConnection. */
export interface SessionConnection {
  readonly edges: readonly { readonly cursor: () => string; readonly node: Node | Promise<Node> }[];
  readonly nodes: readonly (Node | Promise<Node>)[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: () => string | null;
    readonly endCursor: () => string | null;
  };
  /** Called when it is selected; fails alone. */
  readonly totalCount: () => Promise<number | null>;
}

const nodePaths = [['edges', 'node'], ['nodes']] as const;

const cursorPaths = [
  ['edges', 'cursor'],
  ['pageInfo', 'startCursor'],
  ['pageInfo', 'endCursor'],
] as const;

const topicLink = { from: chatSessionEntity, field: 'topic', to: topicEntity };

const defaultFirst = 50;
const maxFirst = 200;

/** More rows than this are not requested for one page, however many of them are repeated. */
const maxRows = 1_000;

const newestFirst: ChatSessionOrder = { field: 'WHEN_REQUESTED', direction: 'DESC' };

function checkedFirst(first: number | null | undefined): number {
  const count = first ?? defaultFirst;
  if (count < 1 || count > maxFirst) throw new BadUserInputError(`\`first\` is not accepted: use 1 to ${maxFirst}.`);
  return count;
}

const allowedTopics = ({ topicId }: SessionArchive, topics: readonly number[] | null) =>
  topics === null ? [] : [{ column: topicId, values: topics }];

/** The caller's topics, in the list that also has what the nodes need of them. null: SuperOffice decides */
export async function ownTopics(context: GatewayContext, wanted: Projection): Promise<readonly number[] | null> {
  if (context.archive?.isOwnTopicsOnly !== true) return null;
  const topics = await context.loaders.myTopics.load(ownListKey, isKeyOnly(wanted) ? emptyProjection : wanted);
  return (topics ?? []).map((topic) => Number(topic[topicEntity.identity])).sort((one, other) => one - other);
}

const emptyPage = { rows: [], hasMore: false } as const;

interface Page {
  readonly rows: readonly SessionRow[];
  readonly hasMore: boolean;
}

/** One query for sessions: what it restricts, in which order, and for which caller. */
class SessionSearch {
  readonly #chosen: Chosen;
  readonly #ordering: SessionOrdering;
  readonly #cursors: SessionCursors;
  readonly #first: number;
  readonly #after: SessionPosition | null;
  readonly #writing: Writing;
  readonly #restriction: Restriction;
  readonly #split: SplitFilter;
  readonly #projection: Projection;

  /** @throws {BadUserInputError | OperationTooLargeError} before any call */
  constructor(
    private readonly filter: ChatSessionFilter,
    { orderBy, first, after }: FindArguments,
    private readonly context: GatewayContext,
    private readonly info: GraphQLResolveInfo,
  ) {
    const { readContext, archive: access } = context;
    context.responseBudget.chargeSearch(factsOf(filter).size);
    const order = orderBy ?? newestFirst;
    this.#projection = projectionAt(chatSessionEntity, nodePaths, info);
    this.#chosen = chosenArchive(filter, this.#projection, context);
    const { archive } = this.#chosen;
    this.#first = checkedFirst(first);
    this.#ordering = new SessionOrdering(order, archive, readContext);
    this.#cursors = new SessionCursors({ filter, order }, order.field === 'ID');
    this.#after = after === null || after === undefined ? null : this.#cursors.read(after);
    this.#writing = { archive, timeZone: readContext.baseTimeZone, hasTimeSpans: access?.hasTimeSpans === true };
    this.#restriction = restrictionOf(filter, this.#writing);
    this.#split = splitTopics(filter);
    if (!isSelective(filter, archive))
      throw new BadUserInputError(
        'The filter selects too much: add ids, topics, agents, persons, companies, a range of dates, or how a text begins.',
      );
  }

  async connection(): Promise<SessionConnection> {
    const { context, info } = this;
    if (context.audit) auditSearch(this.filter, context);
    const topics = await ownTopics(context, linkedProjectionAt(topicLink, nodePaths, info));
    const own = topics === null ? this.#restriction : this.#inTopics(topics);
    const page = ['edges', 'nodes', 'pageInfo'].some((field) => isSelected(field, info))
      ? await this.#page(own, topics)
      : emptyPage;
    const nodes = this.#nodes(page.rows);
    const cursorOf = (row: SessionRow): string => this.#cursors.write(this.#ordering.positionOf(row));
    const cursorAt = (index: number) => (): string | null => {
      const row = page.rows.at(index);
      return row ? cursorOf(row) : null;
    };
    const edges = page.rows.map((row, index) => ({ cursor: () => cursorOf(row), node: nodes[index] ?? null }));
    return {
      edges,
      nodes,
      pageInfo: {
        hasNextPage: page.hasMore,
        hasPreviousPage: this.#after !== null,
        startCursor: cursorAt(0),
        endCursor: cursorAt(-1),
      },
      totalCount: () => this.#count(own, topics),
    };
  }

  /** Cursors are selected, or rows are compared with one. */
  get #needsPositions(): boolean {
    return this.#after !== null || cursorPaths.some((path) => isSelectedAt(path, this.info));
  }

  /** Then the caller has a role in the topics that the filter names, and each generated row is on the page. */
  get #isDryRun(): boolean {
    return this.context.archive?.isDryRun === true;
  }

  /** Topics that the filter names are restricted to the caller's before any call. */
  #inTopics(topics: readonly number[]): Restriction {
    const { topicIds, rest } = this.#split;
    const isOwn = (id: number): boolean => topics.includes(id) || (topics.length > 0 && this.#isDryRun);
    const narrowed = topicIds === null ? topics : [...topicIds].map(Number).filter(isOwn);
    this.context.responseBudget.chargeSearch(narrowed.length);
    const inTopics = equalsOneOf(this.#chosen.archive.topicId, narrowed); // `in` is documented by examples only
    return allOf([restrictionOf(rest, this.#writing), inTopics]);
  }

  /** The archive has all that is selected; it does not follow the caller's time zone. */
  get #isCovered(): boolean {
    const isComplete = sourcesFor(this.#chosen.archive, this.#projection) !== null;
    return isComplete && (this.context.hasPlainDates || !hasDates(this.#projection));
  }

  async #page(own: Restriction, topics: readonly number[] | null): Promise<Page> {
    const { archive, rows: read } = this.#chosen;
    const restriction = this.#after === null ? own : allOf([own, this.#ordering.after(this.#after)]);
    if (restriction.kind === 'none') return emptyPage;
    const allowed = allowedTopics(archive, topics);
    const positions = this.#needsPositions ? this.#ordering.columns : [];
    const more = [...positions, ...allowed.map(({ column }) => column)];
    const projection = this.#isCovered ? this.#projection : emptyProjection;
    for (let top = this.#first + 1; ; top += this.#first) {
      const parameters = { restriction, order: this.#ordering.text, top, allowed, more };
      const { sessions, received } = await this.context.loaders[read].load(ownListKey, { parameters, projection });
      const rows = sessions.filter((row) => this.#isShown(row));
      const isEnd = received < top;
      if (rows.length > this.#first || isEnd || top > maxRows)
        return { rows: rows.slice(0, this.#first), hasMore: rows.length > this.#first || !isEnd };
    }
  }

  /**
   * A server that compares whole seconds sends rows of the page before again. A row that the caller may not read is left out where texts
   * were searched: that it is found would say what it has.
   */
  #isShown(row: SessionRow): boolean {
    const isHidden = row.session === null && searchesTexts(this.filter);
    const isRepeated =
      this.#after !== null && !this.#isDryRun && !this.#ordering.isAfter(this.#ordering.positionOf(row), this.#after);
    return !isHidden && !isRepeated;
  }

  #nodes(rows: readonly SessionRow[]): readonly (Node | Promise<Node>)[] {
    const { context } = this;
    context.responseBudget.chargeRecords(rows.length);
    const isCovered = this.#isCovered;
    return rows.map((row) => {
      if (isCovered && row.session) {
        context.loaders.chatSession.prime(row.id, this.#projection, row.session);
        return this.#view(row.session);
      }
      return context.loaders.chatSession
        .load(row.id, this.#projection)
        .then((session) => session && this.#view(session))
        .catch(asError);
    });
  }

  #view(record: NonNullable<SessionRow['session']>): View<'ChatSession'> {
    const view: View<'ChatSession'> = new CarrierView(record, this.#projection);
    auditSession(view, this.#projection, this.context);
    return view;
  }

  /** null: it would say which unreadable sessions have the searched texts. */
  async #count(restriction: Restriction, topics: readonly number[] | null): Promise<number | null> {
    if (searchesTexts(this.filter)) return null;
    if (restriction.kind === 'none') return 0;
    const { archive, count } = this.#chosen;
    const parameters = { restriction, allowed: allowedTopics(archive, topics) };
    return this.context.loaders[count].load(ownListKey, { parameters, projection: emptyProjection });
  }
}

/** @throws {BadUserInputError} before any call */
export const findSessions = (
  args: FindArguments & { readonly filter: ChatSessionFilter },
  context: GatewayContext,
  info: GraphQLResolveInfo,
): Promise<SessionConnection> => new SessionSearch(args.filter, args, context, info).connection();
