/**
 * Handing a session over: offering it, and answering an offer. SuperOffice answers with the session and does not say whether it
 * did anything; that is read from whom the session is offered to, before and after.
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
import type { Projection } from '../superoffice/projection.js';
import type { ActionResult, SessionAction } from './session-payload.js';

/** To whom the session is offered: their id, and the names that a caller may have used for them. */
const target: Projection = new Map([['TransferTo', new Set(['AssociateId', 'Name', 'UserName'])]]);

/** The same, and what to call them in an error. */
const namedTarget: Projection = new Map([['TransferTo', new Set(['AssociateId', 'FullName', 'Name', 'UserName'])]]);

const idOf = (user: View<'ChatAssociate'>, readContext: ReadContext): string | null =>
  readReference(user.read('AssociateId'), readContext, {});

/** @returns null where no user is named: one without an id counts when the response has a name of theirs */
function targetOf(record: JsonRecord, { readContext }: GatewayContext): View<'ChatAssociate'> | null {
  const user = new CarrierView<ChatSessionCarrier>(record, namedTarget).embed('TransferTo');
  if (user === null || idOf(user, readContext) !== null) return user;
  return associateNames.some((field) => field.read(user, readContext, {}) !== null) ? user : null;
}

/** What the response to an action says. Where it cannot be read, it is not known what became of the action. */
function readable<Value>(read: () => Value): Promise<Value> {
  return Promise.resolve()
    .then(read)
    .catch(() => {
      throw new UpstreamOutcomeUnknownError('the answer does not tell to whom the session is offered');
    });
}

/** Whether anybody wants to know why nothing was done. */
interface Checked {
  readonly isChecked: boolean;
}

/** Whom a session is to be offered to. */
export interface TransferTarget {
  readonly text: string;
  /** Otherwise it is a user name. */
  readonly isAssociateId: boolean;
}

export interface Offer {
  readonly id: string;
  readonly to: TransferTarget;
}

/** Names are compared in any case. @throws {Error} SuperOffice hides both names, so the response does not say who it is */
function isTarget(
  associate: View<'ChatAssociate'>,
  { text, isAssociateId }: TransferTarget,
  readContext: ReadContext,
): boolean {
  if (isAssociateId) return associateFields.id.read(associate, readContext, {}) === text;
  const names = [associateFields.name, associateFields.userName].map((field) => field.read(associate, readContext, {}));
  const known = names.filter((name) => name !== null);
  if (known.length === 0) throw new Error('the names of the user are hidden');
  return known.some((name) => name.toLowerCase() === text.toLowerCase());
}

/** The response is checked whatever is selected: a conversation must not reach another user unnoticed. */
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
  return {
    id,
    needs: namedTarget,
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

export function respondToOffer({ id, response: answer, isChecked }: OfferResponse, context: GatewayContext): SessionAction {
  /** Why there is nothing to answer; null when there is, or nobody wants to know. */
  async function findObstacle(projection: Projection): Promise<ActionResult | null> {
    if (!isChecked) return null;
    const record = await context.loaders.chatSession.load(id, projection);
    if (record === null) return { record, code: 'NOT_FOUND' };
    return targetOf(record, context) === null ? { record, code: 'NO_TRANSFER_PENDING' } : null;
  }
  async function sendResponse(projection: Projection): Promise<ActionResult> {
    const record = await context.call(actions[answer], { id, projection });
    if (record === null) return { record, code: 'NOT_FOUND' };
    if (!isChecked) return { record, code: null };
    return { record, code: await readable(() => (targetOf(record, context) === null ? null : 'NOT_YOURS')) };
  }
  const needs = isChecked && { needs: target };
  return { id, ...needs, act: async (projection) => (await findObstacle(projection)) ?? sendResponse(projection) };
}
