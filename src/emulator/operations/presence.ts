/**
 * POST Agents/Chat/GetChatPresence and SaveChatPresence. UserId is the ejUser id. Saving returns 204; it reads only UserId and
 * Present, and ignores unknown users.
 */
import { noContent } from '../http-response.js';
import type { JsonRecord } from '../json-record.js';
import { presenceShape } from '../select/shape.js';
import { readCarrier } from '../select/read-carrier.js';
import type { Agent } from '../world/agents.js';
import { agentOfEjUser } from '../world/agents.js';
import type { ChatWorld } from '../world/chat-world.js';
import { topicIdsOf } from '../world/rights.js';
import { selectedResponse } from './selected-response.js';
import type { Operation } from './operation.js';
import { BodyParameters } from './read-parameters.js';
import { missingParameter } from './refused-call-error.js';

export const getChatPresence: Operation = {
  name: 'GetChatPresence',
  description: 'Gets the presence of all chat users.',
  invoke: (call) =>
    selectedResponse(call, presenceShape, () =>
      call.world.presence.usersVisibleTo(call.caller).map((agent) => presenceOf(call.world, agent)),
    ),
};

export const saveChatPresence: Operation = {
  name: 'SaveChatPresence',
  description: 'Saves the presence of chat users.',
  invoke: (call) => {
    const sent = new BodyParameters(call).records('ChatPresence').map((record) => readPresence(record, call.operation));
    for (const { userId, isPresent } of sent) {
      const agent = agentOfEjUser(userId);
      if (agent !== null) call.world.presence.save(agent, isPresent);
    }
    return noContent;
  },
};

function presenceOf(world: ChatWorld, agent: Agent): JsonRecord {
  const { associateId } = agent;
  return {
    UserId: agent.ejUserId,
    DisplayName: agent.fullName,
    OngoingChats: world.sessions.activeSessionsOf(associateId).length,
    Present: world.presence.isPresent(associateId),
    ChatTopics: topicIdsOf(agent, world),
    TableRight: null,
    FieldProperties: {},
  };
}

function readPresence(sent: JsonRecord, operation: string): { userId: number; isPresent: boolean } {
  const { UserId, Present } = readCarrier(sent, presenceShape) ?? {};
  if (typeof UserId !== 'number') throw missingParameter(operation, 'UserId', 'Int32');
  if (typeof Present !== 'boolean') throw missingParameter(operation, 'Present', 'Boolean');
  return { userId: UserId, isPresent: Present };
}
