/**
 * How the chatbot of a chat topic is selected and read. It has no identity: its topic identifies it.
 * Schema: schema/chat-topic.graphql.
 */
import type { BotSettingsCarrier } from '../superoffice/carriers.js';
import { type Embeddable } from './field-table.js';
import { publishedFields } from './published-fields.js';

export const botSettingsFields = {
  ...publishedFields('ChatBotSettings', []),
};

export const botSettingsEntity: Embeddable<BotSettingsCarrier> = {
  name: 'ChatBotSettings',
  identity: null,
  fields: botSettingsFields,
};
