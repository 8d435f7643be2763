/**
 * All operations of the console, with their cost at SuperOffice.
 */
import { gql } from '@apollo/client';

/** Data that changes: one call of ChatSessionsForUser, and a small one. */
export const pulse = gql`
  query Pulse {
    myChatSessions { id status whenIdle waitSeconds isCustomerGone isMine isOfferedToMe transferTo { id } }
  }
`;

/** The same call with data that does not change: requested at the beginning, and when a person arrived or was picked up. */
export const sessionList = gql`
  query SessionList {
    myChatSessions {
      id status whenIdle waitSeconds isCustomerGone isMine isOfferedToMe
      customerDisplayName customerCompanyName firstMessage topicId
      user { id fullName }
      transferTo { id fullName }
      person { id fullName }
    }
  }
`;

/** The list as it is now, and then what changes: a call for a change. */
export const desk = gql`
  subscription Desk {
    myChatSessionsChanged {
      isComplete
      sessions {
        id status whenIdle waitSeconds isCustomerGone isMine isOfferedToMe
        customerDisplayName customerCompanyName firstMessage topicId
        user { id fullName }
        transferTo { id fullName }
        person { id fullName }
      }
      addedIds goneIds
    }
  }
`;

/** The messages of all open conversations: a call for a message. */
export const messagesAdded = gql`
  subscription MessagesAdded($sessionIds: [ID!]!, $after: ID) {
    chatMessagesAdded(sessionIds: $sessionIds, after: $after) {
      messages { id chatSessionId type specialType message author whenPosted }
      cursor
    }
  }
`;

/** One call of ChatTopicsForUser; requested once. */
export const topicNames = gql`
  query TopicNames {
    myChatTopics { id name }
  }
`;

/** No call: the client policies read it from the list in the cache. */
export const openSession = gql`
  query OpenSession($id: ID!) {
    chatSession(id: $id) {
      id status isMine isOfferedToMe customerDisplayName customerCompanyName topicId
      user { id fullName } transferTo { id fullName } person { id fullName }
    }
  }
`;

/** One call of GetChatMessages: all of it, or the messages after one. The client policies append these to the cached ones. */
export const conversation = gql`
  query Conversation($sessionId: ID!, $after: ID) {
    chatMessages(sessionId: $sessionId, after: $after) { id type specialType message author whenPosted }
  }
`;

export const pickUp = gql`
  mutation PickUp($id: ID!) {
    pickUpChatSession(id: $id) {
      session { id status isMine isOfferedToMe user { id fullName } }
      userErrors { code message }
    }
  }
`;

/** One call. Sent again with the same key, it looks whether the message arrived, and is not written twice. */
export const answer = gql`
  mutation Answer($sessionId: ID!, $message: String!, $lastMessageId: ID, $key: String!) {
    addChatMessage(sessionId: $sessionId, message: $message, lastMessageId: $lastMessageId, idempotencyKey: $key) {
      message { id }
      userErrors { code message }
    }
  }
`;

/** One call for the list, one for the topics and one for each of them, by which the gateway identifies the users. */
export const transferTargets = gql`
  query TransferTargets {
    transferTargets { id name associateId }
  }
`;

export const transfer = gql`
  mutation Transfer($id: ID!, $toAssociateId: ID!) {
    transferChatSession(id: $id, toAssociateId: $toAssociateId) {
      session { id transferTo { id fullName } }
      userErrors { code message }
    }
  }
`;

/** Two calls each: whether there is an offer is read first. */
export const acceptOffer = gql`
  mutation Accept($id: ID!) {
    acceptChatSessionTransfer(id: $id) {
      session { id isMine isOfferedToMe user { id fullName } transferTo { id fullName } }
      userErrors { code message }
    }
  }
`;

export const rejectOffer = gql`
  mutation Reject($id: ID!) {
    rejectChatSessionTransfer(id: $id) {
      session { id isMine isOfferedToMe user { id fullName } transferTo { id fullName } }
      userErrors { code message }
    }
  }
`;

/** One call, which changes nothing else. */
export const linkPerson = gql`
  mutation LinkPerson($id: ID!, $personId: ID) {
    updateChatSession(id: $id, input: { personId: $personId }) {
      session { id person { id fullName } }
      userErrors { code message }
    }
  }
`;

/** Two calls: SuperOffice has no operation for closing. */
export const close = gql`
  mutation Close($id: ID!) {
    closeChatSession(id: $id) {
      session { id status }
      userErrors { code message }
    }
  }
`;
