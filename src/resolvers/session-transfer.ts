/**
 * Handing a session over: offering it, and answering an offer. SuperOffice answers with the session and does not say whether it
 * did anything; that is read from whom the session is offered to, before and after.
 */
import type { GatewayContext } from '../context.js';
import { CarrierView } from '../entities/carrier-view.js';
import { associateFields } from '../entities/associate.js';
import { chatSessionFields } from '../entities/chat-session.js';
import type { AssociateView } from '../entities/views.js';
import { UpstreamOutcomeUnknownError } from '../errors/upstream-errors.js';
import type { ChatUserErrorCode } from '../generated/resolver-types.js';
import type { CarrierRecord } from '../superoffice/carrier-record.js';
import type { Projection } from '../superoffice/projection.js';
import type { Done, SessionAction } from './session-payload.js';

/** To whom the session is offered: his id, and the names that a caller may have used for him. */
const target: Projection = new Map([['TransferTo', new Set(['AssociateId', 'Name', 'UserName'])]]);

function targetOf(record: CarrierRecord, { reading }: GatewayContext): AssociateView | null {
  return chatSessionFields.transferTo.read(new CarrierView(record, target), reading, {});
}

/** What the answer to an action says. Where it cannot be read, nobody knows what became of the action. */
function judged(judge: () => ChatUserErrorCode | null): Promise<ChatUserErrorCode | null> {
  return Promise.resolve()
    .then(judge)
    .catch(() => {
      throw new UpstreamOutcomeUnknownError('the answer does not tell to whom the session is offered');
    });
}

/** Whether anybody wants to know why nothing was done. */
interface Checked {
  readonly isChecked: boolean;
}

export interface Offer extends Checked {
  readonly id: string;
  /** User name or associate id. */
  readonly to: string;
}

/** Names are compared in any case; where SuperOffice hides both, it is believed to have done what it was asked. */
function isCalled(associate: AssociateView, to: string, { reading }: GatewayContext): boolean {
  if (/^\d+$/.test(to)) return associateFields.id.read(associate, reading, {}) === to;
  const names = [associateFields.name, associateFields.userName].map((field) => field.read(associate, reading, {}));
  const known = names.filter((name) => typeof name === 'string' && name !== '');
  return known.length === 0 || known.some((name) => name?.toLowerCase() === to.toLowerCase());
}

export function offer({ id, to, isChecked }: Offer, context: GatewayContext): SessionAction {
  const judge = (record: CarrierRecord | null): ChatUserErrorCode | null => {
    if (record === null) return 'NOT_FOUND';
    const associate = targetOf(record, context);
    return associate !== null && isCalled(associate, to, context) ? null : 'NOT_YOURS';
  };
  return {
    id,
    ...(isChecked && { needs: target }),
    act: async (projection) => {
      const record = await context.actions().transfer({ id, to }, projection);
      return { record, code: isChecked ? await judged(() => judge(record)) : null };
    },
  };
}

export interface OfferAnswer extends Checked {
  readonly id: string;
  readonly operation: 'AcceptChatSessionTransfer' | 'RejectChatSessionTransfer';
}

export function answerOffer({ id, operation, isChecked }: OfferAnswer, context: GatewayContext): SessionAction {
  /** Why there is nothing to answer; null when there is, or nobody wants to know. */
  async function obstacle(projection: Projection): Promise<Done | null> {
    if (!isChecked) return null;
    const record = await context.loaders.chatSession.load(id, projection);
    if (record === null) return { record, code: 'NOT_FOUND' };
    return targetOf(record, context) === null ? { record, code: 'NO_TRANSFER_PENDING' } : null;
  }
  async function answered(projection: Projection): Promise<Done> {
    const record = await context.actions().act(operation, id, projection);
    if (record === null) return { record, code: 'NOT_FOUND' };
    if (!isChecked) return { record, code: null };
    return { record, code: await judged(() => (targetOf(record, context) === null ? null : 'NOT_YOURS')) };
  }
  const needs = isChecked && { needs: target };
  return { id, ...needs, act: async (projection) => (await obstacle(projection)) ?? answered(projection) };
}
