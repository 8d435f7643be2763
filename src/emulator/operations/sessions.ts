/**
 * POST Agents/Chat/GetChatSessionEntity, ChatSessionsForUser, CreateChatSessionForTopic and SaveChatSessionEntity.
 * The last one takes a whole entity and has no `$select`: what the entity leaves out is blank afterwards (world/session-records.ts).
 */
import { errorObject, jsonResponse, noContent, type HttpResponse } from '../http-response.js';
import { translated } from '../languages.js';
import { blankRecord } from '../records/blank-record.js';
import { readCarrier } from '../select/read-carrier.js';
import { chatSessionShape } from '../select/shape.js';
import { hasRoleIn, refusalToSave, visibleSession } from '../world/rights.js';
import { createSession, saveSession } from '../world/session-records.js';
import { isKnownStatus } from '../world/session-state.js';
import type { Operation, OperationCall } from './operation.js';
import { BodyParameters, readQueryId } from './read-parameters.js';
import { missingParameter, notFoundError, refuseIf } from './refused-call-error.js';
import { selectedResponse } from './selected-response.js';

/** The session of the specification's sample request, which has no query string. */
const sampleId = 192;

export const getChatSessionEntity: Operation = {
  name: 'GetChatSessionEntity',
  idParameter: 'chatSessionEntityId',
  description: 'Gets a ChatSessionEntity object.',
  invoke: (call) => {
    const id = call.queryText === null ? sampleId : readQueryId(call, 'chatSessionEntityId');
    const session = call.world.sessions.find(id);
    return session === null
      ? unknownIdResponse(call, id)
      : selectedResponse(call, chatSessionShape, () => visibleSession(session, call.caller, call.world));
  },
};

/** `null` and `empty-record` apply `$select`, so that an invalid one is refused here, too. */
function unknownIdResponse(call: OperationCall, id: number): HttpResponse {
  const message = `Chat session id ${id} not found`;
  switch (call.options.unknownId ?? 'null') {
    case 'null':
      return selectedResponse(call, chatSessionShape, () => null);
    case 'empty-record':
      return selectedResponse(call, chatSessionShape, () => blankRecord(chatSessionShape));
    case 'error-object':
      return errorObject('SoNotFoundException', message);
    case 'not-found':
      return errorObject('SoNotFoundException', message, 404);
    case 'rejected':
      return errorObject('ArgumentException', message, 400);
  }
}

/** The open sessions of the caller's topics, by id. */
export const chatSessionsForUser: Operation = {
  name: 'ChatSessionsForUser',
  description: 'Lists the chat sessions that this user is a member of.',
  invoke: (call) =>
    selectedResponse(call, chatSessionShape, () =>
      call.world.sessions.open().filter((session) => hasRoleIn(call.caller, Number(session['TopicId']), call.world)),
    ),
};

export const createChatSessionForTopic: Operation = {
  name: 'CreateChatSessionForTopic',
  bodyId: 'ChatTopicId',
  description: 'Creates a session on a chat topic.',
  invoke: (call) => {
    const topicId = new BodyParameters(call).integer('ChatTopicId');
    return selectedResponse(call, chatSessionShape, () => createSession(call.world, topicId));
  },
};

export const createDefaultChatSessionEntity: Operation = {
  name: 'CreateDefaultChatSessionEntity',
  description: 'Loads default values into a new ChatSessionEntity.',
  invoke: () => jsonResponse({ ...blankRecord(chatSessionShape), FieldProperties: {} }),
};

export const deleteChatSessionEntity: Operation = {
  name: 'DeleteChatSessionEntity',
  idParameter: 'chatSessionEntityId',
  description: 'Deletes the ChatSessionEntity.',
  invoke: (call) => {
    const id = readQueryId(call, 'chatSessionEntityId');
    const session = call.world.sessions.find(id);
    if (session === null) throw notFoundError('The session');
    refuseIf(refusalToSave(session, call.caller, call.world));
    call.world.sessions.delete(id);
    return noContent;
  },
};

export const saveChatSessionEntity: Operation = {
  name: 'SaveChatSessionEntity',
  bodyId: 'ChatSessionId',
  description: 'Updates a ChatSessionEntity, or creates one when its id is 0.',
  invoke: (call) => {
    const { operation, caller, world, language } = call;
    const sent = readCarrier(new BodyParameters(call).all, chatSessionShape);
    if (sent === undefined) throw missingParameter(operation, 'entity', 'ChatSessionEntity');
    const { ChatSessionId, Status } = sent;
    if (!Number.isInteger(ChatSessionId ?? 0)) throw missingParameter(operation, 'ChatSessionId', 'Int32');
    const isStatusValid = Status === undefined || Status === null || isKnownStatus(Status);
    if (!isStatusValid) throw missingParameter(operation, 'Status', 'ChatSessionStatus');
    const before = world.sessions.find(Number(ChatSessionId ?? 0));
    if (before !== null) refuseIf(refusalToSave(before, caller, world));
    return jsonResponse(translated(saveSession(world, sent, caller), language));
  },
};
