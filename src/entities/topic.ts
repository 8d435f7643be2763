/**
 * How a chat topic is selected and read.
 * Schema: schema/chat-topic.graphql.
 */
import type { ChatTopicCarrier, TableRightCarrier } from '../superoffice/carriers.js';
import { botSettingsEntity } from './bot-settings.js';
import { readObject } from './conversions.js';
import { readFieldProperties } from './field-properties.js';
import { type Entity, fieldsOf } from './field-table.js';
import { readId, readReference } from './identifiers.js';
import { customerLanguageEntity, ticketCategoryEntity, ticketPriorityEntity } from './list-value.js';
import { openingHoursEntity } from './opening-hours.js';
import { publishedFields } from './published-fields.js';
import { replyTemplateEntity } from './reply-template.js';
import { widgetSettingsEntity } from './widget-settings.js';

const readOwnProperties = readFieldProperties(() => topicEntity.fields);

const { scalar, value, embedded, link } = fieldsOf('ChatTopicEntity');

export const topicFields = {
  ...publishedFields('ChatTopicEntity', ['ChatTopicId']),
  id: scalar('ChatTopicId', readId),
  language: embedded('Language', () => customerLanguageEntity),
  alertTemplate: embedded('AlertTemplate', () => replyTemplateEntity),
  ticketCategory: embedded('TicketCategory', () => ticketCategoryEntity),
  ticketPriority: embedded('TicketPriority', () => ticketPriorityEntity),
  openingHours: embedded('OpeningHours', () => openingHoursEntity),
  widget: embedded('Widget', () => widgetSettingsEntity),
  botSettings: embedded('BotSettings', () => botSettingsEntity),
  tableRight: value('TableRight', readObject<TableRightCarrier>()),
  fieldProperties: value('FieldProperties', readOwnProperties),
  isOpen: link('ChatTopicId', readReference),
  agents: link('ChatTopicId', readReference),
  agent: link('ChatTopicId', readReference),
  chatSessions: link('ChatTopicId', readReference),
};

export const topicEntity: Entity<ChatTopicCarrier> = {
  name: 'ChatTopic',
  identity: 'ChatTopicId',
  fields: topicFields,
};
