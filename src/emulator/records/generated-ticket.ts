/**
 * Generated requests. Old servers (odd ids) name the customer Cust*, new ones (even ids) Person* and have 15 more
 * properties. None when id % 3 is 1.
 */
import type { JsonRecord } from '../json-record.js';
import { otherDate } from './generated-dates.js';
import { customers } from './generated-person.js';
import { fieldProperties, tableRight } from './generated-rights.js';
import { pick } from './pick.js';

const baseStatuses = ['Active', 'Closed', 'Postponed', 'Postponed1Hour', 'Merged', 'Unknown', 'Frozen'] as const;
const origins = ['Chat', 'Email', 'EMarketing', 'API', 'SMS', 'CustomerCentre', 'Pigeon'] as const;

export function generatedTicket(id: number): JsonRecord | null {
  if (id % 3 === 1) return null;
  return {
    TicketId: 6000 + id,
    Title: `Request ${id}: "quoted", <b>bold</b>`,
    ...ticketDates(id),
    CreatedBy: 1,
    CreatedByName: 'SYSTEM',
    Author: '',
    OwnedBy: id % 4 === 0 ? 1 : 900 + id,
    OwnedByName: pick(['AAN', '', 'JVD'], id),
    ...classification(id),
    CustId: id % 5 > 2 ? 2000 + id : -1,
    ...customerNames(id),
    AlertLevel: id % 4,
    ConnectId: pick([0, -1, 6001], id),
    ReadStatus: pick(['Green', 'Yellow', 'Red', 'Unknown', 'Blue'], id),
    ...timeSpent(id),
    ...messageCounts(id),
    ...(id % 2 === 0 ? newProperties(id) : {}),
    TableRight: tableRight(id + 5),
    FieldProperties: fieldProperties(id, { Title: 'System.String', CreatedAt: 'System.DateTime' }),
  };
}

function ticketDates(id: number): JsonRecord {
  return {
    CreatedAt: '2002-03-31T18:00:00',
    LastChanged: otherDate(id, 5),
    ReadByOwner: otherDate(id, 6),
    ReadByCustomer: otherDate(id, 7),
    FirstReadByUser: otherDate(id, 8),
    Activate: '0001-01-01T00:00:00',
    ClosedAt: otherDate(id, 9),
    RepliedAt: otherDate(id, 10),
    AlertTimeout: '9999-12-31T00:00:00',
    Deadline: otherDate(id, 11),
  };
}

function classification(id: number): JsonRecord {
  return {
    Category: pick([137, 0, -1], id),
    CategoryName: 'NO:"Brukerstøtte";US:"Support"',
    CategoryFullname: 'NO:"Norge/Brukerstøtte";US:"Norway/Support"',
    Slevel: pick(['External', 'Internal', 'Unknown'], id),
    Priority: 1 + (id % 3),
    BaseStatus: pick(baseStatuses, id),
    TicketStatus: 1 + (id % 5),
    TicketStatusDisplayValue: 'NO:"Åpen";US:"Open"',
    Origin: pick(origins, id),
  };
}

function customerNames(id: number): JsonRecord {
  const { first, middle, last } = pick(customers, id);
  const full = `${first} ${last}`;
  return id % 2 === 0
    ? { PersonFirstname: first, PersonMiddleName: middle, PersonLastname: last, PersonFullname: full }
    : { CustFirstname: first, CustMiddleName: middle, CustLastname: last, CustFullname: full };
}

function timeSpent(id: number): JsonRecord {
  return {
    TimeToReply: id,
    RealTimeToReply: 2 * id,
    TimeToClose: 3 * id,
    RealTimeToClose: 4 * id,
    TimeSpentInternally: 60 * id,
    TimeSpentExternally: 0,
    TimeSpentQueue: 30 * id,
    RealTimeSpentInternally: 120 * id,
    RealTimeSpentExternally: 0,
    RealTimeSpentQueue: 60 * id,
  };
}

function messageCounts(id: number): JsonRecord {
  return {
    HasAttachment: id % 2 === 0,
    NumReplies: id % 9,
    NumMessages: id % 12,
    FromAddress: '',
  };
}

function newProperties(id: number): JsonRecord {
  return {
    PriorityName: 'NO:"Høy";US:"High"',
    TimeSpent: id,
    ContactId: 3000 + id,
    ContactName: 'Kundè & Co',
    OwnedByAssociateId: pick([0, -1, 600], id),
    Language: 'en',
    Sentiment: (id % 201) - 100,
    SentimentConfidence: id % 101,
    SaleId: 0,
    ProjectId: -1,
    SaleHeading: '',
    ProjectName: '',
    FormSubmissionId: 0,
    TicketTypeId: 1 + (id % 2),
    TicketTypeName: 'NO:"Spørsmål";US:"Question"',
  };
}
