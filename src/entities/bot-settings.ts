/**
 * How the chatbot of a chat topic is selected and read. It has no identity: it is known by its topic.
 * Schema: schema/chat-topic.graphql.
 */
import type { BotSettingsCarrier } from '../superoffice/carriers.js';
import { readText } from './conversions.js';
import { fieldsOf, type Embeddable } from './field-table.js';
import { readReference } from './identifiers.js';

const { scalar } = fieldsOf('ChatBotSettings');

export const botSettingsFields = {
  botName: scalar('BotName', readText),
  botRegisterScriptId: scalar('BotRegisterScriptId', readReference),
  botSessionCreatedScriptId: scalar('BotSessionCreatedScriptId', readReference),
  botSessionChangedScriptId: scalar('BotSessionChangedScriptId', readReference),
  botMessageReceivedScriptId: scalar('BotMessageReceivedScriptId', readReference),
};

export const botSettingsEntity: Embeddable<BotSettingsCarrier> = {
  name: 'ChatBotSettings',
  identity: null,
  fields: botSettingsFields,
};
