/**
 * POST Agents/Chat/GetChatSessionEntity: one session by id, narrowed by `$select`.
 * 200 with `null` for an id without session; 200 with ASP.NET's error object for a malformed or missing one; and
 * session 192 when there is no query string at all, which is the specification's sample request.
 */
import { chatSessionShape } from '../select/session-shape.js';
import { answerSelected } from './answer-selected.js';
import type { Operation } from './operation.js';
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
    return answerSelected(call, chatSessionShape, () => call.world.sessions.find(id));
  },
};
