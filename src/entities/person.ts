/**
 * How the customer of a chat session, as a person in SuperOffice, is selected and read.
 * Schema: schema/chat-person.graphql.
 */
import type { TableRightCarrier } from '../superoffice/carriers.js';
import type { PersonCarrier } from '../superoffice/carriers.js';
import { readBoolean, readInt, readIntAsBoolean, readObject, readText } from './conversions.js';
import { readFieldProperties } from './field-properties.js';
import { fieldsOf, type Entity } from './field-table.js';
import { readId, readReference } from './identifiers.js';
import { personKeys } from './property-keys.js';

const readOwnProperties = readFieldProperties(() => personEntity.fields, personKeys);

const { scalar, value } = fieldsOf('Person');

export const personFields = {
  id: scalar('PersonId', readId),
  position: scalar('Position', readText),
  mrmrs: scalar('Mrmrs', readText),
  firstname: scalar('Firstname', readText),
  lastname: scalar('Lastname', readText),
  middleName: scalar('MiddleName', readText),
  title: scalar('Title', readText),
  description: scalar('Description', readText),
  email: scalar('Email', readText),
  fullName: scalar('FullName', readText),
  directPhone: scalar('DirectPhone', readText),
  formalName: scalar('FormalName', readText),
  countryId: scalar('CountryId', readReference),
  contactId: scalar('ContactId', readReference),
  contactName: scalar('ContactName', readText),
  retired: scalar('Retired', readIntAsBoolean),
  rank: scalar('Rank', readInt),
  activeInterests: scalar('ActiveInterests', readInt),
  contactDepartment: scalar('ContactDepartment', readText),
  contactCountryId: scalar('ContactCountryId', readReference),
  contactOrgNr: scalar('ContactOrgNr', readText),
  faxPhone: scalar('FaxPhone', readText),
  mobilePhone: scalar('MobilePhone', readText),
  contactPhone: scalar('ContactPhone', readText),
  associateName: scalar('AssociateName', readText),
  associateId: scalar('AssociateId', readReference),
  usePersonAddress: scalar('UsePersonAddress', readBoolean),
  contactFax: scalar('ContactFax', readText),
  kanafname: scalar('Kanafname', readText),
  kanalname: scalar('Kanalname', readText),
  post1: scalar('Post1', readText),
  post2: scalar('Post2', readText),
  post3: scalar('Post3', readText),
  emailName: scalar('EmailName', readText),
  contactFullName: scalar('ContactFullName', readText),
  activeErpLinks: scalar('ActiveErpLinks', readInt),
  ticketPriorityId: scalar('TicketPriorityId', readReference),
  supportLanguageId: scalar('SupportLanguageId', readReference),
  supportAssociateId: scalar('SupportAssociateId', readReference),
  categoryName: scalar('CategoryName', readText),
  personNumber: scalar('PersonNumber', readText),
  tableRight: value('TableRight', readObject<TableRightCarrier>()),
  fieldProperties: value('FieldProperties', readOwnProperties),
};

export const personEntity: Entity<PersonCarrier> = { name: 'ChatPerson', identity: 'PersonId', fields: personFields };
