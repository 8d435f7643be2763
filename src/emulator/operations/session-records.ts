/**
 * POST Agents/Chat/CreateChatSessionForTopic and SaveChatSessionEntity. The latter takes a whole entity and knows no `$select`:
 * what the entity leaves out is blank afterwards (world/session-records.ts).
 */
import { jsonResponse } from '../http-response.js';
import { translated } from '../languages.js';
import { readCarrier } from '../select/read-carrier.js';
import { chatSessionShape } from '../select/shapes.js';
import { createSession, saveSession } from '../world/session-records.js';
import { refusalToSave } from '../world/rights.js';
import { isKnownStatus } from '../world/session-state.js';
import { selectedResponse } from './selected-response.js';
import type { Operation } from './operation.js';
import { BodyParameters } from './read-parameters.js';
import { missingParameter, refuseIf } from './refused-call-error.js';

export const createChatSessionForTopic: Operation = {
  name: 'CreateChatSessionForTopic',
  idParameter: null,
  bodyId: 'ChatTopicId',
  description: 'Creates a session on a chat topic.',
  invoke: (call) => {
    const topicId = new BodyParameters('CreateChatSessionForTopic', call).integer('ChatTopicId');
    return selectedResponse(call, chatSessionShape, () => createSession(call.world, topicId));
  },
};

export const saveChatSessionEntity: Operation = {
  name: 'SaveChatSessionEntity',
  idParameter: null,
  bodyId: 'ChatSessionId',
  description: 'Updates a ChatSessionEntity, or creates one when its id is 0.',
  invoke: (call) => {
    const sent = readCarrier(new BodyParameters('SaveChatSessionEntity', call).whole, chatSessionShape);
    if (sent === undefined) throw missingParameter('SaveChatSessionEntity', 'entity', 'ChatSessionEntity');
    const { ChatSessionId, Status } = sent;
    if (!Number.isInteger(ChatSessionId ?? 0))
      throw missingParameter('SaveChatSessionEntity', 'ChatSessionId', 'Int32');
    const isStatusGood = Status === undefined || Status === null || isKnownStatus(Status);
    if (!isStatusGood) throw missingParameter('SaveChatSessionEntity', 'Status', 'ChatSessionStatus');
    const before = call.world.sessions.find(Number(ChatSessionId ?? 0));
    if (before !== null) refuseIf(refusalToSave(before, call.caller));
    return jsonResponse(translated(saveSession(call.world, sent, call.caller), call.language));
  },
};
