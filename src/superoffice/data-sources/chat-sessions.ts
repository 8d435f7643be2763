/**
 * The operations of the Chat agent that read chat sessions.
 * @see SuperOffice: POST Agents/Chat/GetChatSessionEntity, ChatSessionsForUser
 */
import type { CarrierRecord } from '../carrier-record.js';
import type { ChatAgent } from '../chat-agent.js';
import type { Projection } from '../projection.js';

/** Each method is one call. Properties outside the projection arrive as null or some default. */
export interface ChatSessionSource {
  /** @returns null where SuperOffice has no such session */
  read(id: string, projection: Projection): Promise<CarrierRecord | null>;
  /** The sessions in whose topics the caller has a role: it may respond, listen, manage or be notified. */
  readMine(projection: Projection): Promise<readonly CarrierRecord[] | null>;
}

export function chatSessionSource(agent: ChatAgent): ChatSessionSource {
  const identity = 'ChatSessionId';
  return {
    read: (id, projection) =>
      agent.record({
        operation: 'GetChatSessionEntity',
        query: `chatSessionEntityId=${id}`,
        subject: { property: identity, id },
        identity,
        projection,
      }),
    readMine: (projection) => agent.list({ operation: 'ChatSessionsForUser', subject: null, identity, projection }),
  };
}
