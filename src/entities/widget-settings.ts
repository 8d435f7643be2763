/**
 * How the widget of a chat topic, and the category of its FAQ, are selected and read. The settings have no identity: they are
 * known by their topic.
 * Schema: schema/chat-widget-settings.graphql.
 */
import { chatContract } from '../contract/generated/chat.js';
import type { KbCategoryCarrier, WidgetSettingsCarrier } from '../superoffice/carriers.js';
import { readBoolean, readInt, readText } from './conversions.js';
import { readEnum, readFlags } from './enums.js';
import { fieldsOf, type Embeddable, type Entity } from './field-table.js';
import { readId, readReference } from './identifiers.js';

const { types } = chatContract;

const readSize = readEnum('ChatWidgetSettings.Size', types.ChatWidgetSettings.Size);

const readTheme = readEnum('ChatWidgetSettings.Theme', types.ChatWidgetSettings.Theme);

const readFormFields = readFlags('ChatWidgetSettings.RequiredFields', {
  Email: ['EMAIL'],
  Name: ['NAME'],
  Company: ['COMPANY'],
  Phone: ['PHONE'],
  Country: ['COUNTRY'],
  None: [],
});

const widget = fieldsOf('ChatWidgetSettings');

export const widgetSettingsFields = {
  autoFaqEnabled: widget.scalar('AutoFaqEnabled', readBoolean),
  autoFaqCategory: widget.embedded('AutoFaqCategory', () => kbCategoryEntity),
  preFormEnabled: widget.scalar('PreFormEnabled', readBoolean),
  preFormMessage: widget.scalar('PreFormMessage', readText),
  requiredFields: widget.scalar('RequiredFields', readFormFields),
  postFormEnabled: widget.scalar('PostFormEnabled', readBoolean),
  postFormHeader: widget.scalar('PostFormHeader', readText),
  postFormMessage: widget.scalar('PostFormMessage', readText),
  postTranscriptEnabled: widget.scalar('PostTranscriptEnabled', readBoolean),
  languageIsoCode: widget.scalar('LanguageIsoCode', readText),
  size: widget.scalar('Size', readSize),
  theme: widget.scalar('Theme', readTheme),
  color: widget.scalar('Color', readText),
  badgeColor: widget.scalar('BadgeColor', readText),
  badgeTextColor: widget.scalar('BadgeTextColor', readText),
  custMsgColor: widget.scalar('CustMsgColor', readText),
  custMsgTextColor: widget.scalar('CustMsgTextColor', readText),
  agentMsgColor: widget.scalar('AgentMsgColor', readText),
  agentMsgTextColor: widget.scalar('AgentMsgTextColor', readText),
  buttonColor: widget.scalar('ButtonColor', readText),
  buttonTextColor: widget.scalar('ButtonTextColor', readText),
  font: widget.scalar('Font', readText),
  fontSize: widget.scalar('FontSize', readText),
  logoEnabled: widget.scalar('LogoEnabled', readBoolean),
  logoBlobId: widget.scalar('LogoBlobId', readReference),
  logoName: widget.scalar('LogoName', readText),
  showAgentPhoto: widget.scalar('ShowAgentPhoto', readBoolean),
  welcomeTitle: widget.scalar('WelcomeTitle', readText),
  welcomeMessage: widget.scalar('WelcomeMessage', readText),
  offlineHeader: widget.scalar('OfflineHeader', readText),
  offlineMessage: widget.scalar('OfflineMessage', readText),
  offlineFields: widget.scalar('OfflineFields', readFormFields),
  useAgentFirstname: widget.scalar('UseAgentFirstname', readBoolean),
};

export const widgetSettingsEntity: Embeddable<WidgetSettingsCarrier> = {
  name: 'ChatWidgetSettings',
  identity: null,
  fields: widgetSettingsFields,
};

const category = fieldsOf('KbCategory');

export const kbCategoryFields = {
  id: category.scalar('KbCategoryId', readId),
  name: category.scalar('Name', readText),
  description: category.scalar('Description', readText),
  fullname: category.scalar('Fullname', readText),
  parentId: category.scalar('ParentId', readReference),
  sortOrder: category.scalar('SortOrder', readInt),
};

export const kbCategoryEntity: Entity<KbCategoryCarrier> = {
  name: 'ChatKbCategory',
  identity: 'KbCategoryId',
  fields: kbCategoryFields,
};
