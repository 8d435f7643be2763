/**
 * Runs an action on a session and returns the session with the client's selection. The selection is the action's projection, so no
 * second call is needed. The loaders drop the session even if the action failed.
 */
import type { GraphQLResolveInfo } from 'graphql';
import type { GatewayContext } from '../context.js';
import { CarrierView } from '../entities/carrier-view.js';
import { chatSessionEntity } from '../entities/chat-session.js';
import type { View } from '../catalog/catalog.js';
import type { ChatUserErrorCode } from '../generated/resolver-types.js';
import { forgetSession } from '../loaders/request-loaders.js';
import { projectionBelow } from '../plan/projections.js';
import type { JsonRecord } from '../base/json-record.js';
import { joinProjections, type Projection } from '../superoffice/projection.js';
import { userErrors, type UserError } from './user-errors.js';

export interface SessionPayload {
  readonly session: View<'ChatSession'> | null;
  readonly userErrors: readonly UserError[];
}

/** The outcome of an action. */
export interface ActionResult {
  readonly record: JsonRecord | null;
  readonly code: ChatUserErrorCode | null;
}

export interface SessionAction {
  /** null: SuperOffice chooses the session. */
  readonly id: string | null;
  /** The topic of the session; null: not known. */
  readonly topicId?: string | null;
  /** What the action reads from the result in addition to the selection. */
  readonly needs?: Projection;
  /** Properties that the action writes or compares, for the audit. Default: they are not the client's. */
  readonly touches?: Projection;
  act(projection: Projection): Promise<ActionResult>;
}

/** For actions that return null when they did nothing: `code` is the reason. */
export const actionResult = (record: JsonRecord | null, code: ChatUserErrorCode): ActionResult => ({
  record,
  code: record === null ? code : null,
});

const emptyProjection: Projection = new Map();

/**
 * The session for an action that did nothing: as it is now, where more than its id is selected. null: it cannot be read, which changes
 * nothing about why nothing was done.
 */
export async function currentSession(
  id: string,
  projection: Projection,
  { loaders }: GatewayContext,
): Promise<JsonRecord | null> {
  if (projection.size <= 1) return { ChatSessionId: Number(id) };
  forgetSession(loaders, id); // an earlier field of the operation may have brought it
  return loaders.chatSession.load(id, projection).catch(() => null);
}

export async function sessionPayload(
  { id, topicId = null, needs = emptyProjection, touches = emptyProjection, act }: SessionAction,
  context: GatewayContext,
  info: GraphQLResolveInfo,
): Promise<SessionPayload> {
  const { loaders, audit, announce } = context;
  const own = projectionBelow(chatSessionEntity, 'session', info);
  const projection = joinProjections(own, needs);
  /** Also after an error, because an action whose outcome is unknown may have been done. */
  function conclude(sessionId: string | null): void {
    audit?.push({
      action: info.fieldName,
      sessionId,
      entity: chatSessionEntity,
      projection: joinProjections(own, touches),
    });
    if (sessionId === null) return;
    forgetSession(loaders, sessionId);
    announce({ kind: 'changed', sessionId, topicId });
  }
  const { record, code } = await act(projection).catch((error: unknown) => {
    conclude(id);
    throw error;
  });
  const sessionId = record === null ? id : String(record['ChatSessionId']);
  conclude(sessionId);
  if (record !== null && sessionId !== null) loaders.chatSession.prime(sessionId, projection, record);
  return { session: record && new CarrierView(record, own), userErrors: userErrors(code) };
}
