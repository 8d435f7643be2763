/**
 * The agents of each topic. Topics 1 to 3: the caller and visible colleagues with a role there; 4 and 5: generated agents of
 * several types, which are no callers; 694: the user of the specification's session; others: none. A topic whose users were changed has those.
 */
import type { JsonRecord, JsonValue } from '../json-record.js';
import { generatedAssociate } from '../records/generated-associate.js';
import { sampleSession } from '../records/sample-session.js';
import type { Agent } from './agents.js';
import { associateOf } from './agents.js';
import type { ChatWorld } from './chat-world.js';
import { hasRoleIn } from './rights.js';
import { memberTopicIds } from './session-state.js';

/** Null when the topic is unknown. */
export function topicAgents(world: ChatWorld, topicId: number, caller: Agent): JsonRecord[] | null {
  if (world.topics.find(topicId) === null) return null;
  const changed = world.topicAgents.get(topicId);
  if (changed) return [...changed];
  return usersOf(world, topicId, caller).map((user, index) => ({
    TopicId: topicId,
    User: user,
    CanListen: true,
    CanRespond: index % 4 !== 3,
    CanManage: index === topicId % 3,
    CanNotify: index % 2 === 0,
  }));
}

function usersOf(world: ChatWorld, topicId: number, caller: Agent): readonly JsonValue[] {
  if (memberTopicIds.includes(topicId)) {
    const users = world.presence.usersVisibleTo(caller).filter((agent) => hasRoleIn(agent, topicId, world));
    return users.map(associateOf);
  }
  if (topicId === 4) return [601, 605, 606].map((id) => generatedAssociate(id, id));
  if (topicId === 5) return [generatedAssociate(3, 603), null];
  return topicId === 694 ? [sampleSession['User'] ?? null] : [];
}
