/**
 * How the presence of a chat user is selected and read.
 * Schema: schema/chat-presence.graphql.
 */
import type { ChatPresenceCarrier, TableRightCarrier } from '../superoffice/carriers.js';
import { readList, readObject } from './conversions.js';
import { readFieldProperties } from './field-properties.js';
import { type Entity, fieldsOf } from './field-table.js';
import { readId, readReference } from './identifiers.js';
import { publishedFields } from './published-fields.js';

const readOwnProperties = readFieldProperties(() => presenceEntity.fields);

const { scalar, value, link } = fieldsOf('ChatPresence');

export const presenceFields = {
  ...publishedFields('ChatPresence', ['UserId']),
  id: scalar('UserId', readId),
  chatTopics: link('ChatTopics', readList(readReference)),
  tableRight: value('TableRight', readObject<TableRightCarrier>()),
  fieldProperties: value('FieldProperties', readOwnProperties),
};

export const presenceEntity: Entity<ChatPresenceCarrier> = {
  name: 'ChatPresence',
  identity: 'UserId',
  fields: presenceFields,
};
