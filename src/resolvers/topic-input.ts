/** How the input of a topic is written. Schema: schema/admin-inputs.graphql. */
import { publishedTypes } from '../contract/generated/types.js';
import { formFields } from '../entities/widget-settings.js';
import type {
  ChatBotSettingsInput,
  ChatOpeningHoursInput,
  ChatTopicInput,
  ChatWidgetSettingsInput,
} from '../generated/resolver-types.js';
import { flags, link, member, nested, published, written, type InputField, type Written } from './input-fields.js';

type FieldsOf<Input> = Readonly<Record<keyof Input, InputField>>;

const openingHours: FieldsOf<ChatOpeningHoursInput> = {
  tzLocationId: link('TzLocation', 'TZLocationID'),
  ...published('ChatOpeningHours', ['MonEnabled', 'MonStart', 'MonStop', 'TueEnabled', 'TueStart', 'TueStop']),
  ...published('ChatOpeningHours', ['WedEnabled', 'WedStart', 'WedStop', 'ThuEnabled', 'ThuStart', 'ThuStop']),
  ...published('ChatOpeningHours', ['FriEnabled', 'FriStart', 'FriStop', 'SatEnabled', 'SatStart', 'SatStop']),
  ...published('ChatOpeningHours', ['SunEnabled', 'SunStart', 'SunStop', 'UseLunchHours', 'LunchStart', 'LunchStop']),
};

const { Size, Theme } = publishedTypes.ChatWidgetSettings;

const widget: FieldsOf<ChatWidgetSettingsInput> = {
  autoFaqCategoryId: link('AutoFaqCategory', 'KbCategoryId'),
  requiredFields: flags('RequiredFields', formFields),
  offlineFields: flags('OfflineFields', formFields),
  size: member('Size', Size),
  theme: member('Theme', Theme),
  ...published('ChatWidgetSettings', ['AutoFaqEnabled', 'PreFormEnabled', 'PreFormMessage', 'PostFormEnabled']),
  ...published('ChatWidgetSettings', ['PostFormHeader', 'PostFormMessage', 'PostTranscriptEnabled', 'LanguageIsoCode']),
  ...published('ChatWidgetSettings', ['Color', 'BadgeColor', 'BadgeTextColor', 'CustMsgColor', 'CustMsgTextColor']),
  ...published('ChatWidgetSettings', ['AgentMsgColor', 'AgentMsgTextColor', 'ButtonColor', 'ButtonTextColor', 'Font']),
  ...published('ChatWidgetSettings', ['FontSize', 'LogoEnabled', 'LogoBlobId', 'LogoName', 'ShowAgentPhoto']),
  ...published('ChatWidgetSettings', ['WelcomeTitle', 'WelcomeMessage', 'OfflineHeader', 'OfflineMessage']),
  ...published('ChatWidgetSettings', ['UseAgentFirstname']),
};

const botSettings: FieldsOf<ChatBotSettingsInput> = published('ChatBotSettings', [
  ...(['BotName', 'BotRegisterScriptId', 'BotSessionCreatedScriptId'] as const),
  ...(['BotSessionChangedScriptId', 'BotMessageReceivedScriptId'] as const),
]);

const fields: FieldsOf<ChatTopicInput> = {
  languageId: link('Language', 'Id'),
  alertTemplateId: link('AlertTemplate', 'ReplyTemplateId'),
  ticketCategoryId: link('TicketCategory', 'Id'),
  ticketPriorityId: link('TicketPriority', 'Id'),
  openingHours: nested('OpeningHours', openingHours),
  widget: nested('Widget', widget),
  botSettings: nested('BotSettings', botSettings),
  ...published('ChatTopicEntity', ['Description', 'WelcomeMessage', 'AlertRecipient', 'CollectConsent', 'BadgeHeader']),
  ...published('ChatTopicEntity', ['CustomQueueTextEnabled', 'CustomQueueText', 'WarnNewChatMinutes', 'TicketEnabled']),
  ...published('ChatTopicEntity', [
    'WarnManagerNewChatMinutes',
    'OpeningHoursEnabled',
    'BotEnabled',
    'WidgetEnableRating',
  ]),
  ...published('ChatTopicEntity', ['OfflineCollectConsent', 'WarnChatMessageMinutes', 'WarnManagerChatMessageMinutes']),
  ...published('ChatTopicEntity', ['UseQueueOfflineForm', 'OfflineFormTimeLimit', 'OfflineFormQueueLength']),
  ...published('ChatTopicEntity', ['WidgetRatingText']),
};

const named = published('ChatTopicEntity', ['Name']);

/** @throws {BadUserInputError} a value is not accepted */
export const writtenTopic = (name: string | null | undefined, input: ChatTopicInput | null | undefined): Written =>
  new Map([...(typeof name === 'string' ? written(named, { name }) : []), ...written(fields, input ?? {}, 'input.')]);
