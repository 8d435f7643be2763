/** Which of the caller's sessions a client wants: SuperOffice sends them all, so the gateway filters. */
import type { View } from '../catalog/catalog.js';
import type { GatewayContext } from '../context.js';
import { BadUserInputError } from '../errors/gateway-error.js';
import { chatSessionEntity, chatSessionFields } from '../entities/chat-session.js';
import { readReference } from '../entities/identifiers.js';
import type { ReadContext } from '../entities/read-context.js';
import { hasStatus } from '../entities/session-status.js';
import type { ChatSessionStatus } from '../generated/resolver-types.js';
import { emptyProjection } from '../loaders/read-loader.js';
import { joinProjections, type Projection } from '../superoffice/projection.js';
import { callerIds } from './caller.js';
import { auditRead, checkId } from './load-entity.js';

/** What is left out, or null, filters nothing. */
export interface SessionFilter {
  readonly status?: readonly ChatSessionStatus[] | null | undefined;
  readonly topicIds?: readonly string[] | null | undefined;
  readonly assignedToMe?: boolean | null | undefined;
}

/** The filter, with the caller's id where it needs it. */
export interface SessionConditions extends SessionFilter {
  /** null: the caller is no user that handles sessions. */
  readonly ownId?: string | null;
}

/**
 * @returns the caller's id; null: the filter does not need it
 * @throws {BadUserInputError} the gateway makes its calls with credentials of its own: there is no caller to compare with
 */
export function assigneeOf({ assignedToMe }: SessionFilter, context: GatewayContext): Promise<string | null> | null {
  if (typeof assignedToMe !== 'boolean') return null;
  if (context.callers === null)
    throw new BadUserInputError(
      '`assignedToMe` needs callers with credentials of SuperOffice: filter by `user { id }`.',
    );
  const id = callerIds(context).then((ids) => ids?.associateId ?? null);
  id.catch(() => undefined); // it is awaited after the list, whose failure comes first
  return id;
}

export const statusProjection: Projection = new Map([['Status', 'whole']]);
export const topicProjection: Projection = new Map([['TopicId', 'whole']]);
const userProjection: Projection = new Map([['User', new Set(['AssociateId'])]]);

/** @throws {BadUserInputError} an id is not one */
export function checkFilter({ topicIds }: SessionFilter): void {
  for (const id of topicIds ?? []) checkId(id, 'id in `topicIds`');
}

export const matchesNothing = ({ status, topicIds }: SessionFilter): boolean =>
  status?.length === 0 || topicIds?.length === 0;

/** The properties that decide. */
export const filterProjection = ({ status, topicIds, assignedToMe }: SessionFilter): Projection =>
  [
    status ? statusProjection : emptyProjection,
    topicIds ? topicProjection : emptyProjection,
    typeof assignedToMe === 'boolean' ? userProjection : emptyProjection,
  ].reduce(joinProjections);

/** @param session its view has the properties that decide */
export function isMatching(
  session: View<'ChatSession'>,
  { status, topicIds, assignedToMe, ownId = null }: SessionConditions,
  readContext: ReadContext,
): boolean {
  if (typeof assignedToMe === 'boolean') {
    const userId = chatSessionFields.isMine.read(session, readContext, {});
    if ((userId !== null && userId === ownId) !== assignedToMe) return false;
  }
  if (status && !hasStatus(session.read('Status'), status, readContext)) return false;
  if (!topicIds) return true;
  const topicId = readReference(session.read('TopicId'), readContext, {});
  return topicId !== null && topicIds.includes(topicId);
}

/** Records for the audit that the client gets this session. */
export function auditSession(session: View<'ChatSession'>, projection: Projection, context: GatewayContext): void {
  const sessionId = chatSessionFields.id.read(session, context.readContext, {});
  auditRead(context, { sessionId, entity: chatSessionEntity, projection });
}
