/**
 * POST Agents/Chat/CreateDefaultChatTopicEntity, SaveChatTopicEntity, DeleteChatTopicEntity, and the operations that change the users of a
 * topic. What a saved topic leaves out is blank afterwards. Callers without a role in topic 1, 2 or 3 may not change it.
 */
import { jsonResponse, noContent } from '../http-response.js';
import { isRecord } from '../json-record.js';
import type { JsonRecord, JsonValue } from '../json-record.js';
import { translated } from '../languages.js';
import { blankRecord } from '../records/blank-record.js';
import { readCarrier } from '../select/read-carrier.js';
import { chatTopicShape, topicAgentShape } from '../select/shape.js';
import { agentOf, associateOf } from '../world/agents.js';
import { refusalToChangeTopic } from '../world/rights.js';
import { deleteTopic, newTopic, saveTopic } from '../world/topic-records.js';
import { topicAgents } from '../world/topic-agents.js';
import type { Operation, OperationCall } from './operation.js';
import { BodyParameters, findProperty, readQueryId } from './read-parameters.js';
import { missingParameter, notFoundError, refuseIf } from './refused-call-error.js';
import { selectedResponse } from './selected-response.js';

const createDefaultTopic: Operation = {
  name: 'CreateDefaultChatTopicEntity',
  description: 'Loads default values into a new ChatTopicEntity.',
  invoke: ({ language }) => jsonResponse(translated(newTopic(), language)),
};

const save: Operation = {
  name: 'SaveChatTopicEntity',
  bodyId: 'ChatTopicId',
  description: 'Updates a ChatTopicEntity, or creates one when its id is 0.',
  invoke: (call) => {
    const sent = readCarrier(new BodyParameters(call).all, chatTopicShape);
    if (sent === undefined) throw missingParameter(call.operation, 'entity', 'ChatTopicEntity');
    const id = Number(sent['ChatTopicId'] ?? 0);
    refuseIf(refusalToChangeTopic(id, call.caller, call.world));
    return jsonResponse(translated(saveTopic(call.world, sent), call.language));
  },
};

const remove: Operation = {
  name: 'DeleteChatTopicEntity',
  idParameter: 'chatTopicEntityId',
  description: 'Deletes the ChatTopicEntity.',
  invoke: (call) => {
    const id = readQueryId(call, 'chatTopicEntityId');
    refuseIf(refusalToChangeTopic(id, call.caller, call.world));
    if (!deleteTopic(call.world, id)) throw notFoundError('The topic');
    return noContent;
  },
};

const createDefaultAgent: Operation = {
  name: 'CreateDefaultChatTopicAgent',
  description: 'Loads default values into a new ChatTopicAgent.',
  invoke: () => jsonResponse({ ...blankRecord(topicAgentShape), CanRespond: true, CanNotify: true }),
};

const userIdOf = ({ User }: JsonRecord): number => (isRecord(User) ? Number(User['AssociateId'] ?? 0) : 0);

/** By user name, login name or associate id. */
function isNamed({ User }: JsonRecord, name: string): boolean {
  const names: readonly JsonValue[] = isRecord(User)
    ? ['UserName', 'Name', 'AssociateId'].map((key) => User[key] ?? '')
    : [];
  return names.some((each) => String(each).toLowerCase() === name.toLowerCase());
}

/** The topic of a call and its users, once the caller may change them. */
function changing(call: OperationCall) {
  const body = new BodyParameters(call);
  const topicId = body.integer('ChatTopicId');
  const agents = topicAgents(call.world, topicId, call.caller);
  if (agents === null) throw notFoundError('The topic');
  refuseIf(refusalToChangeTopic(topicId, call.caller, call.world));
  return { body, topicId, agents };
}

function agentIn(call: OperationCall, sent: JsonRecord): JsonRecord {
  const read = readCarrier(sent, topicAgentShape);
  if (read === undefined) throw missingParameter(call.operation, 'Useragent', 'ChatTopicAgent');
  return { ...blankRecord(topicAgentShape), ...read };
}

const getAgent: Operation = {
  name: 'GetChatTopicUserAgent',
  bodyId: 'ChatTopicId',
  logDetails: (body) => [`user=${String(findProperty(body, 'Username'))}`],
  description: 'Gets a user who is assigned to a chat topic.',
  invoke: (call) => {
    const body = new BodyParameters(call);
    const [topicId, name] = [body.integer('ChatTopicId'), body.text('Username')];
    const agents = topicAgents(call.world, topicId, call.caller) ?? [];
    return selectedResponse(call, topicAgentShape, () => agents.find((agent) => isNamed(agent, name)) ?? null);
  },
};

const addAgent: Operation = {
  name: 'AddChatTopicUserAgent',
  bodyId: 'ChatTopicId',
  description: 'Adds a user to a chat topic.',
  invoke: (call) => {
    const { body, topicId, agents } = changing(call);
    const sent = agentIn(call, body.record('Useragent'));
    const user = agentOf(userIdOf(sent));
    return selectedResponse(call, topicAgentShape, () => {
      if (user === null) throw notFoundError('The user');
      const added = { ...sent, TopicId: topicId, User: associateOf(user) };
      call.world.setTopicAgents(topicId, [...agents.filter((agent) => userIdOf(agent) !== user.associateId), added]);
      return added;
    });
  },
};

/** Keeps the user: only the roles change. */
const withRoles = (agent: JsonRecord, sent: JsonRecord): JsonRecord => ({
  ...sent,
  TopicId: agent['TopicId'] ?? null,
  User: agent['User'] ?? null,
});

const updateAgent: Operation = {
  name: 'UpdateChatTopicUserAgent',
  bodyId: 'ChatTopicId',
  description: "Updates a user's role in a chat topic.",
  invoke: (call) => {
    const { body, topicId, agents } = changing(call);
    const [name, sent] = [body.text('Username'), agentIn(call, body.record('Useragent'))];
    return selectedResponse(call, topicAgentShape, () => {
      const changed = agents.map((agent) => (isNamed(agent, name) ? withRoles(agent, sent) : agent));
      call.world.setTopicAgents(topicId, changed);
      return changed.find((agent) => isNamed(agent, name)) ?? null;
    });
  },
};

/** Users who are not sent are removed: the least convenient of the two readings of the documentation. */
const updateAgents: Operation = {
  name: 'UpdateChatTopicUserAgents',
  bodyId: 'ChatTopicId',
  description: "Updates users' roles in a chat topic.",
  invoke: (call) => {
    const { body, topicId, agents } = changing(call);
    const sent = body.records('Useragents').map((record) => agentIn(call, record));
    return selectedResponse(call, topicAgentShape, () => {
      const changed = agents.flatMap((agent) => {
        const roles = sent.find((each) => userIdOf(each) === userIdOf(agent));
        return roles ? [withRoles(agent, roles)] : [];
      });
      call.world.setTopicAgents(topicId, changed);
      return changed;
    });
  },
};

const removeAgent: Operation = {
  name: 'DeleteChatTopicUserAgent',
  bodyId: 'ChatTopicId',
  description: 'Removes a user from a chat topic.',
  invoke: (call) => {
    const { body, topicId, agents } = changing(call);
    const name = body.text('Username');
    call.world.setTopicAgents(
      topicId,
      agents.filter((agent) => !isNamed(agent, name)),
    );
    return noContent;
  },
};

export const topicAdministration: readonly Operation[] = [
  ...[createDefaultTopic, save, remove],
  ...[createDefaultAgent, getAgent, addAgent, updateAgent, updateAgents, removeAgent],
];
