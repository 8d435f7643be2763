/**
 * The operations of the Chat agent that read chat topics.
 * @see SuperOffice: POST Agents/Chat/GetChatTopicEntity, ChatTopicsForUser, IsWithinOpeningHours, GetChatTopicUserAgentList
 */
import type { CarrierRecord } from '../carrier-record.js';
import type { ChatAgent } from '../chat-agent.js';
import type { Projection } from '../projection.js';

/** Each method is one call. */
export interface ChatTopicSource {
  /** @returns null where SuperOffice has no such topic */
  read(id: string, projection: Projection): Promise<CarrierRecord | null>;
  /** The topics in which the caller has a role. */
  readMine(projection: Projection): Promise<readonly CarrierRecord[] | null>;
  isOpen(id: string): Promise<boolean | null>;
  agents(id: string, projection: Projection): Promise<readonly CarrierRecord[] | null>;
}

export function chatTopicSource(agent: ChatAgent): ChatTopicSource {
  const identity = 'ChatTopicId';
  return {
    read: (id, projection) =>
      agent.record({
        operation: 'GetChatTopicEntity',
        query: `chatTopicEntityId=${id}`,
        subject: { property: identity, id },
        identity,
        projection,
      }),
    readMine: (projection) => agent.list({ operation: 'ChatTopicsForUser', subject: null, identity, projection }),
    isOpen: (id) =>
      agent.value<boolean>({
        operation: 'IsWithinOpeningHours',
        body: { ChatTopicId: Number(id) },
        subject: { property: identity, id },
        type: 'boolean',
      }),
    agents: (id, projection) =>
      agent.list({
        operation: 'GetChatTopicUserAgentList',
        body: { ChatTopicId: Number(id) },
        subject: { property: 'TopicId', id },
        identity: null,
        projection,
      }),
  };
}
