/**
 * The shapes of a chat topic with its opening hours, widget and bot, and of a user agent within a topic.
 * Names from the published Swagger file.
 */
import { associateShape, rights } from './common-shapes.js';
import { shapeOf } from './shape.js';

const listItem = shapeOf({ ...rights, numbers: 'Id', texts: 'Value Tooltip' });

const replyTemplate = shapeOf({ numbers: 'ReplyTemplateId FolderId', texts: 'Name Description' });

const timeZoneData = shapeOf({
  numbers: 'TZLocationID IsoNumber',
  texts: 'Name TZLocationCode TZLocationCities',
  dictionaries: 'TimeZoneSTDRules TimeZoneDSTRules',
});

const openingHours = shapeOf({
  objects: { TzLocation: timeZoneData },
  booleans: 'MonEnabled TueEnabled WedEnabled ThuEnabled FriEnabled SatEnabled SunEnabled UseLunchHours',
  texts: `MonStart MonStop TueStart TueStop WedStart WedStop ThuStart ThuStop FriStart FriStop SatStart SatStop SunStart
    SunStop LunchStart LunchStop`,
});

const kbCategory = shapeOf({ numbers: 'KbCategoryId ParentId SortOrder', texts: 'Name Description Fullname' });

const widgetSettings = shapeOf({
  objects: { AutoFaqCategory: kbCategory },
  booleans: `AutoFaqEnabled PreFormEnabled PostFormEnabled PostTranscriptEnabled LogoEnabled ShowAgentPhoto
    UseAgentFirstname`,
  numbers: 'LogoBlobId',
  enums: { RequiredFields: 'None', Size: 'Normal', Theme: 'Classic', OfflineFields: 'None' },
  texts: `PreFormMessage PostFormHeader PostFormMessage LanguageIsoCode Color BadgeColor BadgeTextColor CustMsgColor
    CustMsgTextColor AgentMsgColor AgentMsgTextColor ButtonColor ButtonTextColor Font FontSize LogoName WelcomeTitle
    WelcomeMessage OfflineHeader OfflineMessage`,
});

const botSettings = shapeOf({
  texts: 'BotName',
  numbers: 'BotRegisterScriptId BotSessionCreatedScriptId BotSessionChangedScriptId BotMessageReceivedScriptId',
});

export const chatTopicShape = shapeOf({
  numbers: `ChatTopicId SecondsPrAccept WarnNewChatMinutes WarnManagerNewChatMinutes WarnChatMessageMinutes
    WarnManagerChatMessageMinutes OfflineFormTimeLimit OfflineFormQueueLength`,
  texts: 'Name Description WelcomeMessage AlertRecipient BadgeHeader CustomQueueText WidgetRatingText',
  dates: 'LastAccept',
  booleans: `CollectConsent CustomQueueTextEnabled TicketEnabled OpeningHoursEnabled BotEnabled OfflineCollectConsent
    UseQueueOfflineForm WidgetEnableRating`,
  objects: {
    ...rights.objects,
    Language: listItem,
    AlertTemplate: replyTemplate,
    TicketCategory: listItem,
    TicketPriority: listItem,
    OpeningHours: openingHours,
    Widget: widgetSettings,
    BotSettings: botSettings,
  },
  dictionaries: 'FieldProperties',
});

export const topicAgentShape = shapeOf({
  numbers: 'TopicId',
  objects: { User: associateShape },
  booleans: 'CanListen CanRespond CanManage CanNotify',
});
