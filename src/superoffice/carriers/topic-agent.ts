/**
 * A user in a chat topic, and what that user does there. It has no id of its own.
 * @see SuperOffice: POST Agents/Chat/GetChatTopicUserAgentList, POST Agents/Chat/GetChatTopicUserAgent
 */

import type { AssociateCarrier } from './associate.js';

export interface TopicAgentCarrier {
  readonly TopicId?: number | null;
  readonly User?: AssociateCarrier | null;
  readonly CanListen?: boolean | null;
  readonly CanRespond?: boolean | null;
  readonly CanManage?: boolean | null;
  readonly CanNotify?: boolean | null;
}
