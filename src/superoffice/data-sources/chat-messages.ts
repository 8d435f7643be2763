/**
 * The operations of the Chat agent that read what was said in a session.
 * @see SuperOffice: POST Agents/Chat/GetChatMessages, GetChatTranscript
 */
import type { CarrierRecord } from '../carrier-record.js';
import type { ChatAgent } from '../chat-agent.js';
import type { Projection } from '../projection.js';

/** Messages of one session from one on; there is no paging. */
export interface WantedMessages {
  /** Only messages with a greater id; 0 for all. */
  readonly after: number;
  readonly projection: Projection;
}

/** Each method is one call. */
export interface ChatMessageSource {
  read(sessionId: string, wanted: WantedMessages): Promise<readonly CarrierRecord[] | null>;
  /** @returns null where SuperOffice has no such session */
  transcript(sessionId: string, isHtml: boolean): Promise<string | null>;
}

export function chatMessageSource(agent: ChatAgent): ChatMessageSource {
  const subject = (id: string) => ({ property: 'ChatSessionId', id });
  return {
    read: (sessionId, { after, projection }) =>
      agent.list({
        operation: 'GetChatMessages',
        body: { ChatSessionId: Number(sessionId), After: after },
        subject: subject(sessionId),
        identity: 'ChatMessageId',
        projection,
      }),
    transcript: (sessionId, isHtml) =>
      agent.value<string>({
        operation: 'GetChatTranscript',
        body: { ChatSessionId: Number(sessionId), Html: isHtml },
        subject: subject(sessionId),
        type: 'string',
      }),
  };
}
