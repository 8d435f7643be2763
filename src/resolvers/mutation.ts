/**
 * The root fields of mutations: the session, the action, and what its result means. GraphQL runs these fields one after the other.
 */
import { actions } from '../catalog/catalog.js';
import type { GatewayContext } from '../context.js';
import { BadUserInputError } from '../errors/gateway-error.js';
import type {
  ChatUserErrorCode,
  MutationResolvers,
  MutationTransferChatSessionArgs,
} from '../generated/resolver-types.js';
import { isSelected } from '../plan/projections.js';
import type { AdminMutation } from './admin-mutation.js';
import { addMessage } from './add-message.js';
import { checkId } from './load-entity.js';
import { close } from './session-close.js';
import { createSession } from './session-create.js';
import { actionResult, sessionPayload, type SessionAction } from './session-payload.js';
import { isMine, isWaiting } from './session-looks.js';
import { respondToOffer, offer, type TransferTarget } from './session-transfer.js';
import { update } from './session-update.js';
import { checkUserName } from './user-name.js';
import { setPresence } from './set-presence.js';

const oneTarget = 'Give exactly one of `toAssociateId` and `toUserName`.';

/** @returns SuperOffice's parameter ToAssociate. @throws {BadUserInputError} before any upstream call */
function targetOf({ to, toAssociateId, toUserName }: Omit<MutationTransferChatSessionArgs, 'id'>): TransferTarget {
  const targets = Object.entries({ toAssociateId, toUserName, to }).filter(([, value]) => typeof value === 'string');
  const [[argument, value] = ['', ''], ...others] = targets as [string, string][]; // texts, by the filter
  if (targets.length === 0 || others.length > 0) throw new BadUserInputError(oneTarget);
  if (argument === 'toAssociateId') checkId(value, 'id in `toAssociateId`');
  else checkUserName(value, argument, 'Use `toAssociateId` for an associate id, `toUserName` for a user name.');
  return { text: value, isAssociateId: argument === 'toAssociateId' };
}

/** An action that takes only the session's id; `code` says what a null result means. */
function simpleAction(
  { id, action, code }: { readonly id: string; readonly action: 'pickUp' | 'reset'; readonly code: ChatUserErrorCode },
  context: GatewayContext,
): SessionAction {
  return {
    id,
    afterUnknown: action === 'pickUp' ? isMine(context) : isWaiting(context),
    act: async (projection) => actionResult(await context.call(actions[action], { id, projection }), code),
  };
}

export const Mutation: Omit<Required<MutationResolvers>, keyof typeof AdminMutation> = {
  pickUpChatSession: async (_root, { id }, context, info) => {
    checkId(id);
    const action = simpleAction({ id, action: 'pickUp', code: 'NOT_IN_QUEUE' }, context);
    return sessionPayload(action, context, info);
  },

  pickUpNextChatSession: async (_root, _args, context, info) => {
    const act: SessionAction['act'] = async (projection) =>
      actionResult(await context.call(actions.pickUpFirst, { projection }), 'QUEUE_EMPTY');
    return sessionPayload({ id: null, afterUnknown: 'refuse', act }, context, info);
  },

  transferChatSession: async (_root, { id, ...target }, context, info) => {
    checkId(id);
    return sessionPayload(offer({ id, to: targetOf(target) }, context), context, info);
  },

  acceptChatSessionTransfer: async (_root, { id }, context, info) => {
    checkId(id);
    const isChecked = isSelected('userErrors', info) || context.keyed !== null; // a repeat may select it
    const action = respondToOffer({ id, response: 'acceptTransfer', isChecked }, context);
    return sessionPayload(action, context, info);
  },

  rejectChatSessionTransfer: async (_root, { id }, context, info) => {
    checkId(id);
    const isChecked = isSelected('userErrors', info) || context.keyed !== null; // a repeat may select it
    const action = respondToOffer({ id, response: 'rejectTransfer', isChecked }, context);
    return sessionPayload(action, context, info);
  },

  resetChatSession: async (_root, { id }, context, info) => {
    checkId(id);
    const action = simpleAction({ id, action: 'reset', code: 'NOT_FOUND' }, context);
    return sessionPayload(action, context, info);
  },

  createChatSession: async (_root, args, context, info) => sessionPayload(createSession(args, context), context, info),

  updateChatSession: async (_root, { id, input, expected }, context, info) => {
    checkId(id);
    return sessionPayload(update({ id, input, expected }, context), context, info);
  },

  closeChatSession: async (_root, { id }, context, info) => {
    checkId(id);
    return sessionPayload(close(id, context), context, info);
  },

  addChatMessage: (_root, args, context, info) => addMessage(args, context, info),

  setMyChatPresence: (_root, args, context, info) => setPresence(args, context, info),
};
