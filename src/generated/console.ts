/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { ConsoleDocument } from '../client-policies/console-document.js';
/** A range of time. An end that is left out is open. */
export type ChatDateTimeRange = {
  /** At this time or later. */
  readonly from?: string | null | undefined;
  /** Before this time. */
  readonly to?: string | null | undefined;
};

/** A range of whole numbers. An end that is left out is open. */
export type ChatIntRange = {
  /** This number or a higher one. */
  readonly from?: number | null | undefined;
  /** This number or a lower one. */
  readonly to?: number | null | undefined;
};

/** The kind of a chat message that is not only text. SuperOffice's ChatMessageSpecialType. */
export type ChatMessageSpecialType =
  /** The customer is blocked. */
  | 'BLOCK'
  /** A message of the chatbot. */
  | 'BOT_MESSAGE'
  /** The customer chose one of the options that were offered. */
  | 'CLICKED_OPTION'
  /** The customer closed the session. */
  | 'CLOSED_BY_CUSTOMER'
  /** The session was closed because neither side wrote any more. */
  | 'CLOSED_BY_IDLE'
  /** The agent closed the session. */
  | 'CLOSED_BY_USER'
  /** Something failed. */
  | 'ERROR'
  /** The customer is asked whether an answer from the knowledge base helped. */
  | 'FAQ_SUCCESS_QUESTION'
  /** A file was refused for its type. */
  | 'ILLEGAL_FILE_TYPE'
  /** The session began. */
  | 'NEW_SESSION'
  /** Only text. */
  | 'NONE'
  /** Options for the customer to choose from; `specialParam` holds them as a JSON list. */
  | 'OPTIONS'
  /** The customer opened the session again. */
  | 'REOPENED_BY_CUSTOMER'
  /** The session was deleted. */
  | 'SESSION_DELETED'
  /** The session was transferred to another agent. The spelling is SuperOffice's. */
  | 'TRANSFERED_SESSION'
  /** The agent who was offered the session rejected it. */
  | 'TRANSFER_REJECTED'
  /** Set by the gateway: SuperOffice sent a name that is not in this list yet. */
  | 'UNRECOGNIZED'
  /** A web address that the customer is sent to. */
  | 'URL'
  /** The greeting of the topic. */
  | 'WELCOME';

/** The recipient of a chat message. SuperOffice's ChatMessageType. */
export type ChatMessageType =
  /** No type has been set. */
  | 'INVALID'
  /** For neither: an event, which `specialType` names. */
  | 'SPECIAL'
  /** For the customer. */
  | 'TO_CUSTOMER'
  /** For the agent. */
  | 'TO_USER'
  /** Set by the gateway: SuperOffice sent a name that is not in this list yet. */
  | 'UNRECOGNIZED';

/**
 * Conditions for sessions; all must hold. Values that are not ids, such as texts and addresses, are visible to operators in SuperOffice's
 * statistics of restrictions.
 */
export type ChatSessionFilter = {
  /** Handled by one of these users (`ChatAssociate.id`). */
  readonly agentIds?: ReadonlyArray<string> | null | undefined;
  /** All of these hold, too. */
  readonly and?: ReadonlyArray<ChatSessionFilter> | null | undefined;
  /** Connected to one of these companies (`ChatContact.id`). */
  readonly contactIds?: ReadonlyArray<string> | null | undefined;
  /** The company name that the customer gave. Only where the operator has confirmed the archive that has it. */
  readonly customerCompanyName?: ChatTextFilter | null | undefined;
  /** The e-mail address that the customer gave. Only where the operator has confirmed the archive that has it. */
  readonly customerEmail?: ChatTextFilter | null | undefined;
  /** The name that the customer gave. Only where the operator has confirmed the archive that has it. */
  readonly customerName?: ChatTextFilter | null | undefined;
  /** The phone number that the customer gave. Only where the operator has confirmed the archive that has it. */
  readonly customerPhone?: ChatTextFilter | null | undefined;
  /** Seconds of the conversation, by SuperOffice's own calculation. Only where the operator has confirmed that SuperOffice compares it. */
  readonly durationSeconds?: ChatIntRange | null | undefined;
  /** The first message. SuperOffice decides on capital letters. */
  readonly firstMessage?: ChatTextFilter | null | undefined;
  /** Primary keys of the sessions, at most 500. */
  readonly ids?: ReadonlyArray<string> | null | undefined;
  /** The latest message. SuperOffice decides on capital letters. */
  readonly lastMessage?: ChatTextFilter | null | undefined;
  /** One of these holds, too; an empty list finds nothing. */
  readonly or?: ReadonlyArray<ChatSessionFilter> | null | undefined;
  /** Of one of these customers (`ChatPerson.id`). */
  readonly personIds?: ReadonlyArray<string> | null | undefined;
  /** The customer's rating. */
  readonly rating?: ChatIntRange | null | undefined;
  /** One of these statuses. */
  readonly status?: ReadonlyArray<ChatSessionStatus> | null | undefined;
  /** In one of these topics. */
  readonly topicIds?: ReadonlyArray<string> | null | undefined;
  /** Seconds in the queue, by SuperOffice's own calculation. Only where the operator has confirmed that SuperOffice compares it. */
  readonly waitSeconds?: ChatIntRange | null | undefined;
  /** When the session ended. */
  readonly whenEnded?: ChatDateTimeRange | null | undefined;
  /** When the customer requested the session. */
  readonly whenRequested?: ChatDateTimeRange | null | undefined;
  /** When an agent took the session. */
  readonly whenStarted?: ChatDateTimeRange | null | undefined;
};

/** Status of a chat session. SuperOffice's ChatSessionStatus. */
export type ChatSessionStatus =
  /** Closed. */
  | 'CLOSED'
  /** Closed while still in the queue, before an agent took it. */
  | 'CLOSED_FROM_QUEUE'
  /** The customer wrote last: it is the agent's turn. */
  | 'CUSTOMER_LAST'
  /** Marked for removal, which usually follows within 24 hours. */
  | 'DELETED'
  /** The customer is being shown answers from the knowledge base. */
  | 'FAQ'
  /** The conversation is over; the session may be removed later. */
  | 'FINISHED'
  /** No status has been set. */
  | 'INVALID'
  /** Waiting for an agent to take it. */
  | 'IN_QUEUE'
  /** The customer is filling in the form that is shown when no agent is present. */
  | 'OFFLINE_FORM'
  /** The customer is filling in the form that precedes the chat. */
  | 'PRE_CHAT_FORM'
  /** Became a request instead of a conversation. */
  | 'REQUEST_POSTED'
  /** Set by the gateway: SuperOffice sent a name that is not in this list yet. */
  | 'UNRECOGNIZED'
  /** The agent wrote last: it is the customer's turn. */
  | 'USER_LAST';

/** Changes of a session. What is left out stays as it is. */
export type ChatSessionUpdateInput = {
  /** Alert level; null is 0. */
  readonly alertLevel?: number | null | undefined;
  /** Id of the company; null unlinks it. */
  readonly contactId?: string | null | undefined;
  /** Name under which the customer appears in the chat, at most 64 characters; null clears it. */
  readonly customerAlias?: string | null | undefined;
  /** Company of the customer, at most 255 characters; null clears it. */
  readonly customerCompanyName?: string | null | undefined;
  /** Whether the customer consented; null is false. */
  readonly customerConsented?: boolean | null | undefined;
  /** E-mail address of the customer, at most 255 characters; null clears it. */
  readonly customerEmail?: string | null | undefined;
  /** Name of the customer, at most 255 characters; null clears it. */
  readonly customerName?: string | null | undefined;
  /** Phone number of the customer, at most 32 characters; null clears it. */
  readonly customerPhone?: string | null | undefined;
  /** Id of the person that the customer is; null unlinks the person. */
  readonly personId?: string | null | undefined;
  /** Id of the project; null unlinks it. */
  readonly projectId?: string | null | undefined;
  /** Id of the sale; null unlinks it. */
  readonly saleId?: string | null | undefined;
  /** Id of the request; null unlinks it. */
  readonly ticketId?: string | null | undefined;
};

/** Conditions for a text, of 1 to 200 characters; all must hold. */
export type ChatTextFilter = {
  /** The text begins so. */
  readonly begins?: string | null | undefined;
  /** The text contains this. It finds no session by itself: SuperOffice would read all of them. */
  readonly contains?: string | null | undefined;
  /** The text is this one. */
  readonly is?: string | null | undefined;
};

/** Why an action did nothing. */
export type ChatUserErrorCode =
  /** The session is already over. */
  | 'ALREADY_OVER'
  /** The session has other values than were expected. */
  | 'CHANGED_MEANWHILE'
  /** There is no such record, or the caller may not see it. */
  | 'NOT_FOUND'
  /** The session is no longer waiting: another user took it, or the customer has left. */
  | 'NOT_IN_QUEUE'
  /** The session, or the offer, belongs to another user. */
  | 'NOT_YOURS'
  /** The session isn't being offered to any user. */
  | 'NO_TRANSFER_PENDING'
  /** No customer is waiting. */
  | 'QUEUE_EMPTY';

export type PickUpMutationVariables = Exact<{
  id: string;
  key?: string | null | undefined;
}>;


export type PickUpMutation = { readonly pickUpChatSession: { readonly __typename: 'ChatSessionPayload', readonly session: { readonly __typename: 'ChatSession', readonly id: string, readonly status: ChatSessionStatus | null, readonly isMine: boolean | null, readonly isOfferedToMe: boolean | null, readonly user: { readonly __typename: 'ChatAssociate', readonly id: string, readonly fullName: string | null } | null, readonly transferTo: { readonly __typename: 'ChatAssociate', readonly id: string, readonly fullName: string | null } | null } | null, readonly userErrors: ReadonlyArray<{ readonly __typename: 'ChatUserError', readonly code: ChatUserErrorCode, readonly message: string }> } | null };

export type PickUpNextMutationVariables = Exact<{
  key?: string | null | undefined;
}>;


export type PickUpNextMutation = { readonly pickUpNextChatSession: { readonly __typename: 'ChatSessionPayload', readonly session: { readonly __typename: 'ChatSession', readonly id: string, readonly status: ChatSessionStatus | null, readonly isMine: boolean | null, readonly isOfferedToMe: boolean | null, readonly user: { readonly __typename: 'ChatAssociate', readonly id: string, readonly fullName: string | null } | null, readonly transferTo: { readonly __typename: 'ChatAssociate', readonly id: string, readonly fullName: string | null } | null } | null, readonly userErrors: ReadonlyArray<{ readonly __typename: 'ChatUserError', readonly code: ChatUserErrorCode, readonly message: string }> } | null };

export type SendMessageMutationVariables = Exact<{
  sessionId: string;
  message: string;
  lastMessageId?: string | null | undefined;
  key?: string | null | undefined;
}>;


export type SendMessageMutation = { readonly addChatMessage: { readonly __typename: 'ChatMessagePayload', readonly message: { readonly __typename: 'ChatMessage', readonly id: string } | null, readonly userErrors: ReadonlyArray<{ readonly __typename: 'ChatUserError', readonly code: ChatUserErrorCode, readonly message: string }> } | null };

export type TransferMutationVariables = Exact<{
  id: string;
  toAssociateId: string;
  key?: string | null | undefined;
}>;


export type TransferMutation = { readonly transferChatSession: { readonly __typename: 'ChatSessionPayload', readonly session: { readonly __typename: 'ChatSession', readonly id: string, readonly transferTo: { readonly __typename: 'ChatAssociate', readonly id: string, readonly fullName: string | null } | null } | null, readonly userErrors: ReadonlyArray<{ readonly __typename: 'ChatUserError', readonly code: ChatUserErrorCode, readonly message: string }> } | null };

export type AcceptTransferMutationVariables = Exact<{
  id: string;
  key?: string | null | undefined;
}>;


export type AcceptTransferMutation = { readonly acceptChatSessionTransfer: { readonly __typename: 'ChatSessionPayload', readonly session: { readonly __typename: 'ChatSession', readonly id: string, readonly status: ChatSessionStatus | null, readonly isMine: boolean | null, readonly isOfferedToMe: boolean | null, readonly user: { readonly __typename: 'ChatAssociate', readonly id: string, readonly fullName: string | null } | null, readonly transferTo: { readonly __typename: 'ChatAssociate', readonly id: string, readonly fullName: string | null } | null } | null, readonly userErrors: ReadonlyArray<{ readonly __typename: 'ChatUserError', readonly code: ChatUserErrorCode, readonly message: string }> } | null };

export type RejectTransferMutationVariables = Exact<{
  id: string;
  key?: string | null | undefined;
}>;


export type RejectTransferMutation = { readonly rejectChatSessionTransfer: { readonly __typename: 'ChatSessionPayload', readonly session: { readonly __typename: 'ChatSession', readonly id: string, readonly status: ChatSessionStatus | null, readonly isMine: boolean | null, readonly isOfferedToMe: boolean | null, readonly user: { readonly __typename: 'ChatAssociate', readonly id: string, readonly fullName: string | null } | null, readonly transferTo: { readonly __typename: 'ChatAssociate', readonly id: string, readonly fullName: string | null } | null } | null, readonly userErrors: ReadonlyArray<{ readonly __typename: 'ChatUserError', readonly code: ChatUserErrorCode, readonly message: string }> } | null };

export type ReturnToQueueMutationVariables = Exact<{
  id: string;
  key?: string | null | undefined;
}>;


export type ReturnToQueueMutation = { readonly resetChatSession: { readonly __typename: 'ChatSessionPayload', readonly session: { readonly __typename: 'ChatSession', readonly id: string, readonly status: ChatSessionStatus | null, readonly isMine: boolean | null, readonly isOfferedToMe: boolean | null, readonly user: { readonly __typename: 'ChatAssociate', readonly id: string, readonly fullName: string | null } | null, readonly transferTo: { readonly __typename: 'ChatAssociate', readonly id: string, readonly fullName: string | null } | null } | null, readonly userErrors: ReadonlyArray<{ readonly __typename: 'ChatUserError', readonly code: ChatUserErrorCode, readonly message: string }> } | null };

export type CloseSessionMutationVariables = Exact<{
  id: string;
  key?: string | null | undefined;
}>;


export type CloseSessionMutation = { readonly closeChatSession: { readonly __typename: 'ChatSessionPayload', readonly session: { readonly __typename: 'ChatSession', readonly id: string, readonly status: ChatSessionStatus | null } | null, readonly userErrors: ReadonlyArray<{ readonly __typename: 'ChatUserError', readonly code: ChatUserErrorCode, readonly message: string }> } | null };

export type UpdateSessionMutationVariables = Exact<{
  id: string;
  input: ChatSessionUpdateInput;
  key?: string | null | undefined;
}>;


export type UpdateSessionMutation = { readonly updateChatSession: { readonly __typename: 'ChatSessionPayload', readonly session: { readonly __typename: 'ChatSession', readonly id: string, readonly customerDisplayName: string | null, readonly customerCompanyName: string | null, readonly topicId: string | null, readonly person: { readonly __typename: 'ChatPerson', readonly id: string, readonly fullName: string | null } | null, readonly contact: { readonly __typename: 'ChatContact', readonly id: string, readonly name: string | null } | null } | null, readonly userErrors: ReadonlyArray<{ readonly __typename: 'ChatUserError', readonly code: ChatUserErrorCode, readonly message: string }> } | null };

export type StartSessionMutationVariables = Exact<{
  topicId: string;
  input?: ChatSessionUpdateInput | null | undefined;
  key?: string | null | undefined;
}>;


export type StartSessionMutation = { readonly createChatSession: { readonly __typename: 'ChatSessionPayload', readonly session: { readonly __typename: 'ChatSession', readonly id: string, readonly status: ChatSessionStatus | null, readonly isMine: boolean | null, readonly isOfferedToMe: boolean | null, readonly user: { readonly __typename: 'ChatAssociate', readonly id: string, readonly fullName: string | null } | null, readonly transferTo: { readonly __typename: 'ChatAssociate', readonly id: string, readonly fullName: string | null } | null } | null, readonly userErrors: ReadonlyArray<{ readonly __typename: 'ChatUserError', readonly code: ChatUserErrorCode, readonly message: string }> } | null };

export type SetPresenceMutationVariables = Exact<{
  present: boolean;
  key?: string | null | undefined;
}>;


export type SetPresenceMutation = { readonly setMyChatPresence: { readonly __typename: 'ChatPresencePayload', readonly presence: { readonly __typename: 'ChatPresence', readonly id: string, readonly displayName: string | null, readonly present: boolean | null, readonly ongoingChats: number | null } | null, readonly userErrors: ReadonlyArray<{ readonly __typename: 'ChatUserError', readonly code: ChatUserErrorCode, readonly message: string }> } | null };

export type SessionStateFragment = { readonly __typename: 'ChatSession', readonly id: string, readonly status: ChatSessionStatus | null, readonly isMine: boolean | null, readonly isOfferedToMe: boolean | null, readonly user: { readonly __typename: 'ChatAssociate', readonly id: string, readonly fullName: string | null } | null, readonly transferTo: { readonly __typename: 'ChatAssociate', readonly id: string, readonly fullName: string | null } | null };

export type StartPageQueryVariables = Exact<{ [key: string]: never; }>;


export type StartPageQuery = { readonly myChatUser: { readonly __typename: 'ChatUser', readonly id: string, readonly fullName: string | null } | null, readonly myChatTopics: ReadonlyArray<{ readonly __typename: 'ChatTopic', readonly id: string, readonly name: string | null }> | null, readonly myChatSessions: ReadonlyArray<{ readonly __typename: 'ChatSession', readonly id: string, readonly status: ChatSessionStatus | null, readonly whenIdle: string | null, readonly waitSeconds: number | null, readonly isCustomerGone: boolean | null, readonly isMine: boolean | null, readonly isOfferedToMe: boolean | null, readonly customerDisplayName: string | null, readonly customerCompanyName: string | null, readonly firstMessage: string | null, readonly topicId: string | null, readonly user: { readonly __typename: 'ChatAssociate', readonly id: string, readonly fullName: string | null } | null, readonly transferTo: { readonly __typename: 'ChatAssociate', readonly id: string, readonly fullName: string | null } | null, readonly person: { readonly __typename: 'ChatPerson', readonly id: string, readonly fullName: string | null } | null }> | null };

export type SessionListQueryVariables = Exact<{ [key: string]: never; }>;


export type SessionListQuery = { readonly myChatSessions: ReadonlyArray<{ readonly __typename: 'ChatSession', readonly id: string, readonly status: ChatSessionStatus | null, readonly whenIdle: string | null, readonly waitSeconds: number | null, readonly isCustomerGone: boolean | null, readonly isMine: boolean | null, readonly isOfferedToMe: boolean | null, readonly customerDisplayName: string | null, readonly customerCompanyName: string | null, readonly firstMessage: string | null, readonly topicId: string | null, readonly user: { readonly __typename: 'ChatAssociate', readonly id: string, readonly fullName: string | null } | null, readonly transferTo: { readonly __typename: 'ChatAssociate', readonly id: string, readonly fullName: string | null } | null, readonly person: { readonly __typename: 'ChatPerson', readonly id: string, readonly fullName: string | null } | null }> | null };

export type PulseQueryVariables = Exact<{ [key: string]: never; }>;


export type PulseQuery = { readonly myChatSessions: ReadonlyArray<{ readonly __typename: 'ChatSession', readonly id: string, readonly status: ChatSessionStatus | null, readonly whenIdle: string | null, readonly waitSeconds: number | null, readonly isCustomerGone: boolean | null, readonly isMine: boolean | null, readonly isOfferedToMe: boolean | null, readonly transferTo: { readonly __typename: 'ChatAssociate', readonly id: string } | null }> | null };

export type TopicsQueryVariables = Exact<{ [key: string]: never; }>;


export type TopicsQuery = { readonly myChatTopics: ReadonlyArray<{ readonly __typename: 'ChatTopic', readonly id: string, readonly name: string | null }> | null };

export type SessionQueryVariables = Exact<{
  id: string;
}>;


export type SessionQuery = { readonly chatSession: { readonly __typename: 'ChatSession', readonly id: string, readonly status: ChatSessionStatus | null, readonly whenIdle: string | null, readonly waitSeconds: number | null, readonly isCustomerGone: boolean | null, readonly isMine: boolean | null, readonly isOfferedToMe: boolean | null, readonly customerDisplayName: string | null, readonly customerCompanyName: string | null, readonly firstMessage: string | null, readonly topicId: string | null, readonly user: { readonly __typename: 'ChatAssociate', readonly id: string, readonly fullName: string | null } | null, readonly transferTo: { readonly __typename: 'ChatAssociate', readonly id: string, readonly fullName: string | null } | null, readonly person: { readonly __typename: 'ChatPerson', readonly id: string, readonly fullName: string | null } | null } | null };

export type ConversationQueryVariables = Exact<{
  sessionId: string;
  after?: string | null | undefined;
  last?: number | null | undefined;
}>;


export type ConversationQuery = { readonly chatMessages: ReadonlyArray<{ readonly __typename: 'ChatMessage', readonly id: string, readonly type: ChatMessageType | null, readonly specialType: ChatMessageSpecialType | null, readonly message: string | null, readonly author: string | null, readonly whenPosted: string | null }> | null };

export type TransferTargetsQueryVariables = Exact<{ [key: string]: never; }>;


export type TransferTargetsQuery = { readonly transferTargets: ReadonlyArray<{ readonly __typename: 'ChatTransferTarget', readonly id: string, readonly name: string | null, readonly associateId: string | null }> | null };

export type PresenceQueryVariables = Exact<{ [key: string]: never; }>;


export type PresenceQuery = { readonly chatPresence: ReadonlyArray<{ readonly __typename: 'ChatPresence', readonly id: string, readonly displayName: string | null, readonly present: boolean | null, readonly ongoingChats: number | null }> | null };

export type FindSessionsQueryVariables = Exact<{
  filter: ChatSessionFilter;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type FindSessionsQuery = { readonly findChatSessions: { readonly __typename: 'ChatSessionConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'ChatSession', readonly id: string, readonly status: ChatSessionStatus | null, readonly firstMessage: string | null, readonly whenRequested: string | null, readonly whenEnded: string | null, readonly waitSeconds: number | null, readonly person: { readonly __typename: 'ChatPerson', readonly id: string, readonly fullName: string | null } | null, readonly topic: { readonly __typename: 'ChatTopic', readonly id: string, readonly name: string | null } | null, readonly user: { readonly __typename: 'ChatAssociate', readonly id: string, readonly fullName: string | null } | null } | null>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null } } | null };

export type ListedSessionFragment = { readonly __typename: 'ChatSession', readonly id: string, readonly status: ChatSessionStatus | null, readonly whenIdle: string | null, readonly waitSeconds: number | null, readonly isCustomerGone: boolean | null, readonly isMine: boolean | null, readonly isOfferedToMe: boolean | null, readonly customerDisplayName: string | null, readonly customerCompanyName: string | null, readonly firstMessage: string | null, readonly topicId: string | null, readonly user: { readonly __typename: 'ChatAssociate', readonly id: string, readonly fullName: string | null } | null, readonly transferTo: { readonly __typename: 'ChatAssociate', readonly id: string, readonly fullName: string | null } | null, readonly person: { readonly __typename: 'ChatPerson', readonly id: string, readonly fullName: string | null } | null };

export type LineFragment = { readonly __typename: 'ChatMessage', readonly id: string, readonly type: ChatMessageType | null, readonly specialType: ChatMessageSpecialType | null, readonly message: string | null, readonly author: string | null, readonly whenPosted: string | null };

export type SessionsChangedSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type SessionsChangedSubscription = { readonly myChatSessionsChanged: { readonly __typename: 'ChatSessionsUpdate', readonly isComplete: boolean, readonly addedIds: ReadonlyArray<string>, readonly goneIds: ReadonlyArray<string>, readonly sessions: ReadonlyArray<{ readonly __typename: 'ChatSession', readonly id: string, readonly status: ChatSessionStatus | null, readonly whenIdle: string | null, readonly waitSeconds: number | null, readonly isCustomerGone: boolean | null, readonly isMine: boolean | null, readonly isOfferedToMe: boolean | null, readonly customerDisplayName: string | null, readonly customerCompanyName: string | null, readonly firstMessage: string | null, readonly topicId: string | null, readonly user: { readonly __typename: 'ChatAssociate', readonly id: string, readonly fullName: string | null } | null, readonly transferTo: { readonly __typename: 'ChatAssociate', readonly id: string, readonly fullName: string | null } | null, readonly person: { readonly __typename: 'ChatPerson', readonly id: string, readonly fullName: string | null } | null }> } | null };

export type MessagesAddedSubscriptionVariables = Exact<{
  sessionIds: ReadonlyArray<string> | string;
  after?: string | null | undefined;
}>;


export type MessagesAddedSubscription = { readonly chatMessagesAdded: { readonly __typename: 'ChatMessagesUpdate', readonly cursor: string, readonly messages: ReadonlyArray<{ readonly __typename: 'ChatMessage', readonly chatSessionId: string, readonly id: string, readonly type: ChatMessageType | null, readonly specialType: ChatMessageSpecialType | null, readonly message: string | null, readonly author: string | null, readonly whenPosted: string | null }> } | null };

/** Its id in the manifest: c5c74857de01dabbb34682f72f846ac32a51122730c7e853e31397ced0bfbc4f */
export const AcceptTransferDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AcceptTransfer"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"key"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"acceptChatSessionTransfer"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"key"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"session"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SessionState"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SessionState"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ChatSession"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"isMine"}},{"kind":"Field","name":{"kind":"Name","value":"isOfferedToMe"}},{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"fullName"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"transferTo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"fullName"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]} as unknown as ConsoleDocument<AcceptTransferMutation, AcceptTransferMutationVariables>;

/** Its id in the manifest: 3b44050301c1b95d4f177eb1adb44839f3ef8548e468e07c75e37397380553c9 */
export const CloseSessionDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CloseSession"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"key"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"closeChatSession"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"key"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"session"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}}]} as unknown as ConsoleDocument<CloseSessionMutation, CloseSessionMutationVariables>;

/** Its id in the manifest: eb33e2022a8f8e7c81a294cba7e9d7cdbf0ece0d02305a608ff892f82d6c7a72 */
export const ConversationDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Conversation"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"sessionId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"last"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"chatMessages"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"sessionId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"sessionId"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"last"},"value":{"kind":"Variable","name":{"kind":"Name","value":"last"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Line"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Line"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ChatMessage"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"specialType"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"author"}},{"kind":"Field","name":{"kind":"Name","value":"whenPosted"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]} as unknown as ConsoleDocument<ConversationQuery, ConversationQueryVariables>;

/** Its id in the manifest: 82159b670f4791c8363b364c46e7fa0015dfd983d5fee26cea58ac323c18ee7f */
export const FindSessionsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"FindSessions"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ChatSessionFilter"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"findChatSessions"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"firstMessage"}},{"kind":"Field","name":{"kind":"Name","value":"person"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"fullName"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"topic"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"fullName"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"whenRequested"}},{"kind":"Field","name":{"kind":"Name","value":"whenEnded"}},{"kind":"Field","name":{"kind":"Name","value":"waitSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}}]} as unknown as ConsoleDocument<FindSessionsQuery, FindSessionsQueryVariables>;

/** Its id in the manifest: 7e97ece885154a5a68b2cce56c1eb0c97b7611ea4dbb84c53e21fc7ad4f08368 */
export const MessagesAddedDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"MessagesAdded"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"sessionIds"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"chatMessagesAdded"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"sessionIds"},"value":{"kind":"Variable","name":{"kind":"Name","value":"sessionIds"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"messages"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"chatSessionId"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Line"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Line"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ChatMessage"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"specialType"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"author"}},{"kind":"Field","name":{"kind":"Name","value":"whenPosted"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]} as unknown as ConsoleDocument<MessagesAddedSubscription, MessagesAddedSubscriptionVariables>;

/** Its id in the manifest: 6a22d6740a789c17d4d3409cfa8ef05de556fb21ac4f21745dea8925cfcc227f */
export const PickUpDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"PickUp"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"key"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"pickUpChatSession"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"key"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"session"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SessionState"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SessionState"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ChatSession"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"isMine"}},{"kind":"Field","name":{"kind":"Name","value":"isOfferedToMe"}},{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"fullName"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"transferTo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"fullName"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]} as unknown as ConsoleDocument<PickUpMutation, PickUpMutationVariables>;

/** Its id in the manifest: accad57814ec2746988cc188c63c72d8c5849bfb4bbbc585845799597c67d38a */
export const PickUpNextDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"PickUpNext"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"key"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"pickUpNextChatSession"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"key"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"session"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SessionState"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SessionState"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ChatSession"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"isMine"}},{"kind":"Field","name":{"kind":"Name","value":"isOfferedToMe"}},{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"fullName"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"transferTo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"fullName"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]} as unknown as ConsoleDocument<PickUpNextMutation, PickUpNextMutationVariables>;

/** Its id in the manifest: 2006f02ae3948351ee3d6f8260fd62b9972af388a1f9e10cc7983e8e2c252b38 */
export const PresenceDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Presence"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"chatPresence"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"present"}},{"kind":"Field","name":{"kind":"Name","value":"ongoingChats"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}}]} as unknown as ConsoleDocument<PresenceQuery, PresenceQueryVariables>;

/** Its id in the manifest: 1978ed644a163e0fd22665eba7eb62106c78b75643a3282f9ee87dbeb50c0d78 */
export const PulseDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Pulse"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"myChatSessions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"whenIdle"}},{"kind":"Field","name":{"kind":"Name","value":"waitSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"isCustomerGone"}},{"kind":"Field","name":{"kind":"Name","value":"isMine"}},{"kind":"Field","name":{"kind":"Name","value":"isOfferedToMe"}},{"kind":"Field","name":{"kind":"Name","value":"transferTo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}}]} as unknown as ConsoleDocument<PulseQuery, PulseQueryVariables>;

/** Its id in the manifest: 51e5f45af72718e9cfcf171b45ce8722c2e007b5bebc940a3832de358971d598 */
export const RejectTransferDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RejectTransfer"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"key"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"rejectChatSessionTransfer"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"key"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"session"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SessionState"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SessionState"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ChatSession"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"isMine"}},{"kind":"Field","name":{"kind":"Name","value":"isOfferedToMe"}},{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"fullName"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"transferTo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"fullName"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]} as unknown as ConsoleDocument<RejectTransferMutation, RejectTransferMutationVariables>;

/** Its id in the manifest: f3357c75118fe0b52fe359eeee309828a79ba51733af3d8a061ffaf92be0cb1a */
export const ReturnToQueueDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ReturnToQueue"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"key"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"resetChatSession"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"key"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"session"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SessionState"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SessionState"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ChatSession"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"isMine"}},{"kind":"Field","name":{"kind":"Name","value":"isOfferedToMe"}},{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"fullName"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"transferTo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"fullName"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]} as unknown as ConsoleDocument<ReturnToQueueMutation, ReturnToQueueMutationVariables>;

/** Its id in the manifest: 2e9a7d53f05be873144c4b7222a3bc4002f9fa840fa5674b9e15593c136d9c23 */
export const SendMessageDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SendMessage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"sessionId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"message"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"lastMessageId"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"key"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"addChatMessage"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"sessionId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"sessionId"}}},{"kind":"Argument","name":{"kind":"Name","value":"message"},"value":{"kind":"Variable","name":{"kind":"Name","value":"message"}}},{"kind":"Argument","name":{"kind":"Name","value":"lastMessageId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"lastMessageId"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"key"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}}]} as unknown as ConsoleDocument<SendMessageMutation, SendMessageMutationVariables>;

/** Its id in the manifest: 841d3299f963b7955910103a7d34270e7f85376a904d09140b8ab4fbb82b253a */
export const SessionDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Session"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"chatSession"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ListedSession"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ListedSession"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ChatSession"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"whenIdle"}},{"kind":"Field","name":{"kind":"Name","value":"waitSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"isCustomerGone"}},{"kind":"Field","name":{"kind":"Name","value":"isMine"}},{"kind":"Field","name":{"kind":"Name","value":"isOfferedToMe"}},{"kind":"Field","name":{"kind":"Name","value":"customerDisplayName"}},{"kind":"Field","name":{"kind":"Name","value":"customerCompanyName"}},{"kind":"Field","name":{"kind":"Name","value":"firstMessage"}},{"kind":"Field","name":{"kind":"Name","value":"topicId"}},{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"fullName"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"transferTo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"fullName"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"person"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"fullName"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]} as unknown as ConsoleDocument<SessionQuery, SessionQueryVariables>;

/** Its id in the manifest: 7e894e61b47d018ccdaad6a87a72caccd821061ab500034e4b75c1955b6fefeb */
export const SessionListDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"SessionList"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"myChatSessions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ListedSession"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ListedSession"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ChatSession"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"whenIdle"}},{"kind":"Field","name":{"kind":"Name","value":"waitSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"isCustomerGone"}},{"kind":"Field","name":{"kind":"Name","value":"isMine"}},{"kind":"Field","name":{"kind":"Name","value":"isOfferedToMe"}},{"kind":"Field","name":{"kind":"Name","value":"customerDisplayName"}},{"kind":"Field","name":{"kind":"Name","value":"customerCompanyName"}},{"kind":"Field","name":{"kind":"Name","value":"firstMessage"}},{"kind":"Field","name":{"kind":"Name","value":"topicId"}},{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"fullName"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"transferTo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"fullName"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"person"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"fullName"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]} as unknown as ConsoleDocument<SessionListQuery, SessionListQueryVariables>;

/** Its id in the manifest: cba2ab368ddac70fcf400822f31928183e998d407968666a000d0fc0aa6d3ba9 */
export const SessionsChangedDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"SessionsChanged"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"myChatSessionsChanged"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"isComplete"}},{"kind":"Field","name":{"kind":"Name","value":"sessions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ListedSession"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"addedIds"}},{"kind":"Field","name":{"kind":"Name","value":"goneIds"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ListedSession"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ChatSession"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"whenIdle"}},{"kind":"Field","name":{"kind":"Name","value":"waitSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"isCustomerGone"}},{"kind":"Field","name":{"kind":"Name","value":"isMine"}},{"kind":"Field","name":{"kind":"Name","value":"isOfferedToMe"}},{"kind":"Field","name":{"kind":"Name","value":"customerDisplayName"}},{"kind":"Field","name":{"kind":"Name","value":"customerCompanyName"}},{"kind":"Field","name":{"kind":"Name","value":"firstMessage"}},{"kind":"Field","name":{"kind":"Name","value":"topicId"}},{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"fullName"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"transferTo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"fullName"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"person"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"fullName"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]} as unknown as ConsoleDocument<SessionsChangedSubscription, SessionsChangedSubscriptionVariables>;

/** Its id in the manifest: 261f0000ff242cc13a1eaf31fce9da288fa349cbf1149a367f741fee9697b3e8 */
export const SetPresenceDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SetPresence"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"present"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"key"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"setMyChatPresence"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"present"},"value":{"kind":"Variable","name":{"kind":"Name","value":"present"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"key"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"presence"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"present"}},{"kind":"Field","name":{"kind":"Name","value":"ongoingChats"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}}]} as unknown as ConsoleDocument<SetPresenceMutation, SetPresenceMutationVariables>;

/** Its id in the manifest: 3b2ae6437dbaa36f00cec4dc48e0e4d0e78d9947524b79ac3b81aaa446f857c6 */
export const StartPageDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"StartPage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"myChatUser"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"fullName"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"myChatTopics"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"myChatSessions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ListedSession"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ListedSession"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ChatSession"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"whenIdle"}},{"kind":"Field","name":{"kind":"Name","value":"waitSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"isCustomerGone"}},{"kind":"Field","name":{"kind":"Name","value":"isMine"}},{"kind":"Field","name":{"kind":"Name","value":"isOfferedToMe"}},{"kind":"Field","name":{"kind":"Name","value":"customerDisplayName"}},{"kind":"Field","name":{"kind":"Name","value":"customerCompanyName"}},{"kind":"Field","name":{"kind":"Name","value":"firstMessage"}},{"kind":"Field","name":{"kind":"Name","value":"topicId"}},{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"fullName"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"transferTo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"fullName"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"person"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"fullName"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]} as unknown as ConsoleDocument<StartPageQuery, StartPageQueryVariables>;

/** Its id in the manifest: e4ac42059d03e98b21cb9045a7e6897df4d5d5b6349723df73f76d4196906456 */
export const StartSessionDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"StartSession"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"topicId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ChatSessionUpdateInput"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"key"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createChatSession"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"topicId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"topicId"}}},{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"key"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"session"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SessionState"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SessionState"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ChatSession"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"isMine"}},{"kind":"Field","name":{"kind":"Name","value":"isOfferedToMe"}},{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"fullName"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"transferTo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"fullName"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]} as unknown as ConsoleDocument<StartSessionMutation, StartSessionMutationVariables>;

/** Its id in the manifest: 42ec6bb6035919395998ef2d9f7259bc52e6e657167e75e3248777016c681043 */
export const TopicsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Topics"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"myChatTopics"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}}]} as unknown as ConsoleDocument<TopicsQuery, TopicsQueryVariables>;

/** Its id in the manifest: 9c089dd55c498a1f65428634740ac8359da075c52f7b0a3fd58eec6ddc3ebca9 */
export const TransferDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"Transfer"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"toAssociateId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"key"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"transferChatSession"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"toAssociateId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"toAssociateId"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"key"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"session"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"transferTo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"fullName"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}}]} as unknown as ConsoleDocument<TransferMutation, TransferMutationVariables>;

/** Its id in the manifest: 1e3dcec3aa0f1069af01e24d437e8b2596edce7110d5d50a12cfec29a2f4db25 */
export const TransferTargetsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"TransferTargets"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"transferTargets"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"associateId"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}}]} as unknown as ConsoleDocument<TransferTargetsQuery, TransferTargetsQueryVariables>;

/** Its id in the manifest: 1afd56a752f78ad406f21f6645e3d5715b2d4fcdcfd552a45e009d95eec07803 */
export const UpdateSessionDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UpdateSession"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ChatSessionUpdateInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"key"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"updateChatSession"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"key"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"session"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"customerDisplayName"}},{"kind":"Field","name":{"kind":"Name","value":"customerCompanyName"}},{"kind":"Field","name":{"kind":"Name","value":"topicId"}},{"kind":"Field","name":{"kind":"Name","value":"person"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"fullName"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"contact"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}}]} as unknown as ConsoleDocument<UpdateSessionMutation, UpdateSessionMutationVariables>;

/** The id of each operation by its name: the hash of its text, as the manifest has it. */
export const documentIds = {
  "AcceptTransfer": "c5c74857de01dabbb34682f72f846ac32a51122730c7e853e31397ced0bfbc4f",
  "CloseSession": "3b44050301c1b95d4f177eb1adb44839f3ef8548e468e07c75e37397380553c9",
  "Conversation": "eb33e2022a8f8e7c81a294cba7e9d7cdbf0ece0d02305a608ff892f82d6c7a72",
  "FindSessions": "82159b670f4791c8363b364c46e7fa0015dfd983d5fee26cea58ac323c18ee7f",
  "MessagesAdded": "7e97ece885154a5a68b2cce56c1eb0c97b7611ea4dbb84c53e21fc7ad4f08368",
  "PickUp": "6a22d6740a789c17d4d3409cfa8ef05de556fb21ac4f21745dea8925cfcc227f",
  "PickUpNext": "accad57814ec2746988cc188c63c72d8c5849bfb4bbbc585845799597c67d38a",
  "Presence": "2006f02ae3948351ee3d6f8260fd62b9972af388a1f9e10cc7983e8e2c252b38",
  "Pulse": "1978ed644a163e0fd22665eba7eb62106c78b75643a3282f9ee87dbeb50c0d78",
  "RejectTransfer": "51e5f45af72718e9cfcf171b45ce8722c2e007b5bebc940a3832de358971d598",
  "ReturnToQueue": "f3357c75118fe0b52fe359eeee309828a79ba51733af3d8a061ffaf92be0cb1a",
  "SendMessage": "2e9a7d53f05be873144c4b7222a3bc4002f9fa840fa5674b9e15593c136d9c23",
  "Session": "841d3299f963b7955910103a7d34270e7f85376a904d09140b8ab4fbb82b253a",
  "SessionList": "7e894e61b47d018ccdaad6a87a72caccd821061ab500034e4b75c1955b6fefeb",
  "SessionsChanged": "cba2ab368ddac70fcf400822f31928183e998d407968666a000d0fc0aa6d3ba9",
  "SetPresence": "261f0000ff242cc13a1eaf31fce9da288fa349cbf1149a367f741fee9697b3e8",
  "StartPage": "3b2ae6437dbaa36f00cec4dc48e0e4d0e78d9947524b79ac3b81aaa446f857c6",
  "StartSession": "e4ac42059d03e98b21cb9045a7e6897df4d5d5b6349723df73f76d4196906456",
  "Topics": "42ec6bb6035919395998ef2d9f7259bc52e6e657167e75e3248777016c681043",
  "Transfer": "9c089dd55c498a1f65428634740ac8359da075c52f7b0a3fd58eec6ddc3ebca9",
  "TransferTargets": "1e3dcec3aa0f1069af01e24d437e8b2596edce7110d5d50a12cfec29a2f4db25",
  "UpdateSession": "1afd56a752f78ad406f21f6645e3d5715b2d4fcdcfd552a45e009d95eec07803"
} as const;

/**
 * The id of one of these documents, also after a client has added to it: for links that send ids instead of texts.
 * @throws {TypeError} it is not one of these documents
 */
export function documentIdOf({ definitions }: { readonly definitions: readonly object[] }): string {
  const { name } = definitions[0] as { readonly name?: { readonly value: string } };
  const id = Object.entries(documentIds).find(([operation]) => operation === name?.value)?.[1];
  if (id === undefined) throw new TypeError(`${name?.value ?? 'an operation without a name'} is not an operation of the console`);
  return id;
}