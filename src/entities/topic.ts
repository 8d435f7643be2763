/**
 * How a chat topic is selected and read.
 * Schema: schema/chat-topic.graphql.
 */
import type { TableRightCarrier } from '../superoffice/carriers.js';
import type { ChatTopicCarrier } from '../superoffice/carriers.js';
import { botSettingsEntity } from './bot-settings.js';
import { readBoolean, readInt, readObject, readText } from './conversions.js';
import { readDateTime } from './date-time.js';
import { readFieldProperties } from './field-properties.js';
import { fieldsOf, type Entity } from './field-table.js';
import { readId, readReference } from './identifiers.js';
import { customerLanguageEntity, ticketCategoryEntity, ticketPriorityEntity } from './list-value.js';
import { openingHoursEntity } from './opening-hours.js';
import { replyTemplateEntity } from './reply-template.js';
import { widgetSettingsEntity } from './widget-settings.js';

const readOwnProperties = readFieldProperties(() => topicEntity.fields);

const { scalar, value, embedded, link } = fieldsOf('ChatTopicEntity');

export const topicFields = {
  id: scalar('ChatTopicId', readId),
  name: scalar('Name', readText),
  description: scalar('Description', readText),
  welcomeMessage: scalar('WelcomeMessage', readText),
  language: embedded('Language', () => customerLanguageEntity),
  lastAccept: scalar('LastAccept', readDateTime),
  secondsPrAccept: scalar('SecondsPrAccept', readInt),
  alertRecipient: scalar('AlertRecipient', readText),
  alertTemplate: embedded('AlertTemplate', () => replyTemplateEntity),
  collectConsent: scalar('CollectConsent', readBoolean),
  badgeHeader: scalar('BadgeHeader', readText),
  customQueueTextEnabled: scalar('CustomQueueTextEnabled', readBoolean),
  customQueueText: scalar('CustomQueueText', readText),
  warnNewChatMinutes: scalar('WarnNewChatMinutes', readInt),
  warnManagerNewChatMinutes: scalar('WarnManagerNewChatMinutes', readInt),
  ticketEnabled: scalar('TicketEnabled', readBoolean),
  ticketCategory: embedded('TicketCategory', () => ticketCategoryEntity),
  ticketPriority: embedded('TicketPriority', () => ticketPriorityEntity),
  openingHoursEnabled: scalar('OpeningHoursEnabled', readBoolean),
  openingHours: embedded('OpeningHours', () => openingHoursEntity),
  widget: embedded('Widget', () => widgetSettingsEntity),
  botEnabled: scalar('BotEnabled', readBoolean),
  botSettings: embedded('BotSettings', () => botSettingsEntity),
  offlineCollectConsent: scalar('OfflineCollectConsent', readBoolean),
  warnChatMessageMinutes: scalar('WarnChatMessageMinutes', readInt),
  warnManagerChatMessageMinutes: scalar('WarnManagerChatMessageMinutes', readInt),
  useQueueOfflineForm: scalar('UseQueueOfflineForm', readBoolean),
  offlineFormTimeLimit: scalar('OfflineFormTimeLimit', readInt),
  offlineFormQueueLength: scalar('OfflineFormQueueLength', readInt),
  widgetEnableRating: scalar('WidgetEnableRating', readBoolean),
  widgetRatingText: scalar('WidgetRatingText', readText),
  tableRight: value('TableRight', readObject<TableRightCarrier>()),
  fieldProperties: value('FieldProperties', readOwnProperties),
  isOpen: link('ChatTopicId', readReference),
  agents: link('ChatTopicId', readReference),
};

export const topicEntity: Entity<ChatTopicCarrier> = {
  name: 'ChatTopic',
  identity: 'ChatTopicId',
  fields: topicFields,
};
