/**
 * The operations of the Chat agent that are used here.
 * @see SuperOffice: POST Agents/Chat/…
 */
import { chatContract } from '../../contract/generated/chat.js';
import { chatSessionEntity } from '../../entities/chat-session.js';
import { messageEntity } from '../../entities/message.js';
import { presenceEntity } from '../../entities/presence.js';
import { topicAgentEntity } from '../../entities/topic-agent.js';
import { topicEntity } from '../../entities/topic.js';
import { transferTargetEntity } from '../../entities/transfer-target.js';
import { operationsOf } from '../operation.js';

const { record, list, value, action, command } = operationsOf(chatContract);

const ofSession = true;

export const reads = {
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

export const actions = {
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
   * Asked without a projection: every property, because a save blanks what it is not given; and as it is stored, neither translated nor in another time
   * zone, because a save would store that. This one is a read, and may be repeated.
   */
  stored: record('GetChatSessionEntity', {
    of: chatSessionEntity,
    id: 'chatSessionEntityId',
    without: ['accept-language', 'so-language', 'so-culture', 'so-timezone'],
  }),
  /** Its parameters are every property: those that are missing are blanked. Its dates have no zone; the answer may be translated. */
  save: action('SaveChatSessionEntity', { of: chatSessionEntity, about: 'ChatSessionId', without: ['so-timezone'] }),
  setPresence: command('SaveChatPresence'),
};

/** The field table of each type of the schema that is read from its records. */
export {
  fieldPropertyFields as ChatFieldProperty,
  fieldRightFields as ChatFieldRight,
  tableRightFields as ChatTableRight,
} from '../../entities/access.js';
export {
  addressFields as ChatAddress,
  localizedFieldFields as ChatLocalizedField,
  structuredAddressFields as ChatStructuredAddress,
} from '../../entities/address.js';
export { associateFields as ChatAssociate, customFieldFields as ChatCustomField } from '../../entities/associate.js';
export { botSettingsFields as ChatBotSettings } from '../../entities/bot-settings.js';
export { chatSessionFields as ChatSession } from '../../entities/chat-session.js';
export { contactFields as ChatContact } from '../../entities/contact.js';
export {
  listValueFields as ChatCustomerLanguage,
  listValueFields as ChatTicketCategory,
  listValueFields as ChatTicketPriority,
} from '../../entities/list-value.js';
export { messageFields as ChatMessage } from '../../entities/message.js';
export {
  openingHoursFields as ChatOpeningHours,
  timeZoneFields as ChatTimeZone,
  timeZoneRuleFields as ChatTimeZoneRule,
} from '../../entities/opening-hours.js';
export { personFields as ChatPerson } from '../../entities/person.js';
export { presenceFields as ChatPresence } from '../../entities/presence.js';
export { projectFields as ChatProject } from '../../entities/project.js';
export { replyTemplateFields as ChatReplyTemplate } from '../../entities/reply-template.js';
export { saleFields as ChatSale } from '../../entities/sale.js';
export { ticketFields as ChatTicket } from '../../entities/ticket.js';
export { topicFields as ChatTopic } from '../../entities/topic.js';
export { topicAgentFields as ChatTopicAgent } from '../../entities/topic-agent.js';
export { transferTargetFields as ChatTransferTarget } from '../../entities/transfer-target.js';
export {
  kbCategoryFields as ChatKbCategory,
  widgetSettingsFields as ChatWidgetSettings,
} from '../../entities/widget-settings.js';
