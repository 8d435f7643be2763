/** Which of the caller's sessions a client wants: SuperOffice sends them all, so the gateway filters. */
import type { View } from '../catalog/catalog.js';
import type { GatewayContext } from '../context.js';
import { chatSessionEntity, chatSessionFields } from '../entities/chat-session.js';
import { readReference } from '../entities/identifiers.js';
import type { ReadContext } from '../entities/read-context.js';
import { hasStatus } from '../entities/session-status.js';
import type { ChatSessionStatus } from '../generated/resolver-types.js';
import { emptyProjection } from '../loaders/read-loader.js';
import { joinProjections, type Projection } from '../superoffice/projection.js';
import { auditRead, checkId } from './load-entity.js';

/** What is left out, or null, filters nothing. */
export interface SessionFilter {
  readonly status?: readonly ChatSessionStatus[] | null | undefined;
  readonly topicIds?: readonly string[] | null | undefined;
}

export const statusProjection: Projection = new Map([['Status', 'whole']]);
export const topicProjection: Projection = new Map([['TopicId', 'whole']]);

/** @throws {BadUserInputError} an id is not one */
export function checkFilter({ topicIds }: SessionFilter): void {
  for (const id of topicIds ?? []) checkId(id, 'id in `topicIds`');
}

export const matchesNothing = ({ status, topicIds }: SessionFilter): boolean =>
  status?.length === 0 || topicIds?.length === 0;

/** The properties that decide. */
export const filterProjection = ({ status, topicIds }: SessionFilter): Projection =>
  joinProjections(status ? statusProjection : emptyProjection, topicIds ? topicProjection : emptyProjection);

/** @param session its view has the properties that decide */
export function isMatching(
  session: View<'ChatSession'>,
  { status, topicIds }: SessionFilter,
  readContext: ReadContext,
): boolean {
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
