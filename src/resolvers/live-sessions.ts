/** The stream of the caller's sessions: compares what is read with what was sent, and sends the difference. */
import type { GraphQLResolveInfo } from 'graphql';
import type { JsonRecord } from '../base/json-record.js';
import type { View } from '../catalog/catalog.js';
import type { GatewayContext } from '../context.js';
import { CarrierView } from '../entities/carrier-view.js';
import { chatSessionEntity } from '../entities/chat-session.js';
import { isOver, readStatus } from '../entities/session-status.js';
import type { Knowledge, StreamEvent, StreamState } from '../live/stream-event.js';
import { nullIfForbidden } from '../live/stream-failures.js';
import { ownListKey } from '../loaders/read-loader.js';
import { namesBelow, projectionBelow } from '../plan/projections.js';
import type { Signal } from '../signals/signal.js';
import { joinProjections, type Projection } from '../superoffice/projection.js';
import { hasMessages, isExpectedToDiffer, isMovedByMessages, recordHash } from './live-records.js';
import {
  assigneeOf,
  auditSession,
  filterProjection,
  isMatching,
  statusProjection,
  topicProjection,
  type SessionConditions,
  type SessionFilter,
} from './session-filter.js';

export interface SessionsUpdate {
  readonly isComplete: boolean;
  readonly sessions: readonly View<'ChatSession'>[];
  readonly addedIds: readonly string[];
  readonly goneIds: readonly string[];
}

/** More sessions than this are read by one call of the list. */
const maxSingleReads = 2;

const decisive: Projection = joinProjections(statusProjection, topicProjection);

const idOf = (record: JsonRecord): string => String(record['ChatSessionId']);

/** What was read: all of the caller's sessions, or some. */
interface Found {
  readonly isAll: boolean;
  /** They match the filter. */
  readonly present: readonly JsonRecord[];
  /** They do not, or are none of the caller's. */
  readonly absentIds: readonly string[];
}

export class LiveSessions implements StreamState {
  readonly sessionIds = null;
  readonly projection: Projection;
  readonly showsMessages: boolean;
  readonly #own: Projection;
  readonly #isMovedByMessages: boolean;
  #conditions: SessionConditions;
  /** Of what was sent, by session id; null: nothing was. */
  #hashes: ReadonlyMap<string, string> | null = null;

  constructor(
    private readonly filter: SessionFilter,
    info: GraphQLResolveInfo,
  ) {
    this.#conditions = filter;
    const names = namesBelow(chatSessionEntity, 'sessions', info);
    this.#own = projectionBelow(chatSessionEntity, 'sessions', info);
    this.projection = joinProjections(this.#own, filterProjection(filter));
    this.showsMessages = hasMessages(names);
    this.#isMovedByMessages = isMovedByMessages(this.projection, names);
  }

  isMovedBy(signal: Signal, { topics, isReading }: Knowledge): boolean {
    const { sessionId, kind, topicId, origin } = signal;
    const isKnown = this.#hashes?.has(sessionId) === true;
    if (kind === 'message' && (isKnown || isReading)) return this.#isMovedByMessages;
    if (kind === 'message' && !this.filter.status) return false;
    if (isKnown) return true;
    if (topicId === null) return origin !== 'mutation'; // SuperOffice will report it, too
    return (topics?.has(topicId) ?? true) && (this.filter.topicIds?.includes(topicId) ?? true);
  }

  async next(event: StreamEvent, context: GatewayContext): Promise<SessionsUpdate> {
    const { isAllMoved, isReset, moved, topics } = event.input;
    const isRefreshed = topics.refresh(context);
    const assignee = assigneeOf(this.filter, context);
    if (assignee !== null) this.#conditions = { ...this.filter, ownId: await assignee };
    const isEach = !isAllMoved && moved.size <= maxSingleReads;
    const found = (isEach ? await this.#readEach(event, context) : null) ?? (await this.#readList(context));
    await isRefreshed;
    const before = this.#hashes ?? new Map<string, string>();
    const hashes = new Map(found.present.map((record) => [idOf(record), recordHash(record, this.projection)]));
    const changed = found.present.filter((record) => before.get(idOf(record)) !== hashes.get(idOf(record)));
    const goneIds = found.isAll
      ? [...before.keys()].filter((id) => !hashes.has(id))
      : found.absentIds.filter((id) => before.has(id));
    const changedIds = changed.map(idOf);
    const withNews = this.#withNewMessages(found, changedIds, event);
    event.changedIds = this.#hashes === null ? [] : [...changedIds, ...goneIds];
    event.isUnchanged = !isReset && event.changedIds.length === 0 && withNews.length === 0;
    event.isCompared = !isReset && event.changedIds.length === 0;
    const kept = [...before].filter(([id]) => !found.isAll && !goneIds.includes(id));
    event.commit = () => (this.#hashes = new Map([...kept, ...hashes]));
    const sent = isReset ? found.present : [...changed, ...withNews];
    const addedIds = this.#hashes === null ? [] : changedIds.filter((id) => !before.has(id));
    return { isComplete: isReset, sessions: event.isUnchanged ? [] : this.#views(sent, context), addedIds, goneIds };
  }

  /** Records that are the same, of sessions whose messages are shown and have perhaps changed. */
  #withNewMessages({ present }: Found, changedIds: readonly string[], event: StreamEvent): readonly JsonRecord[] {
    const { moved } = event.input;
    const same = present.filter((record) => moved.has(idOf(record)) && !changedIds.includes(idOf(record)));
    for (const record of same) {
      const movement = moved.get(idOf(record));
      if (movement && isExpectedToDiffer(movement, this.#own)) event.recheck(idOf(record));
    }
    return this.showsMessages ? same.filter((record) => moved.get(idOf(record))?.kinds.has('message') === true) : [];
  }

  async #readList({ loaders, readContext }: GatewayContext): Promise<Found> {
    const records = (await loaders.mySessions.load(ownListKey, this.projection)) ?? [];
    const present = records.filter((record) =>
      isMatching(new CarrierView(record, this.projection), this.#conditions, readContext),
    );
    return { isAll: true, present, absentIds: [] };
  }

  /** @returns null: these records do not say whether they are in the caller's list */
  async #readEach(event: StreamEvent, context: GatewayContext): Promise<Found | null> {
    const { moved, topics } = event.input;
    const projection = joinProjections(this.projection, decisive);
    const ids = [...moved.keys()];
    const records = await Promise.all(
      ids.map((id) => context.loaders.chatSession.load(id, projection).catch(nullIfForbidden)),
    );
    const places = records.map((record) => this.#placeOf(record, projection, { topics: topics.ids, context }));
    if (places.includes('unknown')) return null;
    ids.forEach((id, index) => {
      if (records[index] === null) event.recheck(id); // a session that was created is perhaps not there yet
    });
    return {
      isAll: false,
      present: records.flatMap((record, index) => (record && places[index] === 'present' ? [record] : [])),
      absentIds: ids.filter((_id, index) => places[index] === 'absent'),
    };
  }

  #placeOf(
    record: JsonRecord | null,
    projection: Projection,
    { topics, context: { readContext } }: { topics: ReadonlySet<string> | null; context: GatewayContext },
  ): 'present' | 'absent' | 'unknown' {
    if (record === null) return 'absent';
    const session: View<'ChatSession'> = new CarrierView(record, projection);
    if (topics && !topics.has(String(record['TopicId']))) return 'absent';
    if (!isMatching(session, this.#conditions, readContext)) return 'absent';
    const isInList = topics !== null && isOver(readStatus(session.read('Status'), readContext, {})) === false;
    return isInList ? 'present' : 'unknown';
  }

  #views(records: readonly JsonRecord[], context: GatewayContext): readonly View<'ChatSession'>[] {
    context.responseBudget.chargeRecords(records.length);
    return records.map((record) => {
      const session: View<'ChatSession'> = new CarrierView(record, this.#own);
      auditSession(session, this.#own, context);
      return session;
    });
  }
}
