/**
 * Runs an action on a session and returns the session with the client's selection. The selection is the action's projection, so no
 * second call is needed. The loaders drop the session even if the action failed.
 */
import type { GraphQLResolveInfo } from 'graphql';
import type { GatewayContext } from '../context.js';
import { CarrierView } from '../entities/carrier-view.js';
import { chatSessionEntity } from '../entities/chat-session.js';
import type { View } from '../catalog/catalog.js';
import { UpstreamOutcomeUnknownError } from '../errors/upstream-errors.js';
import type { ChatUserErrorCode } from '../generated/resolver-types.js';
import { forgetSession } from '../loaders/request-loaders.js';
import { projectionBelow } from '../plan/projections.js';
import type { JsonRecord } from '../base/json-record.js';
import { joinProjections, type Projection } from '../superoffice/projection.js';
import { once, type ActionOutcome } from './idempotency.js';
import { isKeyOnly } from './load-entity.js';
import type { Look } from './session-looks.js';
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
  /** After an unknown outcome, for a repeat with the same idempotency key. */
  readonly afterUnknown: 'act' | 'refuse' | Look;
  /** Path of the argument with expected values; default: none. */
  readonly compared?: readonly string[];
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

interface Concluded {
  /** What the client selects. */
  readonly own: Projection;
  readonly action: SessionAction;
  /** null: there is none. */
  readonly sessionId: string | null;
}

/** Also after an error, because an action whose outcome is unknown may have been done. */
function conclude(
  { own, action: { topicId = null, touches = emptyProjection }, sessionId }: Concluded,
  { loaders, audit, announce }: GatewayContext,
  info: GraphQLResolveInfo,
): void {
  const projection = joinProjections(own, touches);
  audit?.push({ action: info.fieldName, sessionId, entity: chatSessionEntity, projection });
  if (sessionId === null) return;
  forgetSession(loaders, sessionId);
  announce({ kind: 'changed', sessionId, topicId });
}

/** The session of an action that was done before. @param isFresh a look has just read it */
async function readAgain(
  { id, isFresh }: { readonly id: string | null; readonly isFresh: boolean },
  own: Projection,
  { loaders, audit }: GatewayContext,
): Promise<JsonRecord | null> {
  if (id === null) return null;
  if (!isFresh) forgetSession(loaders, id);
  audit?.push({ action: null, sessionId: id, entity: chatSessionEntity, projection: own });
  return isKeyOnly(own) ? { ChatSessionId: Number(id) } : loaders.chatSession.load(id, own);
}

/** Whether an earlier attempt was done, by the session as it is now. */
async function lookAgain(
  { id, look }: { readonly id: string; readonly look: Look },
  own: Projection,
  { loaders }: GatewayContext,
): Promise<ActionOutcome | null> {
  forgetSession(loaders, id);
  const record = await loaders.chatSession.load(id, joinProjections(own, look.needs));
  if (record === null) return { id: null, code: 'NOT_FOUND' };
  const isDone = await look.isDone(record);
  if (isDone === null) throw new UpstreamOutcomeUnknownError('the session does not show whether the action was done');
  return isDone ? { id, code: null } : null;
}

export async function sessionPayload(
  action: SessionAction,
  context: GatewayContext,
  info: GraphQLResolveInfo,
): Promise<SessionPayload> {
  const { id, needs = emptyProjection, afterUnknown: look } = action;
  const own = projectionBelow(chatSessionEntity, 'session', info);
  const projection = joinProjections(own, needs);
  const payloadOf = (record: JsonRecord | null, code: ChatUserErrorCode | null): SessionPayload => ({
    session: record && new CarrierView(record, own),
    userErrors: userErrors(code, code === 'CHANGED_MEANWHILE' ? action.compared : null),
  });
  const act = async () => {
    const failed = (error: unknown): never => {
      conclude({ own, action, sessionId: id }, context, info);
      throw error;
    };
    const { record, code } = await action.act(projection).catch(failed);
    const sessionId = record === null ? id : String(record['ChatSessionId']);
    conclude({ own, action, sessionId }, context, info);
    if (record !== null && sessionId !== null) context.loaders.chatSession.prime(sessionId, projection, record);
    return { payload: payloadOf(record, code), outcome: { id: record === null ? null : sessionId, code } };
  };
  const afterUnknown = typeof look === 'string' ? look : () => lookAgain({ id: id ?? '', look }, own, context);
  const again = async ({ id: doneId, code }: ActionOutcome, isFresh: boolean): Promise<SessionPayload> =>
    payloadOf(await readAgain({ id: doneId, isFresh }, own, context), code);
  return once({ act, again, afterUnknown }, context);
}
