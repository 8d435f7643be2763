/**
 * POST Agents/Chat/ChatSessionsForUser: the open sessions of the caller's topics, by id. Every caller is a member of topics
 * 1, 2 and 3; which sessions these have is told in world/session-store.ts.
 */
import { chatSessionShape } from '../select/session-shape.js';
import { answerSelected } from './answer-selected.js';
import type { Operation } from './operation.js';

export const chatSessionsForUser: Operation = {
  name: 'ChatSessionsForUser',
  idParameter: null,
  description: 'Lists the chat sessions that this user is a member of.',
  invoke: (call) => answerSelected(call, chatSessionShape, () => call.world.sessions.open()),
};
