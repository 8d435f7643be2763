/**
 * POST Agents/Chat/ChatSessionsForUser: the open sessions of the caller's topics, by id. world/rights.ts
 * says who has which topics, world/session-store.ts which sessions these have.
 */
import { chatSessionShape } from '../select/shapes.js';
import { hasRoleIn } from '../world/rights.js';
import { selectedResponse } from './selected-response.js';
import type { Operation } from './operation.js';

export const chatSessionsForUser: Operation = {
  name: 'ChatSessionsForUser',
  idParameter: null,
  description: 'Lists the chat sessions that this user is a member of.',
  invoke: (call) =>
    selectedResponse(call, chatSessionShape, () =>
      call.world.sessions.open().filter((session) => hasRoleIn(call.caller, Number(session['TopicId']))),
    ),
};
