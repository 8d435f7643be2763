/**
 * How the customer of a chat session, as a person in SuperOffice, is selected and read.
 * Schema: schema/chat-person.graphql.
 */
import type { PersonCarrier, TableRightCarrier } from '../superoffice/carriers.js';
import { readIntAsBoolean, readObject } from './conversions.js';
import { readFieldProperties } from './field-properties.js';
import { type Entity, fieldsOf } from './field-table.js';
import { readId, readReference } from './identifiers.js';
import { personKeys } from './property-keys.js';
import { publishedFields } from './published-fields.js';

const readOwnProperties = readFieldProperties(() => personEntity.fields, personKeys);

const { scalar, value, link } = fieldsOf('Person');

export const personFields = {
  ...publishedFields('Person', ['PersonId', 'Retired']),
  id: scalar('PersonId', readId),
  retired: scalar('Retired', readIntAsBoolean),
  tableRight: value('TableRight', readObject<TableRightCarrier>()),
  fieldProperties: value('FieldProperties', readOwnProperties),
  chatSessions: link('PersonId', readReference),
};

export const personEntity: Entity<PersonCarrier> = { name: 'ChatPerson', identity: 'PersonId', fields: personFields };
