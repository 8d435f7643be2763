/**
 * The operations of the Chat agent that are used here.
 * @see SuperOffice: POST Agents/Chat/…
 */
import { chatContract } from '../../contract/generated/chat.js';
import { fieldPropertyFields, fieldRightFields, tableRightFields } from '../../entities/access.js';
import { addressFields, localizedFieldFields, structuredAddressFields } from '../../entities/address.js';
import { associateFields, customFieldFields } from '../../entities/associate.js';
import { botSettingsFields } from '../../entities/bot-settings.js';
import { chatSessionEntity, chatSessionFields } from '../../entities/chat-session.js';
import { contactFields } from '../../entities/contact.js';
import { listValueFields } from '../../entities/list-value.js';
import { messageEntity, messageFields } from '../../entities/message.js';
import { openingHoursFields, timeZoneFields, timeZoneRuleFields } from '../../entities/opening-hours.js';
import { personFields } from '../../entities/person.js';
import { presenceEntity, presenceFields } from '../../entities/presence.js';
import { projectFields } from '../../entities/project.js';
import { replyTemplateFields } from '../../entities/reply-template.js';
import { saleFields } from '../../entities/sale.js';
import { ticketFields } from '../../entities/ticket.js';
import { topicAgentEntity, topicAgentFields } from '../../entities/topic-agent.js';
import { topicEntity, topicFields } from '../../entities/topic.js';
import { transferTargetEntity, transferTargetFields } from '../../entities/transfer-target.js';
import { kbCategoryFields, widgetSettingsFields } from '../../entities/widget-settings.js';
import { operationsOf } from '../operation.js';

const { record, list, value, action, command } = operationsOf(chatContract);

const ofSession = true;

export const chatReads = {
  chatSession: record('GetChatSessionEntity', { of: chatSessionEntity, id: 'chatSessionEntityId', ofSession }),
  /** Of the topics in which the caller has a role: they may respond, listen, manage or be notified. */
  mySessions: list('ChatSessionsForUser', { of: chatSessionEntity, primes: 'chatSession', ofSession }),
  /** From one on: with an id greater than `After`. There is no paging. */
  messages: list('GetChatMessages', { of: messageEntity, id: 'ChatSessionId', joins: { After: 'least' }, ofSession }),
  transcript: value('GetChatTranscript', { id: 'ChatSessionId', ofSession }),
  chatTopic: record('GetChatTopicEntity', {
    of: topicEntity,
    id: 'chatTopicEntityId',
    among: 'myTopics',
    field: 'ChatSession.topic',
  }),
  /** Those in which the caller has a role. */
  myTopics: list('ChatTopicsForUser', { of: topicEntity }),
  isOpen: value('IsWithinOpeningHours', { id: 'ChatTopicId', field: 'ChatTopic.isOpen' }),
  agents: list('GetChatTopicUserAgentList', {
    of: topicAgentEntity,
    id: 'ChatTopicId',
    about: 'TopicId',
    field: 'ChatTopic.agents',
  }),
  presence: list('GetChatPresence', { of: presenceEntity, ofSession }),
  /** Users only where it is `Flat`; otherwise groups that hold them. */
  transferTargets: list('GetUserAgentList', { of: transferTargetEntity }),
};

const ofOne = { of: chatSessionEntity, id: 'ChatSessionId' } as const;

export const chatActions = {
  /** null: the session waits no more. */
  pickUp: action('PickUpChatSession', ofOne),
  /** null: no session waits. */
  pickUpFirst: action('PickUpFirstChatSession', { of: chatSessionEntity }),
  /** To a user name or an associate id. */
  transfer: action('TransferChatSession', ofOne),
  acceptTransfer: action('AcceptChatSessionTransfer', ofOne),
  rejectTransfer: action('RejectChatSessionTransfer', ofOne),
  reset: action('ResetChatSession', ofOne),
  create: action('CreateChatSessionForTopic', { of: chatSessionEntity, id: 'ChatTopicId', about: null }),
  addMessage: action('AddChatMessage', { of: messageEntity, id: 'ChatSessionId' }),
  /**
   * Every property, because a save blanks what it is not given; and as it is stored, neither translated nor in another time
   * zone, because a save would store that. This one is a read, and may be repeated.
   */
  stored: record('GetChatSessionEntity', {
    of: chatSessionEntity,
    id: 'chatSessionEntityId',
    isWhole: true,
    without: ['accept-language', 'so-language', 'so-culture', 'so-timezone'],
  }),
  /** Its parameters are every property: those that are missing are blanked. Its dates have no zone; the answer may be translated. */
  save: action('SaveChatSessionEntity', { of: chatSessionEntity, about: 'ChatSessionId', without: ['so-timezone'] }),
  setPresence: command('SaveChatPresence'),
};

/** The field table of each type of the schema that is read from its records. */
export const chatTables = {
  ChatAddress: addressFields,
  ChatAssociate: associateFields,
  ChatBotSettings: botSettingsFields,
  ChatContact: contactFields,
  ChatCustomField: customFieldFields,
  ChatCustomerLanguage: listValueFields,
  ChatFieldProperty: fieldPropertyFields,
  ChatFieldRight: fieldRightFields,
  ChatKbCategory: kbCategoryFields,
  ChatLocalizedField: localizedFieldFields,
  ChatMessage: messageFields,
  ChatOpeningHours: openingHoursFields,
  ChatPerson: personFields,
  ChatPresence: presenceFields,
  ChatProject: projectFields,
  ChatReplyTemplate: replyTemplateFields,
  ChatSale: saleFields,
  ChatSession: chatSessionFields,
  ChatStructuredAddress: structuredAddressFields,
  ChatTableRight: tableRightFields,
  ChatTicket: ticketFields,
  ChatTicketCategory: listValueFields,
  ChatTicketPriority: listValueFields,
  ChatTimeZone: timeZoneFields,
  ChatTimeZoneRule: timeZoneRuleFields,
  ChatTopic: topicFields,
  ChatTopicAgent: topicAgentFields,
  ChatTransferTarget: transferTargetFields,
  ChatWidgetSettings: widgetSettingsFields,
};
