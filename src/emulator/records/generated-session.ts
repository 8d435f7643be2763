/**
 * Sessions 1 to 250 with realistic variations, computed from the id (192 is sample-session.ts).
 *
 * | depends on | value                                                                                                  |
 * |------------|--------------------------------------------------------------------------------------------------------|
 * | id % 2     | 0 new server: ChatbotIsActive, Rating, CustomFields, Ticket.Person*; 1 old: Ticket.Cust*, none of those  |
 * | id % 3     | Project 0 real, 1 null, 2 ProjectId 0; Sale 0 SaleId -1, 1 real, 2 null; Ticket null for 1               |
 * | id % 5     | Person 0 null (anonymous), 1 PersonId 0, 2 PersonId -1, 3 and 4 real; TransferTo real for 3, else null   |
 * | id % 6     | User 0 null, 1 AssociateId 0, else real                                                                  |
 * | id % 7     | Contact 0 null, 1 ContactId 0; its Address 2, 3 both forms, 4 localized only, 5 null, 6 {};              |
 * |            | 6 also: User.Type is "RobotAssociate", Sale.Status "Haunted", BaseStatus "Frozen", Origin "Pigeon"       |
 * | id % 8     | TopicId 0 is 0, 1 is -1, else 1 to 6; digits of the fraction, where a date has one                       |
 * | id % 9     | Flags and TableRight by the lists `flags` and `tableRights`; FieldProperties 5 null, 6 {}                |
 * | id % 11    | WhenStarted and WhenEnded are no date: 0 `0001-01-01T00:00:00`, 1 with Z, 2 `0001-01-01T01:00:00+01:00`; |
 * |            | 3 WhenEnded in 9999; 4 all un-zoned, WhenRequested `2002-03-31T18:00:00`, WhenIdle in the autumn overlap,|
 * |            | WhenFetched in the spring gap; 5 Z; 6 +0200; 7 +02:00; 8 and 10 -0500; 9 null dates                      |
 * | id % 13    | Status by the list `statuses`; 12 is "ClosedByRobot"                                                     |
 * | id % 19 = 0| no read access: texts "" or null, TableRight { Mask: "None", Reason: "[SR_...]" }, embedded objects null |
 * | id % 23 = 0| an unpublished property: Mood                                                                            |
 */
import type { JsonRecord } from '../json-record.js';
import { generatedAssociate } from './generated-associate.js';
import { generatedContact } from './generated-contact.js';
import { whenDates } from './generated-dates.js';
import { customers, generatedPerson } from './generated-person.js';
import { generatedProject, generatedSale } from './generated-project-and-sale.js';
import { fieldProperties, tableRight } from './generated-rights.js';
import { generatedTicket } from './generated-ticket.js';
import { pick } from './pick.js';

const statuses = [
  'Invalid',
  'PreChatForm',
  'Faq',
  'OfflineForm',
  'InQueue',
  'CustomerLast',
  'UserLast',
  'Finished',
  'Deleted',
  'Closed',
  'RequestPosted',
  'ClosedFromQueue',
  'ClosedByRobot', // in no published list
] as const;

const flags: readonly [string | null, ...(string | null)[]] = [
  'CustomerIsTyping',
  'CustomerIsTyping, UserIsTyping',
  'UserIsTyping, CustomerIsTyping',
  'UserIsTyping',
  'CustomerIsTyping,UserIsTyping',
  '',
  null,
  '4', // a bit without a name
  'UserIsTyping, RobotIsTyping', // the second in no published list
];

/** @param id 1 or more */
export function generatedSession(id: number): JsonRecord {
  return {
    ChatSessionId: id,
    TopicId: topicId(id),
    User: userOf(id),
    Person: generatedPerson(id),
    ...customer(id),
    Status: pick(statuses, id),
    ...messages(id),
    ...whenDates(id),
    SessionKey: `secret-session-key-${id}`,
    ...queueing(id),
    Flags: pick(flags, id),
    Contact: generatedContact(id),
    Project: generatedProject(id),
    Sale: generatedSale(id),
    Ticket: generatedTicket(id),
    TransferTo: id % 5 === 3 ? generatedAssociate(id + 1, 700 + id) : null,
    ...(id % 2 === 0 ? { ChatbotIsActive: id % 4 === 0, Rating: id % 6 } : {}),
    ...(id % 23 === 0 ? { Mood: 'cheerful' } : {}),
    TableRight: tableRight(id),
    FieldProperties: fieldProperties(id, fieldTypes),
    ...(id % 19 === 0 ? blanked : {}),
  };
}

function messages(id: number): JsonRecord {
  return {
    FirstMessage: `Hei! Jeg trenger hjelp.\n(${id})`,
    LastMessage: id % 4 === 0 ? null : 'Takk \u{1F44D}',
  };
}

function queueing(id: number): JsonRecord {
  return {
    InitialQueuePos: id % 6,
    AlertLevel: id % 4,
    Rank: 1 + (id % 8),
  };
}

const fieldTypes = {
  CustomerName: 'System.String',
  CustomerEmail: 'System.String',
  Status: 'SuperOffice.Data.ChatSessionStatus',
  WhenEnded: 'System.DateTime',
};

/** A session without read access. Dates, enums and numbers keep their values. */
const blanked: JsonRecord = {
  Person: null,
  CustomerAlias: '',
  CustomerHost: '',
  CustomerName: '',
  CustomerEmail: null,
  CustomerPhone: null,
  CustomerCompanyName: '',
  FirstMessage: '',
  LastMessage: null,
  SessionKey: '',
  Contact: null,
  Project: null,
  Sale: null,
  Ticket: null,
  TableRight: { Mask: 'None', Reason: '[SR_CHATSESSION_NO_ACCESS]' },
};

function topicId(id: number): number {
  const shape = id % 8;
  return shape < 2 ? -shape : shape - 1;
}

function userOf(id: number): JsonRecord | null {
  if (id % 6 === 0) return null;
  return generatedAssociate(id, id % 6 === 1 ? 0 : 600 + (id % 10));
}

function customer(id: number): JsonRecord {
  const { first, last } = pick(customers, id);
  const isAnonymous = id % 5 === 0;
  return {
    CustomerAlias: isAnonymous ? '' : first,
    CustomerHost: `203.0.113.${id}`,
    CustomerName: isAnonymous ? '' : `${first} ${last}`,
    CustomerEmail: isAnonymous ? null : `customer${id}@example.com`,
    CustomerPhone: isAnonymous ? '' : `+47 22 00 ${1000 + id}`,
    CustomerConsented: id % 3 !== 0,
    CustomerCompanyName: isAnonymous ? null : 'Kundè & Co',
  };
}
