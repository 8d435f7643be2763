/** What a client's cache has to know about the schema. Made by codegen-plugin.mjs; not to be edited. */

/** Types with a key: one record for each id. */
export const records = [
  "ChatAssociate",
  "ChatContact",
  "ChatCustomerLanguage",
  "ChatKbCategory",
  "ChatMessage",
  "ChatPerson",
  "ChatPresence",
  "ChatProject",
  "ChatReplyTemplate",
  "ChatSale",
  "ChatSession",
  "ChatTicket",
  "ChatTicketCategory",
  "ChatTicketPriority",
  "ChatTimeZone",
  "ChatTopic"
] as const;

/** Types without a key, which are part of the record they lie in; each with the field that tells apart the items of a list, null when only their place does. */
export const itemKeys = {
  "ChatAddress": null,
  "ChatBotSettings": null,
  "ChatCustomField": "name",
  "ChatFieldProperty": "name",
  "ChatFieldRight": null,
  "ChatLocalizedField": null,
  "ChatMessagePayload": "message",
  "ChatOpeningHours": "tzLocation",
  "ChatPresencePayload": "presence",
  "ChatSessionPayload": "session",
  "ChatStructuredAddress": null,
  "ChatTableRight": null,
  "ChatTimeZoneRule": "name",
  "ChatTopicAgent": "user",
  "ChatTransferTarget": "id",
  "ChatUserError": null,
  "ChatWidgetSettings": "autoFaqCategory"
} as const;

/** Types of items of lists that are known by these fields together, wherever the list is. */
export const listKeys = {
  "ChatTopicAgent": [
    "topicId",
    "user"
  ],
  "ChatTransferTarget": [
    "id",
    "name"
  ]
} as const;

/** Which fields of such types hold objects or lists of objects. */
export const parts = {
  "ChatAddress": [
    "fieldProperties",
    "localizedAddress",
    "postal",
    "street",
    "tableRight"
  ],
  "ChatFieldProperty": [
    "right"
  ],
  "ChatLocalizedField": [
    "fieldProperties",
    "tableRight"
  ],
  "ChatMessagePayload": [
    "message",
    "userErrors"
  ],
  "ChatOpeningHours": [
    "tzLocation"
  ],
  "ChatPresencePayload": [
    "presence",
    "userErrors"
  ],
  "ChatSessionPayload": [
    "session",
    "userErrors"
  ],
  "ChatTopicAgent": [
    "user"
  ],
  "ChatTransferTarget": [
    "childItems",
    "fieldProperties",
    "tableRight"
  ],
  "ChatWidgetSettings": [
    "autoFaqCategory"
  ]
} as const;

/** Fields of Query that give the record with the id that is their argument. */
export const recordsById = {
  "chatSession": {
    "type": "ChatSession",
    "idArgument": "id"
  },
  "chatTopic": {
    "type": "ChatTopic",
    "idArgument": "id"
  }
} as const;

/** Lists that grow at the end: the field of the record, and the field of Query that lists the same by the id of the record. */
export const conversations = {
  "ChatSession": {
    "field": "messages",
    "queryField": "chatMessages",
    "idArgument": "sessionId"
  }
} as const;

/** Lists of records in which a failed item is null, and the argument that has the ids of the items, null when there is none. */
export const listsWithGaps = {
  "ChatPresence": {
    "chatTopics": {
      "type": "ChatTopic",
      "idsArgument": null
    }
  },
  "Query": {
    "chatSessions": {
      "type": "ChatSession",
      "idsArgument": "ids"
    }
  }
} as const;

/** Other lists of records, by the type they are in. */
export const recordLists = {
  "ChatPresence": [
    "chatTopics"
  ],
  "Query": [
    "chatPresence",
    "chatSessions",
    "myChatSessions",
    "myChatTopics"
  ]
} as const;

/** Lists of objects without a key, by the type they are in. */
export const partLists = {
  "ChatAssociate": [
    "customFields",
    "extraFields",
    "fieldProperties"
  ],
  "ChatContact": [
    "fieldProperties"
  ],
  "ChatCustomerLanguage": [
    "fieldProperties"
  ],
  "ChatPerson": [
    "fieldProperties"
  ],
  "ChatPresence": [
    "fieldProperties"
  ],
  "ChatProject": [
    "fieldProperties"
  ],
  "ChatSale": [
    "fieldProperties"
  ],
  "ChatSession": [
    "fieldProperties"
  ],
  "ChatTicket": [
    "fieldProperties"
  ],
  "ChatTicketCategory": [
    "fieldProperties"
  ],
  "ChatTicketPriority": [
    "fieldProperties"
  ],
  "ChatTimeZone": [
    "timeZoneDstRules",
    "timeZoneStdRules"
  ],
  "ChatTopic": [
    "agents",
    "fieldProperties"
  ],
  "Query": [
    "transferTargets"
  ]
} as const;
