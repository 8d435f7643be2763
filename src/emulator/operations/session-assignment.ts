/**
 * The operations that take a session from hand to hand, by ChatSessionId in the body; they answer with the session as it is
 * afterwards. For a session that there is not, `null`.
 */
import { errorObject } from '../http-response.js';
import type { JsonRecord } from '../json-record.js';
import { chatSessionShape } from '../select/shapes.js';
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

/** @param change what happens to a session that there is */
function changing(
  name: string,
  description: string,
  change: (session: JsonRecord, call: OperationCall, body: BodyParameters) => JsonRecord | null,
): Operation {
  return {
    name,
    idParameter: null,
    bodyId: 'ChatSessionId',
    description,
    invoke: (call) => {
      const body = new BodyParameters(name, call);
      const id = body.integer('ChatSessionId');
      return selectedResponse(call, chatSessionShape, () => {
        const session = call.world.sessions.find(id);
        return session === null ? null : change(session, call, body);
      });
    },
  };
}

export const pickUpChatSession = changing(
  'PickUpChatSession',
  'Assigns a session from the queue to the user.',
  (session, { world, caller }) => {
    refuseIf(refusalToPickUp(session, caller));
    return pickUp(world, Number(session['ChatSessionId']), caller);
  },
);

export const acceptChatSessionTransfer = changing(
  'AcceptChatSessionTransfer',
  'Accepts the transfer of a session to the user.',
  (session, { world, caller }) => acceptTransfer(world, session, caller),
);

export const rejectChatSessionTransfer = changing(
  'RejectChatSessionTransfer',
  'Rejects the transfer of a session to the user.',
  (session, { world, caller }) => rejectTransfer(world, session, caller),
);

export const resetChatSession = changing(
  'ResetChatSession',
  'Puts a session back into the queue.',
  (session, { world }) => returnToQueue(world, session),
);

export const transferChatSession = changing(
  'TransferChatSession',
  'Offers a session of the user to another user.',
  (session, { world, caller }, body) => {
    const sought = body.text('ToAssociate');
    if (!isAssignedTo(session, caller)) return session;
    const to = findAgent(sought);
    if (to === null) throw new RefusedCallError(unknownUser);
    return offerTransfer(world, session, { from: caller, to });
  },
);

const unknownUser = errorObject('SoInvalidArgumentException', 'ToAssociate: there is no such user');

export const pickUpFirstChatSession: Operation = {
  name: 'PickUpFirstChatSession',
  idParameter: null,
  description: 'Assigns the first session of the queue to the user.',
  invoke: (call) => selectedResponse(call, chatSessionShape, () => pickUpFirst(call.world, call.caller)),
};
