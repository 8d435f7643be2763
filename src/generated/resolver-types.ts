import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { AddressView, AssociateView, ChatSessionView, ContactView, CustomFieldView, FieldPropertyView, FieldRightView, LocalizedFieldView, PersonView, ProjectView, SaleView, StructuredAddressView, TableRightView, TicketView } from '../entities/views.js';
import type { GatewayContext } from '../context.js';
export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
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
   * seven fraction digits, as many as SuperOffice gave. The offset is SuperOffice's; where it gives none, that of the
   * configured base time zone. SuperOffice's ways of saying "no date" (years 1 and 9999) are null.
   */
  DateTime: { input: string; output: string; }
  _FieldSet: { input: string; output: string; }
};

/** A company's street and postal address, in parts and laid out. */
export type ChatAddress = {
  readonly __typename?: 'ChatAddress';
  /** Rights and types of the address's fields, sorted by name. */
  readonly fieldProperties?: Maybe<ReadonlyArray<ChatFieldProperty>>;
  /** Street and postal address as one text of several lines. */
  readonly formatted?: Maybe<Scalars['String']['output']>;
  /** The address as its country writes it: lines from top to bottom, each a list of parts. */
  readonly localizedAddress?: Maybe<ReadonlyArray<ReadonlyArray<ChatLocalizedField>>>;
  /** Where the company gets its post and bills. */
  readonly postal?: Maybe<ChatStructuredAddress>;
  /** Where the company is: visits and deliveries. */
  readonly street?: Maybe<ChatStructuredAddress>;
  /** What the caller may do with the address. */
  readonly tableRight?: Maybe<ChatTableRight>;
  /** Latitude in decimal degrees (WGS 84), north positive. */
  readonly wgs84Latitude?: Maybe<Scalars['Float']['output']>;
  /** Longitude in decimal degrees (WGS 84), east positive. */
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
  /** Ours: SuperOffice sent a name that this list does not have yet. */
  | 'UNRECOGNIZED';

/**
 * A SuperOffice user, here the agent of a chat session. A snapshot as SuperOffice gives it with the session, owned by this
 * subgraph; other subgraphs extend it by `id` and hang their own entity on it.
 */
export type ChatAssociate = {
  readonly __typename?: 'ChatAssociate';
  /** Values of user-defined fields and of extra database columns, sorted by name. Null on older SuperOffice servers. */
  readonly customFields?: Maybe<ReadonlyArray<ChatCustomField>>;
  /** True when the user is retired: no rights, not shown in lists. */
  readonly deleted?: Maybe<Scalars['Boolean']['output']>;
  /** The same user in SuperOffice Service; null when the associate is no user there. */
  readonly ejUserId?: Maybe<Scalars['ID']['output']>;
  /**
   * Values of extra database columns. Null on older SuperOffice servers.
   * @deprecated SuperOffice replaces it by `customFields`, which holds these values too.
   */
  readonly extraFields?: Maybe<ReadonlyArray<ChatCustomField>>;
  /** Rights and types of the associate's fields, sorted by name. */
  readonly fieldProperties?: Maybe<ReadonlyArray<ChatFieldProperty>>;
  /** Full name with titles and form of address, laid out for the caller's culture. */
  readonly formalName?: Maybe<Scalars['String']['output']>;
  /** First, middle and last name, laid out for the caller's culture. */
  readonly fullName?: Maybe<Scalars['String']['output']>;
  /** The user's primary group. */
  readonly groupIdx?: Maybe<Scalars['ID']['output']>;
  /** Primary key of the associate. */
  readonly id: Scalars['ID']['output'];
  /** Short name: initials or login name. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** Person record of this user. */
  readonly personId?: Maybe<Scalars['ID']['output']>;
  /** Sort order in lists, lowest first. */
  readonly rank?: Maybe<Scalars['Int']['output']>;
  /** What the caller may do with the associate. */
  readonly tableRight?: Maybe<ChatTableRight>;
  /** Explaining text that clients show beside the name. */
  readonly tooltip?: Maybe<Scalars['String']['output']>;
  /** Kind of user. */
  readonly type?: Maybe<ChatAssociateType>;
  /** User name. */
  readonly userName?: Maybe<Scalars['String']['output']>;
};


/**
 * A SuperOffice user, here the agent of a chat session. A snapshot as SuperOffice gives it with the session, owned by this
 * subgraph; other subgraphs extend it by `id` and hang their own entity on it.
 */
export type ChatAssociateFieldPropertiesArgs = {
  names?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
};

/** Kind of SuperOffice user. SuperOffice's UserType. */
export type ChatAssociateType =
  /** Somebody who has not logged in. */
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
  /** Ours: SuperOffice sent a name that this list does not have yet. */
  | 'UNRECOGNIZED';

/**
 * The company of a chat session; SuperOffice calls a company a contact. A snapshot as SuperOffice gives it with the
 * session, owned by this subgraph; other subgraphs extend it by `id` and hang their own entity on it.
 */
export type ChatContact = {
  readonly __typename?: 'ChatContact';
  /** Number of active links to ERP systems. */
  readonly activeErpLinks?: Maybe<Scalars['Int']['output']>;
  /** Street and postal address in parts. */
  readonly address?: Maybe<ChatAddress>;
  /** Full name of the responsible user, laid out for the caller's culture. */
  readonly associateFullName?: Maybe<Scalars['String']['output']>;
  /** SuperOffice user who is responsible for the company. */
  readonly associateId?: Maybe<Scalars['ID']['output']>;
  /** Line of business, an item of the installation's list, in the caller's language. */
  readonly businessName?: Maybe<Scalars['String']['output']>;
  /** Category, an item of the installation's list, in the caller's language. */
  readonly categoryName?: Maybe<Scalars['String']['output']>;
  /** City of the company's address. */
  readonly city?: Maybe<Scalars['String']['output']>;
  /** Country of the company. */
  readonly countryId?: Maybe<Scalars['ID']['output']>;
  /** Name of the country, in the caller's language. */
  readonly countryName?: Maybe<Scalars['String']['output']>;
  /** Department, which tells apart several records of one company. */
  readonly department?: Maybe<Scalars['String']['output']>;
  /** Main phone number. */
  readonly directPhone?: Maybe<Scalars['String']['output']>;
  /** E-mail address. */
  readonly emailAddress?: Maybe<Scalars['String']['output']>;
  /** Text shown for the e-mail address. */
  readonly emailAddressName?: Maybe<Scalars['String']['output']>;
  /** Rights and types of the company's fields, sorted by name. */
  readonly fieldProperties?: Maybe<ReadonlyArray<ChatFieldProperty>>;
  /** The address as one text of several lines, laid out for the company's country. */
  readonly formattedAddress?: Maybe<Scalars['String']['output']>;
  /** Name and department together. */
  readonly fullName?: Maybe<Scalars['String']['output']>;
  /** Primary key of the company. */
  readonly id: Scalars['ID']['output'];
  /** True when the company is one of the installation's own: its persons can be internal users, not external ones. */
  readonly isOwnerContact?: Maybe<Scalars['Boolean']['output']>;
  /** Company name in kana; Japanese installations only. */
  readonly kananame?: Maybe<Scalars['String']['output']>;
  /** Company name. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** First number of the company, free for the installation to use; letters too. Null on older SuperOffice servers. */
  readonly number1?: Maybe<Scalars['String']['output']>;
  /** Second number of the company, free for the installation to use; letters too. Null on older SuperOffice servers. */
  readonly number2?: Maybe<Scalars['String']['output']>;
  /** Organization or VAT number. */
  readonly orgNr?: Maybe<Scalars['String']['output']>;
  /** What the caller may do with the company. */
  readonly tableRight?: Maybe<ChatTableRight>;
  /** Web address. */
  readonly url?: Maybe<Scalars['String']['output']>;
  /** Text shown for the web address. */
  readonly urlName?: Maybe<Scalars['String']['output']>;
};


/**
 * The company of a chat session; SuperOffice calls a company a contact. A snapshot as SuperOffice gives it with the
 * session, owned by this subgraph; other subgraphs extend it by `id` and hang their own entity on it.
 */
export type ChatContactFieldPropertiesArgs = {
  names?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
};

/** The value of one field that an installation has added to SuperOffice's own. */
export type ChatCustomField = {
  readonly __typename?: 'ChatCustomField';
  /** Name of the field, in SuperOffice's spelling. */
  readonly name: Scalars['String']['output'];
  /** Value as text, as SuperOffice writes it whatever the field's type. */
  readonly value?: Maybe<Scalars['String']['output']>;
};

/** Right, type and length of one field of a record. */
export type ChatFieldProperty = {
  readonly __typename?: 'ChatFieldProperty';
  /** Greatest length of a text, in characters; without meaning for other types. */
  readonly length?: Maybe<Scalars['Int']['output']>;
  /** Name of the field, in SuperOffice's spelling. */
  readonly name: Scalars['String']['output'];
  /** What the caller may do with the field; null when SuperOffice does not say. */
  readonly right?: Maybe<ChatFieldRight>;
  /** Type, in SuperOffice's own words: a .NET type (`System.Int32`) or a word such as `Integer`. */
  readonly type?: Maybe<Scalars['String']['output']>;
};

/** What the caller may do with one field. */
export type ChatFieldRight = {
  readonly __typename?: 'ChatFieldRight';
  /**
   * Rights and hints that are set; empty when there are none and the field is to stay hidden, null when SuperOffice does
   * not say. SuperOffice's combined names (`Update`, `UIHints`, `FULL`) come taken apart.
   */
  readonly mask?: Maybe<ReadonlyArray<ChatFieldRightFlag>>;
  /** Why rights are missing, as text for a human; often empty. */
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
  /** Ours: SuperOffice sent a name that this list does not have yet. */
  | 'UNRECOGNIZED'
  /** Reserved by SuperOffice (4). */
  | 'UNUSED_1'
  /** Reserved by SuperOffice (8). */
  | 'UNUSED_2'
  /** Reserved by SuperOffice (16). */
  | 'UNUSED_3'
  /** The field may be changed. */
  | 'WRITE';

/** One part of an address as its country lays it out. */
export type ChatLocalizedField = {
  readonly __typename?: 'ChatLocalizedField';
  /** Which address the part belongs to, in SuperOffice's own words. */
  readonly addressType?: Maybe<Scalars['String']['output']>;
  /** Rights and types of the part's fields, sorted by name. */
  readonly fieldProperties?: Maybe<ReadonlyArray<ChatFieldProperty>>;
  /** Label that clients show before the part, in the caller's language. */
  readonly label?: Maybe<Scalars['String']['output']>;
  /** Name of the part, in SuperOffice's spelling. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** What the caller may do with the part. */
  readonly tableRight?: Maybe<ChatTableRight>;
  /** Explaining text that clients show beside the part. */
  readonly tooltip?: Maybe<Scalars['String']['output']>;
  /** What the part holds. */
  readonly value?: Maybe<Scalars['String']['output']>;
  /** Most characters that the database keeps of the value. */
  readonly valueLength?: Maybe<Scalars['Int']['output']>;
};


/** One part of an address as its country lays it out. */
export type ChatLocalizedFieldFieldPropertiesArgs = {
  names?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
};

/**
 * The customer of a chat session as a person in SuperOffice. A snapshot as SuperOffice gives it with the session, owned by
 * this subgraph; other subgraphs extend it by `id` and hang their own entity on it.
 */
export type ChatPerson = {
  readonly __typename?: 'ChatPerson';
  /** Number of active links to ERP systems. */
  readonly activeErpLinks?: Maybe<Scalars['Int']['output']>;
  /** Number of interests registered on the person. */
  readonly activeInterests?: Maybe<Scalars['Int']['output']>;
  /** SuperOffice user who owns the person record. */
  readonly associateId?: Maybe<Scalars['ID']['output']>;
  /** Name of the SuperOffice user who owns the person record. */
  readonly associateName?: Maybe<Scalars['String']['output']>;
  /** Name of the category, in the caller's language. */
  readonly categoryName?: Maybe<Scalars['String']['output']>;
  /** Country of the person's company. */
  readonly contactCountryId?: Maybe<Scalars['ID']['output']>;
  /** Department of the person's company record. */
  readonly contactDepartment?: Maybe<Scalars['String']['output']>;
  /** Fax number of the person's company. */
  readonly contactFax?: Maybe<Scalars['String']['output']>;
  /** Name and department of the person's company. */
  readonly contactFullName?: Maybe<Scalars['String']['output']>;
  /** Company that the person belongs to. */
  readonly contactId?: Maybe<Scalars['ID']['output']>;
  /** Name of the person's company. */
  readonly contactName?: Maybe<Scalars['String']['output']>;
  /** Organization number of the person's company. */
  readonly contactOrgNr?: Maybe<Scalars['String']['output']>;
  /** Phone number of the person's company. */
  readonly contactPhone?: Maybe<Scalars['String']['output']>;
  /** Country of the person. */
  readonly countryId?: Maybe<Scalars['ID']['output']>;
  /** Free text about the person. */
  readonly description?: Maybe<Scalars['String']['output']>;
  /** Direct phone number. */
  readonly directPhone?: Maybe<Scalars['String']['output']>;
  /** First of the person's e-mail addresses. */
  readonly email?: Maybe<Scalars['String']['output']>;
  /** Text that describes the e-mail address. */
  readonly emailName?: Maybe<Scalars['String']['output']>;
  /** Fax number. */
  readonly faxPhone?: Maybe<Scalars['String']['output']>;
  /** Rights and types of the person's fields, sorted by name. */
  readonly fieldProperties?: Maybe<ReadonlyArray<ChatFieldProperty>>;
  /** First name. */
  readonly firstname?: Maybe<Scalars['String']['output']>;
  /** Full name with personal and academic titles, as on labels. */
  readonly formalName?: Maybe<Scalars['String']['output']>;
  /** Full name, as clients show it. */
  readonly fullName?: Maybe<Scalars['String']['output']>;
  /** Primary key of the person. */
  readonly id: Scalars['ID']['output'];
  /** First name in kana; Japanese installations only. */
  readonly kanafname?: Maybe<Scalars['String']['output']>;
  /** Last name in kana; Japanese installations only. */
  readonly kanalname?: Maybe<Scalars['String']['output']>;
  /** Last name. */
  readonly lastname?: Maybe<Scalars['String']['output']>;
  /** Middle name, or a particle such as 'van'. */
  readonly middleName?: Maybe<Scalars['String']['output']>;
  /** Mobile phone number. */
  readonly mobilePhone?: Maybe<Scalars['String']['output']>;
  /** Form of address, such as Mr or Mrs. */
  readonly mrmrs?: Maybe<Scalars['String']['output']>;
  /** Number of the person, free for the installation to use; letters too. Null on older SuperOffice servers. */
  readonly personNumber?: Maybe<Scalars['String']['output']>;
  /** Position, an item of the installation's list, in the caller's language. Not the same as `title`. */
  readonly position?: Maybe<Scalars['String']['output']>;
  /** First part of the postal address; Japanese installations only. */
  readonly post1?: Maybe<Scalars['String']['output']>;
  /** Second part of the postal address; Japanese installations only. */
  readonly post2?: Maybe<Scalars['String']['output']>;
  /** Third part of the postal address; Japanese installations only. */
  readonly post3?: Maybe<Scalars['String']['output']>;
  /** Sort order within the company, lowest first. */
  readonly rank?: Maybe<Scalars['Int']['output']>;
  /** True when the person has left or is no longer in use. */
  readonly retired?: Maybe<Scalars['Boolean']['output']>;
  /** SuperOffice user who supports this person. */
  readonly supportAssociateId?: Maybe<Scalars['ID']['output']>;
  /** Language in which the person gets support. */
  readonly supportLanguageId?: Maybe<Scalars['ID']['output']>;
  /** What the caller may do with the person. */
  readonly tableRight?: Maybe<ChatTableRight>;
  /** Request priority set for this person. */
  readonly ticketPriorityId?: Maybe<Scalars['ID']['output']>;
  /** Title, as free text. */
  readonly title?: Maybe<Scalars['String']['output']>;
  /** True when post goes to the person's own address, false when to the company's. */
  readonly usePersonAddress?: Maybe<Scalars['Boolean']['output']>;
};


/**
 * The customer of a chat session as a person in SuperOffice. A snapshot as SuperOffice gives it with the session, owned by
 * this subgraph; other subgraphs extend it by `id` and hang their own entity on it.
 */
export type ChatPersonFieldPropertiesArgs = {
  names?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
};

/**
 * The project of a chat session. A snapshot as SuperOffice gives it with the session, owned by this subgraph; other
 * subgraphs extend it by `id` and hang their own entity on it.
 */
export type ChatProject = {
  readonly __typename?: 'ChatProject';
  /** Number of active links to ERP systems. */
  readonly activeErpLinks?: Maybe<Scalars['Int']['output']>;
  /** Full name of the project's owner. */
  readonly associateFullName?: Maybe<Scalars['String']['output']>;
  /** SuperOffice user who owns the project. */
  readonly associateId?: Maybe<Scalars['ID']['output']>;
  /** Free text about the project. */
  readonly description?: Maybe<Scalars['String']['output']>;
  /** Lyyti event that the project is linked to. Null on older SuperOffice servers. */
  readonly eventId?: Maybe<Scalars['ID']['output']>;
  /** Rights and types of the project's fields, sorted by name. */
  readonly fieldProperties?: Maybe<ReadonlyArray<ChatFieldProperty>>;
  /** Primary key of the project. */
  readonly id: Scalars['ID']['output'];
  /** True when the project is published. */
  readonly isPublished?: Maybe<Scalars['Boolean']['output']>;
  /** Project name. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** Number of the project, given by SuperOffice; it may hold letters. */
  readonly projectNumber?: Maybe<Scalars['String']['output']>;
  /** Published from this time on; null when there is no beginning. */
  readonly publishFrom?: Maybe<Scalars['DateTime']['output']>;
  /** Published up to and including this time; null when there is no end. */
  readonly publishTo?: Maybe<Scalars['DateTime']['output']>;
  /** When the linked Lyyti event begins. Null on older SuperOffice servers. */
  readonly startDate?: Maybe<Scalars['DateTime']['output']>;
  /** Project status, an item of the installation's list, in the caller's language. */
  readonly status?: Maybe<Scalars['String']['output']>;
  /** List id of `status`. */
  readonly statusId?: Maybe<Scalars['ID']['output']>;
  /** What the caller may do with the project. */
  readonly tableRight?: Maybe<ChatTableRight>;
  /** Text record that holds `description`. */
  readonly textId?: Maybe<Scalars['ID']['output']>;
  /** Project type, an item of the installation's list, in the caller's language. */
  readonly type?: Maybe<Scalars['String']['output']>;
  /** List id of `type`. */
  readonly typeId?: Maybe<Scalars['ID']['output']>;
  /** When the project was last changed, always in UTC. */
  readonly updated?: Maybe<Scalars['DateTime']['output']>;
  /** Web address. */
  readonly url?: Maybe<Scalars['String']['output']>;
  /** Text shown for the web address. */
  readonly urlName?: Maybe<Scalars['String']['output']>;
};


/**
 * The project of a chat session. A snapshot as SuperOffice gives it with the session, owned by this subgraph; other
 * subgraphs extend it by `id` and hang their own entity on it.
 */
export type ChatProjectFieldPropertiesArgs = {
  names?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
};

/**
 * The sale of a chat session. A snapshot as SuperOffice gives it with the session, owned by this subgraph; other subgraphs
 * extend it by `id` and hang their own entity on it.
 */
export type ChatSale = {
  readonly __typename?: 'ChatSale';
  /** Number of active links to ERP systems. */
  readonly activeErpLinks?: Maybe<Scalars['Int']['output']>;
  /** Total amount, in `currency`. A binary floating-point number: round it before showing it. */
  readonly amount?: Maybe<Scalars['Float']['output']>;
  /** Full name of the sale's owner. */
  readonly associateFullName?: Maybe<Scalars['String']['output']>;
  /** SuperOffice user who owns the sale. */
  readonly associateId?: Maybe<Scalars['ID']['output']>;
  /** Whether the work on the sale is done. */
  readonly completed?: Maybe<ChatSaleCompletion>;
  /** Company that buys; null when there is none. */
  readonly contactId?: Maybe<Scalars['ID']['output']>;
  /** Name of the company that buys. */
  readonly contactName?: Maybe<Scalars['String']['output']>;
  /** Currency of the amounts. */
  readonly currency?: Maybe<Scalars['String']['output']>;
  /** Free text about the sale. */
  readonly description?: Maybe<Scalars['String']['output']>;
  /** Earning on the sale, in `currency`. */
  readonly earning?: Maybe<Scalars['Float']['output']>;
  /** Earning as a percentage of the amount. */
  readonly earningPercent?: Maybe<Scalars['Float']['output']>;
  /** Rights and types of the sale's fields, sorted by name. */
  readonly fieldProperties?: Maybe<ReadonlyArray<ChatFieldProperty>>;
  /** Primary key of the sale. */
  readonly id: Scalars['ID']['output'];
  /** When the next activity on the sale is due; when none is to come, when the latest was. */
  readonly nextDueDate?: Maybe<Scalars['DateTime']['output']>;
  /** Number of the sale, free for the installation to use; letters too. */
  readonly number?: Maybe<Scalars['String']['output']>;
  /** Full name of the person who buys. */
  readonly personFullName?: Maybe<Scalars['String']['output']>;
  /** Person who buys. */
  readonly personId?: Maybe<Scalars['ID']['output']>;
  /** Chance of winning the sale, in percent. */
  readonly probability?: Maybe<Scalars['Int']['output']>;
  /** Project that the sale belongs to; null when there is none. */
  readonly projectId?: Maybe<Scalars['ID']['output']>;
  /** Name of the project that the sale belongs to. */
  readonly projectName?: Maybe<Scalars['String']['output']>;
  /** When the sale was won or lost; for an open one, when that is expected. */
  readonly saleDate?: Maybe<Scalars['DateTime']['output']>;
  /** List id of `saleTypeName`. */
  readonly saleTypeId?: Maybe<Scalars['ID']['output']>;
  /** Sale type, an item of the installation's list, in the caller's language. */
  readonly saleTypeName?: Maybe<Scalars['String']['output']>;
  /** Open, won or lost. */
  readonly status?: Maybe<ChatSaleStatus>;
  /** What the caller may do with the sale. */
  readonly tableRight?: Maybe<ChatTableRight>;
  /** Heading of the sale. */
  readonly title?: Maybe<Scalars['String']['output']>;
  /** Amount times probability, in `currency`. */
  readonly weightedAmount?: Maybe<Scalars['Float']['output']>;
};


/**
 * The sale of a chat session. A snapshot as SuperOffice gives it with the session, owned by this subgraph; other subgraphs
 * extend it by `id` and hang their own entity on it.
 */
export type ChatSaleFieldPropertiesArgs = {
  names?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
};

/** Whether the work on a sale is done. SuperOffice's ActivityStatus. */
export type ChatSaleCompletion =
  /** Done. */
  | 'COMPLETED'
  /** Not begun; for a sale the same as STARTED. */
  | 'NOT_STARTED'
  /** Under way. */
  | 'STARTED'
  /** SuperOffice does not know. */
  | 'UNKNOWN'
  /** Ours: SuperOffice sent a name that this list does not have yet. */
  | 'UNRECOGNIZED';

/** How a sale stands. SuperOffice's SaleStatus. */
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
  /** SuperOffice does not know how it stands. */
  | 'UNKNOWN'
  /** Ours: SuperOffice sent a name that this list does not have yet. */
  | 'UNRECOGNIZED';

/** A conversation between a customer and an agent, begun from the chat widget of a topic. */
export type ChatSession = {
  readonly __typename?: 'ChatSession';
  /** Alert level of the session. */
  readonly alertLevel?: Maybe<Scalars['Int']['output']>;
  /** True while a chatbot leads the conversation, false once it has handed over. Null on older SuperOffice servers. */
  readonly chatbotIsActive?: Maybe<Scalars['Boolean']['output']>;
  /** Company that the session is connected to; null when it is not known. */
  readonly contact?: Maybe<ChatContact>;
  /** Name under which the customer appears in the chat. At most 64 characters. */
  readonly customerAlias?: Maybe<Scalars['String']['output']>;
  /** Company name as the customer gave it. At most 255 characters. */
  readonly customerCompanyName?: Maybe<Scalars['String']['output']>;
  /** True when the customer consented at the start of the session. */
  readonly customerConsented?: Maybe<Scalars['Boolean']['output']>;
  /** E-mail address as the customer gave it. At most 255 characters. */
  readonly customerEmail?: Maybe<Scalars['String']['output']>;
  /** Host name or IP address that the customer came from. At most 255 characters. */
  readonly customerHost?: Maybe<Scalars['String']['output']>;
  /** Name as the customer gave it. At most 255 characters. */
  readonly customerName?: Maybe<Scalars['String']['output']>;
  /** Phone number as the customer gave it, in any notation. At most 32 characters. */
  readonly customerPhone?: Maybe<Scalars['String']['output']>;
  /** Rights and types of the session's fields, sorted by name. */
  readonly fieldProperties?: Maybe<ReadonlyArray<ChatFieldProperty>>;
  /** Copy of the first message. At most 1024 characters. */
  readonly firstMessage?: Maybe<Scalars['String']['output']>;
  /** Marks set on the session; empty when none is, null when SuperOffice does not say. */
  readonly flags?: Maybe<ReadonlyArray<ChatSessionFlag>>;
  /** Primary key. */
  readonly id: Scalars['ID']['output'];
  /** Place in the queue when the session was requested; 1 is next. */
  readonly initialQueuePos?: Maybe<Scalars['Int']['output']>;
  /** Copy of the latest message. At most 1024 characters. */
  readonly lastMessage?: Maybe<Scalars['String']['output']>;
  /** Customer as a person in SuperOffice; null when it is not known who it is. */
  readonly person?: Maybe<ChatPerson>;
  /** Project that the session is connected to; null when there is none. */
  readonly project?: Maybe<ChatProject>;
  /** Lowest number, from 1, that no other active session of the same agent has. Clients pick a colour by it. */
  readonly rank?: Maybe<Scalars['Int']['output']>;
  /** The customer's rating of the conversation. Null on older SuperOffice servers. */
  readonly rating?: Maybe<Scalars['Int']['output']>;
  /** Sale that the session is connected to; null when there is none. */
  readonly sale?: Maybe<ChatSale>;
  /**
   * Secret that authenticates the customer's side of the session: who holds it can speak as the customer. This field
   * exists only where the operator has exposed it, and even then not in a supergraph's public schema.
   */
  readonly sessionKey?: Maybe<Scalars['String']['output']>;
  /** How far the conversation has come. */
  readonly status?: Maybe<ChatSessionStatus>;
  /** What the caller may do with the session. */
  readonly tableRight?: Maybe<ChatTableRight>;
  /** Request that the session is connected to; null when there is none. */
  readonly ticket?: Maybe<ChatTicket>;
  /** Chat topic (channel) that the session belongs to. */
  readonly topicId?: Maybe<Scalars['ID']['output']>;
  /** Agent whom the session is being handed to and who has not answered yet; null when no transfer is pending. */
  readonly transferTo?: Maybe<ChatAssociate>;
  /** Agent who handles the session; null while nobody does. */
  readonly user?: Maybe<ChatAssociate>;
  /** When the session ended; null while it has not. */
  readonly whenEnded?: Maybe<Scalars['DateTime']['output']>;
  /** When the customer's browser last asked for news. Long ago means that the customer is probably gone. */
  readonly whenFetched?: Maybe<Scalars['DateTime']['output']>;
  /** When either side last sent a message. */
  readonly whenIdle?: Maybe<Scalars['DateTime']['output']>;
  /** When the customer asked for the session. */
  readonly whenRequested?: Maybe<Scalars['DateTime']['output']>;
  /** When an agent took the session; null while it waits. */
  readonly whenStarted?: Maybe<Scalars['DateTime']['output']>;
};


/** A conversation between a customer and an agent, begun from the chat widget of a topic. */
export type ChatSessionFieldPropertiesArgs = {
  names?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
};

/** A mark on a chat session. SuperOffice's ChatSessionFlags. */
export type ChatSessionFlag =
  /**
   * The customer is typing. Do not rely on it: SuperOffice uses this name for the value 0, so a session without any mark
   * may carry it too.
   */
  | 'CUSTOMER_IS_TYPING'
  /** Ours: SuperOffice sent a name that this list does not have yet. */
  | 'UNRECOGNIZED'
  /** The agent is typing. */
  | 'USER_IS_TYPING';

/** How far a chat session has come. SuperOffice's ChatSessionStatus. */
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
  /** The customer is filling in the form shown when no agent is there. */
  | 'OFFLINE_FORM'
  /** The customer is filling in the form that precedes the chat. */
  | 'PRE_CHAT_FORM'
  /** Became a request instead of a conversation. */
  | 'REQUEST_POSTED'
  /** Ours: SuperOffice sent a name that this list does not have yet. */
  | 'UNRECOGNIZED'
  /** The agent wrote last: it is the customer's turn. */
  | 'USER_LAST';

/** One address in parts that are the same for every country. */
export type ChatStructuredAddress = {
  readonly __typename?: 'ChatStructuredAddress';
  /** First address line. */
  readonly address1?: Maybe<Scalars['String']['output']>;
  /** Second address line. */
  readonly address2?: Maybe<Scalars['String']['output']>;
  /** Third address line. */
  readonly address3?: Maybe<Scalars['String']['output']>;
  /** What the address is for. */
  readonly atypeIdx?: Maybe<ChatAddressType>;
  /** City. */
  readonly city?: Maybe<Scalars['String']['output']>;
  /** County (a district, not the country). */
  readonly county?: Maybe<Scalars['String']['output']>;
  /** This address as one text of several lines. */
  readonly formatted?: Maybe<Scalars['String']['output']>;
  /** State. */
  readonly state?: Maybe<Scalars['String']['output']>;
  /** Postal code; it may hold letters. */
  readonly zipcode?: Maybe<Scalars['String']['output']>;
};

/** What the caller may do with a record. */
export type ChatTableRight = {
  readonly __typename?: 'ChatTableRight';
  /**
   * Rights that are granted; empty when there are none and the record is to stay hidden, null when SuperOffice does not
   * say. SuperOffice's combined names (`FULL`, `URI`, …) come taken apart.
   */
  readonly mask?: Maybe<ReadonlyArray<ChatTableRightFlag>>;
  /** Why rights are missing, as text for a human; often empty. */
  readonly reason?: Maybe<Scalars['String']['output']>;
};

/** One right on a record. The single bits of SuperOffice's ETableRight. */
export type ChatTableRightFlag =
  /** The record may be deleted. */
  | 'DELETE'
  /** Some fields may be hidden: the record shows no more than that it is there, such as a private appointment. */
  | 'FILTERING'
  /** Records may be added to the table. */
  | 'INSERT'
  /** Some fields may refuse a change although the record may be changed. */
  | 'RESTRICTED_UPDATE'
  /** The record may be read. */
  | 'SELECT'
  /** SuperOffice has not worked out the rights. */
  | 'UNINITIALIZED'
  /** Ours: SuperOffice sent a name that this list does not have yet. */
  | 'UNRECOGNIZED'
  /** Reserved by SuperOffice (64). */
  | 'UNUSED_1'
  /** The record may be changed. */
  | 'UPDATE';

/**
 * The request of a chat session; SuperOffice's API calls a request a ticket. A snapshot as SuperOffice gives it with the
 * session, owned by this subgraph; other subgraphs extend it by `id` and hang their own entity on it.
 */
export type ChatTicket = {
  readonly __typename?: 'ChatTicket';
  /** When a postponed request wakes up; null when it is not postponed. */
  readonly activate?: Maybe<Scalars['DateTime']['output']>;
  /** How far the request has been escalated: the level of SuperOffice's request alerts. */
  readonly alertLevel?: Maybe<Scalars['Int']['output']>;
  /** When the request moves to its next alert level. */
  readonly alertTimeout?: Maybe<Scalars['DateTime']['output']>;
  /** Who began the request, as text: the author of its first message. */
  readonly author?: Maybe<Scalars['String']['output']>;
  /** SuperOffice's own status, which every installation shares. */
  readonly baseStatus?: Maybe<ChatTicketBaseStatus>;
  /** List id of the category. */
  readonly category?: Maybe<Scalars['ID']['output']>;
  /** Name of the category with those above it, such as 'norway/product A/support'. */
  readonly categoryFullname?: Maybe<Scalars['String']['output']>;
  /** Name of the category itself, such as 'support'. */
  readonly categoryName?: Maybe<Scalars['String']['output']>;
  /** When the request was closed; null while it is not. */
  readonly closedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Master request that this one is connected to; null when there is none. */
  readonly connectId?: Maybe<Scalars['ID']['output']>;
  /** Company of the customer; null when there is none, and on older SuperOffice servers. */
  readonly contactId?: Maybe<Scalars['ID']['output']>;
  /** Name of the customer's company. Null on older SuperOffice servers. */
  readonly contactName?: Maybe<Scalars['String']['output']>;
  /** When the request was created. */
  readonly createdAt?: Maybe<Scalars['DateTime']['output']>;
  /** User who created the request; 1 is the system user, for requests that came from outside. */
  readonly createdBy?: Maybe<Scalars['ID']['output']>;
  /** Short name of the user who created the request: initials or login name. */
  readonly createdByName?: Maybe<Scalars['String']['output']>;
  /** Person who is the customer of the request; null when there is none. */
  readonly custId?: Maybe<Scalars['ID']['output']>;
  /** When the request is to be done. */
  readonly deadline?: Maybe<Scalars['DateTime']['output']>;
  /** Rights and types of the request's fields, sorted by name. */
  readonly fieldProperties?: Maybe<ReadonlyArray<ChatFieldProperty>>;
  /** When any user first read the request; null when never. */
  readonly firstReadByUser?: Maybe<Scalars['DateTime']['output']>;
  /** Form submission that the request was made from; null when there is none, and on older SuperOffice servers. */
  readonly formSubmissionId?: Maybe<Scalars['ID']['output']>;
  /** Address that the request came from, for example by e-mail. */
  readonly fromAddress?: Maybe<Scalars['String']['output']>;
  /** True when the request has attachments. */
  readonly hasAttachment?: Maybe<Scalars['Boolean']['output']>;
  /** Primary key of the request. */
  readonly id: Scalars['ID']['output'];
  /** Language of the first external message. Null on older SuperOffice servers. */
  readonly language?: Maybe<Scalars['String']['output']>;
  /** When the request was last changed. */
  readonly lastChanged?: Maybe<Scalars['DateTime']['output']>;
  /** Number of messages in all. */
  readonly numMessages?: Maybe<Scalars['Int']['output']>;
  /** Number of messages sent to the customer. */
  readonly numReplies?: Maybe<Scalars['Int']['output']>;
  /** How the request came in. */
  readonly origin?: Maybe<ChatTicketOrigin>;
  /**
   * User who owns the request; 1 is the system user, for requests without an owner. Not an associate: for that see
   * `ownedByAssociateId`.
   */
  readonly ownedBy?: Maybe<Scalars['ID']['output']>;
  /** Owner as an associate. Null on older SuperOffice servers. */
  readonly ownedByAssociateId?: Maybe<Scalars['ID']['output']>;
  /** Short name of the user who owns the request: initials or login name. */
  readonly ownedByName?: Maybe<Scalars['String']['output']>;
  /** The customer's first name. */
  readonly personFirstname?: Maybe<Scalars['String']['output']>;
  /** The customer's full name. */
  readonly personFullname?: Maybe<Scalars['String']['output']>;
  /** The customer's last name. */
  readonly personLastname?: Maybe<Scalars['String']['output']>;
  /** The customer's middle name, or a particle such as 'van'. */
  readonly personMiddleName?: Maybe<Scalars['String']['output']>;
  /** List id of the priority. */
  readonly priority?: Maybe<Scalars['ID']['output']>;
  /** Name of the priority, in the caller's language. Null on older SuperOffice servers. */
  readonly priorityName?: Maybe<Scalars['String']['output']>;
  /** Project that the request is connected to; null when there is none, and on older SuperOffice servers. */
  readonly projectId?: Maybe<Scalars['ID']['output']>;
  /** Name of the connected project. Null on older SuperOffice servers. */
  readonly projectName?: Maybe<Scalars['String']['output']>;
  /** When the customer read the request; null when never. */
  readonly readByCustomer?: Maybe<Scalars['DateTime']['output']>;
  /** When its owner last read the request; null when never. */
  readonly readByOwner?: Maybe<Scalars['DateTime']['output']>;
  /** Whether the owner has seen what is new. */
  readonly readStatus?: Maybe<ChatTicketReadStatus>;
  /** Seconds in a status that waits for somebody outside, round the clock, without the present status. */
  readonly realTimeSpentExternally?: Maybe<Scalars['Int']['output']>;
  /** Seconds in an open status, round the clock, without the present status. */
  readonly realTimeSpentInternally?: Maybe<Scalars['Int']['output']>;
  /** Seconds in a queue status, round the clock, without the present status. */
  readonly realTimeSpentQueue?: Maybe<Scalars['Int']['output']>;
  /** Minutes from creation to closing, counted round the clock. */
  readonly realTimeToClose?: Maybe<Scalars['Int']['output']>;
  /** Minutes from creation to the first reply, counted round the clock. */
  readonly realTimeToReply?: Maybe<Scalars['Int']['output']>;
  /** When the first message went out to the customer; null when none has. */
  readonly repliedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Heading of the connected sale. Null on older SuperOffice servers. */
  readonly saleHeading?: Maybe<Scalars['String']['output']>;
  /** Sale that the request is connected to; null when there is none, and on older SuperOffice servers. */
  readonly saleId?: Maybe<Scalars['ID']['output']>;
  /** Sentiment of the latest external message, on SuperOffice's scale. Null on older SuperOffice servers. */
  readonly sentiment?: Maybe<Scalars['Int']['output']>;
  /** How sure `sentiment` is, on SuperOffice's scale. Null on older SuperOffice servers. */
  readonly sentimentConfidence?: Maybe<Scalars['Int']['output']>;
  /** Who may see the request. */
  readonly slevel?: Maybe<ChatTicketSecurityLevel>;
  /** What the caller may do with the request. */
  readonly tableRight?: Maybe<ChatTableRight>;
  /** List id of the installation's own status. */
  readonly ticketStatus?: Maybe<Scalars['ID']['output']>;
  /** Name of the installation's own status, in the caller's language. */
  readonly ticketStatusDisplayValue?: Maybe<Scalars['String']['output']>;
  /** List id of `ticketTypeName`. Null on older SuperOffice servers. */
  readonly ticketTypeId?: Maybe<Scalars['ID']['output']>;
  /** Request type, an item of the installation's list. Null on older SuperOffice servers. */
  readonly ticketTypeName?: Maybe<Scalars['String']['output']>;
  /** Minutes (not seconds) registered on the request's messages in all. Null on older SuperOffice servers. */
  readonly timeSpent?: Maybe<Scalars['Int']['output']>;
  /** Seconds in a status that waits for somebody outside, within the priority's office hours, without the present status. */
  readonly timeSpentExternally?: Maybe<Scalars['Int']['output']>;
  /** Seconds in an open status, within the priority's office hours, without the present status. */
  readonly timeSpentInternally?: Maybe<Scalars['Int']['output']>;
  /** Seconds in a queue status, within the priority's office hours, without the present status. */
  readonly timeSpentQueue?: Maybe<Scalars['Int']['output']>;
  /** Minutes from creation to closing, counted within the priority's office hours. */
  readonly timeToClose?: Maybe<Scalars['Int']['output']>;
  /** Minutes from creation to the first reply, counted within the priority's office hours. */
  readonly timeToReply?: Maybe<Scalars['Int']['output']>;
  /** Title of the request. */
  readonly title?: Maybe<Scalars['String']['output']>;
};


/**
 * The request of a chat session; SuperOffice's API calls a request a ticket. A snapshot as SuperOffice gives it with the
 * session, owned by this subgraph; other subgraphs extend it by `id` and hang their own entity on it.
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
  /** Ours: SuperOffice sent a name that this list does not have yet. */
  | 'UNRECOGNIZED';

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
  /** By phone, registered by whoever answered. */
  | 'PHONE'
  /** By text message. */
  | 'SMS'
  /** From Twitter. */
  | 'TWITTER'
  /** SuperOffice does not know. */
  | 'UNKNOWN'
  /** Ours: SuperOffice sent a name that this list does not have yet. */
  | 'UNRECOGNIZED';

/** Whether the owner of a request has seen what is new in it. SuperOffice's TicketReadStatus. */
export type ChatTicketReadStatus =
  /** The owner has read it. */
  | 'GREEN'
  /** The owner has not read it. */
  | 'RED'
  /** SuperOffice does not know. */
  | 'UNKNOWN'
  /** Ours: SuperOffice sent a name that this list does not have yet. */
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
  /** Ours: SuperOffice sent a name that this list does not have yet. */
  | 'UNRECOGNIZED';

/** Where reading starts. Every field sees what the caller's own SuperOffice rights allow. */
export type Query = {
  readonly __typename?: 'Query';
  /** One chat session; null when there is none with this id. */
  readonly chatSession?: Maybe<ChatSession>;
  /**
   * Several chat sessions, in the order of `ids` and as many as `ids`; null where there is none. A bad or failing id is an
   * error at its index, the others answer. Each distinct id is read once, however often it is named.
   */
  readonly chatSessions: ReadonlyArray<Maybe<ChatSession>>;
};


/** Where reading starts. Every field sees what the caller's own SuperOffice rights allow. */
export type QueryChatSessionArgs = {
  id: Scalars['ID']['input'];
};


/** Where reading starts. Every field sees what the caller's own SuperOffice rights allow. */
export type QueryChatSessionsArgs = {
  ids: ReadonlyArray<Scalars['ID']['input']>;
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
  ChatSession: ChatSession;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  ChatSession:
    ( { __typename: 'ChatSession' }
    & GraphQLRecursivePick<FederationTypes['ChatSession'], {"id":true}> );
};



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  ChatAddress: ResolverTypeWrapper<AddressView>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  ChatAddressType: ChatAddressType;
  ChatAssociate: ResolverTypeWrapper<AssociateView>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  ChatAssociateType: ChatAssociateType;
  ChatContact: ResolverTypeWrapper<ContactView>;
  ChatCustomField: ResolverTypeWrapper<CustomFieldView>;
  ChatFieldProperty: ResolverTypeWrapper<FieldPropertyView>;
  ChatFieldRight: ResolverTypeWrapper<FieldRightView>;
  ChatFieldRightFlag: ChatFieldRightFlag;
  ChatLocalizedField: ResolverTypeWrapper<LocalizedFieldView>;
  ChatPerson: ResolverTypeWrapper<PersonView>;
  ChatProject: ResolverTypeWrapper<ProjectView>;
  ChatSale: ResolverTypeWrapper<SaleView>;
  ChatSaleCompletion: ChatSaleCompletion;
  ChatSaleStatus: ChatSaleStatus;
  ChatSession: ResolverTypeWrapper<ChatSessionView>;
  ChatSessionFlag: ChatSessionFlag;
  ChatSessionStatus: ChatSessionStatus;
  ChatStructuredAddress: ResolverTypeWrapper<StructuredAddressView>;
  ChatTableRight: ResolverTypeWrapper<TableRightView>;
  ChatTableRightFlag: ChatTableRightFlag;
  ChatTicket: ResolverTypeWrapper<TicketView>;
  ChatTicketBaseStatus: ChatTicketBaseStatus;
  ChatTicketOrigin: ChatTicketOrigin;
  ChatTicketReadStatus: ChatTicketReadStatus;
  ChatTicketSecurityLevel: ChatTicketSecurityLevel;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  ChatAddress: AddressView;
  String: Scalars['String']['output'];
  Float: Scalars['Float']['output'];
  ChatAssociate: AssociateView;
  Boolean: Scalars['Boolean']['output'];
  ID: Scalars['ID']['output'];
  Int: Scalars['Int']['output'];
  ChatContact: ContactView;
  ChatCustomField: CustomFieldView;
  ChatFieldProperty: FieldPropertyView;
  ChatFieldRight: FieldRightView;
  ChatLocalizedField: LocalizedFieldView;
  ChatPerson: PersonView;
  ChatProject: ProjectView;
  ChatSale: SaleView;
  ChatSession: ChatSessionView;
  ChatStructuredAddress: StructuredAddressView;
  ChatTableRight: TableRightView;
  ChatTicket: TicketView;
  DateTime: Scalars['DateTime']['output'];
  Query: Record<PropertyKey, never>;
};

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

export type ChatAssociateResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['ChatAssociate'] = ResolversParentTypes['ChatAssociate']> = {
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

export type ChatContactResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['ChatContact'] = ResolversParentTypes['ChatContact']> = {
  activeErpLinks?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  address?: Resolver<Maybe<ResolversTypes['ChatAddress']>, ParentType, ContextType>;
  associateFullName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  associateId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  businessName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  categoryName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
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

export type ChatPersonResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['ChatPerson'] = ResolversParentTypes['ChatPerson']> = {
  activeErpLinks?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  activeInterests?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  associateId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  associateName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  categoryName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
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

export type ChatProjectResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['ChatProject'] = ResolversParentTypes['ChatProject']> = {
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

export type ChatSaleResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['ChatSale'] = ResolversParentTypes['ChatSale']> = {
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
  customerEmail?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  customerHost?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  customerName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  customerPhone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  fieldProperties?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ChatFieldProperty']>>, ParentType, ContextType, Partial<ChatSessionFieldPropertiesArgs>>;
  firstMessage?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  flags?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ChatSessionFlag']>>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  initialQueuePos?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  lastMessage?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  person?: Resolver<Maybe<ResolversTypes['ChatPerson']>, ParentType, ContextType>;
  project?: Resolver<Maybe<ResolversTypes['ChatProject']>, ParentType, ContextType>;
  rank?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  rating?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  sale?: Resolver<Maybe<ResolversTypes['ChatSale']>, ParentType, ContextType>;
  sessionKey?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['ChatSessionStatus']>, ParentType, ContextType>;
  tableRight?: Resolver<Maybe<ResolversTypes['ChatTableRight']>, ParentType, ContextType>;
  ticket?: Resolver<Maybe<ResolversTypes['ChatTicket']>, ParentType, ContextType>;
  topicId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  transferTo?: Resolver<Maybe<ResolversTypes['ChatAssociate']>, ParentType, ContextType>;
  user?: Resolver<Maybe<ResolversTypes['ChatAssociate']>, ParentType, ContextType>;
  whenEnded?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  whenFetched?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  whenIdle?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  whenRequested?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  whenStarted?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
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

export type ChatTicketResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['ChatTicket'] = ResolversParentTypes['ChatTicket']> = {
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

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type QueryResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  chatSession?: Resolver<Maybe<ResolversTypes['ChatSession']>, ParentType, ContextType, RequireFields<QueryChatSessionArgs, 'id'>>;
  chatSessions?: Resolver<ReadonlyArray<Maybe<ResolversTypes['ChatSession']>>, ParentType, ContextType, RequireFields<QueryChatSessionsArgs, 'ids'>>;
};

export type Resolvers<ContextType = GatewayContext> = {
  ChatAddress?: ChatAddressResolvers<ContextType>;
  ChatAssociate?: ChatAssociateResolvers<ContextType>;
  ChatContact?: ChatContactResolvers<ContextType>;
  ChatCustomField?: ChatCustomFieldResolvers<ContextType>;
  ChatFieldProperty?: ChatFieldPropertyResolvers<ContextType>;
  ChatFieldRight?: ChatFieldRightResolvers<ContextType>;
  ChatLocalizedField?: ChatLocalizedFieldResolvers<ContextType>;
  ChatPerson?: ChatPersonResolvers<ContextType>;
  ChatProject?: ChatProjectResolvers<ContextType>;
  ChatSale?: ChatSaleResolvers<ContextType>;
  ChatSession?: ChatSessionResolvers<ContextType>;
  ChatStructuredAddress?: ChatStructuredAddressResolvers<ContextType>;
  ChatTableRight?: ChatTableRightResolvers<ContextType>;
  ChatTicket?: ChatTicketResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  Query?: QueryResolvers<ContextType>;
};

