/**
 * The properties of each carrier and what .NET type they have, read from the published Swagger file and the
 * specification: old and new names together, since the emulator plays both generations of servers.
 * Property names are found in any case.
 */
import type { JsonValue } from '../json-record.js';

export type Property =
  /** Int, double, boolean, enum or date: cannot be null in .NET; `zero` is its default. */
  | { readonly kind: 'value'; readonly zero: JsonValue }
  | { readonly kind: 'text' }
  | { readonly kind: 'object'; readonly shape: Shape }
  | { readonly kind: 'list'; readonly shape: Shape }
  | { readonly kind: 'dictionary' };

/** By lower-case name. */
export type Shape = ReadonlyMap<string, Property>;

interface Members {
  readonly numbers?: string;
  readonly booleans?: string;
  readonly dates?: string;
  readonly texts?: string;
  readonly dictionaries?: string;
  /** Name → the name of the enum's member 0. */
  readonly enums?: Readonly<Record<string, string>>;
  readonly objects?: Readonly<Record<string, Shape>>;
  readonly lists?: Readonly<Record<string, Shape>>;
}

function shapeOf(members: Members): Shape {
  const value = (zero: JsonValue) => (): Property => ({ kind: 'value', zero });
  return new Map([
    ...named(members.numbers, value(0)),
    ...named(members.booleans, value(false)),
    ...named(members.dates, value('0001-01-01T00:00:00')),
    ...named(members.texts, () => ({ kind: 'text' })),
    ...named(members.dictionaries, () => ({ kind: 'dictionary' })),
    ...keyed(members.enums, (zero) => ({ kind: 'value', zero })),
    ...keyed(members.objects, (shape) => ({ kind: 'object', shape })),
    ...keyed(members.lists, (shape) => ({ kind: 'list', shape })),
  ]);
}

function named(names: string | undefined, property: () => Property): [string, Property][] {
  return (names?.trim().split(/\s+/) ?? []).map((name) => [name.toLowerCase(), property()]);
}

function keyed<T>(
  entries: Readonly<Record<string, T>> | undefined,
  property: (from: T) => Property,
): [string, Property][] {
  return Object.entries(entries ?? {}).map(([name, from]) => [name.toLowerCase(), property(from)]);
}

const tableRight = shapeOf({ enums: { Mask: 'None' }, texts: 'Reason' });
const rights = { objects: { TableRight: tableRight }, dictionaries: 'FieldProperties' };

const associate = shapeOf({
  numbers: 'AssociateId PersonId Rank GroupIdx EjUserId',
  texts: 'Name Tooltip FullName FormalName UserName',
  enums: { Type: 'Unknown' },
  booleans: 'Deleted',
  objects: rights.objects,
  dictionaries: 'ExtraFields CustomFields FieldProperties',
});

const person = shapeOf({
  ...rights,
  numbers: `PersonId CountryId ContactId Retired Rank ActiveInterests ContactCountryId AssociateId ActiveErpLinks
    TicketPriorityId SupportLanguageId SupportAssociateId`,
  texts: `Position Mrmrs Firstname Lastname MiddleName Title Description Email FullName DirectPhone FormalName ContactName
    ContactDepartment ContactOrgNr FaxPhone MobilePhone ContactPhone AssociateName ContactFax Kanafname Kanalname Post1
    Post2 Post3 EmailName ContactFullName CategoryName PersonNumber`,
  booleans: 'UsePersonAddress',
});

const structuredAddress = shapeOf({
  enums: { AtypeIdx: 'Unknown' },
  texts: 'Address1 Address2 Address3 City County State Zipcode Formatted',
});

const localizedField = shapeOf({ ...rights, texts: 'Name Value Tooltip Label AddressType', numbers: 'ValueLength' });

const address = shapeOf({
  numbers: 'Wgs84Latitude Wgs84Longitude',
  lists: { LocalizedAddress: localizedField },
  objects: { ...rights.objects, Street: structuredAddress, Postal: structuredAddress },
  texts: 'Formatted',
  dictionaries: 'FieldProperties',
});

const contact = shapeOf({
  numbers: 'ContactId AssociateId CountryId ActiveErpLinks',
  texts: `Name OrgNr Department URL City DirectPhone EmailAddress Kananame EmailAddressName URLName AssociateFullName
    BusinessName CategoryName CountryName FormattedAddress FullName Number1 Number2`,
  objects: { ...rights.objects, Address: address },
  booleans: 'IsOwnerContact',
  dictionaries: 'FieldProperties',
});

const project = shapeOf({
  ...rights,
  numbers: 'ProjectId AssociateId TypeId StatusId TextId ActiveErpLinks EventId',
  texts: 'Name Description URL Type AssociateFullName Status URLName ProjectNumber',
  dates: 'Updated PublishTo PublishFrom StartDate',
  booleans: 'IsPublished',
});

const sale = shapeOf({
  ...rights,
  texts: 'ContactName Title Currency ProjectName AssociateFullName Description SaleTypeName PersonFullName Number',
  dates: 'SaleDate NextDueDate',
  numbers: `SaleId Probability ProjectId ContactId AssociateId PersonId SaleTypeId ActiveErpLinks Amount WeightedAmount
    EarningPercent Earning`,
  enums: { Status: 'Unknown', Completed: 'Unknown' },
});

const ticket = shapeOf({
  ...rights,
  numbers: `TicketId CreatedBy OwnedBy Category Priority TicketStatus CustId AlertLevel ConnectId TimeToReply
    RealTimeToReply TimeToClose RealTimeToClose TimeSpentInternally TimeSpentExternally TimeSpentQueue
    RealTimeSpentInternally RealTimeSpentExternally RealTimeSpentQueue TimeSpent NumReplies NumMessages ContactId
    OwnedByAssociateId Sentiment SentimentConfidence SaleId ProjectId FormSubmissionId TicketTypeId`,
  texts: `Title CreatedByName Author OwnedByName CategoryName CategoryFullname PriorityName TicketStatusDisplayValue
    PersonFirstname PersonMiddleName PersonLastname PersonFullname CustFirstname CustMiddleName CustLastname CustFullname
    FromAddress ContactName Language SaleHeading ProjectName TicketTypeName`,
  dates: `CreatedAt LastChanged ReadByOwner ReadByCustomer FirstReadByUser Activate ClosedAt RepliedAt AlertTimeout
    Deadline`,
  enums: { Slevel: 'Unknown', BaseStatus: 'Unknown', Origin: 'Unknown', ReadStatus: 'Unknown' },
  booleans: 'HasAttachment',
});

export const chatSessionShape = shapeOf({
  numbers: 'ChatSessionId TopicId InitialQueuePos AlertLevel Rank Rating',
  texts: `CustomerAlias CustomerHost CustomerName CustomerEmail CustomerPhone CustomerCompanyName FirstMessage LastMessage
    SessionKey`,
  booleans: 'CustomerConsented ChatbotIsActive',
  enums: { Status: 'Invalid', Flags: 'CustomerIsTyping' },
  dates: 'WhenRequested WhenStarted WhenEnded WhenIdle WhenFetched',
  objects: {
    User: associate,
    Person: person,
    Contact: contact,
    Project: project,
    Sale: sale,
    Ticket: ticket,
    TransferTo: associate,
    TableRight: tableRight,
  },
  dictionaries: 'FieldProperties',
});
