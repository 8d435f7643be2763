/** The schema for the console: only those of our fields that it needs. */
export const typeDefs = `
type Query {
  myChatSessions: [ChatSession!]
  chatSession(id: ID!): ChatSession
  chatMessages(sessionId: ID!, after: ID): [ChatMessage!]
  myChatTopics: [ChatTopic!]
  chatPresence: [ChatPresence!]
  transferTargets(onlyPresent: Boolean! = false): [TransferTarget!]
}
type Mutation {
  pickUpNextChatSession: Payload
  addChatMessage(sessionId: ID!, message: String!): MessagePayload
  transferChatSession(id: ID!, to: ID!): Payload
  closeChatSession(id: ID!): Payload
}
type Payload { session: ChatSession userErrors: [UserError!]! }
type MessagePayload { message: ChatMessage }
type UserError { code: String! }
type ChatSession {
  id: ID! status: String topicId: ID rank: Int
  customerName: String customerEmail: String customerPhone: String customerCompanyName: String
  lastMessage: String whenRequested: String whenIdle: String
  user: Associate transferTo: Associate person: Person contact: Contact ticket: Ticket
  topic: ChatTopic messages: [ChatMessage!]
}
type Associate { id: ID! fullName: String }
type Person { id: ID! fullName: String email: String mobilePhone: String }
type Contact { id: ID! name: String department: String }
type Ticket { id: ID! title: String }
type ChatMessage { id: ID! message: String author: String type: String }
type ChatTopic { id: ID! name: String isOpen: Boolean }
type ChatPresence { id: ID! displayName: String present: Boolean }
type TransferTarget { id: ID! name: String toolTip: String }
`;

/** The property that holds the id, by type. */
export const identities = {
  ChatSession: 'ChatSessionId',
  Associate: 'AssociateId',
  Person: 'PersonId',
  Contact: 'ContactId',
  Ticket: 'TicketId',
  ChatMessage: 'ChatMessageId',
  ChatTopic: 'ChatTopicId',
  ChatPresence: 'UserId',
  TransferTarget: 'Id',
};
