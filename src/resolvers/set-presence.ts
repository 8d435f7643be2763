/** Sets a user's chat presence. SuperOffice returns nothing, so the presence is read afterwards if the client selects it or the reason. */
import type { GraphQLResolveInfo } from 'graphql';
import { actions } from '../catalog/catalog.js';
import type { GatewayContext } from '../context.js';
import { CarrierView } from '../entities/carrier-view.js';
import { presenceEntity, presenceFields } from '../entities/presence.js';
import type { View } from '../catalog/catalog.js';
import type { ChatUserErrorCode } from '../generated/resolver-types.js';
import { ownListKey } from '../loaders/read-loader.js';
import { isSelected, projectionBelow } from '../plan/projections.js';
import { joinProjections, type Projection } from '../superoffice/projection.js';
import { BadUserInputError } from '../errors/gateway-error.js';
import { asError } from './as-error.js';
import { callerIds } from './caller.js';
import { once, type ActionOutcome } from './idempotency.js';
import { auditRead, checkId } from './load-entity.js';
import { userErrors, type UserError } from './user-errors.js';

interface PresencePayload {
  /** An Error where it was set, but could not be read afterwards. */
  readonly presence: View<'ChatPresence'> | Error | null;
  readonly userErrors: readonly UserError[];
}

/** As the client sends it. */
interface RequestedPresence {
  readonly userId?: string | null | undefined;
  readonly present: boolean;
}

interface PresenceChange {
  readonly userId: string;
  readonly present: boolean;
}

const presentOnly: Projection = new Map([['Present', 'whole']]);

function errorCode(
  view: View<'ChatPresence'> | undefined,
  present: boolean,
  { readContext }: GatewayContext,
): ChatUserErrorCode | null {
  if (view === undefined) return 'NOT_FOUND';
  return presenceFields.present.read(view, readContext, {}) === present ? null : 'NOT_YOURS';
}

async function readBack(
  { userId, present }: PresenceChange,
  projection: Projection,
  context: GatewayContext,
): Promise<PresencePayload> {
  const records = await context.loaders.presence.load(ownListKey, projection);
  const views = records?.map((record): View<'ChatPresence'> => new CarrierView(record, projection));
  const view = views?.find((each) => presenceFields.id.read(each, context.readContext, {}) === userId);
  return { presence: view ?? null, userErrors: userErrors(errorCode(view, present, context)) };
}

/** The presence was set but could not be read: the error is at `presence` if selected, otherwise at `userErrors`. */
class UnreadPresence implements PresencePayload {
  constructor(
    readonly presence: Error,
    private readonly isPresenceSelected: boolean,
  ) {}

  get userErrors(): readonly UserError[] {
    if (this.isPresenceSelected) return [];
    throw this.presence;
  }
}

/** The number by which presences name the caller; null: they are no user of the chat. */
async function ownUserId(context: GatewayContext): Promise<string | null> {
  if (context.callers === null)
    throw new BadUserInputError('`userId` is required: the gateway makes its calls with credentials of its own.');
  return (await callerIds(context))?.ejUserId ?? null;
}

/** @throws {BadUserInputError} before any upstream call */
export async function setPresence(
  { userId: requestedId, present }: RequestedPresence,
  context: GatewayContext,
  info: GraphQLResolveInfo,
): Promise<PresencePayload> {
  const { call, loaders, audit } = context;
  if (typeof requestedId === 'string') checkId(requestedId, 'user id');
  const userId = requestedId ?? (await ownUserId(context));
  if (userId === null) return { presence: null, userErrors: userErrors('NOT_FOUND') };
  const projection = joinProjections(projectionBelow(presenceEntity, 'presence', info), presentOnly);
  const isPresenceSelected = isSelected('presence', info);
  const read = async (): Promise<PresencePayload> => {
    if (!isPresenceSelected && !isSelected('userErrors', info)) return { presence: null, userErrors: [] };
    return readBack({ userId, present }, projection, context).catch(
      (error: unknown) => new UnreadPresence(asError(error), isPresenceSelected),
    );
  };
  const act = async () => {
    audit?.push({ action: info.fieldName, sessionId: null, entity: presenceEntity, projection });
    const parameters = { ChatPresence: [{ UserId: Number(userId), Present: present }] };
    await call(actions.setPresence, { parameters }).finally(() => loaders.presence.clear(ownListKey));
    const payload = await read();
    const [first] = payload instanceof UnreadPresence ? [] : payload.userErrors;
    return { payload, outcome: { id: userId, code: first?.code ?? null } };
  };
  /** Today's presence may be another one: why nothing was done stays as it was. */
  const again = async ({ code }: ActionOutcome): Promise<PresencePayload> => {
    if (!isPresenceSelected) return { presence: null, userErrors: userErrors(code) };
    auditRead(context, { sessionId: null, entity: presenceEntity, projection });
    loaders.presence.clear(ownListKey);
    return {
      presence: (await readBack({ userId, present }, projection, context)).presence,
      userErrors: userErrors(code),
    };
  };
  return once({ act, again, afterUnknown: 'act' }, context);
}
