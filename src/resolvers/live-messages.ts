/** The stream of the messages of several sessions. */
import type { GraphQLResolveInfo } from 'graphql';
import type { JsonRecord } from '../base/json-record.js';
import type { View } from '../catalog/catalog.js';
import type { GatewayContext } from '../context.js';
import { messageEntity } from '../entities/message.js';
import { BadUserInputError } from '../errors/gateway-error.js';
import type { ChatStreamEnd } from '../generated/resolver-types.js';
import type { StreamEvent, StreamState } from '../live/stream-event.js';
import { nullIfForbidden } from '../live/stream-failures.js';
import { projectionBelow } from '../plan/projections.js';
import type { Signal } from '../signals/signal.js';
import type { Projection } from '../superoffice/projection.js';
import { auditOperation, checkId } from './load-entity.js';
import { messageIdOf, messagesAfter, messageViews } from './load-messages.js';

export interface MessagesUpdate {
  readonly messages: readonly View<'ChatMessage'>[];
  readonly cursor: string;
  readonly ended: readonly { readonly sessionId: string; readonly end: ChatStreamEnd }[];
}

export interface MessagesFilter {
  readonly sessionIds: readonly string[];
  readonly after?: string | null | undefined;
}

const maxSessions = 50;

const cursorPattern = /^\d{1,10}:\d{1,10}(,\d{1,10}:\d{1,10}){0,49}$/;

/** @throws {BadUserInputError} it is neither a cursor nor an id */
function readCursor(after: string | null | undefined): (sessionId: string) => number {
  if (after === null || after === undefined) return () => 0;
  if (!cursorPattern.test(after)) {
    checkId(after, 'value of `after`');
    return () => Number(after);
  }
  const positions = new Map(after.split(',').map((part) => part.split(':') as [string, string])); // as the pattern says
  return (sessionId) => Number(positions.get(sessionId) ?? 0);
}

/** @throws {BadUserInputError} before any upstream call */
export function checkMessagesFilter({ sessionIds, after }: MessagesFilter): void {
  if (sessionIds.length === 0 || sessionIds.length > maxSessions)
    throw new BadUserInputError(`\`sessionIds\` takes 1 to ${maxSessions} ids.`);
  for (const id of sessionIds) checkId(id, 'id in `sessionIds`');
  readCursor(after);
}

/** null: the caller may not read it, or it does not exist. */
type Messages = readonly JsonRecord[] | null;

export class LiveMessages implements StreamState {
  readonly projection = null;
  readonly showsMessages = true;
  readonly #own: Projection;
  /** The id of the last message that was sent, by session. */
  #positions: ReadonlyMap<string, number>;

  constructor({ sessionIds, after }: MessagesFilter, info: GraphQLResolveInfo) {
    const positionOf = readCursor(after);
    this.#own = projectionBelow(messageEntity, 'messages', info);
    this.#positions = new Map(sessionIds.map((id) => [id, positionOf(id)]));
  }

  get sessionIds(): readonly string[] {
    return [...this.#positions.keys()];
  }

  /** A change of the status comes with a notice among the messages. */
  isMovedBy({ sessionId, kind, origin }: Signal): boolean {
    return this.#positions.has(sessionId) && (kind === 'message' || origin !== 'pulse');
  }

  async next(event: StreamEvent, context: GatewayContext): Promise<MessagesUpdate> {
    const { isAllMoved, isReset, moved } = event.input;
    const ids = this.sessionIds.filter((id) => isAllMoved || moved.has(id));
    const found = await Promise.all(ids.map((id) => this.#read(id, context)));
    const added = found.flatMap((messages) => messages ?? []);
    const endedIds = ids.filter((_id, index) => found[index] === null);
    const positions = new Map(this.#positions);
    ids.forEach((id, index) => {
      const last = found[index]?.at(-1);
      if (last) positions.set(id, messageIdOf(last));
      else if (found[index] === null) positions.delete(id);
      else if (moved.get(id)?.kinds.has('message') === true) event.recheck(id);
    });
    event.commit = () => (this.#positions = positions);
    event.changedIds = ids.filter((_id, index) => (found[index]?.length ?? 0) > 0);
    event.isUnchanged = !isReset && added.length === 0 && endedIds.length === 0;
    event.isLast = positions.size === 0;
    const messages = [...added].sort((first, second) => messageIdOf(first) - messageIdOf(second));
    return {
      messages: messageViews(messages, this.#own, context),
      cursor: [...positions].map((position) => position.join(':')).join(),
      ended: endedIds.map((sessionId) => ({ sessionId, end: 'NOT_VISIBLE' })),
    };
  }

  async #read(id: string, context: GatewayContext): Promise<Messages> {
    const after = this.#positions.get(id) ?? 0;
    auditOperation({ read: 'messages', id }, this.#own, context);
    const requirement = { parameters: { After: after }, projection: this.#own };
    const records = await context.loaders.messages.load(id, requirement).catch(nullIfForbidden);
    return records && messagesAfter(records, after);
  }
}
