/**
 * Generated projects and sales: real, none, or the empty carrier (table in generated-session.ts).
 */
import type { JsonRecord } from '../json-record.js';
import { otherDate } from './generated-dates.js';
import { fieldProperties, tableRight } from './generated-rights.js';
import { pick } from './pick.js';

const saleStatuses = ['Open', 'Sold', 'Lost', 'Stalled', 'Unknown', 'SaintAll', 'Haunted'] as const; // last: unpublished

/** By SuperOffice's keys; some are not names of properties. */
const projectFieldTypes = {
  Name: 'System.String',
  Updated: 'System.DateTime',
  UrlAddress: 'System.String',
  UrlName: 'System.String',
  Text: 'System.String',
  Firstname: 'System.String',
  MiddleName: 'System.String',
  Lastname: 'System.String',
};

/** By id % 3: 0 real, 1 none, 2 empty with ProjectId 0. */
export function generatedProject(id: number): JsonRecord | null {
  if (id % 3 === 1) return null;
  const isReal = id % 3 === 0;
  return {
    ProjectId: isReal ? 4000 + id : 0,
    Name: isReal ? `Project ${id}` : '',
    Description: '',
    URL: '',
    Type: isReal ? 'NO:"Messe";US:"Trade fair"' : '',
    AssociateId: isReal ? 308 : 0,
    AssociateFullName: isReal ? 'Jan van Dijk' : '',
    TypeId: id % 10,
    Updated: isReal ? '2015-11-04T15:48:28' : '0001-01-01T00:00:00',
    StatusId: id % 7,
    Status: isReal ? 'NO:"Pågår";US:"In progress"' : '',
    TextId: 0,
    ...publication(id),
    URLName: null,
    ProjectNumber: isReal ? String(510000 + id) : '',
    ActiveErpLinks: 0,
    ...(id % 2 === 0 ? { EventId: 0, StartDate: '0001-01-01T00:00:00' } : {}),
    TableRight: tableRight(id + 1),
    FieldProperties: fieldProperties(id, projectFieldTypes),
  };
}

function publication(id: number): JsonRecord {
  return {
    PublishTo: otherDate(id, 1),
    PublishFrom: otherDate(id, 2),
    IsPublished: id % 2 === 0,
  };
}

/** By id % 3: 0 empty with SaleId -1, 1 real, 2 none. */
export function generatedSale(id: number): JsonRecord | null {
  if (id % 3 === 2) return null;
  const isReal = id % 3 === 1;
  return {
    ContactName: isReal ? 'Kundè & Co' : '',
    SaleDate: otherDate(id, 3),
    SaleId: isReal ? 5000 + id : -1,
    Probability: isReal ? 30 : 0,
    Title: isReal ? `Sale ${id}` : '',
    Amount: isReal ? 27162.378 : 0,
    Currency: isReal ? 'NOK' : '',
    ProjectName: '',
    AssociateFullName: isReal ? 'Jan van Dijk' : '',
    Description: '',
    Status: pick(saleStatuses, id),
    WeightedAmount: isReal ? 8148.713400000001 : 0,
    ProjectId: pick([0, -1, 4321], id),
    EarningPercent: isReal ? 0.1 + 0.2 : 0,
    Earning: isReal ? 1e-7 : 0,
    ...saleReferences(id, isReal),
    TableRight: tableRight(id + 3),
    FieldProperties: fieldProperties(id, { Amount: 'System.Double', Title: 'System.String' }),
  };
}

function saleReferences(id: number, isReal: boolean): JsonRecord {
  return {
    ContactId: isReal ? 3000 + id : 0,
    AssociateId: isReal ? 296 : 0,
    PersonId: isReal ? 2000 + id : -1,
    SaleTypeId: 1 + (id % 4),
    SaleTypeName: isReal ? 'NO:"Nysalg";US:"New business"' : '',
    PersonFullName: '',
    Completed: pick(['Started', 'Completed', 'NotStarted', 'Unknown'], id),
    ActiveErpLinks: 0,
    NextDueDate: otherDate(id, 4),
    Number: String(755000 + id),
  };
}
