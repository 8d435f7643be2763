/**
 * POST Agents/Chat/GetChatPresence and SaveChatPresence: who is there, and how busy. Of what is saved only UserId and Present
 * count; a user that there is not is passed over. UserId is the ejUser id. The answer to a save is 204.
 */
import type { HttpResponse } from '../http-response.js';
import type { JsonRecord } from '../json-record.js';
import { presenceShape } from '../select/shapes.js';
import { readCarrier } from '../select/read-carrier.js';
import type { Agent } from '../world/agents.js';
import { agentOfEjUser } from '../world/agents.js';
import type { ChatWorld } from '../world/chat-world.js';
import { topicIdsOf } from '../world/rights.js';
import { selectedResponse } from './selected-response.js';
import type { Operation } from './operation.js';
import { BodyParameters } from './read-parameters.js';
import { missingParameter } from './refused-call-error.js';

const noContent: HttpResponse = { status: 204, headers: {}, body: '' };

export const getChatPresence: Operation = {
  name: 'GetChatPresence',
  idParameter: null,
  description: 'Gets the presence of all chat users.',
  invoke: (call) =>
    selectedResponse(call, presenceShape, () =>
      call.world.presence.usersVisibleTo(call.caller).map((agent) => presenceOf(call.world, agent)),
    ),
};

export const saveChatPresence: Operation = {
  name: 'SaveChatPresence',
  idParameter: null,
  description: 'Saves the presence of chat users.',
  invoke: (call) => {
    const wanted = new BodyParameters('SaveChatPresence', call).records('ChatPresence').map(readPresence);
    for (const { userId, isPresent } of wanted) {
      const agent = agentOfEjUser(userId);
      if (agent !== null) call.world.presence.save(agent.associateId, isPresent);
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
    ChatTopics: topicIdsOf(agent),
    TableRight: null,
    FieldProperties: {},
  };
}

function readPresence(sent: JsonRecord): { userId: number; isPresent: boolean } {
  const { UserId, Present } = readCarrier(sent, presenceShape) ?? {};
  if (typeof UserId !== 'number') throw missingParameter('SaveChatPresence', 'UserId', 'Int32');
  if (typeof Present !== 'boolean') throw missingParameter('SaveChatPresence', 'Present', 'Boolean');
  return { userId: UserId, isPresent: Present };
}
