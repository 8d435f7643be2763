/** The stream of one session. */
import type { GraphQLResolveInfo } from 'graphql';
import type { View } from '../catalog/catalog.js';
import type { GatewayContext } from '../context.js';
import { CarrierView } from '../entities/carrier-view.js';
import { chatSessionEntity } from '../entities/chat-session.js';
import { isOver, readStatus } from '../entities/session-status.js';
import type { ChatStreamEnd } from '../generated/resolver-types.js';
import type { StreamEvent, StreamState } from '../live/stream-event.js';
import { nullIfForbidden } from '../live/stream-failures.js';
import { namesBelow, projectionBelow } from '../plan/projections.js';
import type { Signal } from '../signals/signal.js';
import { joinProjections, type Projection } from '../superoffice/projection.js';
import { hasMessages, isExpectedToDiffer, isMovedByMessages, recordHash } from './live-records.js';
import { auditOperation } from './load-entity.js';
import { statusProjection } from './session-filter.js';

export interface SessionUpdate {
  readonly session: View<'ChatSession'> | null;
  readonly end: ChatStreamEnd | null;
}

export class LiveSession implements StreamState {
  readonly sessionIds: readonly string[];
  readonly projection: Projection;
  readonly showsMessages: boolean;
  readonly #own: Projection;
  readonly #isMovedByMessages: boolean;
  #hash = '';

  constructor(
    private readonly id: string,
    info: GraphQLResolveInfo,
  ) {
    const names = namesBelow(chatSessionEntity, 'session', info);
    this.sessionIds = [id];
    this.#own = projectionBelow(chatSessionEntity, 'session', info);
    this.projection = joinProjections(this.#own, statusProjection);
    this.showsMessages = hasMessages(names);
    this.#isMovedByMessages = isMovedByMessages(this.#own, names);
  }

  isMovedBy({ sessionId, kind }: Signal): boolean {
    return sessionId === this.id && (kind !== 'message' || this.#isMovedByMessages);
  }

  async next(event: StreamEvent, context: GatewayContext): Promise<SessionUpdate> {
    const { id, projection } = this;
    const { isReset, isAllMoved, moved } = event.input;
    auditOperation({ read: 'chatSession', id }, this.#own, context);
    const record = await context.loaders.chatSession.load(id, projection).catch(nullIfForbidden);
    if (record === null) {
      event.isLast = true;
      return { session: null, end: 'NOT_VISIBLE' };
    }
    const hash = recordHash(record, projection);
    const isSame = hash === this.#hash;
    event.commit = () => (this.#hash = hash);
    const movement = moved.get(id);
    const isMessageNew = this.showsMessages && (isAllMoved || movement?.kinds.has('message') === true);
    if (isSame && movement && isExpectedToDiffer(movement, this.#own)) event.recheck(id);
    if (!isSame) event.changedIds = [id];
    event.isUnchanged = isSame && !isMessageNew && !isReset;
    event.isCompared = isSame && !isReset;
    const status = new CarrierView<{ readonly Status: unknown }>(record, statusProjection).read('Status');
    event.isLast = isOver(readStatus(status, context.readContext, {})) === true;
    return { session: new CarrierView(record, this.#own), end: event.isLast ? 'SESSION_OVER' : null };
  }
}
