/**
 * Whether a chat user is there, and how busy.
 * @see SuperOffice: POST Agents/Chat/GetChatPresence
 */

import type { FieldPropertiesCarrier, TableRightCarrier } from './access.js';

export interface ChatPresenceCarrier {
  readonly UserId?: number | null;
  readonly DisplayName?: string | null;
  readonly OngoingChats?: number | null;
  readonly Present?: boolean | null;
  /** Ids of topics. */
  readonly ChatTopics?: readonly (number | null)[] | null;
  readonly TableRight?: TableRightCarrier | null;
  readonly FieldProperties?: FieldPropertiesCarrier | null;
}
