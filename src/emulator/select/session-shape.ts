/**
 * The shape of a chat session and of all that hangs on it, read from the published Swagger file and the specification:
 * old and new names together, since the emulator plays both generations of servers.
 */
import { associateShape, rights, tableRightShape } from './common-shapes.js';
import { shapeOf } from './shape.js';

const person = shapeOf({
  ...rights,
  numbers: `PersonId CountryId ContactId Retired Rank ActiveInterests ContactCountryId AssociateId ActiveErpLinks
    TicketPriorityId SupportLanguageId SupportAssociateId`,
  texts: `Position Mrmrs Firstname Lastname MiddleName Title Description Email FullName DirectPhone FormalName ContactName
    ContactDepartment ContactOrgNr FaxPhone MobilePhone ContactPhone AssociateName ContactFax Kanafname Kanalname Post1
    Post2 Post3 EmailName ContactFullName CategoryName PersonNumber`,
  booleans: 'UsePersonAddress',
  newer: 'PersonNumber',
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
  newer: 'Number1 Number2',
  dictionaries: 'FieldProperties',
});

const project = shapeOf({
  ...rights,
  numbers: 'ProjectId AssociateId TypeId StatusId TextId ActiveErpLinks EventId',
  texts: 'Name Description URL Type AssociateFullName Status URLName ProjectNumber',
  dates: 'Updated PublishTo PublishFrom StartDate',
  booleans: 'IsPublished',
  newer: 'EventId StartDate',
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
  newer: `PriorityName PersonFirstname PersonMiddleName PersonLastname PersonFullname TimeSpent ContactId ContactName
    OwnedByAssociateId Language Sentiment SentimentConfidence SaleId ProjectId SaleHeading ProjectName FormSubmissionId
    TicketTypeId TicketTypeName`,
  older: 'CustFirstname CustMiddleName CustLastname CustFullname',
});

export const chatSessionShape = shapeOf({
  numbers: 'ChatSessionId TopicId InitialQueuePos AlertLevel Rank Rating',
  texts: `CustomerAlias CustomerHost CustomerName CustomerEmail CustomerPhone CustomerCompanyName FirstMessage LastMessage
    SessionKey`,
  booleans: 'CustomerConsented ChatbotIsActive',
  enums: { Status: 'Invalid', Flags: ['CustomerIsTyping', 'UserIsTyping'] },
  dates: 'WhenRequested WhenStarted WhenEnded WhenIdle WhenFetched',
  objects: {
    User: associateShape,
    Person: person,
    Contact: contact,
    Project: project,
    Sale: sale,
    Ticket: ticket,
    TransferTo: associateShape,
    TableRight: tableRightShape,
  },
  dictionaries: 'FieldProperties',
  newer: 'ChatbotIsActive Rating',
});
