/**
 * POST Agents/Chat/PickUpChatSession, PickUpFirstChatSession, TransferChatSession, AcceptChatSessionTransfer,
 * RejectChatSessionTransfer and ResetChatSession. They return the changed session, or `null` for an unknown one.
 */
import { errorObject } from '../http-response.js';
import type { JsonRecord } from '../json-record.js';
import { chatSessionShape } from '../select/shape.js';
import { findAgent } from '../world/agents.js';
import {
  acceptTransfer,
  offerTransfer,
  pickUp,
  pickUpFirst,
  returnToQueue,
  rejectTransfer,
} from '../world/session-assignment.js';
import { refusalToPickUp } from '../world/rights.js';
import { isAssignedTo } from '../world/session-state.js';
import { selectedResponse } from './selected-response.js';
import type { Operation, OperationCall } from './operation.js';
import { BodyParameters } from './read-parameters.js';
import { refuseIf, RefusedCallError } from './refused-call-error.js';

/** @param change called for a session that exists */
function changeOperation(
  name: string,
  description: string,
  change: (session: JsonRecord, call: OperationCall, body: BodyParameters) => JsonRecord | null,
): Operation {
  return {
    name,
    bodyId: 'ChatSessionId',
    description,
    invoke: (call) => {
      const body = new BodyParameters(call);
      const id = body.integer('ChatSessionId');
      return selectedResponse(call, chatSessionShape, () => {
        const session = call.world.sessions.find(id);
        return session === null ? null : change(session, call, body);
      });
    },
  };
}

export const pickUpChatSession = changeOperation(
  'PickUpChatSession',
  'Assigns a session from the queue to the user.',
  (session, { world, caller }) => {
    refuseIf(refusalToPickUp(session, caller, world));
    return pickUp(world, Number(session['ChatSessionId']), caller);
  },
);

export const acceptChatSessionTransfer = changeOperation(
  'AcceptChatSessionTransfer',
  'Accepts the transfer of a session to the user.',
  (session, { world, caller }) => acceptTransfer(world, session, caller),
);

export const rejectChatSessionTransfer = changeOperation(
  'RejectChatSessionTransfer',
  'Rejects the transfer of a session to the user.',
  (session, { world, caller }) => rejectTransfer(world, session, caller),
);

export const resetChatSession = changeOperation(
  'ResetChatSession',
  'Puts a session back into the queue.',
  (session, { world }) => returnToQueue(world, session),
);

export const transferChatSession = changeOperation(
  'TransferChatSession',
  'Offers a session of the user to another user.',
  (session, { world, caller }, body) => {
    const target = body.text('ToAssociate');
    if (!isAssignedTo(session, caller)) return session;
    const to = findAgent(target);
    if (to === null) throw new RefusedCallError(unknownUser);
    return offerTransfer(world, session, { from: caller, to });
  },
);

const unknownUser = errorObject('SoInvalidArgumentException', 'ToAssociate: there is no such user');

export const pickUpFirstChatSession: Operation = {
  name: 'PickUpFirstChatSession',
  description: 'Assigns the first session of the queue to the user.',
  invoke: (call) => selectedResponse(call, chatSessionShape, () => pickUpFirst(call.world, call.caller)),
};
