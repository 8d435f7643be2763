/**
 * A chat topic: the channel that sessions come in by, with its texts, warnings, opening hours and widget.
 * @see SuperOffice: POST Agents/Chat/GetChatTopicEntity, POST Agents/Chat/ChatTopicsForUser
 */

import type { FieldPropertiesCarrier, TableRightCarrier } from './access.js';
import type { ListValueCarrier } from './list-value.js';
import type { OpeningHoursCarrier } from './opening-hours.js';
import type { WidgetSettingsCarrier } from './widget-settings.js';

export interface ChatTopicCarrier {
  readonly ChatTopicId?: number | null;
  readonly Name?: string | null;
  readonly Description?: string | null;
  readonly WelcomeMessage?: string | null;
  readonly Language?: ListValueCarrier | null;
  readonly LastAccept?: string | null;
  readonly SecondsPrAccept?: number | null;
  readonly AlertRecipient?: string | null;
  readonly AlertTemplate?: ReplyTemplateCarrier | null;
  readonly CollectConsent?: boolean | null;
  readonly BadgeHeader?: string | null;
  readonly CustomQueueTextEnabled?: boolean | null;
  readonly CustomQueueText?: string | null;
  /** In minutes; so are the other warnings and OfflineFormTimeLimit. */
  readonly WarnNewChatMinutes?: number | null;
  readonly WarnManagerNewChatMinutes?: number | null;
  readonly TicketEnabled?: boolean | null;
  readonly TicketCategory?: ListValueCarrier | null;
  readonly TicketPriority?: ListValueCarrier | null;
  readonly OpeningHoursEnabled?: boolean | null;
  readonly OpeningHours?: OpeningHoursCarrier | null;
  readonly Widget?: WidgetSettingsCarrier | null;
  readonly BotEnabled?: boolean | null;
  readonly BotSettings?: BotSettingsCarrier | null;
  readonly OfflineCollectConsent?: boolean | null;
  readonly WarnChatMessageMinutes?: number | null;
  readonly WarnManagerChatMessageMinutes?: number | null;
  readonly UseQueueOfflineForm?: boolean | null;
  readonly OfflineFormTimeLimit?: number | null;
  readonly OfflineFormQueueLength?: number | null;
  readonly WidgetEnableRating?: boolean | null;
  readonly WidgetRatingText?: string | null;
  readonly TableRight?: TableRightCarrier | null;
  readonly FieldProperties?: FieldPropertiesCarrier | null;
}

/** The topic's chatbot: which scripts run, 0 where there is none. */
export interface BotSettingsCarrier {
  readonly BotName?: string | null;
  readonly BotRegisterScriptId?: number | null;
  readonly BotSessionCreatedScriptId?: number | null;
  readonly BotSessionChangedScriptId?: number | null;
  readonly BotMessageReceivedScriptId?: number | null;
}

/** A text that SuperOffice Service sends, here as an alert. */
export interface ReplyTemplateCarrier {
  readonly ReplyTemplateId?: number | null;
  readonly Name?: string | null;
  readonly Description?: string | null;
  /** 0, -1 or null for a template that lies in no folder. */
  readonly FolderId?: number | null;
}
