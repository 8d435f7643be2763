/**
 * The operations of the Chat agent that the gateway calls.
 * @see SuperOffice: POST Agents/Chat/…
 */
import { chatContract } from '../../contract/generated/chat.js';
import { chatSessionEntity } from '../../entities/chat-session.js';
import { messageEntity } from '../../entities/message.js';
import { presenceEntity } from '../../entities/presence.js';
import { topicAgentEntity } from '../../entities/topic-agent.js';
import { topicEntity } from '../../entities/topic.js';
import { transferTargetEntity } from '../../entities/transfer-target.js';
import type { ChatSessionCarrier } from '../../superoffice/carriers.js';
import { operationsOf, plainOperation, savedHeaders, type Operation } from '../operation.js';

const { record, template, list, value, action, listAction, command } = operationsOf(chatContract);

const isSessionData = true;

export const reads = {
  chatSession: record('GetChatSessionEntity', { of: chatSessionEntity, id: 'chatSessionEntityId', isSessionData }),
  /** Sessions of the topics in which the caller has a role: to respond, listen, manage or be notified. */
  mySessions: list('ChatSessionsForUser', { of: chatSessionEntity, primes: 'chatSession', isSessionData }),
  /** Messages with an id greater than `After`. There is no paging. */
  messages: list('GetChatMessages', {
    of: messageEntity,
    id: 'ChatSessionId',
    joins: { After: 'least' },
    isSessionData,
  }),
  transcript: value('GetChatTranscript', { id: 'ChatSessionId', isSessionData }),
  chatTopic: record('GetChatTopicEntity', {
    of: topicEntity,
    id: 'chatTopicEntityId',
    listRead: 'myTopics',
    field: 'ChatSession.topic',
  }),
  /** Topics in which the caller has a role. */
  myTopics: list('ChatTopicsForUser', { of: topicEntity }),
  isOpen: value('IsWithinOpeningHours', { id: 'ChatTopicId', field: 'ChatTopic.isOpen' }),
  agents: list('GetChatTopicUserAgentList', {
    of: topicAgentEntity,
    id: 'ChatTopicId',
    about: 'TopicId',
    field: 'ChatTopic.agents',
  }),
  agent: record('GetChatTopicUserAgent', { of: topicAgentEntity, id: 'ChatTopicId', about: 'TopicId' }),
  presence: list('GetChatPresence', { of: presenceEntity, isSessionData }),
  /** With `Flat` a list of users; otherwise groups that contain users. */
  transferTargets: list('GetUserAgentList', { of: transferTargetEntity }),
};

const sessionById = { of: chatSessionEntity, id: 'ChatSessionId' } as const;

/** One step of a JSON Patch (RFC 6902). SuperOffice takes neither `move` nor `copy`. */
export interface PatchStep {
  /** `test`: the response is 409, and nothing is changed, if the value is another one. */
  readonly op: 'replace' | 'test';
  /** `/CustomerName` */
  readonly path: string;
  readonly value: unknown;
}

const topicAgentBy = { of: topicAgentEntity, id: 'ChatTopicId', about: 'TopicId' } as const;

const patch: Operation<'record', readonly PatchStep[], ChatSessionCarrier> = {
  ...plainOperation,
  agent: null,
  name: 'ChatSession',
  method: 'PATCH',
  contentType: 'application/json-patch+json',
  result: 'record',
  isAction: true,
  entity: chatSessionEntity,
  id: { name: 'id', isInQuery: false, isInPath: true },
  about: 'ChatSessionId',
  takesOnlyId: false,
  omittedHeaders: ['so-timezone'], // nothing converted may be saved; the instants of the response are the same
};

export const actions = {
  /** null: the session is no longer waiting. */
  pickUp: action('PickUpChatSession', sessionById),
  /** null: no session is waiting. */
  pickUpFirst: action('PickUpFirstChatSession', { of: chatSessionEntity }),
  /** The target is a user name or an associate id. */
  transfer: action('TransferChatSession', sessionById),
  acceptTransfer: action('AcceptChatSessionTransfer', sessionById),
  rejectTransfer: action('RejectChatSessionTransfer', sessionById),
  reset: action('ResetChatSession', sessionById),
  create: action('CreateChatSessionForTopic', { of: chatSessionEntity, id: 'ChatTopicId', about: null }),
  addMessage: action('AddChatMessage', { of: messageEntity, id: 'ChatSessionId' }),
  /**
   * Called without a projection, because a save blanks every property that it does not receive, and without the headers for language and
   * time zone, because a save would store translated or converted values. This is a read, and may be retried.
   */
  stored: record('GetChatSessionEntity', {
    of: chatSessionEntity,
    id: 'chatSessionEntityId',
    omittedHeaders: savedHeaders,
  }),
  /** Its parameters are all properties: missing ones are blanked. Its dates have no zone; the response may be translated. */
  save: action('SaveChatSessionEntity', {
    of: chatSessionEntity,
    about: 'ChatSessionId',
    omittedHeaders: ['so-timezone'],
  }),
  defaultSession: template('CreateDefaultChatSessionEntity'),
  /** Creates the session that it is given, whose id is 0. */
  saveNew: action('SaveChatSessionEntity', { of: chatSessionEntity, about: null, omittedHeaders: ['so-timezone'] }),
  deleteSession: command('DeleteChatSessionEntity', 'chatSessionEntityId'),
  setPresence: command('SaveChatPresence'),
  /** Changes only what the patch names. @see SuperOffice: PATCH /api/v1/ChatSession/{id} */
  patch,
  defaultTopic: template('CreateDefaultChatTopicEntity'),
  /** As `stored`, for a topic. */
  storedTopic: record('GetChatTopicEntity', {
    of: topicEntity,
    id: 'chatTopicEntityId',
    omittedHeaders: savedHeaders,
  }),
  saveTopic: action('SaveChatTopicEntity', { of: topicEntity, about: 'ChatTopicId', omittedHeaders: ['so-timezone'] }),
  saveNewTopic: action('SaveChatTopicEntity', { of: topicEntity, about: null, omittedHeaders: ['so-timezone'] }),
  deleteTopic: command('DeleteChatTopicEntity', 'chatTopicEntityId'),
  defaultAgent: template('CreateDefaultChatTopicAgent'),
  storedAgent: record('GetChatTopicUserAgent', { ...topicAgentBy, omittedHeaders: savedHeaders }),
  storedAgents: list('GetChatTopicUserAgentList', {
    ...topicAgentBy,
    omittedHeaders: savedHeaders,
    takesSelect: false,
  }),
  addAgent: action('AddChatTopicUserAgent', topicAgentBy),
  updateAgent: action('UpdateChatTopicUserAgent', topicAgentBy),
  updateAgents: listAction('UpdateChatTopicUserAgents', topicAgentBy),
  removeAgent: command('DeleteChatTopicUserAgent', 'ChatTopicId'),
};

/** The field tables of the schema types that are read from this agent's records. */
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
