/**
 * The same console on SuperOffice's own npm client, used as its documentation shows: a typed method per call, awaited, and its result
 * used unchanged. Loops over chats make their calls at the same time, as a careful author would.
 */
import { createRequire } from 'node:module';
import { enumName, idOf, isOver, textOf, timeOf } from './plain-values.mjs';

// The package's ES modules do not load in node (imports without .js); its CommonJS does.
const { ChatAgent } = createRequire(import.meta.url)('@superoffice/webapi');

const lineOf = ({ chatMessageId, message, author, type }) => ({
  id: idOf(chatMessageId),
  message: textOf(message),
  author: textOf(author),
  type: enumName(type),
});

const rowOf = ({ chatSessionId, status, customerName, lastMessage, whenIdle, topicId }) => ({
  id: idOf(chatSessionId),
  status: enumName(status),
  customerName: textOf(customerName),
  lastMessage: textOf(lastMessage),
  whenIdle: timeOf(whenIdle),
  topicId: idOf(topicId),
});

/** The shown part of a person or thing; null where its id says that there is none. */
const partOf = (part, id, shown) => (idOf(part?.[id]) === null ? null : shown(part));

const tileOf = (session, topics) => ({
  id: idOf(session.chatSessionId),
  status: enumName(session.status),
  customerName: textOf(session.customerName),
  customerCompanyName: textOf(session.customerCompanyName),
  lastMessage: textOf(session.lastMessage),
  whenRequested: timeOf(session.whenRequested),
  rank: session.rank,
  user: partOf(session.user, 'associateId', ({ fullName }) => ({ fullName: textOf(fullName) })),
  contact: partOf(session.contact, 'contactId', ({ name }) => ({ name: textOf(name) })),
  topic: partOf(
    topics.find(({ chatTopicId }) => chatTopicId === session.topicId),
    'chatTopicId',
    ({ name }) => ({ name }),
  ),
});

const cardOf = (session) => ({
  customerName: textOf(session.customerName),
  customerEmail: textOf(session.customerEmail),
  customerPhone: textOf(session.customerPhone),
  whenRequested: timeOf(session.whenRequested),
  person: partOf(session.person, 'personId', ({ fullName, email, mobilePhone }) => ({ fullName, email, mobilePhone })),
  contact: partOf(session.contact, 'contactId', ({ name, department }) => ({ name, department })),
  ticket: partOf(session.ticket, 'ticketId', ({ title }) => ({ title })),
});

/** @param credentials { username, password } */
export function officialConsole(url, credentials) {
  const agent = new ChatAgent(url, { auth: credentials }, 'en');
  const messagesOf = async (id, after) =>
    (await agent.getChatMessagesAsync(Number(id), Number(after ?? 0))).map(lineOf);

  return {
    begin: async () => {
      const topics = await agent.chatTopicsForUserAsync();
      const users = await agent.getChatPresenceAsync();
      const areOpen = await Promise.all(topics.map(({ chatTopicId }) => agent.isWithinOpeningHoursAsync(chatTopicId)));
      return {
        myChatTopics: topics.map(({ chatTopicId, name }, index) => ({
          id: idOf(chatTopicId),
          name,
          isOpen: areOpen[index],
        })),
        chatPresence: users.map(({ userId, displayName, present }) => ({ id: idOf(userId), displayName, present })),
      };
    },
    showWall: async () => {
      const sessions = await agent.chatSessionsForUserAsync();
      const topics = await agent.chatTopicsForUserAsync();
      return sessions.map((session) => tileOf(session, topics));
    },
    takeNext: async () => {
      const session = await agent.pickUpFirstChatSessionAsync();
      if (idOf(session?.chatSessionId) === null) return null;
      const { chatSessionId, customerName, customerEmail, topicId } = session;
      const messages = await messagesOf(chatSessionId);
      return { id: idOf(chatSessionId), customerName, customerEmail, topicId: idOf(topicId), messages };
    },
    showCard: async (id) => cardOf(await agent.getChatSessionEntityAsync(Number(id))),
    say: async (id, text) => {
      const added = await agent.addChatMessageAsync(Number(id), { message: text, type: 'ToCustomer' });
      return { id: idOf(added.chatMessageId), message: added.message };
    },
    showColleagues: async () =>
      (await agent.getUserAgentListAsync(true, true)).map(({ id, name, toolTip }) => ({ id: idOf(id), name, toolTip })),
    handOver: async (id, to) => {
      const { chatSessionId, transferTo } = await agent.transferChatSessionAsync(Number(id), to);
      return { id: idOf(chatSessionId), transferTo: { fullName: transferTo.fullName } };
    },
    close: async (id) => {
      const session = await agent.getChatSessionEntityAsync(Number(id));
      if (!isOver(session.status)) await agent.saveChatSessionEntityAsync({ ...session, status: 'Finished' });
      return { id, wasOver: isOver(session.status) };
    },
    look: async (chats) => {
      const sessions = await agent.chatSessionsForUserAsync();
      const lines = await Promise.all(chats.map(({ id, after }) => messagesOf(id, after)));
      return { rows: sessions.map(rowOf), lines };
    },
  };
}
