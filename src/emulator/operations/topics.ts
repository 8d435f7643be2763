/**
 * POST Agents/Chat/GetChatTopicEntity, ChatTopicsForUser, IsWithinOpeningHours and GetChatTopicUserAgentList.
 * They return `null` for an unknown topic; IsWithinOpeningHours, whose result is a boolean, returns false.
 */
import { jsonResponse } from '../http-response.js';
import { chatTopicShape, topicAgentShape } from '../select/shape.js';
import { isOpenAt } from '../world/opening-hours.js';
import { topicIdsOf } from '../world/rights.js';
import { topicAgents } from '../world/topic-agents.js';
import { selectedResponse } from './selected-response.js';
import type { Operation } from './operation.js';
import { BodyParameters, readQueryId } from './read-parameters.js';

export const getChatTopicEntity: Operation = {
  name: 'GetChatTopicEntity',
  idParameter: 'chatTopicEntityId',
  description: 'Gets a ChatTopicEntity object.',
  invoke: (call) => {
    const id = readQueryId(call, 'chatTopicEntityId');
    return selectedResponse(call, chatTopicShape, () => call.world.topics.find(id));
  },
};

export const chatTopicsForUser: Operation = {
  name: 'ChatTopicsForUser',
  description: 'Lists the chat topics that this user is a member of.',
  invoke: (call) =>
    selectedResponse(call, chatTopicShape, () =>
      topicIdsOf(call.caller, call.world)
        .map((id) => call.world.topics.find(id))
        .filter((topic) => topic !== null),
    ),
};

export const isWithinOpeningHours: Operation = {
  name: 'IsWithinOpeningHours',
  bodyId: 'ChatTopicId',
  description: 'Checks whether a chat topic is open right now.',
  invoke: (call) => {
    const id = new BodyParameters(call).integer('ChatTopicId');
    const topic = call.world.topics.find(id);
    return jsonResponse(topic !== null && isOpenAt(topic, call.world.nowMs()));
  },
};

export const getChatTopicUserAgentList: Operation = {
  name: 'GetChatTopicUserAgentList',
  bodyId: 'ChatTopicId',
  description: 'Lists the users who are assigned to a chat topic.',
  invoke: (call) => {
    const id = new BodyParameters(call).integer('ChatTopicId');
    return selectedResponse(call, topicAgentShape, () => topicAgents(call.world, id, call.caller));
  },
};
