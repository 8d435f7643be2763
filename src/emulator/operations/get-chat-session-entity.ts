/**
 * POST Agents/Chat/GetChatSessionEntity: one session by id, narrowed by `$select`.
 * 200 with `null` (or another reading) for an id without session; 200 with ASP.NET's error object for a malformed or missing one;
 * and session 192 when there is no query string at all, which is the specification's sample request.
 */
import { errorObject, type HttpResponse } from '../http-response.js';
import { blankRecord } from '../records/blank-record.js';
import { chatSessionShape } from '../select/shapes.js';
import { visibleSession } from '../world/rights.js';
import { selectedResponse } from './selected-response.js';
import type { Operation, OperationCall } from './operation.js';
import { readQueryId } from './read-parameters.js';

const name = 'GetChatSessionEntity';
const idParameter = 'chatSessionEntityId';
const sampleId = 192;

export const getChatSessionEntity: Operation = {
  name,
  idParameter,
  description: 'Gets a ChatSessionEntity object.',
  invoke: (call) => {
    const id = call.queryText === null ? sampleId : readQueryId(call, name, idParameter);
    const session = call.world.sessions.find(id);
    return session === null
      ? unknownIdResponse(call, id)
      : selectedResponse(call, chatSessionShape, () => visibleSession(session, call.caller));
  },
};

/** A `$select` that is refused is refused here, too. */
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
