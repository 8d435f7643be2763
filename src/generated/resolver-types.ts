import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { SessionConnection } from '../resolvers/archive/session-connection.js';
import type { GatewayContext } from '../context.js';
import type { ViewOf } from '../catalog/catalog.js';
export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /**
   * An instant, written as RFC 3339 date and time with an offset: `2011-04-19T16:48:28.8939219+02:00`. Seconds carry zero to
   * seven fraction digits, as many as SuperOffice sent. The offset is SuperOffice's; where it sends none, that of the
   * configured base time zone. SuperOffice's values for "no date" (years before 1800, and 9999) are null.
   */
  DateTime: { input: string; output: string; }
  /**
   * A time of day on a wall clock, without date or zone: `HH:MM:SS`, from `00:00:00` to `23:59:59`. The type
   * that has the field says which time zone it is in.
   */
  LocalTime: { input: string; output: string; }
  _FieldSet: { input: string; output: string; }
};

/** A company's street and postal address, in parts and laid out. */
export type ChatAddress = {
  readonly __typename?: 'ChatAddress';
  /** Rights and types of the address's fields, sorted by name. Null: none, no right. */
  readonly fieldProperties?: Maybe<ReadonlyArray<ChatFieldProperty>>;
  /** Street and postal address as one text of several lines. Null: none, no right. */
  readonly formatted?: Maybe<Scalars['String']['output']>;
  /** The address as its country writes it: lines from top to bottom, each a list of parts. Null: none, no right. */
  readonly localizedAddress?: Maybe<ReadonlyArray<ReadonlyArray<ChatLocalizedField>>>;
  /** Where the company gets its post and bills. Null: none, no right. */
  readonly postal?: Maybe<ChatStructuredAddress>;
  /** Where the company is: visits and deliveries. Null: none, no right. */
  readonly street?: Maybe<ChatStructuredAddress>;
  /** What the caller may do with the address. Null: none, no right. */
  readonly tableRight?: Maybe<ChatTableRight>;
  /** Latitude in decimal degrees (WGS 84), north positive. Null: none, no right. */
  readonly wgs84Latitude?: Maybe<Scalars['Float']['output']>;
  /** Longitude in decimal degrees (WGS 84), east positive. Null: none, no right. */
  readonly wgs84Longitude?: Maybe<Scalars['Float']['output']>;
};


/** A company's street and postal address, in parts and laid out. */
export type ChatAddressFieldPropertiesArgs = {
  names?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
};

/** What an address is for. SuperOffice's AddressType. */
export type ChatAddressType =
  /** Post and bills of a company. */
  | 'CONTACT_POSTAL_ADDRESS'
  /** Visits and deliveries to a company. */
  | 'CONTACT_STREET_ADDRESS'
  /** A person's own address. */
  | 'PERSON_PRIVATE_ADDRESS'
  /** Where the bill of a quote goes. */
  | 'QUOTE_BILLING_ADDRESS'
  /** Where the goods of a quote go. */
  | 'QUOTE_SHIPPING_ADDRESS'
  /** SuperOffice does not know what it is for. */
  | 'UNKNOWN'
  /** Set by the gateway: SuperOffice sent a name that is not in this list yet. */
  | 'UNRECOGNIZED';

/**
 * A SuperOffice user, here the agent of a chat session. Owned by this subgraph; other subgraphs extend it by `id` and link
 * their own entity to it. Below a session it is a snapshot: the values that SuperOffice gives with the session, at no
 * cost. By a reference it is read from SuperOffice's own list with the caller's rights on the record itself, in one call
 * for all references of a request. Where the two differ, each field keeps the value of the place that it was selected in.
 */
export type ChatAssociate = {
  readonly __typename?: 'ChatAssociate';
  /**
   * Values of user-defined fields and of extra database columns, sorted by name. Null on older SuperOffice servers.
   * Null: none, no right, older server.
   */
  readonly customFields?: Maybe<ReadonlyArray<ChatCustomField>>;
  /** True when the user is retired: no rights, not shown in lists. Null: none, no right. */
  readonly deleted?: Maybe<Scalars['Boolean']['output']>;
  /** The same user in SuperOffice Service; null when the associate is no user there. Null: none, no right. */
  readonly ejUserId?: Maybe<Scalars['ID']['output']>;
  /**
   * Values of extra database columns. Null on older SuperOffice servers. Null: none, no right, older server.
   * @deprecated SuperOffice replaces it by `customFields`, which holds these values too.
   */
  readonly extraFields?: Maybe<ReadonlyArray<ChatCustomField>>;
  /** Rights and types of the associate's fields, sorted by name. Null: none, no right. */
  readonly fieldProperties?: Maybe<ReadonlyArray<ChatFieldProperty>>;
  /** Full name with titles and form of address, laid out for the caller's culture. Null: none, no right. */
  readonly formalName?: Maybe<Scalars['String']['output']>;
  /** First, middle and last name, laid out for the caller's culture. Null: none, no right. */
  readonly fullName?: Maybe<Scalars['String']['output']>;
  /** The user's primary group. Null: none, no right. */
  readonly groupIdx?: Maybe<Scalars['ID']['output']>;
  /** Primary key of the associate. */
  readonly id: Scalars['ID']['output'];
  /** Short name: initials or login name. Null: none, no right. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** Person record of this user. Null: none, no right. */
  readonly personId?: Maybe<Scalars['ID']['output']>;
  /** Sort order in lists, lowest first. Null: none, no right. */
  readonly rank?: Maybe<Scalars['Int']['output']>;
  /** What the caller may do with the associate. Null: none, no right. */
  readonly tableRight?: Maybe<ChatTableRight>;
  /** Explaining text that clients show next to the name. Null: none, no right. */
  readonly tooltip?: Maybe<Scalars['String']['output']>;
  /** Kind of user. Null: none, no right. */
  readonly type?: Maybe<ChatAssociateType>;
  /** User name. Null: none, no right. */
  readonly userName?: Maybe<Scalars['String']['output']>;
};


/**
 * A SuperOffice user, here the agent of a chat session. Owned by this subgraph; other subgraphs extend it by `id` and link
 * their own entity to it. Below a session it is a snapshot: the values that SuperOffice gives with the session, at no
 * cost. By a reference it is read from SuperOffice's own list with the caller's rights on the record itself, in one call
 * for all references of a request. Where the two differ, each field keeps the value of the place that it was selected in.
 */
export type ChatAssociateFieldPropertiesArgs = {
  names?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
};

/** Kind of SuperOffice user. SuperOffice's UserType. */
export type ChatAssociateType =
  /** A user who has not logged in. */
  | 'ANONYMOUS_ASSOCIATE'
  /** A user outside the company, such as a partner or a customer. */
  | 'EXTERNAL_ASSOCIATE'
  /** An employee who uses SuperOffice. */
  | 'INTERNAL_ASSOCIATE'
  /** A resource to book, such as a room or a car. */
  | 'RESOURCE_ASSOCIATE'
  /** A program rather than a human. */
  | 'SYSTEM_ASSOCIATE'
  /** SuperOffice does not know the kind. */
  | 'UNKNOWN'
  /** Set by the gateway: SuperOffice sent a name that is not in this list yet. */
  | 'UNRECOGNIZED';

/** The chatbot of a chat topic: which scripts of SuperOffice's run on which events. Null stands for no script. */
export type ChatBotSettings = {
  readonly __typename?: 'ChatBotSettings';
  /** Script that runs when the customer has sent messages. Null: none, no right. */
  readonly botMessageReceivedScriptId?: Maybe<Scalars['ID']['output']>;
  /** Name under which the chatbot appears. Null: none, no right. */
  readonly botName?: Maybe<Scalars['String']['output']>;
  /** Script that registers and unregisters the chatbot; null when there is no chatbot. Null: none, no right. */
  readonly botRegisterScriptId?: Maybe<Scalars['ID']['output']>;
  /** Script that runs when the state of a session changes. Null: none, no right. */
  readonly botSessionChangedScriptId?: Maybe<Scalars['ID']['output']>;
  /** Script that runs on a new session. Null: none, no right. */
  readonly botSessionCreatedScriptId?: Maybe<Scalars['ID']['output']>;
};

/** The chatbot of a topic. */
export type ChatBotSettingsInput = {
  /** Script that runs when the customer has sent messages; null: none. */
  readonly botMessageReceivedScriptId?: InputMaybe<Scalars['ID']['input']>;
  /** Name under which the chatbot appears. */
  readonly botName?: InputMaybe<Scalars['String']['input']>;
  /** Script that registers and unregisters the chatbot; null: there is no chatbot. */
  readonly botRegisterScriptId?: InputMaybe<Scalars['ID']['input']>;
  /** Script that runs when the state of a session changes; null: none. */
  readonly botSessionChangedScriptId?: InputMaybe<Scalars['ID']['input']>;
  /** Script that runs on a new session; null: none. */
  readonly botSessionCreatedScriptId?: InputMaybe<Scalars['ID']['input']>;
};

/**
 * The company of a chat session; SuperOffice calls a company a contact. Owned by this subgraph; other subgraphs extend it
 * by `id` and link their own entity to it. Below a session it is a snapshot: the values that SuperOffice gives with the
 * session, at no cost. By a reference it is read from SuperOffice's own list with the caller's rights on the record
 * itself, in one call for all references of a request. Where the two differ, each field keeps the value of the place that
 * it was selected in.
 */
export type ChatContact = {
  readonly __typename?: 'ChatContact';
  /** Number of active links to ERP systems. Null: none, no right. */
  readonly activeErpLinks?: Maybe<Scalars['Int']['output']>;
  /** Street and postal address in parts. Null: none, no right. */
  readonly address?: Maybe<ChatAddress>;
  /** Full name of the responsible user, laid out for the caller's culture. Null: none, no right. */
  readonly associateFullName?: Maybe<Scalars['String']['output']>;
  /** SuperOffice user who is responsible for the company. Null: none, no right. */
  readonly associateId?: Maybe<Scalars['ID']['output']>;
  /** Line of business, an item of the installation's list, in the caller's language. Null: none, no right. */
  readonly businessName?: Maybe<Scalars['String']['output']>;
  /** Category, an item of the installation's list, in the caller's language. Null: none, no right. */
  readonly categoryName?: Maybe<Scalars['String']['output']>;
  /** Sessions that are connected to the company, as by `Query.findChatSessions`. One call for each company. Null: failed. */
  readonly chatSessions?: Maybe<ChatSessionConnection>;
  /** City of the company's address. Null: none, no right. */
  readonly city?: Maybe<Scalars['String']['output']>;
  /** Country of the company. Null: none, no right. */
  readonly countryId?: Maybe<Scalars['ID']['output']>;
  /** Name of the country, in the caller's language. Null: none, no right. */
  readonly countryName?: Maybe<Scalars['String']['output']>;
  /** Department, which distinguishes several records of one company. Null: none, no right. */
  readonly department?: Maybe<Scalars['String']['output']>;
  /** Main phone number. Null: none, no right. */
  readonly directPhone?: Maybe<Scalars['String']['output']>;
  /** E-mail address. Null: none, no right. */
  readonly emailAddress?: Maybe<Scalars['String']['output']>;
  /** Text shown for the e-mail address. Null: none, no right. */
  readonly emailAddressName?: Maybe<Scalars['String']['output']>;
  /** Rights and types of the company's fields, sorted by name. Null: none, no right. */
  readonly fieldProperties?: Maybe<ReadonlyArray<ChatFieldProperty>>;
  /** The address as one text of several lines, laid out for the company's country. Null: none, no right. */
  readonly formattedAddress?: Maybe<Scalars['String']['output']>;
  /** Name and department together. Null: none, no right. */
  readonly fullName?: Maybe<Scalars['String']['output']>;
  /** Primary key of the company. */
  readonly id: Scalars['ID']['output'];
  /**
   * True when the company is one of the installation's own: its persons can be internal users, not external ones.
   * Null: none, no right.
   */
  readonly isOwnerContact?: Maybe<Scalars['Boolean']['output']>;
  /** Company name in kana; Japanese installations only. Null: none, no right. */
  readonly kananame?: Maybe<Scalars['String']['output']>;
  /** Company name. Null: none, no right. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /**
   * First number of the company, free for the installation to use; letters too. Null on older SuperOffice servers.
   * Null: none, no right, older server.
   */
  readonly number1?: Maybe<Scalars['String']['output']>;
  /**
   * Second number of the company, free for the installation to use; letters too. Null on older SuperOffice servers.
   * Null: none, no right, older server.
   */
  readonly number2?: Maybe<Scalars['String']['output']>;
  /** Organization or VAT number. Null: none, no right. */
  readonly orgNr?: Maybe<Scalars['String']['output']>;
  /** What the caller may do with the company. Null: none, no right. */
  readonly tableRight?: Maybe<ChatTableRight>;
  /** Web address. Null: none, no right. */
  readonly url?: Maybe<Scalars['String']['output']>;
  /** Text shown for the web address. Null: none, no right. */
  readonly urlName?: Maybe<Scalars['String']['output']>;
};


/**
 * The company of a chat session; SuperOffice calls a company a contact. Owned by this subgraph; other subgraphs extend it
 * by `id` and link their own entity to it. Below a session it is a snapshot: the values that SuperOffice gives with the
 * session, at no cost. By a reference it is read from SuperOffice's own list with the caller's rights on the record
 * itself, in one call for all references of a request. Where the two differ, each field keeps the value of the place that
 * it was selected in.
 */
export type ChatContactChatSessionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ChatSessionFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<ChatSessionOrder>;
};


/**
 * The company of a chat session; SuperOffice calls a company a contact. Owned by this subgraph; other subgraphs extend it
 * by `id` and link their own entity to it. Below a session it is a snapshot: the values that SuperOffice gives with the
 * session, at no cost. By a reference it is read from SuperOffice's own list with the caller's rights on the record
 * itself, in one call for all references of a request. Where the two differ, each field keeps the value of the place that
 * it was selected in.
 */
export type ChatContactFieldPropertiesArgs = {
  names?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
};

/** The value of one field that an installation has added to SuperOffice's own. */
export type ChatCustomField = {
  readonly __typename?: 'ChatCustomField';
  /** Name of the field, in SuperOffice's spelling. */
  readonly name: Scalars['String']['output'];
  /** Value as text, as SuperOffice writes it for every type of field. Null: none, no right. */
  readonly value?: Maybe<Scalars['String']['output']>;
};

/**
 * A language that customers are served in, an item of the installation's list. A snapshot as SuperOffice gives it with the
 * topic, owned by this subgraph; other subgraphs extend it by `id` and link their own entity to it.
 */
export type ChatCustomerLanguage = {
  readonly __typename?: 'ChatCustomerLanguage';
  /** Rights and types of the language's fields, sorted by name. Null: none, no right. */
  readonly fieldProperties?: Maybe<ReadonlyArray<ChatFieldProperty>>;
  /** List id of the language. */
  readonly id: Scalars['ID']['output'];
  /** What the caller may do with the language. Null: none, no right. */
  readonly tableRight?: Maybe<ChatTableRight>;
  /** Explaining text that clients show next to the name. Null: none, no right. */
  readonly tooltip?: Maybe<Scalars['String']['output']>;
  /** Name of the language. Null: none, no right. */
  readonly value?: Maybe<Scalars['String']['output']>;
};


/**
 * A language that customers are served in, an item of the installation's list. A snapshot as SuperOffice gives it with the
 * topic, owned by this subgraph; other subgraphs extend it by `id` and link their own entity to it.
 */
export type ChatCustomerLanguageFieldPropertiesArgs = {
  names?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
};

/** A range of time. An end that is left out is open. */
export type ChatDateTimeRange = {
  /** At this time or later. */
  readonly from?: InputMaybe<Scalars['DateTime']['input']>;
  /** Before this time. */
  readonly to?: InputMaybe<Scalars['DateTime']['input']>;
};

/** The result of a deletion. */
export type ChatDeletionPayload = {
  readonly __typename?: 'ChatDeletionPayload';
  /** The id that was given; null when there was no such record. Null: none. */
  readonly deletedId?: Maybe<Scalars['ID']['output']>;
  /** Why nothing was deleted; empty when it was. */
  readonly userErrors: ReadonlyArray<ChatUserError>;
};

/** Right, type and length of one field of a record. */
export type ChatFieldProperty = {
  readonly __typename?: 'ChatFieldProperty';
  /** Maximum length of a text, in characters; it has no meaning for other types. Null: none, no right. */
  readonly length?: Maybe<Scalars['Int']['output']>;
  /** Name of the field, in SuperOffice's spelling. */
  readonly name: Scalars['String']['output'];
  /** What the caller may do with the field; null when SuperOffice sends no value. Null: none, no right. */
  readonly right?: Maybe<ChatFieldRight>;
  /** Type, in SuperOffice's own words: a .NET type (`System.Int32`) or a word such as `Integer`. Null: none, no right. */
  readonly type?: Maybe<Scalars['String']['output']>;
};

/** What the caller may do with one field. */
export type ChatFieldRight = {
  readonly __typename?: 'ChatFieldRight';
  /**
   * Rights and hints that are set; empty when there are none and the field should be hidden, null when SuperOffice sends
   * no value. SuperOffice's combined names (`Update`, `UIHints`, `FULL`) are split into single ones.
   * Null: none, no right.
   */
  readonly mask?: Maybe<ReadonlyArray<ChatFieldRightFlag>>;
  /** Why rights are missing, as text for a human; often empty. Null: none, no right. */
  readonly reason?: Maybe<Scalars['String']['output']>;
};

/** One right or hint on a field. The single bits of SuperOffice's EFieldRight. */
export type ChatFieldRightFlag =
  /** The field may be without a value (32). SuperOffice also calls this bit Unused4. */
  | 'NULLABLE'
  /** The field may be read. */
  | 'READ'
  /** Hint for forms: the field must be filled in. */
  | 'UI_HINT_MANDATORY'
  /** Hint for forms: the field is shown but not changed. */
  | 'UI_HINT_READ_ONLY'
  /** A bit that SuperOffice has not given a meaning (256). */
  | 'UNDEFINED_VALUE_256'
  /** Set by the gateway: SuperOffice sent a name that is not in this list yet. */
  | 'UNRECOGNIZED'
  /** Reserved by SuperOffice (4). */
  | 'UNUSED_1'
  /** Reserved by SuperOffice (8). */
  | 'UNUSED_2'
  /** Reserved by SuperOffice (16). */
  | 'UNUSED_3'
  /** The field may be changed. */
  | 'WRITE';

/** A range of whole numbers. An end that is left out is open. */
export type ChatIntRange = {
  /** This number or a higher one. */
  readonly from?: InputMaybe<Scalars['Int']['input']>;
  /** This number or a lower one. */
  readonly to?: InputMaybe<Scalars['Int']['input']>;
};

/**
 * A category of the knowledge base. A snapshot as SuperOffice gives it with the widget, owned by this subgraph; other
 * subgraphs extend it by `id` and link their own entity to it.
 */
export type ChatKbCategory = {
  readonly __typename?: 'ChatKbCategory';
  /** Free text about the category. Null: none, no right. */
  readonly description?: Maybe<Scalars['String']['output']>;
  /** Names of the category and of those above it, from the top, with slashes between. Null: none, no right. */
  readonly fullname?: Maybe<Scalars['String']['output']>;
  /** Primary key of the category. */
  readonly id: Scalars['ID']['output'];
  /** Name of the category. Null: none, no right. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** Category above this one; null at the top. Null: none, no right. */
  readonly parentId?: Maybe<Scalars['ID']['output']>;
  /** Sort order in lists, lowest first. Null: none, no right. */
  readonly sortOrder?: Maybe<Scalars['Int']['output']>;
};

/** One part of an address as its country lays it out. */
export type ChatLocalizedField = {
  readonly __typename?: 'ChatLocalizedField';
  /** Which address the part belongs to, in SuperOffice's own words. Null: none, no right. */
  readonly addressType?: Maybe<Scalars['String']['output']>;
  /** Rights and types of the part's fields, sorted by name. Null: none, no right. */
  readonly fieldProperties?: Maybe<ReadonlyArray<ChatFieldProperty>>;
  /** Label that clients show before the part, in the caller's language. Null: none, no right. */
  readonly label?: Maybe<Scalars['String']['output']>;
  /** Name of the part, in SuperOffice's spelling. Null: none, no right. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** What the caller may do with the part. Null: none, no right. */
  readonly tableRight?: Maybe<ChatTableRight>;
  /** Explaining text that clients show next to the part. Null: none, no right. */
  readonly tooltip?: Maybe<Scalars['String']['output']>;
  /** What the part holds. Null: none, no right. */
  readonly value?: Maybe<Scalars['String']['output']>;
  /** Maximum number of characters that the database stores. Null: none, no right. */
  readonly valueLength?: Maybe<Scalars['Int']['output']>;
};


/** One part of an address as its country lays it out. */
export type ChatLocalizedFieldFieldPropertiesArgs = {
  names?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
};

/** One message of a chat session: a text that a person or a chatbot wrote, or an event. */
export type ChatMessage = {
  readonly __typename?: 'ChatMessage';
  /** Name of the author. At most 255 characters. Null: none, no right. */
  readonly author?: Maybe<Scalars['String']['output']>;
  /** Which side wrote it: for the side of a bubble. Null: none, no right. */
  readonly authorKind?: Maybe<ChatMessageAuthorKind>;
  /** Chat session that the message belongs to. */
  readonly chatSessionId: Scalars['ID']['output'];
  /** Primary key. */
  readonly id: Scalars['ID']['output'];
  /** The text, of any length. Null: none, no right. */
  readonly message?: Maybe<Scalars['String']['output']>;
  /** True when the customer has read the message. Null: none, no right. */
  readonly readByCustomer?: Maybe<Scalars['Boolean']['output']>;
  /** Further data; what it holds depends on `specialType`. At most 255 characters. Null: none, no right. */
  readonly specialParam?: Maybe<Scalars['String']['output']>;
  /** The kind of event, or of content in addition to text. Null: none, no right. */
  readonly specialType?: Maybe<ChatMessageSpecialType>;
  /** The recipient of the message. Null: none, no right. */
  readonly type?: Maybe<ChatMessageType>;
  /**
   * When the message was posted, with the offset that SuperOffice sent. SuperOffice documents UTC; a time without an
   * offset is read as UTC.
   * Null: none, no right.
   */
  readonly whenPosted?: Maybe<Scalars['DateTime']['output']>;
};

/** Which side wrote a chat message, by its type. */
export type ChatMessageAuthorKind =
  /** An agent. */
  | 'AGENT'
  /** A chatbot. */
  | 'BOT'
  /** The customer, also by choosing an option. */
  | 'CUSTOMER'
  /** Neither: an event, such as a transfer. */
  | 'SYSTEM'
  /** Set by the gateway: it cannot be seen from the type. */
  | 'UNRECOGNIZED';

/** The result of adding a message. */
export type ChatMessagePayload = {
  readonly __typename?: 'ChatMessagePayload';
  /** The message as it was stored. Null: none. */
  readonly message?: Maybe<ChatMessage>;
  /** Why the action did nothing; empty when it was done. */
  readonly userErrors: ReadonlyArray<ChatUserError>;
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

/** A session whose messages do not follow any more. */
export type ChatMessagesEnd = {
  readonly __typename?: 'ChatMessagesEnd';
  /** Why. */
  readonly end: ChatStreamEnd;
  /** The session. */
  readonly sessionId: Scalars['ID']['output'];
};

/** Messages that were added. */
export type ChatMessagesUpdate = {
  readonly __typename?: 'ChatMessagesUpdate';
  /** Where this update ends in each session. Send it as `after` to go on from here; sessions may be added to `sessionIds` then. */
  readonly cursor: Scalars['ID']['output'];
  /** Sessions whose messages cannot be read; no more of their messages follow. */
  readonly ended: ReadonlyArray<ChatMessagesEnd>;
  /** The messages, oldest first. */
  readonly messages: ReadonlyArray<ChatMessage>;
};

/**
 * When a chat topic is open during a week. All times are wall-clock times in `tzLocation`; a time counts only where
 * its day, or the lunch break, is enabled, and is null when none is set.
 */
export type ChatOpeningHours = {
  readonly __typename?: 'ChatOpeningHours';
  /** True when the topic is open on Fridays. Null: none, no right. */
  readonly friEnabled?: Maybe<Scalars['Boolean']['output']>;
  /** When it opens on Fridays. Null: none, no right. */
  readonly friStart?: Maybe<Scalars['LocalTime']['output']>;
  /** When it closes on Fridays. Null: none, no right. */
  readonly friStop?: Maybe<Scalars['LocalTime']['output']>;
  /** When the lunch break begins. Null: none, no right. */
  readonly lunchStart?: Maybe<Scalars['LocalTime']['output']>;
  /** When the lunch break ends. Null: none, no right. */
  readonly lunchStop?: Maybe<Scalars['LocalTime']['output']>;
  /** True when the topic is open on Mondays. Null: none, no right. */
  readonly monEnabled?: Maybe<Scalars['Boolean']['output']>;
  /** When it opens on Mondays. Null: none, no right. */
  readonly monStart?: Maybe<Scalars['LocalTime']['output']>;
  /** When it closes on Mondays. Null: none, no right. */
  readonly monStop?: Maybe<Scalars['LocalTime']['output']>;
  /** True when the topic is open on Saturdays. Null: none, no right. */
  readonly satEnabled?: Maybe<Scalars['Boolean']['output']>;
  /** When it opens on Saturdays. Null: none, no right. */
  readonly satStart?: Maybe<Scalars['LocalTime']['output']>;
  /** When it closes on Saturdays. Null: none, no right. */
  readonly satStop?: Maybe<Scalars['LocalTime']['output']>;
  /** True when the topic is open on Sundays. Null: none, no right. */
  readonly sunEnabled?: Maybe<Scalars['Boolean']['output']>;
  /** When it opens on Sundays. Null: none, no right. */
  readonly sunStart?: Maybe<Scalars['LocalTime']['output']>;
  /** When it closes on Sundays. Null: none, no right. */
  readonly sunStop?: Maybe<Scalars['LocalTime']['output']>;
  /** True when the topic is open on Thursdays. Null: none, no right. */
  readonly thuEnabled?: Maybe<Scalars['Boolean']['output']>;
  /** When it opens on Thursdays. Null: none, no right. */
  readonly thuStart?: Maybe<Scalars['LocalTime']['output']>;
  /** When it closes on Thursdays. Null: none, no right. */
  readonly thuStop?: Maybe<Scalars['LocalTime']['output']>;
  /** True when the topic is open on Tuesdays. Null: none, no right. */
  readonly tueEnabled?: Maybe<Scalars['Boolean']['output']>;
  /** When it opens on Tuesdays. Null: none, no right. */
  readonly tueStart?: Maybe<Scalars['LocalTime']['output']>;
  /** When it closes on Tuesdays. Null: none, no right. */
  readonly tueStop?: Maybe<Scalars['LocalTime']['output']>;
  /** Time zone of the opening hours; null when none is chosen. Null: none, no right. */
  readonly tzLocation?: Maybe<ChatTimeZone>;
  /** True when the topic is closed for lunch. Null: none, no right. */
  readonly useLunchHours?: Maybe<Scalars['Boolean']['output']>;
  /** True when the topic is open on Wednesdays. Null: none, no right. */
  readonly wedEnabled?: Maybe<Scalars['Boolean']['output']>;
  /** When it opens on Wednesdays. Null: none, no right. */
  readonly wedStart?: Maybe<Scalars['LocalTime']['output']>;
  /** When it closes on Wednesdays. Null: none, no right. */
  readonly wedStop?: Maybe<Scalars['LocalTime']['output']>;
};

/** When a topic is open during a week, in wall-clock times of the time zone. */
export type ChatOpeningHoursInput = {
  /** Whether the topic is open on Fridays. */
  readonly friEnabled?: InputMaybe<Scalars['Boolean']['input']>;
  /** When it opens on Fridays; null: no time. */
  readonly friStart?: InputMaybe<Scalars['LocalTime']['input']>;
  /** When it closes on Fridays; null: no time. */
  readonly friStop?: InputMaybe<Scalars['LocalTime']['input']>;
  /** When the lunch break begins; null: no time. */
  readonly lunchStart?: InputMaybe<Scalars['LocalTime']['input']>;
  /** When the lunch break ends; null: no time. */
  readonly lunchStop?: InputMaybe<Scalars['LocalTime']['input']>;
  /** Whether the topic is open on Mondays. */
  readonly monEnabled?: InputMaybe<Scalars['Boolean']['input']>;
  /** When it opens on Mondays; null: no time. */
  readonly monStart?: InputMaybe<Scalars['LocalTime']['input']>;
  /** When it closes on Mondays; null: no time. */
  readonly monStop?: InputMaybe<Scalars['LocalTime']['input']>;
  /** Whether the topic is open on Saturdays. */
  readonly satEnabled?: InputMaybe<Scalars['Boolean']['input']>;
  /** When it opens on Saturdays; null: no time. */
  readonly satStart?: InputMaybe<Scalars['LocalTime']['input']>;
  /** When it closes on Saturdays; null: no time. */
  readonly satStop?: InputMaybe<Scalars['LocalTime']['input']>;
  /** Whether the topic is open on Sundays. */
  readonly sunEnabled?: InputMaybe<Scalars['Boolean']['input']>;
  /** When it opens on Sundays; null: no time. */
  readonly sunStart?: InputMaybe<Scalars['LocalTime']['input']>;
  /** When it closes on Sundays; null: no time. */
  readonly sunStop?: InputMaybe<Scalars['LocalTime']['input']>;
  /** Whether the topic is open on Thursdays. */
  readonly thuEnabled?: InputMaybe<Scalars['Boolean']['input']>;
  /** When it opens on Thursdays; null: no time. */
  readonly thuStart?: InputMaybe<Scalars['LocalTime']['input']>;
  /** When it closes on Thursdays; null: no time. */
  readonly thuStop?: InputMaybe<Scalars['LocalTime']['input']>;
  /** Whether the topic is open on Tuesdays. */
  readonly tueEnabled?: InputMaybe<Scalars['Boolean']['input']>;
  /** When it opens on Tuesdays; null: no time. */
  readonly tueStart?: InputMaybe<Scalars['LocalTime']['input']>;
  /** When it closes on Tuesdays; null: no time. */
  readonly tueStop?: InputMaybe<Scalars['LocalTime']['input']>;
  /** Time zone of the opening hours, `ChatTimeZone.id`; null: none. */
  readonly tzLocationId?: InputMaybe<Scalars['ID']['input']>;
  /** Whether the topic is closed for lunch. */
  readonly useLunchHours?: InputMaybe<Scalars['Boolean']['input']>;
  /** Whether the topic is open on Wednesdays. */
  readonly wedEnabled?: InputMaybe<Scalars['Boolean']['input']>;
  /** When it opens on Wednesdays; null: no time. */
  readonly wedStart?: InputMaybe<Scalars['LocalTime']['input']>;
  /** When it closes on Wednesdays; null: no time. */
  readonly wedStop?: InputMaybe<Scalars['LocalTime']['input']>;
};

/** The direction of an order. */
export type ChatOrderDirection =
  /** From the lowest, or the earliest. */
  | 'ASC'
  /** From the highest, or the latest. */
  | 'DESC';

/**
 * The customer of a chat session as a person in SuperOffice. Owned by this subgraph; other subgraphs extend it by `id` and
 * link their own entity to it. Below a session it is a snapshot: the values that SuperOffice gives with the session, at no
 * cost. By a reference it is read from SuperOffice's own list with the caller's rights on the record itself, in one call
 * for all references of a request. Where the two differ, each field keeps the value of the place that it was selected in.
 */
export type ChatPerson = {
  readonly __typename?: 'ChatPerson';
  /** Number of active links to ERP systems. Null: none, no right. */
  readonly activeErpLinks?: Maybe<Scalars['Int']['output']>;
  /** Number of interests registered on the person. Null: none, no right. */
  readonly activeInterests?: Maybe<Scalars['Int']['output']>;
  /** SuperOffice user who owns the person record. Null: none, no right. */
  readonly associateId?: Maybe<Scalars['ID']['output']>;
  /** Name of the SuperOffice user who owns the person record. Null: none, no right. */
  readonly associateName?: Maybe<Scalars['String']['output']>;
  /** Name of the category, in the caller's language. Null: none, no right. */
  readonly categoryName?: Maybe<Scalars['String']['output']>;
  /** Sessions of the person, as by `Query.findChatSessions`. One call for each person. Null: failed. */
  readonly chatSessions?: Maybe<ChatSessionConnection>;
  /** Country of the person's company. Null: none, no right. */
  readonly contactCountryId?: Maybe<Scalars['ID']['output']>;
  /** Department of the person's company record. Null: none, no right. */
  readonly contactDepartment?: Maybe<Scalars['String']['output']>;
  /** Fax number of the person's company. Null: none, no right. */
  readonly contactFax?: Maybe<Scalars['String']['output']>;
  /** Name and department of the person's company. Null: none, no right. */
  readonly contactFullName?: Maybe<Scalars['String']['output']>;
  /** Company that the person belongs to. Null: none, no right. */
  readonly contactId?: Maybe<Scalars['ID']['output']>;
  /** Name of the person's company. Null: none, no right. */
  readonly contactName?: Maybe<Scalars['String']['output']>;
  /** Organization number of the person's company. Null: none, no right. */
  readonly contactOrgNr?: Maybe<Scalars['String']['output']>;
  /** Phone number of the person's company. Null: none, no right. */
  readonly contactPhone?: Maybe<Scalars['String']['output']>;
  /** Country of the person. Null: none, no right. */
  readonly countryId?: Maybe<Scalars['ID']['output']>;
  /** Free text about the person. Null: none, no right. */
  readonly description?: Maybe<Scalars['String']['output']>;
  /** Direct phone number. Null: none, no right. */
  readonly directPhone?: Maybe<Scalars['String']['output']>;
  /** First of the person's e-mail addresses. Null: none, no right. */
  readonly email?: Maybe<Scalars['String']['output']>;
  /** Text that describes the e-mail address. Null: none, no right. */
  readonly emailName?: Maybe<Scalars['String']['output']>;
  /** Fax number. Null: none, no right. */
  readonly faxPhone?: Maybe<Scalars['String']['output']>;
  /** Rights and types of the person's fields, sorted by name. Null: none, no right. */
  readonly fieldProperties?: Maybe<ReadonlyArray<ChatFieldProperty>>;
  /** First name. Null: none, no right. */
  readonly firstname?: Maybe<Scalars['String']['output']>;
  /** Full name with personal and academic titles, as on labels. Null: none, no right. */
  readonly formalName?: Maybe<Scalars['String']['output']>;
  /** Full name, as clients show it. Null: none, no right. */
  readonly fullName?: Maybe<Scalars['String']['output']>;
  /** Primary key of the person. */
  readonly id: Scalars['ID']['output'];
  /** First name in kana; Japanese installations only. Null: none, no right. */
  readonly kanafname?: Maybe<Scalars['String']['output']>;
  /** Last name in kana; Japanese installations only. Null: none, no right. */
  readonly kanalname?: Maybe<Scalars['String']['output']>;
  /** Last name. Null: none, no right. */
  readonly lastname?: Maybe<Scalars['String']['output']>;
  /** Middle name, or a particle such as 'van'. Null: none, no right. */
  readonly middleName?: Maybe<Scalars['String']['output']>;
  /** Mobile phone number. Null: none, no right. */
  readonly mobilePhone?: Maybe<Scalars['String']['output']>;
  /** Form of address, such as Mr or Mrs. Null: none, no right. */
  readonly mrmrs?: Maybe<Scalars['String']['output']>;
  /**
   * Number of the person, free for the installation to use; letters too. Null on older SuperOffice servers.
   * Null: none, no right, older server.
   */
  readonly personNumber?: Maybe<Scalars['String']['output']>;
  /**
   * Position, an item of the installation's list, in the caller's language. Not the same as `title`.
   * Null: none, no right.
   */
  readonly position?: Maybe<Scalars['String']['output']>;
  /** First part of the postal address; Japanese installations only. Null: none, no right. */
  readonly post1?: Maybe<Scalars['String']['output']>;
  /** Second part of the postal address; Japanese installations only. Null: none, no right. */
  readonly post2?: Maybe<Scalars['String']['output']>;
  /** Third part of the postal address; Japanese installations only. Null: none, no right. */
  readonly post3?: Maybe<Scalars['String']['output']>;
  /** Sort order within the company, lowest first. Null: none, no right. */
  readonly rank?: Maybe<Scalars['Int']['output']>;
  /** True when the person has left or is no longer in use. Null: none, no right. */
  readonly retired?: Maybe<Scalars['Boolean']['output']>;
  /** SuperOffice user who supports this person. Null: none, no right. */
  readonly supportAssociateId?: Maybe<Scalars['ID']['output']>;
  /** Language in which the person gets support. Null: none, no right. */
  readonly supportLanguageId?: Maybe<Scalars['ID']['output']>;
  /** What the caller may do with the person. Null: none, no right. */
  readonly tableRight?: Maybe<ChatTableRight>;
  /** Request priority set for this person. Null: none, no right. */
  readonly ticketPriorityId?: Maybe<Scalars['ID']['output']>;
  /** Title, as free text. Null: none, no right. */
  readonly title?: Maybe<Scalars['String']['output']>;
  /** True when post goes to the person's own address, false when to the company's. Null: none, no right. */
  readonly usePersonAddress?: Maybe<Scalars['Boolean']['output']>;
};


/**
 * The customer of a chat session as a person in SuperOffice. Owned by this subgraph; other subgraphs extend it by `id` and
 * link their own entity to it. Below a session it is a snapshot: the values that SuperOffice gives with the session, at no
 * cost. By a reference it is read from SuperOffice's own list with the caller's rights on the record itself, in one call
 * for all references of a request. Where the two differ, each field keeps the value of the place that it was selected in.
 */
export type ChatPersonChatSessionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ChatSessionFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<ChatSessionOrder>;
};


/**
 * The customer of a chat session as a person in SuperOffice. Owned by this subgraph; other subgraphs extend it by `id` and
 * link their own entity to it. Below a session it is a snapshot: the values that SuperOffice gives with the session, at no
 * cost. By a reference it is read from SuperOffice's own list with the caller's rights on the record itself, in one call
 * for all references of a request. Where the two differ, each field keeps the value of the place that it was selected in.
 */
export type ChatPersonFieldPropertiesArgs = {
  names?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
};

/** Whether a chat user is present, and how many chats they have. */
export type ChatPresence = {
  readonly __typename?: 'ChatPresence';
  /**
   * Topics that the user is a member of; null at an index where the caller may not read the topic. No further call when
   * only ids are selected.
   * Null item: none, no right, failed.
   * Null: none, no right.
   */
  readonly chatTopics?: Maybe<ReadonlyArray<Maybe<ChatTopic>>>;
  /** Name under which the user appears. Null: none, no right. */
  readonly displayName?: Maybe<Scalars['String']['output']>;
  /** Rights and types of the presence's fields, sorted by name. Null: none, no right. */
  readonly fieldProperties?: Maybe<ReadonlyArray<ChatFieldProperty>>;
  /**
   * The user who can chat, by `ChatAssociate.ejUserId`, not by `ChatAssociate.id`. Only `setMyChatPresence` takes it; it is no
   * input for `transferChatSession`.
   */
  readonly id: Scalars['ID']['output'];
  /** Number of chats that the user has right now. Null: none, no right. */
  readonly ongoingChats?: Maybe<Scalars['Int']['output']>;
  /** True when the user has switched chat presence on. Null: none, no right. */
  readonly present?: Maybe<Scalars['Boolean']['output']>;
  /** What the caller may do with the presence. Null: none, no right. */
  readonly tableRight?: Maybe<ChatTableRight>;
};


/** Whether a chat user is present, and how many chats they have. */
export type ChatPresenceFieldPropertiesArgs = {
  names?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
};

/** The result of setting a presence. */
export type ChatPresencePayload = {
  readonly __typename?: 'ChatPresencePayload';
  /** The presence afterwards. Null: none, failed. */
  readonly presence?: Maybe<ChatPresence>;
  /** Why the action did nothing; empty when it was done. */
  readonly userErrors: ReadonlyArray<ChatUserError>;
};

/**
 * The project of a chat session. Owned by this subgraph; other subgraphs extend it by `id` and link their own entity to
 * it. Below a session it is a snapshot: the values that SuperOffice gives with the session, at no cost. By a reference it
 * is read from SuperOffice's own list with the caller's rights on the record itself, in one call for all references of a
 * request. Where the two differ, each field keeps the value of the place that it was selected in.
 */
export type ChatProject = {
  readonly __typename?: 'ChatProject';
  /** Number of active links to ERP systems. Null: none, no right. */
  readonly activeErpLinks?: Maybe<Scalars['Int']['output']>;
  /** Full name of the project's owner. Null: none, no right. */
  readonly associateFullName?: Maybe<Scalars['String']['output']>;
  /** SuperOffice user who owns the project. Null: none, no right. */
  readonly associateId?: Maybe<Scalars['ID']['output']>;
  /** Free text about the project. Null: none, no right. */
  readonly description?: Maybe<Scalars['String']['output']>;
  /** Lyyti event that the project is linked to. Null on older SuperOffice servers. Null: none, no right, older server. */
  readonly eventId?: Maybe<Scalars['ID']['output']>;
  /** Rights and types of the project's fields, sorted by name. Null: none, no right. */
  readonly fieldProperties?: Maybe<ReadonlyArray<ChatFieldProperty>>;
  /** Primary key of the project. */
  readonly id: Scalars['ID']['output'];
  /** True when the project is published. Null: none, no right. */
  readonly isPublished?: Maybe<Scalars['Boolean']['output']>;
  /** Project name. Null: none, no right. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** Number of the project, given by SuperOffice; it may hold letters. Null: none, no right. */
  readonly projectNumber?: Maybe<Scalars['String']['output']>;
  /** Published from this time on; null when there is no beginning. Null: none, no right. */
  readonly publishFrom?: Maybe<Scalars['DateTime']['output']>;
  /** Published up to and including this time; null when there is no end. Null: none, no right. */
  readonly publishTo?: Maybe<Scalars['DateTime']['output']>;
  /** When the linked Lyyti event begins. Null on older SuperOffice servers. Null: none, no right, older server. */
  readonly startDate?: Maybe<Scalars['DateTime']['output']>;
  /** Project status, an item of the installation's list, in the caller's language. Null: none, no right. */
  readonly status?: Maybe<Scalars['String']['output']>;
  /** List id of `status`. Null: none, no right. */
  readonly statusId?: Maybe<Scalars['ID']['output']>;
  /** What the caller may do with the project. Null: none, no right. */
  readonly tableRight?: Maybe<ChatTableRight>;
  /** Text record that holds `description`. Null: none, no right. */
  readonly textId?: Maybe<Scalars['ID']['output']>;
  /** Project type, an item of the installation's list, in the caller's language. Null: none, no right. */
  readonly type?: Maybe<Scalars['String']['output']>;
  /** List id of `type`. Null: none, no right. */
  readonly typeId?: Maybe<Scalars['ID']['output']>;
  /** When the project was last changed, always in UTC. Null: none, no right. */
  readonly updated?: Maybe<Scalars['DateTime']['output']>;
  /** Web address. Null: none, no right. */
  readonly url?: Maybe<Scalars['String']['output']>;
  /** Text shown for the web address. Null: none, no right. */
  readonly urlName?: Maybe<Scalars['String']['output']>;
};


/**
 * The project of a chat session. Owned by this subgraph; other subgraphs extend it by `id` and link their own entity to
 * it. Below a session it is a snapshot: the values that SuperOffice gives with the session, at no cost. By a reference it
 * is read from SuperOffice's own list with the caller's rights on the record itself, in one call for all references of a
 * request. Where the two differ, each field keeps the value of the place that it was selected in.
 */
export type ChatProjectFieldPropertiesArgs = {
  names?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
};

/**
 * A text that SuperOffice Service writes messages from. A snapshot as SuperOffice gives it with the topic, owned by this
 * subgraph; other subgraphs extend it by `id` and link their own entity to it.
 */
export type ChatReplyTemplate = {
  readonly __typename?: 'ChatReplyTemplate';
  /** Free text about the template. Null: none, no right. */
  readonly description?: Maybe<Scalars['String']['output']>;
  /** Folder that contains the template; null when it is in none. Null: none, no right. */
  readonly folderId?: Maybe<Scalars['ID']['output']>;
  /** Primary key of the template. */
  readonly id: Scalars['ID']['output'];
  /** Name of the template. Null: none, no right. */
  readonly name?: Maybe<Scalars['String']['output']>;
};

/**
 * The sale of a chat session. Owned by this subgraph; other subgraphs extend it by `id` and link their own entity to it.
 * Below a session it is a snapshot: the values that SuperOffice gives with the session, at no cost. By a reference it is
 * read from SuperOffice's own list with the caller's rights on the record itself, in one call for all references of a
 * request. Where the two differ, each field keeps the value of the place that it was selected in.
 */
export type ChatSale = {
  readonly __typename?: 'ChatSale';
  /** Number of active links to ERP systems. Null: none, no right. */
  readonly activeErpLinks?: Maybe<Scalars['Int']['output']>;
  /** Total amount, in `currency`. A binary floating-point number: round it before showing it. Null: none, no right. */
  readonly amount?: Maybe<Scalars['Float']['output']>;
  /** Full name of the sale's owner. Null: none, no right. */
  readonly associateFullName?: Maybe<Scalars['String']['output']>;
  /** SuperOffice user who owns the sale. Null: none, no right. */
  readonly associateId?: Maybe<Scalars['ID']['output']>;
  /** Whether the work on the sale is done. Null: none, no right. */
  readonly completed?: Maybe<ChatSaleCompletion>;
  /** Company that buys; null when there is none. Null: none, no right. */
  readonly contactId?: Maybe<Scalars['ID']['output']>;
  /** Name of the company that buys. Null: none, no right. */
  readonly contactName?: Maybe<Scalars['String']['output']>;
  /** Currency of the amounts. Null: none, no right. */
  readonly currency?: Maybe<Scalars['String']['output']>;
  /** Free text about the sale. Null: none, no right. */
  readonly description?: Maybe<Scalars['String']['output']>;
  /** Earning on the sale, in `currency`. Null: none, no right. */
  readonly earning?: Maybe<Scalars['Float']['output']>;
  /** Earning as a percentage of the amount. Null: none, no right. */
  readonly earningPercent?: Maybe<Scalars['Float']['output']>;
  /** Rights and types of the sale's fields, sorted by name. Null: none, no right. */
  readonly fieldProperties?: Maybe<ReadonlyArray<ChatFieldProperty>>;
  /** Primary key of the sale. */
  readonly id: Scalars['ID']['output'];
  /** When the next activity on the sale is due; when none is to come, when the latest was. Null: none, no right. */
  readonly nextDueDate?: Maybe<Scalars['DateTime']['output']>;
  /** Number of the sale, free for the installation to use; letters too. Null: none, no right. */
  readonly number?: Maybe<Scalars['String']['output']>;
  /** Full name of the person who buys. Null: none, no right. */
  readonly personFullName?: Maybe<Scalars['String']['output']>;
  /** Person who buys. Null: none, no right. */
  readonly personId?: Maybe<Scalars['ID']['output']>;
  /** Chance of winning the sale, in percent. Null: none, no right. */
  readonly probability?: Maybe<Scalars['Int']['output']>;
  /** Project that the sale belongs to; null when there is none. Null: none, no right. */
  readonly projectId?: Maybe<Scalars['ID']['output']>;
  /** Name of the project that the sale belongs to. Null: none, no right. */
  readonly projectName?: Maybe<Scalars['String']['output']>;
  /** When the sale was won or lost; for an open one, when that is expected. Null: none, no right. */
  readonly saleDate?: Maybe<Scalars['DateTime']['output']>;
  /** List id of `saleTypeName`. Null: none, no right. */
  readonly saleTypeId?: Maybe<Scalars['ID']['output']>;
  /** Sale type, an item of the installation's list, in the caller's language. Null: none, no right. */
  readonly saleTypeName?: Maybe<Scalars['String']['output']>;
  /** Open, won or lost. Null: none, no right. */
  readonly status?: Maybe<ChatSaleStatus>;
  /** What the caller may do with the sale. Null: none, no right. */
  readonly tableRight?: Maybe<ChatTableRight>;
  /** Heading of the sale. Null: none, no right. */
  readonly title?: Maybe<Scalars['String']['output']>;
  /** Amount times probability, in `currency`. Null: none, no right. */
  readonly weightedAmount?: Maybe<Scalars['Float']['output']>;
};


/**
 * The sale of a chat session. Owned by this subgraph; other subgraphs extend it by `id` and link their own entity to it.
 * Below a session it is a snapshot: the values that SuperOffice gives with the session, at no cost. By a reference it is
 * read from SuperOffice's own list with the caller's rights on the record itself, in one call for all references of a
 * request. Where the two differ, each field keeps the value of the place that it was selected in.
 */
export type ChatSaleFieldPropertiesArgs = {
  names?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
};

/** Whether the work on a sale is done. SuperOffice's ActivityStatus. */
export type ChatSaleCompletion =
  /** Done. */
  | 'COMPLETED'
  /** Not started; for a sale the same as STARTED. */
  | 'NOT_STARTED'
  /** Under way. */
  | 'STARTED'
  /** SuperOffice does not know. */
  | 'UNKNOWN'
  /** Set by the gateway: SuperOffice sent a name that is not in this list yet. */
  | 'UNRECOGNIZED';

/** Status of a sale. SuperOffice's SaleStatus. */
export type ChatSaleStatus =
  /** Lost. */
  | 'LOST'
  /** Not decided yet. */
  | 'OPEN'
  /** Stands for all of the above in SuperOffice's statistics (SAINT); not a state of one sale. */
  | 'SAINT_ALL'
  /** Won. */
  | 'SOLD'
  /** Set aside for the time being. */
  | 'STALLED'
  /** SuperOffice does not know the status. */
  | 'UNKNOWN'
  /** Set by the gateway: SuperOffice sent a name that is not in this list yet. */
  | 'UNRECOGNIZED';

/** A conversation between a customer and an agent, started from the chat widget of a topic. */
export type ChatSession = {
  readonly __typename?: 'ChatSession';
  /** Alert level of the session. Null: none, no right. */
  readonly alertLevel?: Maybe<Scalars['Int']['output']>;
  /**
   * True while a chatbot leads the conversation, false once it no longer does. Null on older SuperOffice servers.
   * Null: none, no right, older server.
   */
  readonly chatbotIsActive?: Maybe<Scalars['Boolean']['output']>;
  /** Company that the session is connected to; null when it is not known. Null: none, no right. */
  readonly contact?: Maybe<ChatContact>;
  /** Name under which the customer appears in the chat. At most 64 characters. Null: none, no right. */
  readonly customerAlias?: Maybe<Scalars['String']['output']>;
  /** Company name as the customer gave it. At most 255 characters. Null: none, no right. */
  readonly customerCompanyName?: Maybe<Scalars['String']['output']>;
  /** True when the customer consented at the start of the session. Null: none, no right. */
  readonly customerConsented?: Maybe<Scalars['Boolean']['output']>;
  /**
   * Name to show for the customer: the first that exists of name, alias, e-mail address and company. Null when there is
   * none.
   * Null: none, no right.
   */
  readonly customerDisplayName?: Maybe<Scalars['String']['output']>;
  /** E-mail address as the customer gave it. At most 255 characters. Null: none, no right. */
  readonly customerEmail?: Maybe<Scalars['String']['output']>;
  /** Host name or IP address that the customer came from. At most 255 characters. Null: none, no right. */
  readonly customerHost?: Maybe<Scalars['String']['output']>;
  /** Name as the customer gave it. At most 255 characters. Null: none, no right. */
  readonly customerName?: Maybe<Scalars['String']['output']>;
  /** Phone number as the customer gave it, in any notation. At most 32 characters. Null: none, no right. */
  readonly customerPhone?: Maybe<Scalars['String']['output']>;
  /** Seconds that the conversation took, or has taken until now. Null while no agent has taken the session. Null: none, unknown. */
  readonly durationSeconds?: Maybe<Scalars['Int']['output']>;
  /** Rights and types of the session's fields, sorted by name. Null: none, no right. */
  readonly fieldProperties?: Maybe<ReadonlyArray<ChatFieldProperty>>;
  /** Copy of the first message. At most 1024 characters. Null: none, no right. */
  readonly firstMessage?: Maybe<Scalars['String']['output']>;
  /** Flags that are set on the session; empty when there are none, null when SuperOffice sends no value. Null: none, no right. */
  readonly flags?: Maybe<ReadonlyArray<ChatSessionFlag>>;
  /** Primary key. */
  readonly id: Scalars['ID']['output'];
  /** Position in the queue when the session was requested; 1 is next. Null: none, no right. */
  readonly initialQueuePos?: Maybe<Scalars['Int']['output']>;
  /**
   * True when the customer's browser hasn't polled for messages for so long that the customer must have left
   * (`CUSTOMER_GONE_SECONDS`, 60 unless the operator has changed it). Null when it has never done so.
   * Null: unknown.
   */
  readonly isCustomerGone?: Maybe<Scalars['Boolean']['output']>;
  /**
   * True when the caller handles the session. The caller's ids cost one call, and are then known for ten minutes.
   * Null: failed, unknown.
   */
  readonly isMine?: Maybe<Scalars['Boolean']['output']>;
  /**
   * True when the session is offered to the caller, who has not responded yet. The caller's ids cost one call, as above.
   * Null: failed, unknown.
   */
  readonly isOfferedToMe?: Maybe<Scalars['Boolean']['output']>;
  /**
   * True until the session is over, no matter which side wrote last; forms before the chat count too. Null when its status isn't
   * known.
   * Null: unknown.
   */
  readonly isOpen?: Maybe<Scalars['Boolean']['output']>;
  /** True while the session waits in the queue. Null when its status isn't known. Null: unknown. */
  readonly isWaiting?: Maybe<Scalars['Boolean']['output']>;
  /** Copy of the latest message. At most 1024 characters. Null: none, no right. */
  readonly lastMessage?: Maybe<Scalars['String']['output']>;
  /**
   * The messages, oldest first. One call, even if several fields select messages of this session. SuperOffice has no
   * paging: `after` makes SuperOffice's response smaller, `last` only the gateway's. Null where SuperOffice has no list.
   * Null: none, no right, failed.
   */
  readonly messages?: Maybe<ReadonlyArray<ChatMessage>>;
  /** Customer as a person in SuperOffice; null when the person is not known. Null: none, no right. */
  readonly person?: Maybe<ChatPerson>;
  /** Project that the session is connected to; null when there is none. Null: none, no right. */
  readonly project?: Maybe<ChatProject>;
  /**
   * Lowest number, from 1, that no other active session of the same agent has. Clients pick a colour by it.
   * Null: none, no right.
   */
  readonly rank?: Maybe<Scalars['Int']['output']>;
  /** The customer's rating of the conversation. Null on older SuperOffice servers. Null: none, no right, older server. */
  readonly rating?: Maybe<Scalars['Int']['output']>;
  /** Sale that the session is connected to; null when there is none. Null: none, no right. */
  readonly sale?: Maybe<ChatSale>;
  /**
   * Secret that authenticates the customer's side of the session: its holder can write as the customer. This field
   * exists only where the operator has exposed it, and even then it is not in a supergraph's public schema.
   * Null: none, no right.
   */
  readonly sessionKey?: Maybe<Scalars['String']['output']>;
  /** Status of the conversation. Null: none, no right. */
  readonly status?: Maybe<ChatSessionStatus>;
  /** What the caller may do with the session. Null: none, no right. */
  readonly tableRight?: Maybe<ChatTableRight>;
  /** Request that the session is connected to; null when there is none. Null: none, no right. */
  readonly ticket?: Maybe<ChatTicket>;
  /**
   * The topic itself. If only its id is selected it costs no call; several topics together mostly cost one. Null
   * where the caller may not see it.
   * Null: none, no right, failed.
   */
  readonly topic?: Maybe<ChatTopic>;
  /** Chat topic (channel) that the session belongs to. Null: none, no right. */
  readonly topicId?: Maybe<Scalars['ID']['output']>;
  /** The conversation as one text, laid out by SuperOffice. One call. Null: none, no right, failed. */
  readonly transcript?: Maybe<Scalars['String']['output']>;
  /**
   * Agent who has been offered the session and has not responded yet; null when no transfer is pending.
   * Null: none, no right.
   */
  readonly transferTo?: Maybe<ChatAssociate>;
  /** Agent who handles the session; null while no one does. Null: none, no right. */
  readonly user?: Maybe<ChatAssociate>;
  /**
   * Seconds that the customer waited for an agent: until one took the session, until it ended without one, or until now.
   * Null when it isn't known since when.
   * Null: unknown.
   */
  readonly waitSeconds?: Maybe<Scalars['Int']['output']>;
  /** When the session ended; null until then. Null: none, no right. */
  readonly whenEnded?: Maybe<Scalars['DateTime']['output']>;
  /**
   * When the customer's browser last polled for messages. Long ago means that the customer is probably gone.
   * Null: none, no right.
   */
  readonly whenFetched?: Maybe<Scalars['DateTime']['output']>;
  /** When either side last sent a message. Null: none, no right. */
  readonly whenIdle?: Maybe<Scalars['DateTime']['output']>;
  /** When the customer requested the session. Null: none, no right. */
  readonly whenRequested?: Maybe<Scalars['DateTime']['output']>;
  /** When an agent took the session; null while it waits. Null: none, no right. */
  readonly whenStarted?: Maybe<Scalars['DateTime']['output']>;
};


/** A conversation between a customer and an agent, started from the chat widget of a topic. */
export type ChatSessionFieldPropertiesArgs = {
  names?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
};


/** A conversation between a customer and an agent, started from the chat widget of a topic. */
export type ChatSessionMessagesArgs = {
  after?: InputMaybe<Scalars['ID']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/** A conversation between a customer and an agent, started from the chat widget of a topic. */
export type ChatSessionTranscriptArgs = {
  format?: ChatTranscriptFormat;
};

/** A page of sessions, by the connection specification. */
export type ChatSessionConnection = {
  readonly __typename?: 'ChatSessionConnection';
  /** The sessions of the page, each with its cursor. */
  readonly edges: ReadonlyArray<ChatSessionEdge>;
  /** The sessions of the page without cursors. Null item: none, no right, failed. */
  readonly nodes: ReadonlyArray<Maybe<ChatSession>>;
  /** Whether there are more pages, and where they begin. */
  readonly pageInfo: PageInfo;
  /**
   * Number of sessions on all pages. SuperOffice advises against counting: it costs a call of its own, and reads what matches.
   * Not where texts are searched: the number would say what sessions have that the caller may not read. Null: no right, failed.
   */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A session on a page. */
export type ChatSessionEdge = {
  readonly __typename?: 'ChatSessionEdge';
  /** Stands for the position of the session, for `after`. It is valid for the same filter and order, at any time and on any replica. */
  readonly cursor: Scalars['String']['output'];
  /** The session. Null: none, no right, failed. */
  readonly node?: Maybe<ChatSession>;
};

/**
 * Values that a session is expected to have, as they were read. What is left out is not compared. Null is refused: an empty text, false or 0
 * stand for none.
 */
export type ChatSessionExpectedInput = {
  /** Alert level. */
  readonly alertLevel?: InputMaybe<Scalars['Int']['input']>;
  /** Name under which the customer appears in the chat. */
  readonly customerAlias?: InputMaybe<Scalars['String']['input']>;
  /** Company of the customer. */
  readonly customerCompanyName?: InputMaybe<Scalars['String']['input']>;
  /** Whether the customer consented. */
  readonly customerConsented?: InputMaybe<Scalars['Boolean']['input']>;
  /** E-mail address of the customer. */
  readonly customerEmail?: InputMaybe<Scalars['String']['input']>;
  /** Name of the customer. */
  readonly customerName?: InputMaybe<Scalars['String']['input']>;
  /** Phone number of the customer. */
  readonly customerPhone?: InputMaybe<Scalars['String']['input']>;
};

/**
 * Conditions for sessions; all must hold. Values that are not ids, such as texts and addresses, are visible to operators in SuperOffice's
 * statistics of restrictions.
 */
export type ChatSessionFilter = {
  /** Handled by one of these users (`ChatAssociate.id`). */
  readonly agentIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** All of these hold, too. */
  readonly and?: InputMaybe<ReadonlyArray<ChatSessionFilter>>;
  /** Connected to one of these companies (`ChatContact.id`). */
  readonly contactIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** The company name that the customer gave. Only where the operator has confirmed the archive that has it. */
  readonly customerCompanyName?: InputMaybe<ChatTextFilter>;
  /** The e-mail address that the customer gave. Only where the operator has confirmed the archive that has it. */
  readonly customerEmail?: InputMaybe<ChatTextFilter>;
  /** The name that the customer gave. Only where the operator has confirmed the archive that has it. */
  readonly customerName?: InputMaybe<ChatTextFilter>;
  /** The phone number that the customer gave. Only where the operator has confirmed the archive that has it. */
  readonly customerPhone?: InputMaybe<ChatTextFilter>;
  /** Seconds of the conversation, by SuperOffice's own calculation. Only where the operator has confirmed that SuperOffice compares it. */
  readonly durationSeconds?: InputMaybe<ChatIntRange>;
  /** The first message. SuperOffice decides on capital letters. */
  readonly firstMessage?: InputMaybe<ChatTextFilter>;
  /** Primary keys of the sessions, at most 500. */
  readonly ids?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** The latest message. SuperOffice decides on capital letters. */
  readonly lastMessage?: InputMaybe<ChatTextFilter>;
  /** One of these holds, too; an empty list finds nothing. */
  readonly or?: InputMaybe<ReadonlyArray<ChatSessionFilter>>;
  /** Of one of these customers (`ChatPerson.id`). */
  readonly personIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** The customer's rating. */
  readonly rating?: InputMaybe<ChatIntRange>;
  /** One of these statuses. */
  readonly status?: InputMaybe<ReadonlyArray<ChatSessionStatus>>;
  /** In one of these topics. */
  readonly topicIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Seconds in the queue, by SuperOffice's own calculation. Only where the operator has confirmed that SuperOffice compares it. */
  readonly waitSeconds?: InputMaybe<ChatIntRange>;
  /** When the session ended. */
  readonly whenEnded?: InputMaybe<ChatDateTimeRange>;
  /** When the customer requested the session. */
  readonly whenRequested?: InputMaybe<ChatDateTimeRange>;
  /** When an agent took the session. */
  readonly whenStarted?: InputMaybe<ChatDateTimeRange>;
};

/** A flag of a chat session. SuperOffice's ChatSessionFlags. */
export type ChatSessionFlag =
  /**
   * The customer is typing. Do not rely on it: SuperOffice uses this name for the value 0, so a session without any flag
   * may have it too.
   */
  | 'CUSTOMER_IS_TYPING'
  /** Set by the gateway: SuperOffice sent a name that is not in this list yet. */
  | 'UNRECOGNIZED'
  /** The agent is typing. */
  | 'USER_IS_TYPING';

/** The order of found sessions. Sessions that are equal in it are ordered by id. */
export type ChatSessionOrder = {
  /** From the lowest or the highest. */
  readonly direction?: ChatOrderDirection;
  /** What they are ordered by. */
  readonly field: ChatSessionOrderField;
};

/** What sessions are ordered by. Other values may be missing, and pages could not continue. */
export type ChatSessionOrderField =
  /** The primary key. */
  | 'ID'
  /** When the customer requested the session. */
  | 'WHEN_REQUESTED';

/** The result of an action on a session. */
export type ChatSessionPayload = {
  readonly __typename?: 'ChatSessionPayload';
  /** The session afterwards; null when there is none, or when SuperOffice's response does not have it. Null: none. */
  readonly session?: Maybe<ChatSession>;
  /** Why the action did nothing; empty when it was done. */
  readonly userErrors: ReadonlyArray<ChatUserError>;
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

/** One session after a change. */
export type ChatSessionUpdate = {
  readonly __typename?: 'ChatSessionUpdate';
  /** Why this is the last event; null while more may follow. Null: none. */
  readonly end?: Maybe<ChatStreamEnd>;
  /** The session. Null: none, no right. */
  readonly session?: Maybe<ChatSession>;
};

/** Changes of a session. What is left out stays as it is. */
export type ChatSessionUpdateInput = {
  /** Alert level; null is 0. */
  readonly alertLevel?: InputMaybe<Scalars['Int']['input']>;
  /** Id of the company; null unlinks it. */
  readonly contactId?: InputMaybe<Scalars['ID']['input']>;
  /** Name under which the customer appears in the chat, at most 64 characters; null clears it. */
  readonly customerAlias?: InputMaybe<Scalars['String']['input']>;
  /** Company of the customer, at most 255 characters; null clears it. */
  readonly customerCompanyName?: InputMaybe<Scalars['String']['input']>;
  /** Whether the customer consented; null is false. */
  readonly customerConsented?: InputMaybe<Scalars['Boolean']['input']>;
  /** E-mail address of the customer, at most 255 characters; null clears it. */
  readonly customerEmail?: InputMaybe<Scalars['String']['input']>;
  /** Name of the customer, at most 255 characters; null clears it. */
  readonly customerName?: InputMaybe<Scalars['String']['input']>;
  /** Phone number of the customer, at most 32 characters; null clears it. */
  readonly customerPhone?: InputMaybe<Scalars['String']['input']>;
  /** Id of the person that the customer is; null unlinks the person. */
  readonly personId?: InputMaybe<Scalars['ID']['input']>;
  /** Id of the project; null unlinks it. */
  readonly projectId?: InputMaybe<Scalars['ID']['input']>;
  /** Id of the sale; null unlinks it. */
  readonly saleId?: InputMaybe<Scalars['ID']['input']>;
  /** Id of the request; null unlinks it. */
  readonly ticketId?: InputMaybe<Scalars['ID']['input']>;
};

/** The sessions of the caller that are new or have changed. */
export type ChatSessionsUpdate = {
  readonly __typename?: 'ChatSessionsUpdate';
  /** The ids of those in `sessions` that were not among the caller's sessions before: what a console rings for. Empty in the first event. */
  readonly addedIds: ReadonlyArray<Scalars['ID']['output']>;
  /** The ids of sessions that are no longer among the caller's sessions, or no longer match the arguments. */
  readonly goneIds: ReadonlyArray<Scalars['ID']['output']>;
  /** True: these are all sessions, and replace what the client has. False: these are new or have changed. */
  readonly isComplete: Scalars['Boolean']['output'];
  /** The sessions, with the id in ascending order where the update is complete. */
  readonly sessions: ReadonlyArray<ChatSession>;
};

/** Why a stream has ended. */
export type ChatStreamEnd =
  /** There is no session with this id, or the caller may not read it, or not any more. */
  | 'NOT_VISIBLE'
  /** The session is over: its status is FINISHED, CLOSED, CLOSED_FROM_QUEUE, REQUEST_POSTED or DELETED. */
  | 'SESSION_OVER';

/** One address in parts that are the same for every country. */
export type ChatStructuredAddress = {
  readonly __typename?: 'ChatStructuredAddress';
  /** First address line. Null: none, no right. */
  readonly address1?: Maybe<Scalars['String']['output']>;
  /** Second address line. Null: none, no right. */
  readonly address2?: Maybe<Scalars['String']['output']>;
  /** Third address line. Null: none, no right. */
  readonly address3?: Maybe<Scalars['String']['output']>;
  /** What the address is for. Null: none, no right. */
  readonly atypeIdx?: Maybe<ChatAddressType>;
  /** City. Null: none, no right. */
  readonly city?: Maybe<Scalars['String']['output']>;
  /** County (a district, not the country). Null: none, no right. */
  readonly county?: Maybe<Scalars['String']['output']>;
  /** This address as one text of several lines. Null: none, no right. */
  readonly formatted?: Maybe<Scalars['String']['output']>;
  /** State. Null: none, no right. */
  readonly state?: Maybe<Scalars['String']['output']>;
  /** Postal code; it may hold letters. Null: none, no right. */
  readonly zipcode?: Maybe<Scalars['String']['output']>;
};

/** What the caller may do with a record. */
export type ChatTableRight = {
  readonly __typename?: 'ChatTableRight';
  /**
   * Rights that are granted; empty when there are none and the record should be hidden, null when SuperOffice sends no
   * value. SuperOffice's combined names (`FULL`, `URI`, …) are split into single ones.
   * Null: none, no right.
   */
  readonly mask?: Maybe<ReadonlyArray<ChatTableRightFlag>>;
  /** Why rights are missing, as text for a human; often empty. Null: none, no right. */
  readonly reason?: Maybe<Scalars['String']['output']>;
};

/** One right on a record. The single bits of SuperOffice's ETableRight. */
export type ChatTableRightFlag =
  /** The record may be deleted. */
  | 'DELETE'
  /** Some fields may be hidden: the record shows only that it exists, such as a private appointment. */
  | 'FILTERING'
  /** Records may be added to the table. */
  | 'INSERT'
  /** Some fields may refuse a change although the record may be changed. */
  | 'RESTRICTED_UPDATE'
  /** The record may be read. */
  | 'SELECT'
  /** SuperOffice has not computed the rights. */
  | 'UNINITIALIZED'
  /** Set by the gateway: SuperOffice sent a name that is not in this list yet. */
  | 'UNRECOGNIZED'
  /** Reserved by SuperOffice (64). */
  | 'UNUSED_1'
  /** The record may be changed. */
  | 'UPDATE';

/** Conditions for a text, of 1 to 200 characters; all must hold. */
export type ChatTextFilter = {
  /** The text begins so. */
  readonly begins?: InputMaybe<Scalars['String']['input']>;
  /** The text contains this. It finds no session by itself: SuperOffice would read all of them. */
  readonly contains?: InputMaybe<Scalars['String']['input']>;
  /** The text is this one. */
  readonly is?: InputMaybe<Scalars['String']['input']>;
};

/**
 * The request of a chat session; SuperOffice's API calls a request a ticket. Owned by this subgraph; other subgraphs
 * extend it by `id` and link their own entity to it. Below a session it is a snapshot: the values that SuperOffice gives
 * with the session, at no cost. By a reference it is read from SuperOffice's own list with the caller's rights on the
 * record itself, in one call for all references of a request. Where the two differ, each field keeps the value of the
 * place that it was selected in.
 */
export type ChatTicket = {
  readonly __typename?: 'ChatTicket';
  /** When a postponed request becomes active again; null when it is not postponed. Null: none, no right. */
  readonly activate?: Maybe<Scalars['DateTime']['output']>;
  /** Escalation of the request: the level of SuperOffice's request alerts. Null: none, no right. */
  readonly alertLevel?: Maybe<Scalars['Int']['output']>;
  /** When the request moves to its next alert level. Null: none, no right. */
  readonly alertTimeout?: Maybe<Scalars['DateTime']['output']>;
  /** Who started the request, as text: the author of its first message. Null: none, no right. */
  readonly author?: Maybe<Scalars['String']['output']>;
  /** SuperOffice's own status, which every installation shares. Null: none, no right. */
  readonly baseStatus?: Maybe<ChatTicketBaseStatus>;
  /** List id of the category. Null: none, no right. */
  readonly category?: Maybe<Scalars['ID']['output']>;
  /** Name of the category with those above it, such as 'norway/product A/support'. Null: none, no right. */
  readonly categoryFullname?: Maybe<Scalars['String']['output']>;
  /** Name of the category itself, such as 'support'. Null: none, no right. */
  readonly categoryName?: Maybe<Scalars['String']['output']>;
  /** When the request was closed; null while it is not. Null: none, no right. */
  readonly closedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Master request that this one is connected to; null when there is none. Null: none, no right. */
  readonly connectId?: Maybe<Scalars['ID']['output']>;
  /**
   * Company of the customer; null when there is none, and on older SuperOffice servers.
   * Null: none, no right, older server.
   */
  readonly contactId?: Maybe<Scalars['ID']['output']>;
  /** Name of the customer's company. Null on older SuperOffice servers. Null: none, no right, older server. */
  readonly contactName?: Maybe<Scalars['String']['output']>;
  /** When the request was created. Null: none, no right. */
  readonly createdAt?: Maybe<Scalars['DateTime']['output']>;
  /** User who created the request; 1 is the system user, for requests that came from outside. Null: none, no right. */
  readonly createdBy?: Maybe<Scalars['ID']['output']>;
  /** Short name of the user who created the request: initials or login name. Null: none, no right. */
  readonly createdByName?: Maybe<Scalars['String']['output']>;
  /** Person who is the customer of the request; null when there is none. Null: none, no right. */
  readonly custId?: Maybe<Scalars['ID']['output']>;
  /** When the request is to be done. Null: none, no right. */
  readonly deadline?: Maybe<Scalars['DateTime']['output']>;
  /** Rights and types of the request's fields, sorted by name. Null: none, no right. */
  readonly fieldProperties?: Maybe<ReadonlyArray<ChatFieldProperty>>;
  /** When any user first read the request; null when never. Null: none, no right. */
  readonly firstReadByUser?: Maybe<Scalars['DateTime']['output']>;
  /**
   * Form submission that the request was created from; null when there is none, and on older SuperOffice servers.
   * Null: none, no right, older server.
   */
  readonly formSubmissionId?: Maybe<Scalars['ID']['output']>;
  /** Address that the request came from, for example by e-mail. Null: none, no right. */
  readonly fromAddress?: Maybe<Scalars['String']['output']>;
  /** True when the request has attachments. Null: none, no right. */
  readonly hasAttachment?: Maybe<Scalars['Boolean']['output']>;
  /** Primary key of the request. */
  readonly id: Scalars['ID']['output'];
  /** Language of the first external message. Null on older SuperOffice servers. Null: none, no right, older server. */
  readonly language?: Maybe<Scalars['String']['output']>;
  /** When the request was last changed. Null: none, no right. */
  readonly lastChanged?: Maybe<Scalars['DateTime']['output']>;
  /** Number of messages in all. Null: none, no right. */
  readonly numMessages?: Maybe<Scalars['Int']['output']>;
  /** Number of messages sent to the customer. Null: none, no right. */
  readonly numReplies?: Maybe<Scalars['Int']['output']>;
  /** How the request came in. Null: none, no right. */
  readonly origin?: Maybe<ChatTicketOrigin>;
  /**
   * User who owns the request; 1 is the system user, for requests without an owner. Not an associate: for that see
   * `ownedByAssociateId`.
   * Null: none, no right.
   */
  readonly ownedBy?: Maybe<Scalars['ID']['output']>;
  /** Owner as an associate. Null on older SuperOffice servers. Null: none, no right, older server. */
  readonly ownedByAssociateId?: Maybe<Scalars['ID']['output']>;
  /** Short name of the user who owns the request: initials or login name. Null: none, no right. */
  readonly ownedByName?: Maybe<Scalars['String']['output']>;
  /** The customer's first name. Null: none, no right. */
  readonly personFirstname?: Maybe<Scalars['String']['output']>;
  /** The customer's full name. Null: none, no right. */
  readonly personFullname?: Maybe<Scalars['String']['output']>;
  /** The customer's last name. Null: none, no right. */
  readonly personLastname?: Maybe<Scalars['String']['output']>;
  /** The customer's middle name, or a particle such as 'van'. Null: none, no right. */
  readonly personMiddleName?: Maybe<Scalars['String']['output']>;
  /** List id of the priority. Null: none, no right. */
  readonly priority?: Maybe<Scalars['ID']['output']>;
  /**
   * Name of the priority, in the caller's language. Null on older SuperOffice servers.
   * Null: none, no right, older server.
   */
  readonly priorityName?: Maybe<Scalars['String']['output']>;
  /**
   * Project that the request is connected to; null when there is none, and on older SuperOffice servers.
   * Null: none, no right, older server.
   */
  readonly projectId?: Maybe<Scalars['ID']['output']>;
  /** Name of the connected project. Null on older SuperOffice servers. Null: none, no right, older server. */
  readonly projectName?: Maybe<Scalars['String']['output']>;
  /** When the customer read the request; null when never. Null: none, no right. */
  readonly readByCustomer?: Maybe<Scalars['DateTime']['output']>;
  /** When its owner last read the request; null when never. Null: none, no right. */
  readonly readByOwner?: Maybe<Scalars['DateTime']['output']>;
  /** Whether the owner has seen what is new. Null: none, no right. */
  readonly readStatus?: Maybe<ChatTicketReadStatus>;
  /**
   * Seconds in a status that waits for someone outside the company, round the clock, without the present status.
   * Null: none, no right.
   */
  readonly realTimeSpentExternally?: Maybe<Scalars['Int']['output']>;
  /** Seconds in an open status, round the clock, without the present status. Null: none, no right. */
  readonly realTimeSpentInternally?: Maybe<Scalars['Int']['output']>;
  /** Seconds in a queue status, round the clock, without the present status. Null: none, no right. */
  readonly realTimeSpentQueue?: Maybe<Scalars['Int']['output']>;
  /** Minutes from creation to closing, counted round the clock. Null: none, no right. */
  readonly realTimeToClose?: Maybe<Scalars['Int']['output']>;
  /** Minutes from creation to the first reply, counted round the clock. Null: none, no right. */
  readonly realTimeToReply?: Maybe<Scalars['Int']['output']>;
  /** When the first message went out to the customer; null when none has. Null: none, no right. */
  readonly repliedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Heading of the connected sale. Null on older SuperOffice servers. Null: none, no right, older server. */
  readonly saleHeading?: Maybe<Scalars['String']['output']>;
  /**
   * Sale that the request is connected to; null when there is none, and on older SuperOffice servers.
   * Null: none, no right, older server.
   */
  readonly saleId?: Maybe<Scalars['ID']['output']>;
  /**
   * Sentiment of the latest external message, on SuperOffice's scale. Null on older SuperOffice servers.
   * Null: none, no right, older server.
   */
  readonly sentiment?: Maybe<Scalars['Int']['output']>;
  /**
   * How sure `sentiment` is, on SuperOffice's scale. Null on older SuperOffice servers.
   * Null: none, no right, older server.
   */
  readonly sentimentConfidence?: Maybe<Scalars['Int']['output']>;
  /** Who may see the request. Null: none, no right. */
  readonly slevel?: Maybe<ChatTicketSecurityLevel>;
  /** What the caller may do with the request. Null: none, no right. */
  readonly tableRight?: Maybe<ChatTableRight>;
  /** List id of the installation's own status. Null: none, no right. */
  readonly ticketStatus?: Maybe<Scalars['ID']['output']>;
  /** Name of the installation's own status, in the caller's language. Null: none, no right. */
  readonly ticketStatusDisplayValue?: Maybe<Scalars['String']['output']>;
  /** List id of `ticketTypeName`. Null on older SuperOffice servers. Null: none, no right, older server. */
  readonly ticketTypeId?: Maybe<Scalars['ID']['output']>;
  /**
   * Request type, an item of the installation's list. Null on older SuperOffice servers.
   * Null: none, no right, older server.
   */
  readonly ticketTypeName?: Maybe<Scalars['String']['output']>;
  /**
   * Minutes (not seconds) registered on the request's messages in all. Null on older SuperOffice servers.
   * Null: none, no right, older server.
   */
  readonly timeSpent?: Maybe<Scalars['Int']['output']>;
  /**
   * Seconds in a status that waits for someone outside the company, within the priority's office hours, without the present status.
   * Null: none, no right.
   */
  readonly timeSpentExternally?: Maybe<Scalars['Int']['output']>;
  /** Seconds in an open status, within the priority's office hours, without the present status. Null: none, no right. */
  readonly timeSpentInternally?: Maybe<Scalars['Int']['output']>;
  /** Seconds in a queue status, within the priority's office hours, without the present status. Null: none, no right. */
  readonly timeSpentQueue?: Maybe<Scalars['Int']['output']>;
  /** Minutes from creation to closing, counted within the priority's office hours. Null: none, no right. */
  readonly timeToClose?: Maybe<Scalars['Int']['output']>;
  /** Minutes from creation to the first reply, counted within the priority's office hours. Null: none, no right. */
  readonly timeToReply?: Maybe<Scalars['Int']['output']>;
  /** Title of the request. Null: none, no right. */
  readonly title?: Maybe<Scalars['String']['output']>;
};


/**
 * The request of a chat session; SuperOffice's API calls a request a ticket. Owned by this subgraph; other subgraphs
 * extend it by `id` and link their own entity to it. Below a session it is a snapshot: the values that SuperOffice gives
 * with the session, at no cost. By a reference it is read from SuperOffice's own list with the caller's rights on the
 * record itself, in one call for all references of a request. Where the two differ, each field keeps the value of the
 * place that it was selected in.
 */
export type ChatTicketFieldPropertiesArgs = {
  names?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
};

/** SuperOffice's own request status, below the installation's list. SuperOffice's TicketBaseStatus. */
export type ChatTicketBaseStatus =
  /** Being worked on. */
  | 'ACTIVE'
  /** Closed. */
  | 'CLOSED'
  /** Deleted. */
  | 'DELETED'
  /** Merged into another request. */
  | 'MERGED'
  /** Put off until a later time. */
  | 'POSTPONED'
  /** Choice in a client: put off for one hour. Stored as POSTPONED. */
  | 'POSTPONED_1_HOUR'
  /** Choice in a client: put off for two hours. Stored as POSTPONED. */
  | 'POSTPONED_2_HOURS'
  /** Choice in a client: put off for three hours. Stored as POSTPONED. */
  | 'POSTPONED_3_HOURS'
  /** Choice in a client: put off for four hours. Stored as POSTPONED. */
  | 'POSTPONED_4_HOURS'
  /** Choice in a client: put off for a day. Stored as POSTPONED. */
  | 'POSTPONED_DAY'
  /** Choice in a client: put off for a month. Stored as POSTPONED. */
  | 'POSTPONED_MONTH'
  /** Choice in a client: put off until a given time. Stored as POSTPONED. */
  | 'POSTPONED_SPECIFIC'
  /** Choice in a client: put off for a week. Stored as POSTPONED. */
  | 'POSTPONED_WEEK'
  /** Marked as spam. */
  | 'SPAM'
  /** SuperOffice does not know, or the status was never set. */
  | 'UNKNOWN'
  /** Set by the gateway: SuperOffice sent a name that is not in this list yet. */
  | 'UNRECOGNIZED';

/**
 * A category of requests, an item of the installation's list. A snapshot as SuperOffice gives it with the topic, owned by
 * this subgraph; other subgraphs extend it by `id` and link their own entity to it.
 */
export type ChatTicketCategory = {
  readonly __typename?: 'ChatTicketCategory';
  /** Rights and types of the category's fields, sorted by name. Null: none, no right. */
  readonly fieldProperties?: Maybe<ReadonlyArray<ChatFieldProperty>>;
  /** List id of the category. */
  readonly id: Scalars['ID']['output'];
  /** What the caller may do with the category. Null: none, no right. */
  readonly tableRight?: Maybe<ChatTableRight>;
  /** Explaining text that clients show next to the name. Null: none, no right. */
  readonly tooltip?: Maybe<Scalars['String']['output']>;
  /** Name of the category. Null: none, no right. */
  readonly value?: Maybe<Scalars['String']['output']>;
};


/**
 * A category of requests, an item of the installation's list. A snapshot as SuperOffice gives it with the topic, owned by
 * this subgraph; other subgraphs extend it by `id` and link their own entity to it.
 */
export type ChatTicketCategoryFieldPropertiesArgs = {
  names?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
};

/** How a request came in. SuperOffice's TicketOrigin. */
export type ChatTicketOrigin =
  /** By a program, through the API. */
  | 'API'
  /** By an automatic process of SuperOffice Service. */
  | 'AUTO_GENERATED'
  /** From a chat session. */
  | 'CHAT'
  /** By the customer, in the customer centre on the web. */
  | 'CUSTOMER_CENTRE'
  /** By e-mail. */
  | 'EMAIL'
  /** From a link in a mailing. */
  | 'E_MARKETING'
  /** From Facebook. */
  | 'FACEBOOK'
  /** By fax. */
  | 'FAX'
  /** From a marketing flow. */
  | 'FLOW'
  /** From a submitted form. */
  | 'FORM'
  /** Registered by a user of the company. */
  | 'INTERNAL'
  /** By phone, registered by the user who took the call. */
  | 'PHONE'
  /** By text message. */
  | 'SMS'
  /** From Twitter. */
  | 'TWITTER'
  /** SuperOffice does not know. */
  | 'UNKNOWN'
  /** Set by the gateway: SuperOffice sent a name that is not in this list yet. */
  | 'UNRECOGNIZED';

/**
 * A priority of requests, an item of the installation's list. A snapshot as SuperOffice gives it with the topic, owned by
 * this subgraph; other subgraphs extend it by `id` and link their own entity to it.
 */
export type ChatTicketPriority = {
  readonly __typename?: 'ChatTicketPriority';
  /** Rights and types of the priority's fields, sorted by name. Null: none, no right. */
  readonly fieldProperties?: Maybe<ReadonlyArray<ChatFieldProperty>>;
  /** List id of the priority. */
  readonly id: Scalars['ID']['output'];
  /** What the caller may do with the priority. Null: none, no right. */
  readonly tableRight?: Maybe<ChatTableRight>;
  /** Explaining text that clients show next to the name. Null: none, no right. */
  readonly tooltip?: Maybe<Scalars['String']['output']>;
  /** Name of the priority. Null: none, no right. */
  readonly value?: Maybe<Scalars['String']['output']>;
};


/**
 * A priority of requests, an item of the installation's list. A snapshot as SuperOffice gives it with the topic, owned by
 * this subgraph; other subgraphs extend it by `id` and link their own entity to it.
 */
export type ChatTicketPriorityFieldPropertiesArgs = {
  names?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
};

/** Whether the owner of a request has seen what is new in it. SuperOffice's TicketReadStatus. */
export type ChatTicketReadStatus =
  /** The owner has read it. */
  | 'GREEN'
  /** The owner has not read it. */
  | 'RED'
  /** SuperOffice does not know. */
  | 'UNKNOWN'
  /** Set by the gateway: SuperOffice sent a name that is not in this list yet. */
  | 'UNRECOGNIZED'
  /** Something was added after the owner read it. */
  | 'YELLOW';

/** Who may see a request. SuperOffice's TicketSecurityLevel. */
export type ChatTicketSecurityLevel =
  /** The customer too. */
  | 'EXTERNAL'
  /** Users of the company only. */
  | 'INTERNAL'
  /** SuperOffice does not know. */
  | 'UNKNOWN'
  /** Set by the gateway: SuperOffice sent a name that is not in this list yet. */
  | 'UNRECOGNIZED';

/**
 * A time zone of SuperOffice's own list. A snapshot as SuperOffice gives it with the topic, owned by this subgraph; other
 * subgraphs extend it by `id` and link their own entity to it.
 */
export type ChatTimeZone = {
  readonly __typename?: 'ChatTimeZone';
  /** Primary key of the time zone. */
  readonly id: Scalars['ID']['output'];
  /** Numeric ISO code of the country: 578 is Norway. Null: none, no right. */
  readonly isoNumber?: Maybe<Scalars['Int']['output']>;
  /** Country, and region where the country has several zones: `United States - Alaska`. Null: none, no right. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** Rules of daylight saving time, sorted by name. Null: none, no right. */
  readonly timeZoneDstRules?: Maybe<ReadonlyArray<ChatTimeZoneRule>>;
  /** Rules of standard time, sorted by name. Null: none, no right. */
  readonly timeZoneStdRules?: Maybe<ReadonlyArray<ChatTimeZoneRule>>;
  /** Cities in the time zone, as one text. Null: none, no right. */
  readonly tzLocationCities?: Maybe<Scalars['String']['output']>;
  /**
   * SuperOffice's own code of the time zone, such as `UTC` or `AU-QLD`; it is neither an ISO nor an IANA name.
   * Null: none, no right.
   */
  readonly tzLocationCode?: Maybe<Scalars['String']['output']>;
};

/** The period in which an offset applies in a time zone. SuperOffice does not document where each number starts. */
export type ChatTimeZoneRule = {
  readonly __typename?: 'ChatTimeZoneRule';
  /** Day on which it ends. Null: none, no right. */
  readonly endDay?: Maybe<Scalars['Int']['output']>;
  /** Month in which it ends. Null: none, no right. */
  readonly endMonth?: Maybe<Scalars['Int']['output']>;
  /** How the end is found in each year, in SuperOffice's own notation. Null: none, no right. */
  readonly endRulePattern?: Maybe<Scalars['String']['output']>;
  /** Name of the rule, as SuperOffice stores it. */
  readonly name: Scalars['String']['output'];
  /** Day on which it begins. Null: none, no right. */
  readonly startDay?: Maybe<Scalars['Int']['output']>;
  /** Month in which it begins. Null: none, no right. */
  readonly startMonth?: Maybe<Scalars['Int']['output']>;
  /** How the beginning is found in each year, in SuperOffice's own notation. Null: none, no right. */
  readonly startRulePattern?: Maybe<Scalars['String']['output']>;
  /** Offset while the rule applies; SuperOffice does not document the unit. Null: none, no right. */
  readonly tzOffset?: Maybe<Scalars['Int']['output']>;
};

/** A channel for customers' chats: its agents, when it is open, and how its widget looks on a web page. */
export type ChatTopic = {
  readonly __typename?: 'ChatTopic';
  /**
   * One of these users, by user name; null when they are not assigned to the topic. Costs one call for each topic and name.
   * Null: none, no right, failed.
   */
  readonly agent?: Maybe<ChatTopicAgent>;
  /**
   * Users who are assigned to the topic, and what each may do there. Costs one call for each topic.
   * Null: none, no right, failed.
   */
  readonly agents?: Maybe<ReadonlyArray<ChatTopicAgent>>;
  /** Recipients of the topic's alerts, one or several. Null: none, no right. */
  readonly alertRecipient?: Maybe<Scalars['String']['output']>;
  /** Template that alerts are written from; null when there is none. Null: none, no right. */
  readonly alertTemplate?: Maybe<ChatReplyTemplate>;
  /** Header of the badge of the widget. Null: none, no right. */
  readonly badgeHeader?: Maybe<Scalars['String']['output']>;
  /** True when a chatbot takes part: its scripts run on the events of a session. Null: none, no right. */
  readonly botEnabled?: Maybe<Scalars['Boolean']['output']>;
  /** The chatbot's name and scripts. Null: none, no right. */
  readonly botSettings?: Maybe<ChatBotSettings>;
  /** Sessions of the topic, as by `Query.findChatSessions`. One call for each topic. Null: failed. */
  readonly chatSessions?: Maybe<ChatSessionConnection>;
  /** True when the customer is asked to consent that the given data is stored. Null: none, no right. */
  readonly collectConsent?: Maybe<Scalars['Boolean']['output']>;
  /**
   * Text for the customer who waits in the queue; shown only when `customQueueTextEnabled` is true.
   * Null: none, no right.
   */
  readonly customQueueText?: Maybe<Scalars['String']['output']>;
  /** True when `customQueueText` is shown instead of SuperOffice's own text. Null: none, no right. */
  readonly customQueueTextEnabled?: Maybe<Scalars['Boolean']['output']>;
  /** Free text about the topic. Null: none, no right. */
  readonly description?: Maybe<Scalars['String']['output']>;
  /** Rights and types of the topic's fields, sorted by name. Null: none, no right. */
  readonly fieldProperties?: Maybe<ReadonlyArray<ChatFieldProperty>>;
  /** Primary key. */
  readonly id: Scalars['ID']['output'];
  /**
   * Whether the topic is within its opening hours right now, by SuperOffice's time zone and clock. Also
   * true for a topic that has no opening hours (`openingHoursEnabled` is false). Costs one call for each topic.
   * Null: none, failed.
   */
  readonly isOpen?: Maybe<Scalars['Boolean']['output']>;
  /** Customer language of the topic; null when none is chosen. Null: none, no right. */
  readonly language?: Maybe<ChatCustomerLanguage>;
  /** When an agent last took a session of the topic; null when none has been taken. Null: none, no right. */
  readonly lastAccept?: Maybe<Scalars['DateTime']['output']>;
  /** Name of the topic. Null: none, no right. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /**
   * True when the customer is asked to consent that data left while the topic is offline is stored.
   * Null: none, no right.
   */
  readonly offlineCollectConsent?: Maybe<Scalars['Boolean']['output']>;
  /** Number of customers in the queue from which that form is offered. Null: none, no right. */
  readonly offlineFormQueueLength?: Maybe<Scalars['Int']['output']>;
  /** Minutes in the queue until that form is offered. Null: none, no right. */
  readonly offlineFormTimeLimit?: Maybe<Scalars['Int']['output']>;
  /** When the topic is open, day by day; only when `openingHoursEnabled` is true. Null: none, no right. */
  readonly openingHours?: Maybe<ChatOpeningHours>;
  /** True when `openingHours` count, false when the topic has none. Null: none, no right. */
  readonly openingHoursEnabled?: Maybe<Scalars['Boolean']['output']>;
  /** Average number of seconds per taken session. Null: none, no right. */
  readonly secondsPrAccept?: Maybe<Scalars['Int']['output']>;
  /** What the caller may do with the topic. Null: none, no right. */
  readonly tableRight?: Maybe<ChatTableRight>;
  /** Category of requests that are left while the topic is offline; null when none is chosen. Null: none, no right. */
  readonly ticketCategory?: Maybe<ChatTicketCategory>;
  /** True when the customer can leave a request while the topic is offline. Null: none, no right. */
  readonly ticketEnabled?: Maybe<Scalars['Boolean']['output']>;
  /** Priority of requests that are left while the topic is offline; null when none is chosen. Null: none, no right. */
  readonly ticketPriority?: Maybe<ChatTicketPriority>;
  /** True when the customer can turn from the queue to the form for an offline topic. Null: none, no right. */
  readonly useQueueOfflineForm?: Maybe<Scalars['Boolean']['output']>;
  /** Minutes until agents are warned of a new message in a chat. Null: none, no right. */
  readonly warnChatMessageMinutes?: Maybe<Scalars['Int']['output']>;
  /** Minutes until managers are warned of a new message in a chat. Null: none, no right. */
  readonly warnManagerChatMessageMinutes?: Maybe<Scalars['Int']['output']>;
  /** Minutes until managers are warned of a new chat. Null: none, no right. */
  readonly warnManagerNewChatMinutes?: Maybe<Scalars['Int']['output']>;
  /** Minutes until agents are warned of a new chat. Null: none, no right. */
  readonly warnNewChatMinutes?: Maybe<Scalars['Int']['output']>;
  /** Message that the customer is greeted with when a session starts. Null: none, no right. */
  readonly welcomeMessage?: Maybe<Scalars['String']['output']>;
  /** How the widget looks and what it asks for. Null: none, no right. */
  readonly widget?: Maybe<ChatWidgetSettings>;
  /** True when the customer can rate the conversation in the widget. Null: none, no right. */
  readonly widgetEnableRating?: Maybe<Scalars['Boolean']['output']>;
  /** Text next to the rating stars. Null: none, no right. */
  readonly widgetRatingText?: Maybe<Scalars['String']['output']>;
};


/** A channel for customers' chats: its agents, when it is open, and how its widget looks on a web page. */
export type ChatTopicAgentArgs = {
  userName: Scalars['String']['input'];
};


/** A channel for customers' chats: its agents, when it is open, and how its widget looks on a web page. */
export type ChatTopicChatSessionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ChatSessionFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<ChatSessionOrder>;
};


/** A channel for customers' chats: its agents, when it is open, and how its widget looks on a web page. */
export type ChatTopicFieldPropertiesArgs = {
  names?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
};

/** A user who is assigned to a chat topic, and what that user may do there. */
export type ChatTopicAgent = {
  readonly __typename?: 'ChatTopicAgent';
  /** True when the user may listen in on sessions of the topic. Null: none, no right. */
  readonly canListen?: Maybe<Scalars['Boolean']['output']>;
  /** True when the user is a manager of the topic. Null: none, no right. */
  readonly canManage?: Maybe<Scalars['Boolean']['output']>;
  /** True when the user is notified of events in the topic. Null: none, no right. */
  readonly canNotify?: Maybe<Scalars['Boolean']['output']>;
  /** True when the user may respond to customers of the topic. Null: none, no right. */
  readonly canRespond?: Maybe<Scalars['Boolean']['output']>;
  /** The chat topic. */
  readonly topicId: Scalars['ID']['output'];
  /** The user. Null: none, no right. */
  readonly user?: Maybe<ChatAssociate>;
};

/** A user of a topic, and what changes for them. */
export type ChatTopicAgentInput = {
  /** What the user may do in the topic. */
  readonly roles: ChatTopicRolesInput;
  /** The user: `ChatAssociate.userName`, or `ChatAssociate.name`. */
  readonly userName: Scalars['String']['input'];
};

/** The result of changing the users of a topic. */
export type ChatTopicAgentsPayload = {
  readonly __typename?: 'ChatTopicAgentsPayload';
  /** The users that were added or changed, as they are afterwards; none after a removal. Null: none. */
  readonly agents?: Maybe<ReadonlyArray<ChatTopicAgent>>;
  /** Why nothing was done; empty when it was done. */
  readonly userErrors: ReadonlyArray<ChatUserError>;
};

/**
 * Settings of a topic. What is left out stays as it is, or is SuperOffice's default in a new topic; null clears a text, and is 0 or false for
 * others. Texts can be in several languages, in SuperOffice's notation: `NO:"Hei";US:"Hello"`.
 */
export type ChatTopicInput = {
  /** Recipients of the topic's alerts, one or several. */
  readonly alertRecipient?: InputMaybe<Scalars['String']['input']>;
  /** Template that alerts are written from, `ChatReplyTemplate.id`; null: none. */
  readonly alertTemplateId?: InputMaybe<Scalars['ID']['input']>;
  /** Header of the badge of the widget. */
  readonly badgeHeader?: InputMaybe<Scalars['String']['input']>;
  /** Whether a chatbot takes part. */
  readonly botEnabled?: InputMaybe<Scalars['Boolean']['input']>;
  /** The chatbot's name and scripts; null: none. */
  readonly botSettings?: InputMaybe<ChatBotSettingsInput>;
  /** Whether the customer is asked to consent that the given data is stored. */
  readonly collectConsent?: InputMaybe<Scalars['Boolean']['input']>;
  /** Text for the customer who waits in the queue. */
  readonly customQueueText?: InputMaybe<Scalars['String']['input']>;
  /** Whether `customQueueText` is shown instead of SuperOffice's own text. */
  readonly customQueueTextEnabled?: InputMaybe<Scalars['Boolean']['input']>;
  /** Free text about the topic. */
  readonly description?: InputMaybe<Scalars['String']['input']>;
  /** Customer language, `ChatCustomerLanguage.id`; null: none. */
  readonly languageId?: InputMaybe<Scalars['ID']['input']>;
  /** Whether the customer is asked to consent that data left while the topic is offline is stored. */
  readonly offlineCollectConsent?: InputMaybe<Scalars['Boolean']['input']>;
  /** Number of customers in the queue from which that form is offered. */
  readonly offlineFormQueueLength?: InputMaybe<Scalars['Int']['input']>;
  /** Minutes in the queue until that form is offered. */
  readonly offlineFormTimeLimit?: InputMaybe<Scalars['Int']['input']>;
  /** When the topic is open, day by day; null: no hours. */
  readonly openingHours?: InputMaybe<ChatOpeningHoursInput>;
  /** Whether `openingHours` count; otherwise the topic is always open. */
  readonly openingHoursEnabled?: InputMaybe<Scalars['Boolean']['input']>;
  /** Category of such requests, `ChatTicketCategory.id`; null: none. */
  readonly ticketCategoryId?: InputMaybe<Scalars['ID']['input']>;
  /** Whether the customer can leave a request while the topic is offline. */
  readonly ticketEnabled?: InputMaybe<Scalars['Boolean']['input']>;
  /** Priority of such requests, `ChatTicketPriority.id`; null: none. */
  readonly ticketPriorityId?: InputMaybe<Scalars['ID']['input']>;
  /** Whether the customer can turn from the queue to the form for an offline topic. */
  readonly useQueueOfflineForm?: InputMaybe<Scalars['Boolean']['input']>;
  /** Minutes until agents are warned of a new message in a chat. */
  readonly warnChatMessageMinutes?: InputMaybe<Scalars['Int']['input']>;
  /** Minutes until managers are warned of a new message in a chat. */
  readonly warnManagerChatMessageMinutes?: InputMaybe<Scalars['Int']['input']>;
  /** Minutes until managers are warned of a new chat. */
  readonly warnManagerNewChatMinutes?: InputMaybe<Scalars['Int']['input']>;
  /** Minutes until agents are warned of a new chat. */
  readonly warnNewChatMinutes?: InputMaybe<Scalars['Int']['input']>;
  /** Message that the customer is greeted with when a session starts. */
  readonly welcomeMessage?: InputMaybe<Scalars['String']['input']>;
  /** How the widget looks and what it asks for; null: SuperOffice's defaults. */
  readonly widget?: InputMaybe<ChatWidgetSettingsInput>;
  /** Whether the customer can rate the conversation in the widget. */
  readonly widgetEnableRating?: InputMaybe<Scalars['Boolean']['input']>;
  /** Text next to the rating stars. */
  readonly widgetRatingText?: InputMaybe<Scalars['String']['input']>;
};

/** The result of creating or changing a topic. */
export type ChatTopicPayload = {
  readonly __typename?: 'ChatTopicPayload';
  /** The topic afterwards; null when there is none. Null: none. */
  readonly topic?: Maybe<ChatTopic>;
  /** Why nothing was done; empty when it was done. */
  readonly userErrors: ReadonlyArray<ChatUserError>;
};

/** What a user may do in a topic; null is false. */
export type ChatTopicRolesInput = {
  /** Listen in on sessions. */
  readonly canListen?: InputMaybe<Scalars['Boolean']['input']>;
  /** Manage the topic. */
  readonly canManage?: InputMaybe<Scalars['Boolean']['input']>;
  /** Be notified of events. */
  readonly canNotify?: InputMaybe<Scalars['Boolean']['input']>;
  /** Respond to customers. */
  readonly canRespond?: InputMaybe<Scalars['Boolean']['input']>;
};

/** The format of a transcript. */
export type ChatTranscriptFormat =
  /** HTML, not sanitized. */
  | 'HTML'
  /** Plain text. */
  | 'TEXT';

/** A user who can receive a chat by transfer, or a group of such users: an item of SuperOffice's list `chatuser`. */
export type ChatTransferTarget = {
  readonly __typename?: 'ChatTransferTarget';
  /**
   * The user's associate id, for `transferChatSession(toAssociateId:)`. It is found among the agents of the caller's topics by
   * number and name together: one call for the topics and one for each of them. Null for groups, for users who are in no topic of
   * the caller's, and where more than one user matches.
   * Null: unknown, no right, failed.
   */
  readonly associateId?: Maybe<Scalars['ID']['output']>;
  /** Items below this one; null when SuperOffice sends no value. Null: none, no right. */
  readonly childItems?: Maybe<ReadonlyArray<ChatTransferTarget>>;
  /** Color mark that clients show, as a number. Null: none, no right. */
  readonly colorBlock?: Maybe<Scalars['Int']['output']>;
  /** True when the item has been deleted from the list. Null: none, no right. */
  readonly deleted?: Maybe<Scalars['Boolean']['output']>;
  /** Further data of the list item, in SuperOffice's own notation. Null: none, no right. */
  readonly extraInfo?: Maybe<Scalars['String']['output']>;
  /** Rights and types of the item's fields, sorted by name. Null: none, no right. */
  readonly fieldProperties?: Maybe<ReadonlyArray<ChatFieldProperty>>;
  /** Name together with its position in the list. Null: none, no right. */
  readonly fullName?: Maybe<Scalars['String']['output']>;
  /** Name of the icon that clients show, in SuperOffice's own words. Null: none, no right. */
  readonly iconHint?: Maybe<Scalars['String']['output']>;
  /**
   * Id of the list item. SuperOffice documents it as the user's ejUser id; some servers may send the associate id.
   * It is no input for any operation: `transferChatSession` takes `associateId` or `userName`. Items without one are left out.
   */
  readonly id: Scalars['ID']['output'];
  /** Name of the item. Null: none, no right. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** Sort order in the list, lowest first. Null: none, no right. */
  readonly rank?: Maybe<Scalars['Int']['output']>;
  /** How clients show the item, such as its background color, in SuperOffice's own notation. Null: none, no right. */
  readonly styleHint?: Maybe<Scalars['String']['output']>;
  /** What the caller may do with the item. Null: none, no right. */
  readonly tableRight?: Maybe<ChatTableRight>;
  /** Explaining text that clients show next to the name. Null: none, no right. */
  readonly toolTip?: Maybe<Scalars['String']['output']>;
  /** Kind of item, in SuperOffice's own words. Null: none, no right. */
  readonly type?: Maybe<Scalars['String']['output']>;
  /**
   * The user's name for `transferChatSession(toUserName:)`; found in the same way as `associateId`.
   * Null: unknown, no right, failed.
   */
  readonly userName?: Maybe<Scalars['String']['output']>;
};


/** A user who can receive a chat by transfer, or a group of such users: an item of SuperOffice's list `chatuser`. */
export type ChatTransferTargetFieldPropertiesArgs = {
  names?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
};

/** The user of SuperOffice that the caller is. */
export type ChatUser = {
  readonly __typename?: 'ChatUser';
  /** Company of the user. Null: none, no right. */
  readonly contactId?: Maybe<Scalars['ID']['output']>;
  /** Service user id: what `ChatPresence.id` means. Null: none, no right. */
  readonly ejUserId?: Maybe<Scalars['ID']['output']>;
  /** E-mail address. Null: none, no right. */
  readonly email?: Maybe<Scalars['String']['output']>;
  /** Full name. Null: none, no right. */
  readonly fullName?: Maybe<Scalars['String']['output']>;
  /** Primary group of the user. Null: none, no right. */
  readonly groupId?: Maybe<Scalars['ID']['output']>;
  /** Associate id: what `ChatSession.user { id }` and transfers mean. */
  readonly id: Scalars['ID']['output'];
  /** Short name: initials or login name. Null: none, no right. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** Person record of the user. Null: none, no right. */
  readonly personId?: Maybe<Scalars['ID']['output']>;
  /** Role of the user. Null: none, no right. */
  readonly roleId?: Maybe<Scalars['ID']['output']>;
  /** Name of the role. Null: none, no right. */
  readonly roleName?: Maybe<Scalars['String']['output']>;
  /** User name, as SuperOffice signs it in. Null: none, no right. */
  readonly userName?: Maybe<Scalars['String']['output']>;
};

/**
 * SuperOffice did nothing, as its documented response shows (null, or an unchanged record),
 * because the state was not as the caller expected. All other cases are errors: SuperOffice refused (FORBIDDEN, UPSTREAM_REJECTED)
 * or failed, the outcome of the action is unknown, or something else was done than was requested.
 */
export type ChatUserError = {
  readonly __typename?: 'ChatUserError';
  /** For programs. */
  readonly code: ChatUserErrorCode;
  /** Path of the argument that it is about, from the argument's name. Null: none. */
  readonly field?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** For users: what happened, and what to do. */
  readonly message: Scalars['String']['output'];
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

/** What a form of the widget asks for. SuperOffice's ChatWidgetSettings.RequiredFields and OfflineFields. */
export type ChatWidgetField =
  /** Company name. */
  | 'COMPANY'
  /** Country. */
  | 'COUNTRY'
  /** E-mail address. */
  | 'EMAIL'
  /** Name. */
  | 'NAME'
  /** Phone number. */
  | 'PHONE'
  /** Set by the gateway: SuperOffice sent a name that is not in this list yet. */
  | 'UNRECOGNIZED';

/** How the widget of a chat topic looks on a web page, what it asks for and what it says. */
export type ChatWidgetSettings = {
  readonly __typename?: 'ChatWidgetSettings';
  /** Color behind the agent's messages; optional. Null: none, no right. */
  readonly agentMsgColor?: Maybe<Scalars['String']['output']>;
  /** Color of the text of the agent's messages; optional. Null: none, no right. */
  readonly agentMsgTextColor?: Maybe<Scalars['String']['output']>;
  /** Category below which answers are looked for; null when none is chosen. Null: none, no right. */
  readonly autoFaqCategory?: Maybe<ChatKbCategory>;
  /** True when the customer is shown matching answers from the knowledge base. Null: none, no right. */
  readonly autoFaqEnabled?: Maybe<Scalars['Boolean']['output']>;
  /** Color of the badge; optional. Null: none, no right. */
  readonly badgeColor?: Maybe<Scalars['String']['output']>;
  /** Color of the text on the badge; optional. Null: none, no right. */
  readonly badgeTextColor?: Maybe<Scalars['String']['output']>;
  /** Color of the buttons; optional. Null: none, no right. */
  readonly buttonColor?: Maybe<Scalars['String']['output']>;
  /** Color of the text on the buttons; optional. Null: none, no right. */
  readonly buttonTextColor?: Maybe<Scalars['String']['output']>;
  /** Base color of the widget; this and the other colors are in SuperOffice's notation. Null: none, no right. */
  readonly color?: Maybe<Scalars['String']['output']>;
  /** Color behind the customer's messages; optional. Null: none, no right. */
  readonly custMsgColor?: Maybe<Scalars['String']['output']>;
  /** Color of the text of the customer's messages; optional. Null: none, no right. */
  readonly custMsgTextColor?: Maybe<Scalars['String']['output']>;
  /** Font of the widget. Null: none, no right. */
  readonly font?: Maybe<Scalars['String']['output']>;
  /** Font size, as text in SuperOffice's notation; optional. Null: none, no right. */
  readonly fontSize?: Maybe<Scalars['String']['output']>;
  /** Language of the widget, as an ISO code. Null: none, no right. */
  readonly languageIsoCode?: Maybe<Scalars['String']['output']>;
  /** Stored file that holds the logo; null when there is none. Null: none, no right. */
  readonly logoBlobId?: Maybe<Scalars['ID']['output']>;
  /** True when the widget shows a logo. Null: none, no right. */
  readonly logoEnabled?: Maybe<Scalars['Boolean']['output']>;
  /** File name or description of the logo. Null: none, no right. */
  readonly logoName?: Maybe<Scalars['String']['output']>;
  /**
   * What the customer must fill in to leave a request while the topic is offline; empty when nothing, null when
   * SuperOffice sends no value.
   * Null: none, no right.
   */
  readonly offlineFields?: Maybe<ReadonlyArray<ChatWidgetField>>;
  /** Header of the widget while the topic is offline. Null: none, no right. */
  readonly offlineHeader?: Maybe<Scalars['String']['output']>;
  /** Text in the widget while the topic is offline. Null: none, no right. */
  readonly offlineMessage?: Maybe<Scalars['String']['output']>;
  /** True when the customer is shown a form after the chat. Null: none, no right. */
  readonly postFormEnabled?: Maybe<Scalars['Boolean']['output']>;
  /** Header of the form after the chat. Null: none, no right. */
  readonly postFormHeader?: Maybe<Scalars['String']['output']>;
  /** Text of the form after the chat. Null: none, no right. */
  readonly postFormMessage?: Maybe<Scalars['String']['output']>;
  /** True when the customer can have a transcript of the session. Null: none, no right. */
  readonly postTranscriptEnabled?: Maybe<Scalars['Boolean']['output']>;
  /** True when customers who are not known fill in a form before the chat. Null: none, no right. */
  readonly preFormEnabled?: Maybe<Scalars['Boolean']['output']>;
  /** Text of the form before the chat. Null: none, no right. */
  readonly preFormMessage?: Maybe<Scalars['String']['output']>;
  /**
   * What the customer must fill in to start a chat; empty when nothing, null when SuperOffice sends no value.
   * Null: none, no right.
   */
  readonly requiredFields?: Maybe<ReadonlyArray<ChatWidgetField>>;
  /** True when the customer sees the agent's photo and name. Null: none, no right. */
  readonly showAgentPhoto?: Maybe<Scalars['Boolean']['output']>;
  /** Size of the widget. Null: none, no right. */
  readonly size?: Maybe<ChatWidgetSize>;
  /** Look that the widget is based on. Null: none, no right. */
  readonly theme?: Maybe<ChatWidgetTheme>;
  /** True when the widget calls the agent by first name. Null: none, no right. */
  readonly useAgentFirstname?: Maybe<Scalars['Boolean']['output']>;
  /** Short text that stays in view while the session waits or is active. Null: none, no right. */
  readonly welcomeMessage?: Maybe<Scalars['String']['output']>;
  /** Short greeting when the customer opens the chat. Null: none, no right. */
  readonly welcomeTitle?: Maybe<Scalars['String']['output']>;
};

/** How the widget of a topic looks on a web page, what it asks for and what it says. */
export type ChatWidgetSettingsInput = {
  /** Color behind the agent's messages. */
  readonly agentMsgColor?: InputMaybe<Scalars['String']['input']>;
  /** Color of the text of the agent's messages. */
  readonly agentMsgTextColor?: InputMaybe<Scalars['String']['input']>;
  /** Category below which answers are looked for; null: none. */
  readonly autoFaqCategoryId?: InputMaybe<Scalars['ID']['input']>;
  /** Whether the customer is shown matching answers from the knowledge base. */
  readonly autoFaqEnabled?: InputMaybe<Scalars['Boolean']['input']>;
  /** Color of the badge. */
  readonly badgeColor?: InputMaybe<Scalars['String']['input']>;
  /** Color of the text on the badge. */
  readonly badgeTextColor?: InputMaybe<Scalars['String']['input']>;
  /** Color of the buttons. */
  readonly buttonColor?: InputMaybe<Scalars['String']['input']>;
  /** Color of the text on the buttons. */
  readonly buttonTextColor?: InputMaybe<Scalars['String']['input']>;
  /** Base color of the widget, in SuperOffice's notation as the other colors. */
  readonly color?: InputMaybe<Scalars['String']['input']>;
  /** Color behind the customer's messages. */
  readonly custMsgColor?: InputMaybe<Scalars['String']['input']>;
  /** Color of the text of the customer's messages. */
  readonly custMsgTextColor?: InputMaybe<Scalars['String']['input']>;
  /** Font of the widget. */
  readonly font?: InputMaybe<Scalars['String']['input']>;
  /** Font size, as text in SuperOffice's notation. */
  readonly fontSize?: InputMaybe<Scalars['String']['input']>;
  /** Language of the widget, as an ISO code. */
  readonly languageIsoCode?: InputMaybe<Scalars['String']['input']>;
  /** Stored file that holds the logo; null: none. */
  readonly logoBlobId?: InputMaybe<Scalars['ID']['input']>;
  /** Whether the widget shows a logo. */
  readonly logoEnabled?: InputMaybe<Scalars['Boolean']['input']>;
  /** File name or description of the logo. */
  readonly logoName?: InputMaybe<Scalars['String']['input']>;
  /** What the customer must fill in to leave a request while the topic is offline. */
  readonly offlineFields?: InputMaybe<ReadonlyArray<ChatWidgetField>>;
  /** Header of the widget while the topic is offline. */
  readonly offlineHeader?: InputMaybe<Scalars['String']['input']>;
  /** Text in the widget while the topic is offline. */
  readonly offlineMessage?: InputMaybe<Scalars['String']['input']>;
  /** Whether the customer is shown a form after the chat. */
  readonly postFormEnabled?: InputMaybe<Scalars['Boolean']['input']>;
  /** Header of the form after the chat. */
  readonly postFormHeader?: InputMaybe<Scalars['String']['input']>;
  /** Text of the form after the chat. */
  readonly postFormMessage?: InputMaybe<Scalars['String']['input']>;
  /** Whether the customer can have a transcript of the session. */
  readonly postTranscriptEnabled?: InputMaybe<Scalars['Boolean']['input']>;
  /** Whether customers who are not known fill in a form before the chat. */
  readonly preFormEnabled?: InputMaybe<Scalars['Boolean']['input']>;
  /** Text of the form before the chat. */
  readonly preFormMessage?: InputMaybe<Scalars['String']['input']>;
  /** What the customer must fill in to start a chat. */
  readonly requiredFields?: InputMaybe<ReadonlyArray<ChatWidgetField>>;
  /** Whether the customer sees the agent's photo and name. */
  readonly showAgentPhoto?: InputMaybe<Scalars['Boolean']['input']>;
  /** Size of the widget; null: NORMAL. */
  readonly size?: InputMaybe<ChatWidgetSize>;
  /** Look that the widget is based on; null: CLASSIC. */
  readonly theme?: InputMaybe<ChatWidgetTheme>;
  /** Whether the widget calls the agent by first name. */
  readonly useAgentFirstname?: InputMaybe<Scalars['Boolean']['input']>;
  /** Short text that stays in view while the session waits or is active. */
  readonly welcomeMessage?: InputMaybe<Scalars['String']['input']>;
  /** Short greeting when the customer opens the chat. */
  readonly welcomeTitle?: InputMaybe<Scalars['String']['input']>;
};

/** Size of the widget. SuperOffice's ChatWidgetSettings.Size. */
export type ChatWidgetSize =
  /** Larger than usual. */
  | 'LARGE'
  /** As usual. */
  | 'NORMAL'
  /** Set by the gateway: SuperOffice sent a name that is not in this list yet. */
  | 'UNRECOGNIZED';

/** Look of the widget. SuperOffice's ChatWidgetSettings.Theme. */
export type ChatWidgetTheme =
  /** The classic look. */
  | 'CLASSIC'
  /** The modern look. */
  | 'MODERN'
  /** Set by the gateway: SuperOffice sent a name that is not in this list yet. */
  | 'UNRECOGNIZED';

/**
 * The actions of an agent in a chat console. The fields run one after the other, and no action is sent twice: if there is no usable
 * response, the error is UPSTREAM_OUTCOME_UNKNOWN, and the record should be read before the action is tried again.
 * With an `idempotencyKey`, of at most 255 characters, best a UUID, a repeat of the same action with the same arguments is safe: for ten
 * minutes it does nothing again, and reads what it selects. It waits for the first request, and after an unknown outcome it looks before it
 * acts; where nothing shows whether the action was done, the error stays UPSTREAM_OUTCOME_UNKNOWN. The caller's id costs one call, once in
 * ten minutes. Another action or other arguments with the same key: IDEMPOTENCY_KEY_PARAMETER_MISMATCH. Keys are kept in the memory of one
 * gateway, which a restart empties; replicas that share a Redis know each other's.
 */
export type Mutation = {
  readonly __typename?: 'Mutation';
  /**
   * Takes over a session that is offered to the caller. With `userErrors` selected the session is read first, because the
   * response alone does not show whether there was an offer: two calls instead of one.
   * Null: failed.
   */
  readonly acceptChatSessionTransfer?: Maybe<ChatSessionPayload>;
  /** Sends a message to the customer in the caller's name. Null: failed. */
  readonly addChatMessage?: Maybe<ChatMessagePayload>;
  /**
   * Assigns a user to a topic, in two calls: the roles that are left out are SuperOffice's defaults.
   * Null: failed.
   */
  readonly addChatTopicAgent?: Maybe<ChatTopicAgentsPayload>;
  /**
   * Closes a session. SuperOffice has no operation for that: the status is read, and changed to FINISHED if it is still the same, in two
   * calls. If the status changes between the two, for example by a new message, the error is CHANGED_MEANWHILE, and nothing is changed. A
   * session that is already over is not changed. On servers without PATCH (SESSION_CHANGES=save) the complete record is read and saved, which
   * overwrites what changes between the two.
   * Null: failed.
   */
  readonly closeChatSession?: Maybe<ChatSessionPayload>;
  /**
   * Starts a new session, which waits in the topic's queue. On module-based subscriptions SuperOffice meters started chat
   * sessions: each one costs money in addition to the call.
   * Null: failed.
   */
  readonly createChatSession?: Maybe<ChatSessionPayload>;
  /**
   * Creates a topic with SuperOffice's default values, where `input` has none, in two calls. It has no agents yet.
   * Null: failed.
   */
  readonly createChatTopic?: Maybe<ChatTopicPayload>;
  /**
   * Deletes a session for good. With `userErrors` selected the session is read first, because the response does not say whether there was one:
   * two calls instead of one.
   * Null: failed.
   */
  readonly deleteChatSession?: Maybe<ChatDeletionPayload>;
  /**
   * Deletes a topic for good. With `userErrors` selected the topic is read first, as for a session.
   * Null: failed.
   */
  readonly deleteChatTopic?: Maybe<ChatDeletionPayload>;
  /** Takes a session out of the queue and assigns it to the caller; the customer gets the welcome message. Null: failed. */
  readonly pickUpChatSession?: Maybe<ChatSessionPayload>;
  /** Takes the session that is next in the caller's queue. Null: failed. */
  readonly pickUpNextChatSession?: Maybe<ChatSessionPayload>;
  /** Rejects such an offer. With `userErrors` selected it takes two calls, as for accepting. Null: failed. */
  readonly rejectChatSessionTransfer?: Maybe<ChatSessionPayload>;
  /**
   * Removes a user from a topic. With `userErrors` selected the user is read first: two calls instead of one.
   * Null: failed.
   */
  readonly removeChatTopicAgent?: Maybe<ChatTopicAgentsPayload>;
  /** Puts a session back into the queue, where any agent can take it. Null: failed. */
  readonly resetChatSession?: Maybe<ChatSessionPayload>;
  /**
   * Sets whether the caller is present for chats. With `presence` or `userErrors` selected it takes two calls; the caller's id costs
   * one more, once in ten minutes.
   * Null: failed.
   */
  readonly setMyChatPresence?: Maybe<ChatPresencePayload>;
  /**
   * Offers one of the caller's own sessions to a colleague, who then accepts or rejects it. Exactly one of
   * `toAssociateId`, `toUserName` and `to` is required. If the session is offered to another user afterwards, the error is
   * TRANSFER_REACHED_ANOTHER_USER, which names that user.
   * Null: failed.
   */
  readonly transferChatSession?: Maybe<ChatSessionPayload>;
  /**
   * Changes a session, in one call: only what `input` names. SuperOffice compares `expected` with the session before it saves; whether nothing
   * can come between the two is not documented. If a value is another one, the session is read, if more than its id is selected. An older
   * SuperOffice may lack the operation: it refuses, or responds as if there were no such session, and the operator sets SESSION_CHANGES=save.
   * Null: failed.
   */
  readonly updateChatSession?: Maybe<ChatSessionPayload>;
  /**
   * Changes a topic: only what `input` names. The complete topic is read and saved, in two calls: what another user changes between the two
   * is overwritten.
   * Null: failed.
   */
  readonly updateChatTopic?: Maybe<ChatTopicPayload>;
  /**
   * Changes what users may do in a topic, in two calls: the roles that are left out stay as they are. If one of the users is not assigned to
   * the topic, the error is NOT_FOUND, and nothing is changed.
   * Null: failed.
   */
  readonly updateChatTopicAgents?: Maybe<ChatTopicAgentsPayload>;
};


/**
 * The actions of an agent in a chat console. The fields run one after the other, and no action is sent twice: if there is no usable
 * response, the error is UPSTREAM_OUTCOME_UNKNOWN, and the record should be read before the action is tried again.
 * With an `idempotencyKey`, of at most 255 characters, best a UUID, a repeat of the same action with the same arguments is safe: for ten
 * minutes it does nothing again, and reads what it selects. It waits for the first request, and after an unknown outcome it looks before it
 * acts; where nothing shows whether the action was done, the error stays UPSTREAM_OUTCOME_UNKNOWN. The caller's id costs one call, once in
 * ten minutes. Another action or other arguments with the same key: IDEMPOTENCY_KEY_PARAMETER_MISMATCH. Keys are kept in the memory of one
 * gateway, which a restart empties; replicas that share a Redis know each other's.
 */
export type MutationAcceptChatSessionTransferArgs = {
  id: Scalars['ID']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};


/**
 * The actions of an agent in a chat console. The fields run one after the other, and no action is sent twice: if there is no usable
 * response, the error is UPSTREAM_OUTCOME_UNKNOWN, and the record should be read before the action is tried again.
 * With an `idempotencyKey`, of at most 255 characters, best a UUID, a repeat of the same action with the same arguments is safe: for ten
 * minutes it does nothing again, and reads what it selects. It waits for the first request, and after an unknown outcome it looks before it
 * acts; where nothing shows whether the action was done, the error stays UPSTREAM_OUTCOME_UNKNOWN. The caller's id costs one call, once in
 * ten minutes. Another action or other arguments with the same key: IDEMPOTENCY_KEY_PARAMETER_MISMATCH. Keys are kept in the memory of one
 * gateway, which a restart empties; replicas that share a Redis know each other's.
 */
export type MutationAddChatMessageArgs = {
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  lastMessageId?: InputMaybe<Scalars['ID']['input']>;
  message: Scalars['String']['input'];
  sessionId: Scalars['ID']['input'];
};


/**
 * The actions of an agent in a chat console. The fields run one after the other, and no action is sent twice: if there is no usable
 * response, the error is UPSTREAM_OUTCOME_UNKNOWN, and the record should be read before the action is tried again.
 * With an `idempotencyKey`, of at most 255 characters, best a UUID, a repeat of the same action with the same arguments is safe: for ten
 * minutes it does nothing again, and reads what it selects. It waits for the first request, and after an unknown outcome it looks before it
 * acts; where nothing shows whether the action was done, the error stays UPSTREAM_OUTCOME_UNKNOWN. The caller's id costs one call, once in
 * ten minutes. Another action or other arguments with the same key: IDEMPOTENCY_KEY_PARAMETER_MISMATCH. Keys are kept in the memory of one
 * gateway, which a restart empties; replicas that share a Redis know each other's.
 */
export type MutationAddChatTopicAgentArgs = {
  associateId: Scalars['ID']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  roles?: InputMaybe<ChatTopicRolesInput>;
  topicId: Scalars['ID']['input'];
};


/**
 * The actions of an agent in a chat console. The fields run one after the other, and no action is sent twice: if there is no usable
 * response, the error is UPSTREAM_OUTCOME_UNKNOWN, and the record should be read before the action is tried again.
 * With an `idempotencyKey`, of at most 255 characters, best a UUID, a repeat of the same action with the same arguments is safe: for ten
 * minutes it does nothing again, and reads what it selects. It waits for the first request, and after an unknown outcome it looks before it
 * acts; where nothing shows whether the action was done, the error stays UPSTREAM_OUTCOME_UNKNOWN. The caller's id costs one call, once in
 * ten minutes. Another action or other arguments with the same key: IDEMPOTENCY_KEY_PARAMETER_MISMATCH. Keys are kept in the memory of one
 * gateway, which a restart empties; replicas that share a Redis know each other's.
 */
export type MutationCloseChatSessionArgs = {
  id: Scalars['ID']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};


/**
 * The actions of an agent in a chat console. The fields run one after the other, and no action is sent twice: if there is no usable
 * response, the error is UPSTREAM_OUTCOME_UNKNOWN, and the record should be read before the action is tried again.
 * With an `idempotencyKey`, of at most 255 characters, best a UUID, a repeat of the same action with the same arguments is safe: for ten
 * minutes it does nothing again, and reads what it selects. It waits for the first request, and after an unknown outcome it looks before it
 * acts; where nothing shows whether the action was done, the error stays UPSTREAM_OUTCOME_UNKNOWN. The caller's id costs one call, once in
 * ten minutes. Another action or other arguments with the same key: IDEMPOTENCY_KEY_PARAMETER_MISMATCH. Keys are kept in the memory of one
 * gateway, which a restart empties; replicas that share a Redis know each other's.
 */
export type MutationCreateChatSessionArgs = {
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  input?: InputMaybe<ChatSessionUpdateInput>;
  topicId: Scalars['ID']['input'];
};


/**
 * The actions of an agent in a chat console. The fields run one after the other, and no action is sent twice: if there is no usable
 * response, the error is UPSTREAM_OUTCOME_UNKNOWN, and the record should be read before the action is tried again.
 * With an `idempotencyKey`, of at most 255 characters, best a UUID, a repeat of the same action with the same arguments is safe: for ten
 * minutes it does nothing again, and reads what it selects. It waits for the first request, and after an unknown outcome it looks before it
 * acts; where nothing shows whether the action was done, the error stays UPSTREAM_OUTCOME_UNKNOWN. The caller's id costs one call, once in
 * ten minutes. Another action or other arguments with the same key: IDEMPOTENCY_KEY_PARAMETER_MISMATCH. Keys are kept in the memory of one
 * gateway, which a restart empties; replicas that share a Redis know each other's.
 */
export type MutationCreateChatTopicArgs = {
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  input?: InputMaybe<ChatTopicInput>;
  name: Scalars['String']['input'];
};


/**
 * The actions of an agent in a chat console. The fields run one after the other, and no action is sent twice: if there is no usable
 * response, the error is UPSTREAM_OUTCOME_UNKNOWN, and the record should be read before the action is tried again.
 * With an `idempotencyKey`, of at most 255 characters, best a UUID, a repeat of the same action with the same arguments is safe: for ten
 * minutes it does nothing again, and reads what it selects. It waits for the first request, and after an unknown outcome it looks before it
 * acts; where nothing shows whether the action was done, the error stays UPSTREAM_OUTCOME_UNKNOWN. The caller's id costs one call, once in
 * ten minutes. Another action or other arguments with the same key: IDEMPOTENCY_KEY_PARAMETER_MISMATCH. Keys are kept in the memory of one
 * gateway, which a restart empties; replicas that share a Redis know each other's.
 */
export type MutationDeleteChatSessionArgs = {
  id: Scalars['ID']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};


/**
 * The actions of an agent in a chat console. The fields run one after the other, and no action is sent twice: if there is no usable
 * response, the error is UPSTREAM_OUTCOME_UNKNOWN, and the record should be read before the action is tried again.
 * With an `idempotencyKey`, of at most 255 characters, best a UUID, a repeat of the same action with the same arguments is safe: for ten
 * minutes it does nothing again, and reads what it selects. It waits for the first request, and after an unknown outcome it looks before it
 * acts; where nothing shows whether the action was done, the error stays UPSTREAM_OUTCOME_UNKNOWN. The caller's id costs one call, once in
 * ten minutes. Another action or other arguments with the same key: IDEMPOTENCY_KEY_PARAMETER_MISMATCH. Keys are kept in the memory of one
 * gateway, which a restart empties; replicas that share a Redis know each other's.
 */
export type MutationDeleteChatTopicArgs = {
  id: Scalars['ID']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};


/**
 * The actions of an agent in a chat console. The fields run one after the other, and no action is sent twice: if there is no usable
 * response, the error is UPSTREAM_OUTCOME_UNKNOWN, and the record should be read before the action is tried again.
 * With an `idempotencyKey`, of at most 255 characters, best a UUID, a repeat of the same action with the same arguments is safe: for ten
 * minutes it does nothing again, and reads what it selects. It waits for the first request, and after an unknown outcome it looks before it
 * acts; where nothing shows whether the action was done, the error stays UPSTREAM_OUTCOME_UNKNOWN. The caller's id costs one call, once in
 * ten minutes. Another action or other arguments with the same key: IDEMPOTENCY_KEY_PARAMETER_MISMATCH. Keys are kept in the memory of one
 * gateway, which a restart empties; replicas that share a Redis know each other's.
 */
export type MutationPickUpChatSessionArgs = {
  id: Scalars['ID']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};


/**
 * The actions of an agent in a chat console. The fields run one after the other, and no action is sent twice: if there is no usable
 * response, the error is UPSTREAM_OUTCOME_UNKNOWN, and the record should be read before the action is tried again.
 * With an `idempotencyKey`, of at most 255 characters, best a UUID, a repeat of the same action with the same arguments is safe: for ten
 * minutes it does nothing again, and reads what it selects. It waits for the first request, and after an unknown outcome it looks before it
 * acts; where nothing shows whether the action was done, the error stays UPSTREAM_OUTCOME_UNKNOWN. The caller's id costs one call, once in
 * ten minutes. Another action or other arguments with the same key: IDEMPOTENCY_KEY_PARAMETER_MISMATCH. Keys are kept in the memory of one
 * gateway, which a restart empties; replicas that share a Redis know each other's.
 */
export type MutationPickUpNextChatSessionArgs = {
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};


/**
 * The actions of an agent in a chat console. The fields run one after the other, and no action is sent twice: if there is no usable
 * response, the error is UPSTREAM_OUTCOME_UNKNOWN, and the record should be read before the action is tried again.
 * With an `idempotencyKey`, of at most 255 characters, best a UUID, a repeat of the same action with the same arguments is safe: for ten
 * minutes it does nothing again, and reads what it selects. It waits for the first request, and after an unknown outcome it looks before it
 * acts; where nothing shows whether the action was done, the error stays UPSTREAM_OUTCOME_UNKNOWN. The caller's id costs one call, once in
 * ten minutes. Another action or other arguments with the same key: IDEMPOTENCY_KEY_PARAMETER_MISMATCH. Keys are kept in the memory of one
 * gateway, which a restart empties; replicas that share a Redis know each other's.
 */
export type MutationRejectChatSessionTransferArgs = {
  id: Scalars['ID']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};


/**
 * The actions of an agent in a chat console. The fields run one after the other, and no action is sent twice: if there is no usable
 * response, the error is UPSTREAM_OUTCOME_UNKNOWN, and the record should be read before the action is tried again.
 * With an `idempotencyKey`, of at most 255 characters, best a UUID, a repeat of the same action with the same arguments is safe: for ten
 * minutes it does nothing again, and reads what it selects. It waits for the first request, and after an unknown outcome it looks before it
 * acts; where nothing shows whether the action was done, the error stays UPSTREAM_OUTCOME_UNKNOWN. The caller's id costs one call, once in
 * ten minutes. Another action or other arguments with the same key: IDEMPOTENCY_KEY_PARAMETER_MISMATCH. Keys are kept in the memory of one
 * gateway, which a restart empties; replicas that share a Redis know each other's.
 */
export type MutationRemoveChatTopicAgentArgs = {
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  topicId: Scalars['ID']['input'];
  userName: Scalars['String']['input'];
};


/**
 * The actions of an agent in a chat console. The fields run one after the other, and no action is sent twice: if there is no usable
 * response, the error is UPSTREAM_OUTCOME_UNKNOWN, and the record should be read before the action is tried again.
 * With an `idempotencyKey`, of at most 255 characters, best a UUID, a repeat of the same action with the same arguments is safe: for ten
 * minutes it does nothing again, and reads what it selects. It waits for the first request, and after an unknown outcome it looks before it
 * acts; where nothing shows whether the action was done, the error stays UPSTREAM_OUTCOME_UNKNOWN. The caller's id costs one call, once in
 * ten minutes. Another action or other arguments with the same key: IDEMPOTENCY_KEY_PARAMETER_MISMATCH. Keys are kept in the memory of one
 * gateway, which a restart empties; replicas that share a Redis know each other's.
 */
export type MutationResetChatSessionArgs = {
  id: Scalars['ID']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};


/**
 * The actions of an agent in a chat console. The fields run one after the other, and no action is sent twice: if there is no usable
 * response, the error is UPSTREAM_OUTCOME_UNKNOWN, and the record should be read before the action is tried again.
 * With an `idempotencyKey`, of at most 255 characters, best a UUID, a repeat of the same action with the same arguments is safe: for ten
 * minutes it does nothing again, and reads what it selects. It waits for the first request, and after an unknown outcome it looks before it
 * acts; where nothing shows whether the action was done, the error stays UPSTREAM_OUTCOME_UNKNOWN. The caller's id costs one call, once in
 * ten minutes. Another action or other arguments with the same key: IDEMPOTENCY_KEY_PARAMETER_MISMATCH. Keys are kept in the memory of one
 * gateway, which a restart empties; replicas that share a Redis know each other's.
 */
export type MutationSetMyChatPresenceArgs = {
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  present: Scalars['Boolean']['input'];
  userId?: InputMaybe<Scalars['ID']['input']>;
};


/**
 * The actions of an agent in a chat console. The fields run one after the other, and no action is sent twice: if there is no usable
 * response, the error is UPSTREAM_OUTCOME_UNKNOWN, and the record should be read before the action is tried again.
 * With an `idempotencyKey`, of at most 255 characters, best a UUID, a repeat of the same action with the same arguments is safe: for ten
 * minutes it does nothing again, and reads what it selects. It waits for the first request, and after an unknown outcome it looks before it
 * acts; where nothing shows whether the action was done, the error stays UPSTREAM_OUTCOME_UNKNOWN. The caller's id costs one call, once in
 * ten minutes. Another action or other arguments with the same key: IDEMPOTENCY_KEY_PARAMETER_MISMATCH. Keys are kept in the memory of one
 * gateway, which a restart empties; replicas that share a Redis know each other's.
 */
export type MutationTransferChatSessionArgs = {
  id: Scalars['ID']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  to?: InputMaybe<Scalars['ID']['input']>;
  toAssociateId?: InputMaybe<Scalars['ID']['input']>;
  toUserName?: InputMaybe<Scalars['String']['input']>;
};


/**
 * The actions of an agent in a chat console. The fields run one after the other, and no action is sent twice: if there is no usable
 * response, the error is UPSTREAM_OUTCOME_UNKNOWN, and the record should be read before the action is tried again.
 * With an `idempotencyKey`, of at most 255 characters, best a UUID, a repeat of the same action with the same arguments is safe: for ten
 * minutes it does nothing again, and reads what it selects. It waits for the first request, and after an unknown outcome it looks before it
 * acts; where nothing shows whether the action was done, the error stays UPSTREAM_OUTCOME_UNKNOWN. The caller's id costs one call, once in
 * ten minutes. Another action or other arguments with the same key: IDEMPOTENCY_KEY_PARAMETER_MISMATCH. Keys are kept in the memory of one
 * gateway, which a restart empties; replicas that share a Redis know each other's.
 */
export type MutationUpdateChatSessionArgs = {
  expected?: InputMaybe<ChatSessionExpectedInput>;
  id: Scalars['ID']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  input: ChatSessionUpdateInput;
};


/**
 * The actions of an agent in a chat console. The fields run one after the other, and no action is sent twice: if there is no usable
 * response, the error is UPSTREAM_OUTCOME_UNKNOWN, and the record should be read before the action is tried again.
 * With an `idempotencyKey`, of at most 255 characters, best a UUID, a repeat of the same action with the same arguments is safe: for ten
 * minutes it does nothing again, and reads what it selects. It waits for the first request, and after an unknown outcome it looks before it
 * acts; where nothing shows whether the action was done, the error stays UPSTREAM_OUTCOME_UNKNOWN. The caller's id costs one call, once in
 * ten minutes. Another action or other arguments with the same key: IDEMPOTENCY_KEY_PARAMETER_MISMATCH. Keys are kept in the memory of one
 * gateway, which a restart empties; replicas that share a Redis know each other's.
 */
export type MutationUpdateChatTopicArgs = {
  id: Scalars['ID']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  input?: InputMaybe<ChatTopicInput>;
  name?: InputMaybe<Scalars['String']['input']>;
};


/**
 * The actions of an agent in a chat console. The fields run one after the other, and no action is sent twice: if there is no usable
 * response, the error is UPSTREAM_OUTCOME_UNKNOWN, and the record should be read before the action is tried again.
 * With an `idempotencyKey`, of at most 255 characters, best a UUID, a repeat of the same action with the same arguments is safe: for ten
 * minutes it does nothing again, and reads what it selects. It waits for the first request, and after an unknown outcome it looks before it
 * acts; where nothing shows whether the action was done, the error stays UPSTREAM_OUTCOME_UNKNOWN. The caller's id costs one call, once in
 * ten minutes. Another action or other arguments with the same key: IDEMPOTENCY_KEY_PARAMETER_MISMATCH. Keys are kept in the memory of one
 * gateway, which a restart empties; replicas that share a Redis know each other's.
 */
export type MutationUpdateChatTopicAgentsArgs = {
  agents: ReadonlyArray<ChatTopicAgentInput>;
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  topicId: Scalars['ID']['input'];
};

/** Information about a page of a connection, by the connection specification. */
export type PageInfo = {
  readonly __typename?: 'PageInfo';
  /** Cursor of the last item. Null: none. */
  readonly endCursor?: Maybe<Scalars['String']['output']>;
  /** True when there are items behind the page. */
  readonly hasNextPage: Scalars['Boolean']['output'];
  /** True when the page was requested with `after`. */
  readonly hasPreviousPage: Scalars['Boolean']['output'];
  /** Cursor of the first item. Null: none. */
  readonly startCursor?: Maybe<Scalars['String']['output']>;
};

/**
 * The entry points for reading. Every field returns what the caller's own SuperOffice rights allow.
 *
 * The end of each nullable field's description says what null means, after `Null:`. `none`: SuperOffice has no value.
 * `no right`: SuperOffice hides it from the caller. `failed`: a call of its own failed. `older server`: this version of
 * SuperOffice does not have it. `unknown`: it cannot be computed from SuperOffice's values. `Null item:` describes the items of
 * a list. Wherever a null means a failure, `errors` has an error with its path, also for a value that SuperOffice sent in a form
 * that cannot be read.
 */
export type Query = {
  readonly __typename?: 'Query';
  /**
   * The messages of a session, without the session: for polling, one call instead of two. Null where SuperOffice has no
   * list.
   * Null: none, no right, failed.
   */
  readonly chatMessages?: Maybe<ReadonlyArray<ChatMessage>>;
  /** The users of the chat, and who is present right now, in one call. Null where SuperOffice has no list. Null: none, failed. */
  readonly chatPresence?: Maybe<ReadonlyArray<ChatPresence>>;
  /** One chat session; null when there is none with this id. Null: none, no right, failed. */
  readonly chatSession?: Maybe<ChatSession>;
  /**
   * Several chat sessions, in the order of `ids` and as many as `ids`; null where there is none. An invalid or failing id is an
   * error at its index and does not affect the others. Each distinct id is read once, even if it is repeated.
   * Null item: none, no right, failed.
   */
  readonly chatSessions: ReadonlyArray<Maybe<ChatSession>>;
  /** One chat topic; null when there is none with this id. Null: none, no right, failed. */
  readonly chatTopic?: Maybe<ChatTopic>;
  /** The same as `chatSession`, under the name that Relay's compiler writes for `@refetchable`. Null: none, no right, failed. */
  readonly fetch__ChatSession?: Maybe<ChatSession>;
  /** The same as `chatTopic`, under the name that Relay's compiler writes for `@refetchable`. Null: none, no right, failed. */
  readonly fetch__ChatTopic?: Maybe<ChatTopic>;
  /**
   * Finds sessions, also finished ones, in one call of SuperOffice's archive. Where the archive has not all that is selected of a
   * session, each found session costs one further call; then fewer per page are cheaper. Archives know no roles in
   * topics: unless the operator has decided otherwise, only sessions of topics in which the caller has a role are found,
   * which costs one call for these topics in each operation.
   * The filter needs at least one condition that SuperOffice can find sessions by: ids, topics, agents, persons, companies,
   * a range of dates, or how a text begins. Pages continue by `after` and stay correct when sessions come and go.
   * Null: failed.
   */
  readonly findChatSessions?: Maybe<ChatSessionConnection>;
  /**
   * The sessions of all topics in which the caller has a role (to respond, listen, manage or be notified), in one call.
   * Null where SuperOffice has no list. SuperOffice's documentation says which topics' sessions are in the list; it does
   * not say whether finished ones are, or for how long. So `status: [FINISHED]` may be empty although sessions have
   * finished.
   * Null: none, failed.
   */
  readonly myChatSessions?: Maybe<ReadonlyArray<ChatSession>>;
  /** The topics in which the caller has a role, in one call. Null where SuperOffice has no list. Null: none, failed. */
  readonly myChatTopics?: Maybe<ReadonlyArray<ChatTopic>>;
  /**
   * The user that the caller is, in one call. Null where the gateway makes its calls with credentials of its own.
   * Null: none, failed.
   */
  readonly myChatUser?: Maybe<ChatUser>;
  /** The users and groups that a session can be transferred to, in one call. Null where SuperOffice has no list. Null: none, failed. */
  readonly transferTargets?: Maybe<ReadonlyArray<ChatTransferTarget>>;
};


/**
 * The entry points for reading. Every field returns what the caller's own SuperOffice rights allow.
 *
 * The end of each nullable field's description says what null means, after `Null:`. `none`: SuperOffice has no value.
 * `no right`: SuperOffice hides it from the caller. `failed`: a call of its own failed. `older server`: this version of
 * SuperOffice does not have it. `unknown`: it cannot be computed from SuperOffice's values. `Null item:` describes the items of
 * a list. Wherever a null means a failure, `errors` has an error with its path, also for a value that SuperOffice sent in a form
 * that cannot be read.
 */
export type QueryChatMessagesArgs = {
  after?: InputMaybe<Scalars['ID']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  sessionId: Scalars['ID']['input'];
};


/**
 * The entry points for reading. Every field returns what the caller's own SuperOffice rights allow.
 *
 * The end of each nullable field's description says what null means, after `Null:`. `none`: SuperOffice has no value.
 * `no right`: SuperOffice hides it from the caller. `failed`: a call of its own failed. `older server`: this version of
 * SuperOffice does not have it. `unknown`: it cannot be computed from SuperOffice's values. `Null item:` describes the items of
 * a list. Wherever a null means a failure, `errors` has an error with its path, also for a value that SuperOffice sent in a form
 * that cannot be read.
 */
export type QueryChatSessionArgs = {
  id: Scalars['ID']['input'];
};


/**
 * The entry points for reading. Every field returns what the caller's own SuperOffice rights allow.
 *
 * The end of each nullable field's description says what null means, after `Null:`. `none`: SuperOffice has no value.
 * `no right`: SuperOffice hides it from the caller. `failed`: a call of its own failed. `older server`: this version of
 * SuperOffice does not have it. `unknown`: it cannot be computed from SuperOffice's values. `Null item:` describes the items of
 * a list. Wherever a null means a failure, `errors` has an error with its path, also for a value that SuperOffice sent in a form
 * that cannot be read.
 */
export type QueryChatSessionsArgs = {
  ids: ReadonlyArray<Scalars['ID']['input']>;
};


/**
 * The entry points for reading. Every field returns what the caller's own SuperOffice rights allow.
 *
 * The end of each nullable field's description says what null means, after `Null:`. `none`: SuperOffice has no value.
 * `no right`: SuperOffice hides it from the caller. `failed`: a call of its own failed. `older server`: this version of
 * SuperOffice does not have it. `unknown`: it cannot be computed from SuperOffice's values. `Null item:` describes the items of
 * a list. Wherever a null means a failure, `errors` has an error with its path, also for a value that SuperOffice sent in a form
 * that cannot be read.
 */
export type QueryChatTopicArgs = {
  id: Scalars['ID']['input'];
};


/**
 * The entry points for reading. Every field returns what the caller's own SuperOffice rights allow.
 *
 * The end of each nullable field's description says what null means, after `Null:`. `none`: SuperOffice has no value.
 * `no right`: SuperOffice hides it from the caller. `failed`: a call of its own failed. `older server`: this version of
 * SuperOffice does not have it. `unknown`: it cannot be computed from SuperOffice's values. `Null item:` describes the items of
 * a list. Wherever a null means a failure, `errors` has an error with its path, also for a value that SuperOffice sent in a form
 * that cannot be read.
 */
export type QueryFetch__ChatSessionArgs = {
  id: Scalars['ID']['input'];
};


/**
 * The entry points for reading. Every field returns what the caller's own SuperOffice rights allow.
 *
 * The end of each nullable field's description says what null means, after `Null:`. `none`: SuperOffice has no value.
 * `no right`: SuperOffice hides it from the caller. `failed`: a call of its own failed. `older server`: this version of
 * SuperOffice does not have it. `unknown`: it cannot be computed from SuperOffice's values. `Null item:` describes the items of
 * a list. Wherever a null means a failure, `errors` has an error with its path, also for a value that SuperOffice sent in a form
 * that cannot be read.
 */
export type QueryFetch__ChatTopicArgs = {
  id: Scalars['ID']['input'];
};


/**
 * The entry points for reading. Every field returns what the caller's own SuperOffice rights allow.
 *
 * The end of each nullable field's description says what null means, after `Null:`. `none`: SuperOffice has no value.
 * `no right`: SuperOffice hides it from the caller. `failed`: a call of its own failed. `older server`: this version of
 * SuperOffice does not have it. `unknown`: it cannot be computed from SuperOffice's values. `Null item:` describes the items of
 * a list. Wherever a null means a failure, `errors` has an error with its path, also for a value that SuperOffice sent in a form
 * that cannot be read.
 */
export type QueryFindChatSessionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter: ChatSessionFilter;
  first?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<ChatSessionOrder>;
};


/**
 * The entry points for reading. Every field returns what the caller's own SuperOffice rights allow.
 *
 * The end of each nullable field's description says what null means, after `Null:`. `none`: SuperOffice has no value.
 * `no right`: SuperOffice hides it from the caller. `failed`: a call of its own failed. `older server`: this version of
 * SuperOffice does not have it. `unknown`: it cannot be computed from SuperOffice's values. `Null item:` describes the items of
 * a list. Wherever a null means a failure, `errors` has an error with its path, also for a value that SuperOffice sent in a form
 * that cannot be read.
 */
export type QueryMyChatSessionsArgs = {
  assignedToMe?: InputMaybe<Scalars['Boolean']['input']>;
  status?: InputMaybe<ReadonlyArray<ChatSessionStatus>>;
  topicIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
};


/**
 * The entry points for reading. Every field returns what the caller's own SuperOffice rights allow.
 *
 * The end of each nullable field's description says what null means, after `Null:`. `none`: SuperOffice has no value.
 * `no right`: SuperOffice hides it from the caller. `failed`: a call of its own failed. `older server`: this version of
 * SuperOffice does not have it. `unknown`: it cannot be computed from SuperOffice's values. `Null item:` describes the items of
 * a list. Wherever a null means a failure, `errors` has an error with its path, also for a value that SuperOffice sent in a form
 * that cannot be read.
 */
export type QueryTransferTargetsArgs = {
  flat?: Scalars['Boolean']['input'];
  onlyPresent?: Scalars['Boolean']['input'];
};

/**
 * Live updates. Each stream first says how things are now, and then what has changed, so that a client that reconnects needs nothing
 * else. Every value is read with the caller's own rights, after SuperOffice reported a change or, where it cannot report any, after the
 * gateway has looked. An event contains only what differs from the event before.
 *
 * What does not arrive live, because SuperOffice reports no change of it: who is typing (`ChatSession.flags`), whether the customer has
 * read a message (`ChatMessage.readByCustomer`), whether they have left (`ChatSession.isCustomerGone`), and who is present
 * (`ChatPresence`). A stream shows these as they were when something else changed.
 *
 * Streams need a WebSocket (graphql-transport-ws), or `text/event-stream` or `multipart/mixed;subscriptionSpec=1.0` in Accept. They end
 * after SUBSCRIPTION_MAX_AGE_SECONDS, and when the gateway stops, with the error SUBSCRIPTION_RESTART: subscribe again.
 */
export type Subscription = {
  readonly __typename?: 'Subscription';
  /**
   * The messages of several sessions, oldest first, and then those that are added: one stream for all open chats. The first event has
   * the messages after `after`, and may be empty. It costs one call for each session, and a new message costs one call.
   * Null: failed.
   */
  readonly chatMessagesAdded?: Maybe<ChatMessagesUpdate>;
  /**
   * One session as it is now, and then each time that a selected part of it changes. It costs one call, and one for each change.
   * Null: failed.
   */
  readonly chatSessionChanged?: Maybe<ChatSessionUpdate>;
  /**
   * The sessions of all topics in which the caller has a role, as `myChatSessions` has them, and then what changes among them.
   * The first event is complete. It costs two calls, one of them for the caller's topics; a change costs one call, several changes at
   * once cost one call together, and changes in topics of others cost none.
   * Null: failed.
   */
  readonly myChatSessionsChanged?: Maybe<ChatSessionsUpdate>;
};


/**
 * Live updates. Each stream first says how things are now, and then what has changed, so that a client that reconnects needs nothing
 * else. Every value is read with the caller's own rights, after SuperOffice reported a change or, where it cannot report any, after the
 * gateway has looked. An event contains only what differs from the event before.
 *
 * What does not arrive live, because SuperOffice reports no change of it: who is typing (`ChatSession.flags`), whether the customer has
 * read a message (`ChatMessage.readByCustomer`), whether they have left (`ChatSession.isCustomerGone`), and who is present
 * (`ChatPresence`). A stream shows these as they were when something else changed.
 *
 * Streams need a WebSocket (graphql-transport-ws), or `text/event-stream` or `multipart/mixed;subscriptionSpec=1.0` in Accept. They end
 * after SUBSCRIPTION_MAX_AGE_SECONDS, and when the gateway stops, with the error SUBSCRIPTION_RESTART: subscribe again.
 */
export type SubscriptionChatMessagesAddedArgs = {
  after?: InputMaybe<Scalars['ID']['input']>;
  sessionIds: ReadonlyArray<Scalars['ID']['input']>;
};


/**
 * Live updates. Each stream first says how things are now, and then what has changed, so that a client that reconnects needs nothing
 * else. Every value is read with the caller's own rights, after SuperOffice reported a change or, where it cannot report any, after the
 * gateway has looked. An event contains only what differs from the event before.
 *
 * What does not arrive live, because SuperOffice reports no change of it: who is typing (`ChatSession.flags`), whether the customer has
 * read a message (`ChatMessage.readByCustomer`), whether they have left (`ChatSession.isCustomerGone`), and who is present
 * (`ChatPresence`). A stream shows these as they were when something else changed.
 *
 * Streams need a WebSocket (graphql-transport-ws), or `text/event-stream` or `multipart/mixed;subscriptionSpec=1.0` in Accept. They end
 * after SUBSCRIPTION_MAX_AGE_SECONDS, and when the gateway stops, with the error SUBSCRIPTION_RESTART: subscribe again.
 */
export type SubscriptionChatSessionChangedArgs = {
  id: Scalars['ID']['input'];
};


/**
 * Live updates. Each stream first says how things are now, and then what has changed, so that a client that reconnects needs nothing
 * else. Every value is read with the caller's own rights, after SuperOffice reported a change or, where it cannot report any, after the
 * gateway has looked. An event contains only what differs from the event before.
 *
 * What does not arrive live, because SuperOffice reports no change of it: who is typing (`ChatSession.flags`), whether the customer has
 * read a message (`ChatMessage.readByCustomer`), whether they have left (`ChatSession.isCustomerGone`), and who is present
 * (`ChatPresence`). A stream shows these as they were when something else changed.
 *
 * Streams need a WebSocket (graphql-transport-ws), or `text/event-stream` or `multipart/mixed;subscriptionSpec=1.0` in Accept. They end
 * after SUBSCRIPTION_MAX_AGE_SECONDS, and when the gateway stops, with the error SUBSCRIPTION_RESTART: subscribe again.
 */
export type SubscriptionMyChatSessionsChangedArgs = {
  assignedToMe?: InputMaybe<Scalars['Boolean']['input']>;
  status?: InputMaybe<ReadonlyArray<ChatSessionStatus>>;
  topicIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
};



export type ResolverTypeWrapper<T> = Promise<T | Error | null> | T | Error;

export type ReferenceResolver<TResult, TReference, TContext> = (
      reference: TReference,
      context: TContext,
      info: GraphQLResolveInfo
    ) => Promise<TResult> | TResult;

      type ScalarCheck<T, S> = S extends true ? T : NullableCheck<T, S>;
      type NullableCheck<T, S> = Maybe<T> extends T ? Maybe<ListCheck<NonNullable<T>, S>> : ListCheck<T, S>;
      type ListCheck<T, S> = T extends (infer U)[] ? NullableCheck<U, S>[] : GraphQLRecursivePick<T, S>;
      export type GraphQLRecursivePick<T, S> = { [K in keyof T & keyof S]: ScalarCheck<T[K], S[K]> };
    

export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

/** Mapping of federation types */
export type FederationTypes = {
  ChatAssociate: ChatAssociate;
  ChatContact: ChatContact;
  ChatPerson: ChatPerson;
  ChatProject: ChatProject;
  ChatSale: ChatSale;
  ChatSession: ChatSession;
  ChatTicket: ChatTicket;
  ChatTopic: ChatTopic;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  ChatAssociate:
    ( { __typename: 'ChatAssociate' }
    & GraphQLRecursivePick<FederationTypes['ChatAssociate'], {"id":true}> );
  ChatContact:
    ( { __typename: 'ChatContact' }
    & GraphQLRecursivePick<FederationTypes['ChatContact'], {"id":true}> );
  ChatPerson:
    ( { __typename: 'ChatPerson' }
    & GraphQLRecursivePick<FederationTypes['ChatPerson'], {"id":true}> );
  ChatProject:
    ( { __typename: 'ChatProject' }
    & GraphQLRecursivePick<FederationTypes['ChatProject'], {"id":true}> );
  ChatSale:
    ( { __typename: 'ChatSale' }
    & GraphQLRecursivePick<FederationTypes['ChatSale'], {"id":true}> );
  ChatSession:
    ( { __typename: 'ChatSession' }
    & GraphQLRecursivePick<FederationTypes['ChatSession'], {"id":true}> );
  ChatTicket:
    ( { __typename: 'ChatTicket' }
    & GraphQLRecursivePick<FederationTypes['ChatTicket'], {"id":true}> );
  ChatTopic:
    ( { __typename: 'ChatTopic' }
    & GraphQLRecursivePick<FederationTypes['ChatTopic'], {"id":true}> );
};



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  ChatAddress: ResolverTypeWrapper<ViewOf<ChatAddress>>;
  Float: ResolverTypeWrapper<ViewOf<Scalars['Float']['output']>>;
  ChatAddressType: ResolverTypeWrapper<ViewOf<ChatAddressType>>;
  ChatAssociate: ResolverTypeWrapper<ViewOf<ChatAssociate>>;
  Boolean: ResolverTypeWrapper<ViewOf<Scalars['Boolean']['output']>>;
  ID: ResolverTypeWrapper<ViewOf<Scalars['ID']['output']>>;
  Int: ResolverTypeWrapper<ViewOf<Scalars['Int']['output']>>;
  ChatAssociateType: ResolverTypeWrapper<ViewOf<ChatAssociateType>>;
  ChatBotSettings: ResolverTypeWrapper<ViewOf<ChatBotSettings>>;
  ChatBotSettingsInput: ResolverTypeWrapper<ViewOf<ChatBotSettingsInput>>;
  ChatContact: ResolverTypeWrapper<ViewOf<Omit<ChatContact, 'chatSessions'> & { chatSessions?: Maybe<ResolversTypes['ChatSessionConnection']> }>>;
  ChatCustomField: ResolverTypeWrapper<ViewOf<ChatCustomField>>;
  ChatCustomerLanguage: ResolverTypeWrapper<ViewOf<ChatCustomerLanguage>>;
  ChatDateTimeRange: ResolverTypeWrapper<ViewOf<ChatDateTimeRange>>;
  ChatDeletionPayload: ResolverTypeWrapper<ViewOf<ChatDeletionPayload>>;
  ChatFieldProperty: ResolverTypeWrapper<ViewOf<ChatFieldProperty>>;
  ChatFieldRight: ResolverTypeWrapper<ViewOf<ChatFieldRight>>;
  ChatFieldRightFlag: ResolverTypeWrapper<ViewOf<ChatFieldRightFlag>>;
  ChatIntRange: ResolverTypeWrapper<ViewOf<ChatIntRange>>;
  ChatKbCategory: ResolverTypeWrapper<ViewOf<ChatKbCategory>>;
  ChatLocalizedField: ResolverTypeWrapper<ViewOf<ChatLocalizedField>>;
  ChatMessage: ResolverTypeWrapper<ViewOf<ChatMessage>>;
  ChatMessageAuthorKind: ResolverTypeWrapper<ViewOf<ChatMessageAuthorKind>>;
  ChatMessagePayload: ResolverTypeWrapper<ViewOf<ChatMessagePayload>>;
  ChatMessageSpecialType: ResolverTypeWrapper<ViewOf<ChatMessageSpecialType>>;
  ChatMessageType: ResolverTypeWrapper<ViewOf<ChatMessageType>>;
  ChatMessagesEnd: ResolverTypeWrapper<ViewOf<ChatMessagesEnd>>;
  ChatMessagesUpdate: ResolverTypeWrapper<ViewOf<ChatMessagesUpdate>>;
  ChatOpeningHours: ResolverTypeWrapper<ViewOf<ChatOpeningHours>>;
  ChatOpeningHoursInput: ResolverTypeWrapper<ViewOf<ChatOpeningHoursInput>>;
  ChatOrderDirection: ResolverTypeWrapper<ViewOf<ChatOrderDirection>>;
  ChatPerson: ResolverTypeWrapper<ViewOf<Omit<ChatPerson, 'chatSessions'> & { chatSessions?: Maybe<ResolversTypes['ChatSessionConnection']> }>>;
  ChatPresence: ResolverTypeWrapper<ViewOf<Omit<ChatPresence, 'chatTopics'> & { chatTopics?: Maybe<ReadonlyArray<Maybe<ResolversTypes['ChatTopic']>>> }>>;
  ChatPresencePayload: ResolverTypeWrapper<ViewOf<Omit<ChatPresencePayload, 'presence'> & { presence?: Maybe<ResolversTypes['ChatPresence']> }>>;
  ChatProject: ResolverTypeWrapper<ViewOf<ChatProject>>;
  ChatReplyTemplate: ResolverTypeWrapper<ViewOf<ChatReplyTemplate>>;
  ChatSale: ResolverTypeWrapper<ViewOf<ChatSale>>;
  ChatSaleCompletion: ResolverTypeWrapper<ViewOf<ChatSaleCompletion>>;
  ChatSaleStatus: ResolverTypeWrapper<ViewOf<ChatSaleStatus>>;
  ChatSession: ResolverTypeWrapper<ViewOf<Omit<ChatSession, 'contact' | 'person' | 'topic'> & { contact?: Maybe<ResolversTypes['ChatContact']>, person?: Maybe<ResolversTypes['ChatPerson']>, topic?: Maybe<ResolversTypes['ChatTopic']> }>>;
  ChatSessionConnection: ResolverTypeWrapper<SessionConnection>;
  ChatSessionEdge: ResolverTypeWrapper<ViewOf<Omit<ChatSessionEdge, 'node'> & { node?: Maybe<ResolversTypes['ChatSession']> }>>;
  ChatSessionExpectedInput: ResolverTypeWrapper<ViewOf<ChatSessionExpectedInput>>;
  ChatSessionFilter: ResolverTypeWrapper<ViewOf<ChatSessionFilter>>;
  ChatSessionFlag: ResolverTypeWrapper<ViewOf<ChatSessionFlag>>;
  ChatSessionOrder: ResolverTypeWrapper<ViewOf<ChatSessionOrder>>;
  ChatSessionOrderField: ResolverTypeWrapper<ViewOf<ChatSessionOrderField>>;
  ChatSessionPayload: ResolverTypeWrapper<ViewOf<Omit<ChatSessionPayload, 'session'> & { session?: Maybe<ResolversTypes['ChatSession']> }>>;
  ChatSessionStatus: ResolverTypeWrapper<ViewOf<ChatSessionStatus>>;
  ChatSessionUpdate: ResolverTypeWrapper<ViewOf<Omit<ChatSessionUpdate, 'session'> & { session?: Maybe<ResolversTypes['ChatSession']> }>>;
  ChatSessionUpdateInput: ResolverTypeWrapper<ViewOf<ChatSessionUpdateInput>>;
  ChatSessionsUpdate: ResolverTypeWrapper<ViewOf<Omit<ChatSessionsUpdate, 'sessions'> & { sessions: ReadonlyArray<ResolversTypes['ChatSession']> }>>;
  ChatStreamEnd: ResolverTypeWrapper<ViewOf<ChatStreamEnd>>;
  ChatStructuredAddress: ResolverTypeWrapper<ViewOf<ChatStructuredAddress>>;
  ChatTableRight: ResolverTypeWrapper<ViewOf<ChatTableRight>>;
  ChatTableRightFlag: ResolverTypeWrapper<ViewOf<ChatTableRightFlag>>;
  ChatTextFilter: ResolverTypeWrapper<ViewOf<ChatTextFilter>>;
  ChatTicket: ResolverTypeWrapper<ViewOf<ChatTicket>>;
  ChatTicketBaseStatus: ResolverTypeWrapper<ViewOf<ChatTicketBaseStatus>>;
  ChatTicketCategory: ResolverTypeWrapper<ViewOf<ChatTicketCategory>>;
  ChatTicketOrigin: ResolverTypeWrapper<ViewOf<ChatTicketOrigin>>;
  ChatTicketPriority: ResolverTypeWrapper<ViewOf<ChatTicketPriority>>;
  ChatTicketReadStatus: ResolverTypeWrapper<ViewOf<ChatTicketReadStatus>>;
  ChatTicketSecurityLevel: ResolverTypeWrapper<ViewOf<ChatTicketSecurityLevel>>;
  ChatTimeZone: ResolverTypeWrapper<ViewOf<ChatTimeZone>>;
  ChatTimeZoneRule: ResolverTypeWrapper<ViewOf<ChatTimeZoneRule>>;
  ChatTopic: ResolverTypeWrapper<ViewOf<Omit<ChatTopic, 'chatSessions'> & { chatSessions?: Maybe<ResolversTypes['ChatSessionConnection']> }>>;
  ChatTopicAgent: ResolverTypeWrapper<ViewOf<ChatTopicAgent>>;
  ChatTopicAgentInput: ResolverTypeWrapper<ViewOf<ChatTopicAgentInput>>;
  ChatTopicAgentsPayload: ResolverTypeWrapper<ViewOf<ChatTopicAgentsPayload>>;
  ChatTopicInput: ResolverTypeWrapper<ViewOf<ChatTopicInput>>;
  ChatTopicPayload: ResolverTypeWrapper<ViewOf<Omit<ChatTopicPayload, 'topic'> & { topic?: Maybe<ResolversTypes['ChatTopic']> }>>;
  ChatTopicRolesInput: ResolverTypeWrapper<ViewOf<ChatTopicRolesInput>>;
  ChatTranscriptFormat: ResolverTypeWrapper<ViewOf<ChatTranscriptFormat>>;
  ChatTransferTarget: ResolverTypeWrapper<ViewOf<ChatTransferTarget>>;
  ChatUser: ResolverTypeWrapper<ViewOf<ChatUser>>;
  ChatUserError: ResolverTypeWrapper<ViewOf<ChatUserError>>;
  ChatUserErrorCode: ResolverTypeWrapper<ViewOf<ChatUserErrorCode>>;
  ChatWidgetField: ResolverTypeWrapper<ViewOf<ChatWidgetField>>;
  ChatWidgetSettings: ResolverTypeWrapper<ViewOf<ChatWidgetSettings>>;
  ChatWidgetSettingsInput: ResolverTypeWrapper<ViewOf<ChatWidgetSettingsInput>>;
  ChatWidgetSize: ResolverTypeWrapper<ViewOf<ChatWidgetSize>>;
  ChatWidgetTheme: ResolverTypeWrapper<ViewOf<ChatWidgetTheme>>;
  DateTime: ResolverTypeWrapper<ViewOf<Scalars['DateTime']['output']>>;
  LocalTime: ResolverTypeWrapper<ViewOf<Scalars['LocalTime']['output']>>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  PageInfo: ResolverTypeWrapper<ViewOf<PageInfo>>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  String: ResolverTypeWrapper<ViewOf<Scalars['String']['output']>>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  ChatAddress: ViewOf<ChatAddress>;
  Float: ViewOf<Scalars['Float']['output']>;
  ChatAssociate: ViewOf<ChatAssociate | FederationReferenceTypes['ChatAssociate']>;
  Boolean: ViewOf<Scalars['Boolean']['output']>;
  ID: ViewOf<Scalars['ID']['output']>;
  Int: ViewOf<Scalars['Int']['output']>;
  ChatBotSettings: ViewOf<ChatBotSettings>;
  ChatBotSettingsInput: ViewOf<ChatBotSettingsInput>;
  ChatContact: ViewOf<Omit<ChatContact, 'chatSessions'> & { chatSessions?: Maybe<ResolversParentTypes['ChatSessionConnection']> } | FederationReferenceTypes['ChatContact']>;
  ChatCustomField: ViewOf<ChatCustomField>;
  ChatCustomerLanguage: ViewOf<ChatCustomerLanguage>;
  ChatDateTimeRange: ViewOf<ChatDateTimeRange>;
  ChatDeletionPayload: ViewOf<ChatDeletionPayload>;
  ChatFieldProperty: ViewOf<ChatFieldProperty>;
  ChatFieldRight: ViewOf<ChatFieldRight>;
  ChatIntRange: ViewOf<ChatIntRange>;
  ChatKbCategory: ViewOf<ChatKbCategory>;
  ChatLocalizedField: ViewOf<ChatLocalizedField>;
  ChatMessage: ViewOf<ChatMessage>;
  ChatMessagePayload: ViewOf<ChatMessagePayload>;
  ChatMessagesEnd: ViewOf<ChatMessagesEnd>;
  ChatMessagesUpdate: ViewOf<ChatMessagesUpdate>;
  ChatOpeningHours: ViewOf<ChatOpeningHours>;
  ChatOpeningHoursInput: ViewOf<ChatOpeningHoursInput>;
  ChatPerson: ViewOf<Omit<ChatPerson, 'chatSessions'> & { chatSessions?: Maybe<ResolversParentTypes['ChatSessionConnection']> } | FederationReferenceTypes['ChatPerson']>;
  ChatPresence: ViewOf<Omit<ChatPresence, 'chatTopics'> & { chatTopics?: Maybe<ReadonlyArray<Maybe<ResolversParentTypes['ChatTopic']>>> }>;
  ChatPresencePayload: ViewOf<Omit<ChatPresencePayload, 'presence'> & { presence?: Maybe<ResolversParentTypes['ChatPresence']> }>;
  ChatProject: ViewOf<ChatProject | FederationReferenceTypes['ChatProject']>;
  ChatReplyTemplate: ViewOf<ChatReplyTemplate>;
  ChatSale: ViewOf<ChatSale | FederationReferenceTypes['ChatSale']>;
  ChatSession: ViewOf<Omit<ChatSession, 'contact' | 'person' | 'topic'> & { contact?: Maybe<ResolversParentTypes['ChatContact']>, person?: Maybe<ResolversParentTypes['ChatPerson']>, topic?: Maybe<ResolversParentTypes['ChatTopic']> } | FederationReferenceTypes['ChatSession']>;
  ChatSessionConnection: SessionConnection;
  ChatSessionEdge: ViewOf<Omit<ChatSessionEdge, 'node'> & { node?: Maybe<ResolversParentTypes['ChatSession']> }>;
  ChatSessionExpectedInput: ViewOf<ChatSessionExpectedInput>;
  ChatSessionFilter: ViewOf<ChatSessionFilter>;
  ChatSessionOrder: ViewOf<ChatSessionOrder>;
  ChatSessionPayload: ViewOf<Omit<ChatSessionPayload, 'session'> & { session?: Maybe<ResolversParentTypes['ChatSession']> }>;
  ChatSessionUpdate: ViewOf<Omit<ChatSessionUpdate, 'session'> & { session?: Maybe<ResolversParentTypes['ChatSession']> }>;
  ChatSessionUpdateInput: ViewOf<ChatSessionUpdateInput>;
  ChatSessionsUpdate: ViewOf<Omit<ChatSessionsUpdate, 'sessions'> & { sessions: ReadonlyArray<ResolversParentTypes['ChatSession']> }>;
  ChatStructuredAddress: ViewOf<ChatStructuredAddress>;
  ChatTableRight: ViewOf<ChatTableRight>;
  ChatTextFilter: ViewOf<ChatTextFilter>;
  ChatTicket: ViewOf<ChatTicket | FederationReferenceTypes['ChatTicket']>;
  ChatTicketCategory: ViewOf<ChatTicketCategory>;
  ChatTicketPriority: ViewOf<ChatTicketPriority>;
  ChatTimeZone: ViewOf<ChatTimeZone>;
  ChatTimeZoneRule: ViewOf<ChatTimeZoneRule>;
  ChatTopic: ViewOf<Omit<ChatTopic, 'chatSessions'> & { chatSessions?: Maybe<ResolversParentTypes['ChatSessionConnection']> } | FederationReferenceTypes['ChatTopic']>;
  ChatTopicAgent: ViewOf<ChatTopicAgent>;
  ChatTopicAgentInput: ViewOf<ChatTopicAgentInput>;
  ChatTopicAgentsPayload: ViewOf<ChatTopicAgentsPayload>;
  ChatTopicInput: ViewOf<ChatTopicInput>;
  ChatTopicPayload: ViewOf<Omit<ChatTopicPayload, 'topic'> & { topic?: Maybe<ResolversParentTypes['ChatTopic']> }>;
  ChatTopicRolesInput: ViewOf<ChatTopicRolesInput>;
  ChatTransferTarget: ViewOf<ChatTransferTarget>;
  ChatUser: ViewOf<ChatUser>;
  ChatUserError: ViewOf<ChatUserError>;
  ChatWidgetSettings: ViewOf<ChatWidgetSettings>;
  ChatWidgetSettingsInput: ViewOf<ChatWidgetSettingsInput>;
  DateTime: ViewOf<Scalars['DateTime']['output']>;
  LocalTime: ViewOf<Scalars['LocalTime']['output']>;
  Mutation: Record<PropertyKey, never>;
  PageInfo: ViewOf<PageInfo>;
  Query: Record<PropertyKey, never>;
  Subscription: Record<PropertyKey, never>;
  String: ViewOf<Scalars['String']['output']>;
};

export type FetchableDirectiveArgs = {
  field_name: Scalars['String']['input'];
};

export type FetchableDirectiveResolver<Result, Parent, ContextType = GatewayContext, Args = FetchableDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type ChatAddressResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['ChatAddress'] = ResolversParentTypes['ChatAddress']> = {
  fieldProperties?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ChatFieldProperty']>>, ParentType, ContextType, Partial<ChatAddressFieldPropertiesArgs>>;
  formatted?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  localizedAddress?: Resolver<Maybe<ReadonlyArray<ReadonlyArray<ResolversTypes['ChatLocalizedField']>>>, ParentType, ContextType>;
  postal?: Resolver<Maybe<ResolversTypes['ChatStructuredAddress']>, ParentType, ContextType>;
  street?: Resolver<Maybe<ResolversTypes['ChatStructuredAddress']>, ParentType, ContextType>;
  tableRight?: Resolver<Maybe<ResolversTypes['ChatTableRight']>, ParentType, ContextType>;
  wgs84Latitude?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  wgs84Longitude?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type ChatAssociateResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['ChatAssociate'] = ResolversParentTypes['ChatAssociate'], FederationReferenceType extends FederationReferenceTypes['ChatAssociate'] = FederationReferenceTypes['ChatAssociate']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['ChatAssociate']> | FederationReferenceType, FederationReferenceType, ContextType>;
  customFields?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ChatCustomField']>>, ParentType, ContextType>;
  deleted?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  ejUserId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  extraFields?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ChatCustomField']>>, ParentType, ContextType>;
  fieldProperties?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ChatFieldProperty']>>, ParentType, ContextType, Partial<ChatAssociateFieldPropertiesArgs>>;
  formalName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  fullName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  groupIdx?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  personId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  rank?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  tableRight?: Resolver<Maybe<ResolversTypes['ChatTableRight']>, ParentType, ContextType>;
  tooltip?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  type?: Resolver<Maybe<ResolversTypes['ChatAssociateType']>, ParentType, ContextType>;
  userName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ChatBotSettingsResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['ChatBotSettings'] = ResolversParentTypes['ChatBotSettings']> = {
  botMessageReceivedScriptId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  botName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  botRegisterScriptId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  botSessionChangedScriptId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  botSessionCreatedScriptId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type ChatContactResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['ChatContact'] = ResolversParentTypes['ChatContact'], FederationReferenceType extends FederationReferenceTypes['ChatContact'] = FederationReferenceTypes['ChatContact']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['ChatContact']> | FederationReferenceType, FederationReferenceType, ContextType>;
  activeErpLinks?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  address?: Resolver<Maybe<ResolversTypes['ChatAddress']>, ParentType, ContextType>;
  associateFullName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  associateId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  businessName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  categoryName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  chatSessions?: Resolver<Maybe<ResolversTypes['ChatSessionConnection']>, ParentType, ContextType, RequireFields<ChatContactChatSessionsArgs, 'first'>>;
  city?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  countryId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  countryName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  department?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  directPhone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  emailAddress?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  emailAddressName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  fieldProperties?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ChatFieldProperty']>>, ParentType, ContextType, Partial<ChatContactFieldPropertiesArgs>>;
  formattedAddress?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  fullName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isOwnerContact?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  kananame?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  number1?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  number2?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  orgNr?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  tableRight?: Resolver<Maybe<ResolversTypes['ChatTableRight']>, ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  urlName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ChatCustomFieldResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['ChatCustomField'] = ResolversParentTypes['ChatCustomField']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ChatCustomerLanguageResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['ChatCustomerLanguage'] = ResolversParentTypes['ChatCustomerLanguage']> = {
  fieldProperties?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ChatFieldProperty']>>, ParentType, ContextType, Partial<ChatCustomerLanguageFieldPropertiesArgs>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  tableRight?: Resolver<Maybe<ResolversTypes['ChatTableRight']>, ParentType, ContextType>;
  tooltip?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ChatDeletionPayloadResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['ChatDeletionPayload'] = ResolversParentTypes['ChatDeletionPayload']> = {
  deletedId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['ChatUserError']>, ParentType, ContextType>;
};

export type ChatFieldPropertyResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['ChatFieldProperty'] = ResolversParentTypes['ChatFieldProperty']> = {
  length?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  right?: Resolver<Maybe<ResolversTypes['ChatFieldRight']>, ParentType, ContextType>;
  type?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ChatFieldRightResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['ChatFieldRight'] = ResolversParentTypes['ChatFieldRight']> = {
  mask?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ChatFieldRightFlag']>>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ChatKbCategoryResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['ChatKbCategory'] = ResolversParentTypes['ChatKbCategory']> = {
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  fullname?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  parentId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  sortOrder?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type ChatLocalizedFieldResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['ChatLocalizedField'] = ResolversParentTypes['ChatLocalizedField']> = {
  addressType?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  fieldProperties?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ChatFieldProperty']>>, ParentType, ContextType, Partial<ChatLocalizedFieldFieldPropertiesArgs>>;
  label?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  tableRight?: Resolver<Maybe<ResolversTypes['ChatTableRight']>, ParentType, ContextType>;
  tooltip?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  valueLength?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type ChatMessageResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['ChatMessage'] = ResolversParentTypes['ChatMessage']> = {
  author?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  authorKind?: Resolver<Maybe<ResolversTypes['ChatMessageAuthorKind']>, ParentType, ContextType>;
  chatSessionId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  message?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  readByCustomer?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  specialParam?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  specialType?: Resolver<Maybe<ResolversTypes['ChatMessageSpecialType']>, ParentType, ContextType>;
  type?: Resolver<Maybe<ResolversTypes['ChatMessageType']>, ParentType, ContextType>;
  whenPosted?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type ChatMessagePayloadResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['ChatMessagePayload'] = ResolversParentTypes['ChatMessagePayload']> = {
  message?: Resolver<Maybe<ResolversTypes['ChatMessage']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['ChatUserError']>, ParentType, ContextType>;
};

export type ChatMessagesEndResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['ChatMessagesEnd'] = ResolversParentTypes['ChatMessagesEnd']> = {
  end?: Resolver<ResolversTypes['ChatStreamEnd'], ParentType, ContextType>;
  sessionId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type ChatMessagesUpdateResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['ChatMessagesUpdate'] = ResolversParentTypes['ChatMessagesUpdate']> = {
  cursor?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  ended?: Resolver<ReadonlyArray<ResolversTypes['ChatMessagesEnd']>, ParentType, ContextType>;
  messages?: Resolver<ReadonlyArray<ResolversTypes['ChatMessage']>, ParentType, ContextType>;
};

export type ChatOpeningHoursResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['ChatOpeningHours'] = ResolversParentTypes['ChatOpeningHours']> = {
  friEnabled?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  friStart?: Resolver<Maybe<ResolversTypes['LocalTime']>, ParentType, ContextType>;
  friStop?: Resolver<Maybe<ResolversTypes['LocalTime']>, ParentType, ContextType>;
  lunchStart?: Resolver<Maybe<ResolversTypes['LocalTime']>, ParentType, ContextType>;
  lunchStop?: Resolver<Maybe<ResolversTypes['LocalTime']>, ParentType, ContextType>;
  monEnabled?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  monStart?: Resolver<Maybe<ResolversTypes['LocalTime']>, ParentType, ContextType>;
  monStop?: Resolver<Maybe<ResolversTypes['LocalTime']>, ParentType, ContextType>;
  satEnabled?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  satStart?: Resolver<Maybe<ResolversTypes['LocalTime']>, ParentType, ContextType>;
  satStop?: Resolver<Maybe<ResolversTypes['LocalTime']>, ParentType, ContextType>;
  sunEnabled?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  sunStart?: Resolver<Maybe<ResolversTypes['LocalTime']>, ParentType, ContextType>;
  sunStop?: Resolver<Maybe<ResolversTypes['LocalTime']>, ParentType, ContextType>;
  thuEnabled?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  thuStart?: Resolver<Maybe<ResolversTypes['LocalTime']>, ParentType, ContextType>;
  thuStop?: Resolver<Maybe<ResolversTypes['LocalTime']>, ParentType, ContextType>;
  tueEnabled?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  tueStart?: Resolver<Maybe<ResolversTypes['LocalTime']>, ParentType, ContextType>;
  tueStop?: Resolver<Maybe<ResolversTypes['LocalTime']>, ParentType, ContextType>;
  tzLocation?: Resolver<Maybe<ResolversTypes['ChatTimeZone']>, ParentType, ContextType>;
  useLunchHours?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  wedEnabled?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  wedStart?: Resolver<Maybe<ResolversTypes['LocalTime']>, ParentType, ContextType>;
  wedStop?: Resolver<Maybe<ResolversTypes['LocalTime']>, ParentType, ContextType>;
};

export type ChatPersonResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['ChatPerson'] = ResolversParentTypes['ChatPerson'], FederationReferenceType extends FederationReferenceTypes['ChatPerson'] = FederationReferenceTypes['ChatPerson']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['ChatPerson']> | FederationReferenceType, FederationReferenceType, ContextType>;
  activeErpLinks?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  activeInterests?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  associateId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  associateName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  categoryName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  chatSessions?: Resolver<Maybe<ResolversTypes['ChatSessionConnection']>, ParentType, ContextType, RequireFields<ChatPersonChatSessionsArgs, 'first'>>;
  contactCountryId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  contactDepartment?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  contactFax?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  contactFullName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  contactId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  contactName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  contactOrgNr?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  contactPhone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  countryId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  directPhone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  email?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  emailName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  faxPhone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  fieldProperties?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ChatFieldProperty']>>, ParentType, ContextType, Partial<ChatPersonFieldPropertiesArgs>>;
  firstname?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  formalName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  fullName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kanafname?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  kanalname?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  lastname?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  middleName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  mobilePhone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  mrmrs?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  personNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  position?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  post1?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  post2?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  post3?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  rank?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  retired?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  supportAssociateId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  supportLanguageId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  tableRight?: Resolver<Maybe<ResolversTypes['ChatTableRight']>, ParentType, ContextType>;
  ticketPriorityId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  title?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  usePersonAddress?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
};

export type ChatPresenceResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['ChatPresence'] = ResolversParentTypes['ChatPresence']> = {
  chatTopics?: Resolver<Maybe<ReadonlyArray<Maybe<ResolversTypes['ChatTopic']>>>, ParentType, ContextType>;
  displayName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  fieldProperties?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ChatFieldProperty']>>, ParentType, ContextType, Partial<ChatPresenceFieldPropertiesArgs>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  ongoingChats?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  present?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  tableRight?: Resolver<Maybe<ResolversTypes['ChatTableRight']>, ParentType, ContextType>;
};

export type ChatPresencePayloadResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['ChatPresencePayload'] = ResolversParentTypes['ChatPresencePayload']> = {
  presence?: Resolver<Maybe<ResolversTypes['ChatPresence']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['ChatUserError']>, ParentType, ContextType>;
};

export type ChatProjectResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['ChatProject'] = ResolversParentTypes['ChatProject'], FederationReferenceType extends FederationReferenceTypes['ChatProject'] = FederationReferenceTypes['ChatProject']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['ChatProject']> | FederationReferenceType, FederationReferenceType, ContextType>;
  activeErpLinks?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  associateFullName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  associateId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  eventId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  fieldProperties?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ChatFieldProperty']>>, ParentType, ContextType, Partial<ChatProjectFieldPropertiesArgs>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isPublished?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  projectNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  publishFrom?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  publishTo?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  startDate?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  statusId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  tableRight?: Resolver<Maybe<ResolversTypes['ChatTableRight']>, ParentType, ContextType>;
  textId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  type?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  typeId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  updated?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  urlName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ChatReplyTemplateResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['ChatReplyTemplate'] = ResolversParentTypes['ChatReplyTemplate']> = {
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  folderId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ChatSaleResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['ChatSale'] = ResolversParentTypes['ChatSale'], FederationReferenceType extends FederationReferenceTypes['ChatSale'] = FederationReferenceTypes['ChatSale']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['ChatSale']> | FederationReferenceType, FederationReferenceType, ContextType>;
  activeErpLinks?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  amount?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  associateFullName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  associateId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  completed?: Resolver<Maybe<ResolversTypes['ChatSaleCompletion']>, ParentType, ContextType>;
  contactId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  contactName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  currency?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  earning?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  earningPercent?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  fieldProperties?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ChatFieldProperty']>>, ParentType, ContextType, Partial<ChatSaleFieldPropertiesArgs>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  nextDueDate?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  number?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  personFullName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  personId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  probability?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  projectId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  projectName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  saleDate?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  saleTypeId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  saleTypeName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['ChatSaleStatus']>, ParentType, ContextType>;
  tableRight?: Resolver<Maybe<ResolversTypes['ChatTableRight']>, ParentType, ContextType>;
  title?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  weightedAmount?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type ChatSessionResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['ChatSession'] = ResolversParentTypes['ChatSession'], FederationReferenceType extends FederationReferenceTypes['ChatSession'] = FederationReferenceTypes['ChatSession']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['ChatSession']> | FederationReferenceType, FederationReferenceType, ContextType>;
  alertLevel?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  chatbotIsActive?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  contact?: Resolver<Maybe<ResolversTypes['ChatContact']>, ParentType, ContextType>;
  customerAlias?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  customerCompanyName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  customerConsented?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  customerDisplayName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  customerEmail?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  customerHost?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  customerName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  customerPhone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  durationSeconds?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  fieldProperties?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ChatFieldProperty']>>, ParentType, ContextType, Partial<ChatSessionFieldPropertiesArgs>>;
  firstMessage?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  flags?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ChatSessionFlag']>>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  initialQueuePos?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  isCustomerGone?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  isMine?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  isOfferedToMe?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  isOpen?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  isWaiting?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  lastMessage?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  messages?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ChatMessage']>>, ParentType, ContextType, Partial<ChatSessionMessagesArgs>>;
  person?: Resolver<Maybe<ResolversTypes['ChatPerson']>, ParentType, ContextType>;
  project?: Resolver<Maybe<ResolversTypes['ChatProject']>, ParentType, ContextType>;
  rank?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  rating?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  sale?: Resolver<Maybe<ResolversTypes['ChatSale']>, ParentType, ContextType>;
  sessionKey?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['ChatSessionStatus']>, ParentType, ContextType>;
  tableRight?: Resolver<Maybe<ResolversTypes['ChatTableRight']>, ParentType, ContextType>;
  ticket?: Resolver<Maybe<ResolversTypes['ChatTicket']>, ParentType, ContextType>;
  topic?: Resolver<Maybe<ResolversTypes['ChatTopic']>, ParentType, ContextType>;
  topicId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  transcript?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, RequireFields<ChatSessionTranscriptArgs, 'format'>>;
  transferTo?: Resolver<Maybe<ResolversTypes['ChatAssociate']>, ParentType, ContextType>;
  user?: Resolver<Maybe<ResolversTypes['ChatAssociate']>, ParentType, ContextType>;
  waitSeconds?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  whenEnded?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  whenFetched?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  whenIdle?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  whenRequested?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  whenStarted?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type ChatSessionConnectionResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['ChatSessionConnection'] = ResolversParentTypes['ChatSessionConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['ChatSessionEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<Maybe<ResolversTypes['ChatSession']>>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type ChatSessionEdgeResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['ChatSessionEdge'] = ResolversParentTypes['ChatSessionEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<Maybe<ResolversTypes['ChatSession']>, ParentType, ContextType>;
};

export type ChatSessionPayloadResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['ChatSessionPayload'] = ResolversParentTypes['ChatSessionPayload']> = {
  session?: Resolver<Maybe<ResolversTypes['ChatSession']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['ChatUserError']>, ParentType, ContextType>;
};

export type ChatSessionUpdateResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['ChatSessionUpdate'] = ResolversParentTypes['ChatSessionUpdate']> = {
  end?: Resolver<Maybe<ResolversTypes['ChatStreamEnd']>, ParentType, ContextType>;
  session?: Resolver<Maybe<ResolversTypes['ChatSession']>, ParentType, ContextType>;
};

export type ChatSessionsUpdateResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['ChatSessionsUpdate'] = ResolversParentTypes['ChatSessionsUpdate']> = {
  addedIds?: Resolver<ReadonlyArray<ResolversTypes['ID']>, ParentType, ContextType>;
  goneIds?: Resolver<ReadonlyArray<ResolversTypes['ID']>, ParentType, ContextType>;
  isComplete?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  sessions?: Resolver<ReadonlyArray<ResolversTypes['ChatSession']>, ParentType, ContextType>;
};

export type ChatStructuredAddressResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['ChatStructuredAddress'] = ResolversParentTypes['ChatStructuredAddress']> = {
  address1?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  address2?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  address3?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  atypeIdx?: Resolver<Maybe<ResolversTypes['ChatAddressType']>, ParentType, ContextType>;
  city?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  county?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  formatted?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  state?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  zipcode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ChatTableRightResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['ChatTableRight'] = ResolversParentTypes['ChatTableRight']> = {
  mask?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ChatTableRightFlag']>>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ChatTicketResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['ChatTicket'] = ResolversParentTypes['ChatTicket'], FederationReferenceType extends FederationReferenceTypes['ChatTicket'] = FederationReferenceTypes['ChatTicket']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['ChatTicket']> | FederationReferenceType, FederationReferenceType, ContextType>;
  activate?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  alertLevel?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  alertTimeout?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  author?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  baseStatus?: Resolver<Maybe<ResolversTypes['ChatTicketBaseStatus']>, ParentType, ContextType>;
  category?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  categoryFullname?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  categoryName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  closedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  connectId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  contactId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  contactName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  createdAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  createdBy?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  createdByName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  custId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  deadline?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  fieldProperties?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ChatFieldProperty']>>, ParentType, ContextType, Partial<ChatTicketFieldPropertiesArgs>>;
  firstReadByUser?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  formSubmissionId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  fromAddress?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasAttachment?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  language?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  lastChanged?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  numMessages?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  numReplies?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  origin?: Resolver<Maybe<ResolversTypes['ChatTicketOrigin']>, ParentType, ContextType>;
  ownedBy?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  ownedByAssociateId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  ownedByName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  personFirstname?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  personFullname?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  personLastname?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  personMiddleName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  priority?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  priorityName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  projectId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  projectName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  readByCustomer?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  readByOwner?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  readStatus?: Resolver<Maybe<ResolversTypes['ChatTicketReadStatus']>, ParentType, ContextType>;
  realTimeSpentExternally?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  realTimeSpentInternally?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  realTimeSpentQueue?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  realTimeToClose?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  realTimeToReply?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  repliedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  saleHeading?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  saleId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  sentiment?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  sentimentConfidence?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  slevel?: Resolver<Maybe<ResolversTypes['ChatTicketSecurityLevel']>, ParentType, ContextType>;
  tableRight?: Resolver<Maybe<ResolversTypes['ChatTableRight']>, ParentType, ContextType>;
  ticketStatus?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  ticketStatusDisplayValue?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  ticketTypeId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  ticketTypeName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  timeSpent?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  timeSpentExternally?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  timeSpentInternally?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  timeSpentQueue?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  timeToClose?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  timeToReply?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  title?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ChatTicketCategoryResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['ChatTicketCategory'] = ResolversParentTypes['ChatTicketCategory']> = {
  fieldProperties?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ChatFieldProperty']>>, ParentType, ContextType, Partial<ChatTicketCategoryFieldPropertiesArgs>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  tableRight?: Resolver<Maybe<ResolversTypes['ChatTableRight']>, ParentType, ContextType>;
  tooltip?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ChatTicketPriorityResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['ChatTicketPriority'] = ResolversParentTypes['ChatTicketPriority']> = {
  fieldProperties?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ChatFieldProperty']>>, ParentType, ContextType, Partial<ChatTicketPriorityFieldPropertiesArgs>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  tableRight?: Resolver<Maybe<ResolversTypes['ChatTableRight']>, ParentType, ContextType>;
  tooltip?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ChatTimeZoneResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['ChatTimeZone'] = ResolversParentTypes['ChatTimeZone']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isoNumber?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  timeZoneDstRules?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ChatTimeZoneRule']>>, ParentType, ContextType>;
  timeZoneStdRules?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ChatTimeZoneRule']>>, ParentType, ContextType>;
  tzLocationCities?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  tzLocationCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ChatTimeZoneRuleResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['ChatTimeZoneRule'] = ResolversParentTypes['ChatTimeZoneRule']> = {
  endDay?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  endMonth?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  endRulePattern?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  startDay?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  startMonth?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  startRulePattern?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  tzOffset?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type ChatTopicResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['ChatTopic'] = ResolversParentTypes['ChatTopic'], FederationReferenceType extends FederationReferenceTypes['ChatTopic'] = FederationReferenceTypes['ChatTopic']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['ChatTopic']> | FederationReferenceType, FederationReferenceType, ContextType>;
  agent?: Resolver<Maybe<ResolversTypes['ChatTopicAgent']>, ParentType, ContextType, RequireFields<ChatTopicAgentArgs, 'userName'>>;
  agents?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ChatTopicAgent']>>, ParentType, ContextType>;
  alertRecipient?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  alertTemplate?: Resolver<Maybe<ResolversTypes['ChatReplyTemplate']>, ParentType, ContextType>;
  badgeHeader?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  botEnabled?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  botSettings?: Resolver<Maybe<ResolversTypes['ChatBotSettings']>, ParentType, ContextType>;
  chatSessions?: Resolver<Maybe<ResolversTypes['ChatSessionConnection']>, ParentType, ContextType, RequireFields<ChatTopicChatSessionsArgs, 'first'>>;
  collectConsent?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  customQueueText?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  customQueueTextEnabled?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  fieldProperties?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ChatFieldProperty']>>, ParentType, ContextType, Partial<ChatTopicFieldPropertiesArgs>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isOpen?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  language?: Resolver<Maybe<ResolversTypes['ChatCustomerLanguage']>, ParentType, ContextType>;
  lastAccept?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  offlineCollectConsent?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  offlineFormQueueLength?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  offlineFormTimeLimit?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  openingHours?: Resolver<Maybe<ResolversTypes['ChatOpeningHours']>, ParentType, ContextType>;
  openingHoursEnabled?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  secondsPrAccept?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  tableRight?: Resolver<Maybe<ResolversTypes['ChatTableRight']>, ParentType, ContextType>;
  ticketCategory?: Resolver<Maybe<ResolversTypes['ChatTicketCategory']>, ParentType, ContextType>;
  ticketEnabled?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  ticketPriority?: Resolver<Maybe<ResolversTypes['ChatTicketPriority']>, ParentType, ContextType>;
  useQueueOfflineForm?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  warnChatMessageMinutes?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  warnManagerChatMessageMinutes?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  warnManagerNewChatMinutes?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  warnNewChatMinutes?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  welcomeMessage?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  widget?: Resolver<Maybe<ResolversTypes['ChatWidgetSettings']>, ParentType, ContextType>;
  widgetEnableRating?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  widgetRatingText?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ChatTopicAgentResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['ChatTopicAgent'] = ResolversParentTypes['ChatTopicAgent']> = {
  canListen?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  canManage?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  canNotify?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  canRespond?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  topicId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  user?: Resolver<Maybe<ResolversTypes['ChatAssociate']>, ParentType, ContextType>;
};

export type ChatTopicAgentsPayloadResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['ChatTopicAgentsPayload'] = ResolversParentTypes['ChatTopicAgentsPayload']> = {
  agents?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ChatTopicAgent']>>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['ChatUserError']>, ParentType, ContextType>;
};

export type ChatTopicPayloadResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['ChatTopicPayload'] = ResolversParentTypes['ChatTopicPayload']> = {
  topic?: Resolver<Maybe<ResolversTypes['ChatTopic']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['ChatUserError']>, ParentType, ContextType>;
};

export type ChatTransferTargetResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['ChatTransferTarget'] = ResolversParentTypes['ChatTransferTarget']> = {
  associateId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  childItems?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ChatTransferTarget']>>, ParentType, ContextType>;
  colorBlock?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  deleted?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  extraInfo?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  fieldProperties?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ChatFieldProperty']>>, ParentType, ContextType, Partial<ChatTransferTargetFieldPropertiesArgs>>;
  fullName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  iconHint?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  rank?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  styleHint?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  tableRight?: Resolver<Maybe<ResolversTypes['ChatTableRight']>, ParentType, ContextType>;
  toolTip?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  type?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  userName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ChatUserResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['ChatUser'] = ResolversParentTypes['ChatUser']> = {
  contactId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  ejUserId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  email?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  fullName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  groupId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  personId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  roleId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  roleName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  userName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ChatUserErrorResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['ChatUserError'] = ResolversParentTypes['ChatUserError']> = {
  code?: Resolver<ResolversTypes['ChatUserErrorCode'], ParentType, ContextType>;
  field?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ChatWidgetSettingsResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['ChatWidgetSettings'] = ResolversParentTypes['ChatWidgetSettings']> = {
  agentMsgColor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  agentMsgTextColor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  autoFaqCategory?: Resolver<Maybe<ResolversTypes['ChatKbCategory']>, ParentType, ContextType>;
  autoFaqEnabled?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  badgeColor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  badgeTextColor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  buttonColor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  buttonTextColor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  color?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  custMsgColor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  custMsgTextColor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  font?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  fontSize?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  languageIsoCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  logoBlobId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  logoEnabled?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  logoName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  offlineFields?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ChatWidgetField']>>, ParentType, ContextType>;
  offlineHeader?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  offlineMessage?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  postFormEnabled?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  postFormHeader?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  postFormMessage?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  postTranscriptEnabled?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  preFormEnabled?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  preFormMessage?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  requiredFields?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ChatWidgetField']>>, ParentType, ContextType>;
  showAgentPhoto?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  size?: Resolver<Maybe<ResolversTypes['ChatWidgetSize']>, ParentType, ContextType>;
  theme?: Resolver<Maybe<ResolversTypes['ChatWidgetTheme']>, ParentType, ContextType>;
  useAgentFirstname?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  welcomeMessage?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  welcomeTitle?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export interface LocalTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['LocalTime'], any> {
  name: 'LocalTime';
}

export type MutationResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  acceptChatSessionTransfer?: Resolver<Maybe<ResolversTypes['ChatSessionPayload']>, ParentType, ContextType, RequireFields<MutationAcceptChatSessionTransferArgs, 'id'>>;
  addChatMessage?: Resolver<Maybe<ResolversTypes['ChatMessagePayload']>, ParentType, ContextType, RequireFields<MutationAddChatMessageArgs, 'message' | 'sessionId'>>;
  addChatTopicAgent?: Resolver<Maybe<ResolversTypes['ChatTopicAgentsPayload']>, ParentType, ContextType, RequireFields<MutationAddChatTopicAgentArgs, 'associateId' | 'topicId'>>;
  closeChatSession?: Resolver<Maybe<ResolversTypes['ChatSessionPayload']>, ParentType, ContextType, RequireFields<MutationCloseChatSessionArgs, 'id'>>;
  createChatSession?: Resolver<Maybe<ResolversTypes['ChatSessionPayload']>, ParentType, ContextType, RequireFields<MutationCreateChatSessionArgs, 'topicId'>>;
  createChatTopic?: Resolver<Maybe<ResolversTypes['ChatTopicPayload']>, ParentType, ContextType, RequireFields<MutationCreateChatTopicArgs, 'name'>>;
  deleteChatSession?: Resolver<Maybe<ResolversTypes['ChatDeletionPayload']>, ParentType, ContextType, RequireFields<MutationDeleteChatSessionArgs, 'id'>>;
  deleteChatTopic?: Resolver<Maybe<ResolversTypes['ChatDeletionPayload']>, ParentType, ContextType, RequireFields<MutationDeleteChatTopicArgs, 'id'>>;
  pickUpChatSession?: Resolver<Maybe<ResolversTypes['ChatSessionPayload']>, ParentType, ContextType, RequireFields<MutationPickUpChatSessionArgs, 'id'>>;
  pickUpNextChatSession?: Resolver<Maybe<ResolversTypes['ChatSessionPayload']>, ParentType, ContextType, Partial<MutationPickUpNextChatSessionArgs>>;
  rejectChatSessionTransfer?: Resolver<Maybe<ResolversTypes['ChatSessionPayload']>, ParentType, ContextType, RequireFields<MutationRejectChatSessionTransferArgs, 'id'>>;
  removeChatTopicAgent?: Resolver<Maybe<ResolversTypes['ChatTopicAgentsPayload']>, ParentType, ContextType, RequireFields<MutationRemoveChatTopicAgentArgs, 'topicId' | 'userName'>>;
  resetChatSession?: Resolver<Maybe<ResolversTypes['ChatSessionPayload']>, ParentType, ContextType, RequireFields<MutationResetChatSessionArgs, 'id'>>;
  setMyChatPresence?: Resolver<Maybe<ResolversTypes['ChatPresencePayload']>, ParentType, ContextType, RequireFields<MutationSetMyChatPresenceArgs, 'present'>>;
  transferChatSession?: Resolver<Maybe<ResolversTypes['ChatSessionPayload']>, ParentType, ContextType, RequireFields<MutationTransferChatSessionArgs, 'id'>>;
  updateChatSession?: Resolver<Maybe<ResolversTypes['ChatSessionPayload']>, ParentType, ContextType, RequireFields<MutationUpdateChatSessionArgs, 'id' | 'input'>>;
  updateChatTopic?: Resolver<Maybe<ResolversTypes['ChatTopicPayload']>, ParentType, ContextType, RequireFields<MutationUpdateChatTopicArgs, 'id'>>;
  updateChatTopicAgents?: Resolver<Maybe<ResolversTypes['ChatTopicAgentsPayload']>, ParentType, ContextType, RequireFields<MutationUpdateChatTopicAgentsArgs, 'agents' | 'topicId'>>;
};

export type PageInfoResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type QueryResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  chatMessages?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ChatMessage']>>, ParentType, ContextType, RequireFields<QueryChatMessagesArgs, 'sessionId'>>;
  chatPresence?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ChatPresence']>>, ParentType, ContextType>;
  chatSession?: Resolver<Maybe<ResolversTypes['ChatSession']>, ParentType, ContextType, RequireFields<QueryChatSessionArgs, 'id'>>;
  chatSessions?: Resolver<ReadonlyArray<Maybe<ResolversTypes['ChatSession']>>, ParentType, ContextType, RequireFields<QueryChatSessionsArgs, 'ids'>>;
  chatTopic?: Resolver<Maybe<ResolversTypes['ChatTopic']>, ParentType, ContextType, RequireFields<QueryChatTopicArgs, 'id'>>;
  fetch__ChatSession?: Resolver<Maybe<ResolversTypes['ChatSession']>, ParentType, ContextType, RequireFields<QueryFetch__ChatSessionArgs, 'id'>>;
  fetch__ChatTopic?: Resolver<Maybe<ResolversTypes['ChatTopic']>, ParentType, ContextType, RequireFields<QueryFetch__ChatTopicArgs, 'id'>>;
  findChatSessions?: Resolver<Maybe<ResolversTypes['ChatSessionConnection']>, ParentType, ContextType, RequireFields<QueryFindChatSessionsArgs, 'filter' | 'first'>>;
  myChatSessions?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ChatSession']>>, ParentType, ContextType, Partial<QueryMyChatSessionsArgs>>;
  myChatTopics?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ChatTopic']>>, ParentType, ContextType>;
  myChatUser?: Resolver<Maybe<ResolversTypes['ChatUser']>, ParentType, ContextType>;
  transferTargets?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ChatTransferTarget']>>, ParentType, ContextType, RequireFields<QueryTransferTargetsArgs, 'flat' | 'onlyPresent'>>;
};

export type SubscriptionResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  chatMessagesAdded?: SubscriptionResolver<Maybe<ResolversTypes['ChatMessagesUpdate']>, "chatMessagesAdded", ParentType, ContextType, RequireFields<SubscriptionChatMessagesAddedArgs, 'sessionIds'>>;
  chatSessionChanged?: SubscriptionResolver<Maybe<ResolversTypes['ChatSessionUpdate']>, "chatSessionChanged", ParentType, ContextType, RequireFields<SubscriptionChatSessionChangedArgs, 'id'>>;
  myChatSessionsChanged?: SubscriptionResolver<Maybe<ResolversTypes['ChatSessionsUpdate']>, "myChatSessionsChanged", ParentType, ContextType, Partial<SubscriptionMyChatSessionsChangedArgs>>;
};

export type Resolvers<ContextType = GatewayContext> = {
  ChatAddress?: ChatAddressResolvers<ContextType>;
  ChatAssociate?: ChatAssociateResolvers<ContextType>;
  ChatBotSettings?: ChatBotSettingsResolvers<ContextType>;
  ChatContact?: ChatContactResolvers<ContextType>;
  ChatCustomField?: ChatCustomFieldResolvers<ContextType>;
  ChatCustomerLanguage?: ChatCustomerLanguageResolvers<ContextType>;
  ChatDeletionPayload?: ChatDeletionPayloadResolvers<ContextType>;
  ChatFieldProperty?: ChatFieldPropertyResolvers<ContextType>;
  ChatFieldRight?: ChatFieldRightResolvers<ContextType>;
  ChatKbCategory?: ChatKbCategoryResolvers<ContextType>;
  ChatLocalizedField?: ChatLocalizedFieldResolvers<ContextType>;
  ChatMessage?: ChatMessageResolvers<ContextType>;
  ChatMessagePayload?: ChatMessagePayloadResolvers<ContextType>;
  ChatMessagesEnd?: ChatMessagesEndResolvers<ContextType>;
  ChatMessagesUpdate?: ChatMessagesUpdateResolvers<ContextType>;
  ChatOpeningHours?: ChatOpeningHoursResolvers<ContextType>;
  ChatPerson?: ChatPersonResolvers<ContextType>;
  ChatPresence?: ChatPresenceResolvers<ContextType>;
  ChatPresencePayload?: ChatPresencePayloadResolvers<ContextType>;
  ChatProject?: ChatProjectResolvers<ContextType>;
  ChatReplyTemplate?: ChatReplyTemplateResolvers<ContextType>;
  ChatSale?: ChatSaleResolvers<ContextType>;
  ChatSession?: ChatSessionResolvers<ContextType>;
  ChatSessionConnection?: ChatSessionConnectionResolvers<ContextType>;
  ChatSessionEdge?: ChatSessionEdgeResolvers<ContextType>;
  ChatSessionPayload?: ChatSessionPayloadResolvers<ContextType>;
  ChatSessionUpdate?: ChatSessionUpdateResolvers<ContextType>;
  ChatSessionsUpdate?: ChatSessionsUpdateResolvers<ContextType>;
  ChatStructuredAddress?: ChatStructuredAddressResolvers<ContextType>;
  ChatTableRight?: ChatTableRightResolvers<ContextType>;
  ChatTicket?: ChatTicketResolvers<ContextType>;
  ChatTicketCategory?: ChatTicketCategoryResolvers<ContextType>;
  ChatTicketPriority?: ChatTicketPriorityResolvers<ContextType>;
  ChatTimeZone?: ChatTimeZoneResolvers<ContextType>;
  ChatTimeZoneRule?: ChatTimeZoneRuleResolvers<ContextType>;
  ChatTopic?: ChatTopicResolvers<ContextType>;
  ChatTopicAgent?: ChatTopicAgentResolvers<ContextType>;
  ChatTopicAgentsPayload?: ChatTopicAgentsPayloadResolvers<ContextType>;
  ChatTopicPayload?: ChatTopicPayloadResolvers<ContextType>;
  ChatTransferTarget?: ChatTransferTargetResolvers<ContextType>;
  ChatUser?: ChatUserResolvers<ContextType>;
  ChatUserError?: ChatUserErrorResolvers<ContextType>;
  ChatWidgetSettings?: ChatWidgetSettingsResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  LocalTime?: GraphQLScalarType;
  Mutation?: MutationResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = GatewayContext> = {
  fetchable?: FetchableDirectiveResolver<any, any, ContextType>;
};
