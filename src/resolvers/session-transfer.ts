/**
 * Transfers a session: offers it, and accepts or rejects an offer. SuperOffice returns the session and does not say whether it
 * did anything; the user of the session's `TransferTo`, before and after, shows it.
 */
import { actions } from '../catalog/catalog.js';
import type { GatewayContext } from '../context.js';
import { CarrierView } from '../entities/carrier-view.js';
import { associateFields, associateNames } from '../entities/associate.js';
import { readReference } from '../entities/identifiers.js';
import type { View } from '../catalog/catalog.js';
import type { ReadContext } from '../entities/read-context.js';
import { TransferReachedAnotherError, UpstreamOutcomeUnknownError } from '../errors/upstream-errors.js';
import type { ChatUserErrorCode } from '../generated/resolver-types.js';
import type { JsonRecord } from '../base/json-record.js';
import type { ChatSessionCarrier } from '../superoffice/carriers.js';
import { joinProjections, type Projection } from '../superoffice/projection.js';
import { isMine, isNotOffered } from './session-looks.js';
import type { ActionResult, SessionAction } from './session-payload.js';

/** The user who is offered the session: their id, and the names that a caller may have used for them. */
const offerTarget: Projection = new Map([['TransferTo', new Set(['AssociateId', 'Name', 'UserName'])]]);

/** The same, with the name for an error text. */
const namedOfferTarget: Projection = new Map([
  ['TransferTo', new Set(['AssociateId', 'FullName', 'Name', 'UserName'])],
]);

/** The user of the session, by the same names. */
const named: Projection = new Map([['User', new Set(['AssociateId', 'FullName', 'Name', 'UserName'])]]);

const idOf = (user: View<'ChatAssociate'>, readContext: ReadContext): string | null =>
  readReference(user.read('AssociateId'), readContext, {});

/** @returns null where there is no user. A user without an id counts if the response has one of their names */
function targetOf(record: JsonRecord, { readContext }: GatewayContext): View<'ChatAssociate'> | null {
  const user = new CarrierView<ChatSessionCarrier>(record, namedOfferTarget).embed('TransferTo');
  if (user === null || idOf(user, readContext) !== null) return user;
  return associateNames.some((field) => field.read(user, readContext, {}) !== null) ? user : null;
}

/** Reads the response to an action. Where that fails, the outcome of the action is unknown. */
function readable<Value>(read: () => Value): Promise<Value> {
  return Promise.resolve()
    .then(read)
    .catch(() => {
      throw new UpstreamOutcomeUnknownError('the response does not say to which user the session is offered');
    });
}

/** Whether the client selects why nothing was done. */
interface Checked {
  readonly isChecked: boolean;
}

/** The user to offer a session to. */
export interface TransferTarget {
  readonly text: string;
  /** false: it is a user name. */
  readonly isAssociateId: boolean;
}

export interface Offer {
  readonly id: string;
  readonly to: TransferTarget;
}

/** Names are compared case-insensitively. @throws {Error} SuperOffice hides both names, so the user is not known */
function isTarget(
  associate: View<'ChatAssociate'>,
  { text, isAssociateId }: TransferTarget,
  readContext: ReadContext,
): boolean {
  if (isAssociateId) return associateFields.id.read(associate, readContext, {}) === text;
  const names = [associateFields.name, associateFields.userName].map((field) => field.read(associate, readContext, {}));
  const visible = names.filter((name) => name !== null);
  if (visible.length === 0) throw new Error('the names of the user are hidden');
  return visible.some((name) => name.toLowerCase() === text.toLowerCase());
}

/** The response is checked regardless of the selection: a conversation must not reach another user unnoticed. */
export function offer({ id, to }: Offer, context: GatewayContext): SessionAction {
  const { readContext } = context;
  async function codeOf(record: JsonRecord | null): Promise<ChatUserErrorCode | null> {
    if (record === null) return 'NOT_FOUND';
    const actual = await readable(() => {
      const associate = targetOf(record, context);
      if (associate === null) return null;
      const associateId = idOf(associate, readContext);
      const fullName = associateFields.fullName.read(associate, readContext, {});
      if (associateId === null) throw new Error('the user has no id');
      return { isMeant: isTarget(associate, to, readContext), associateId, fullName };
    });
    if (actual === null) return 'NOT_YOURS';
    if (!actual.isMeant) throw new TransferReachedAnotherError(id, actual);
    return null;
  }
  /** The user has the offer, or has accepted it. */
  const isDone = (record: JsonRecord): Promise<boolean> =>
    readable(() => {
      const view = new CarrierView<ChatSessionCarrier>(record, joinProjections(namedOfferTarget, named));
      const users = [view.embed('TransferTo'), view.embed('User')].filter((associate) => associate !== null);
      return users.some((associate) => idOf(associate, readContext) !== null && isTarget(associate, to, readContext));
    });
  return {
    id,
    afterUnknown: { needs: joinProjections(namedOfferTarget, named), isDone },
    needs: namedOfferTarget,
    act: async (projection) => {
      const record = await context.call(actions.transfer, { id, parameters: { ToAssociate: to.text }, projection });
      return { record, code: await codeOf(record) };
    },
  };
}

export interface OfferResponse extends Checked {
  readonly id: string;
  readonly response: 'acceptTransfer' | 'rejectTransfer';
}

export function respondToOffer({ id, response, isChecked }: OfferResponse, context: GatewayContext): SessionAction {
  /** Why there is no offer to respond to; null: there is one, or the client does not select the reason. */
  async function findObstacle(projection: Projection): Promise<ActionResult | null> {
    if (!isChecked) return null;
    const record = await context.loaders.chatSession.load(id, projection);
    if (record === null) return { record, code: 'NOT_FOUND' };
    return targetOf(record, context) === null ? { record, code: 'NO_TRANSFER_PENDING' } : null;
  }
  async function sendResponse(projection: Projection): Promise<ActionResult> {
    const record = await context.call(actions[response], { id, projection });
    if (record === null) return { record, code: 'NOT_FOUND' };
    if (!isChecked) return { record, code: null };
    return { record, code: await readable(() => (targetOf(record, context) === null ? null : 'NOT_YOURS')) };
  }
  const needs = isChecked && { needs: offerTarget };
  const afterUnknown = response === 'acceptTransfer' ? isMine(context) : isNotOffered(context);
  return {
    id,
    ...needs,
    afterUnknown,
    act: async (projection) => (await findObstacle(projection)) ?? sendResponse(projection),
  };
}
