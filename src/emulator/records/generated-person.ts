/**
 * Generated customers: none, the empty carrier with PersonId 0 or -1, or a real one (table in generated-session.ts).
 */
import type { JsonRecord } from '../json-record.js';
import { fieldProperties, tableRight } from './generated-rights.js';
import { pick } from './pick.js';

export const customers = [
  { first: 'Forest', middle: '', last: 'Lind' },
  { first: 'Márta', middle: 'van', last: 'Szőke' },
  { first: 'Søren', middle: '', last: 'Ærø' },
  { first: '太郎', middle: '', last: '山田' },
] as const;

/** By SuperOffice's keys; some are not names of properties. */
const fieldTypes = {
  Firstname: 'System.String',
  Retired: 'System.Int16',
  Text: 'System.String',
  Fax: 'System.String',
  Usepersonaddress: 'System.Boolean',
  CustomerLanguageId: 'System.Int32',
  ContactCategoryName: 'System.String',
};

export function generatedPerson(id: number): JsonRecord | null {
  if (id % 5 === 0) return null;
  if (id % 5 === 1) return emptyPerson(id, 0);
  if (id % 5 === 2) return emptyPerson(id, -1);
  const { first, middle, last } = pick(customers, id);
  return {
    ...emptyPerson(id, 2000 + id),
    Position: 'NO:"Daglig leder";US:"Managing director";GE:"Geschäftsführer"',
    Mrmrs: 'Ms',
    Firstname: first,
    MiddleName: middle,
    Lastname: last,
    Email: `customer${id}@example.com`,
    FullName: [first, middle, last].filter((name) => name !== '').join(' '),
    DirectPhone: `+47 22 00 ${1000 + id}`,
    CountryId: 578,
    ContactId: 3000 + id,
    ContactName: 'Kundè & Co',
    Retired: pick([0, 1, 0, -1], id),
    UsePersonAddress: id % 2 === 0,
    CategoryName: 'NO:"Leverandør";US:"Supplier"',
    TableRight: tableRight(id + 4),
  };
}

function emptyPerson(id: number, personId: number): JsonRecord {
  return {
    ...texts('Position', 'Mrmrs', 'Firstname', 'Lastname', 'MiddleName', 'Title', 'Description'),
    PersonId: personId,
    ...texts('Email', 'FullName', 'DirectPhone', 'FormalName', 'ContactName', 'ContactDepartment', 'ContactOrgNr'),
    ...numbers('CountryId', 'ContactId', 'Retired', 'Rank', 'ActiveInterests', 'ContactCountryId', 'AssociateId'),
    ...texts('FaxPhone', 'MobilePhone', 'ContactPhone', 'AssociateName', 'ContactFax', 'Kanafname', 'Kanalname'),
    UsePersonAddress: false,
    ...texts('Post1', 'Post2', 'Post3', 'EmailName', 'ContactFullName'),
    ...numbers('ActiveErpLinks', 'TicketPriorityId', 'SupportLanguageId', 'SupportAssociateId'),
    CategoryName: '',
    ...(id % 2 === 0 ? { PersonNumber: `P-${id}` } : {}),
    TableRight: null,
    FieldProperties: fieldProperties(id, fieldTypes),
  };
}

function texts(...names: readonly string[]): JsonRecord {
  return Object.fromEntries(names.map((name) => [name, '']));
}

function numbers(...names: readonly string[]): JsonRecord {
  return Object.fromEntries(names.map((name) => [name, 0]));
}
