/**
 * The operations of the Chat agent that read who is there to chat.
 * @see SuperOffice: POST Agents/Chat/GetChatPresence, GetUserAgentList
 */
import type { CarrierRecord } from '../carrier-record.js';
import type { ChatAgent } from '../chat-agent.js';
import type { Projection } from '../projection.js';

export interface WantedTargets {
  /** Users only; otherwise groups that hold them. */
  readonly isFlat: boolean;
  readonly isPresentOnly: boolean;
}

/** Each method is one call. */
export interface ChatUserSource {
  presence(projection: Projection): Promise<readonly CarrierRecord[] | null>;
  transferTargets(wanted: WantedTargets, projection: Projection): Promise<readonly CarrierRecord[] | null>;
}

export function chatUserSource(agent: ChatAgent): ChatUserSource {
  return {
    presence: (projection) =>
      agent.list({ operation: 'GetChatPresence', subject: null, identity: 'UserId', projection }),
    transferTargets: ({ isFlat, isPresentOnly }, projection) =>
      agent.list({
        operation: 'GetUserAgentList',
        body: { Flat: isFlat, OnlyPresent: isPresentOnly },
        subject: null,
        identity: 'Id',
        projection,
      }),
  };
}
