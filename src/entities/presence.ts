/**
 * How the presence of a chat user is selected and read.
 * Schema: schema/chat-presence.graphql.
 */
import type { TableRightCarrier } from '../superoffice/carriers.js';
import type { ChatPresenceCarrier } from '../superoffice/carriers.js';
import { readBoolean, readInt, readList, readObject, readText } from './conversions.js';
import { readFieldProperties } from './field-properties.js';
import { fieldsOf, type Entity } from './field-table.js';
import { readId, readReference } from './identifiers.js';

const readOwnProperties = readFieldProperties(() => presenceEntity.fields);

const { scalar, value, link } = fieldsOf('ChatPresence');

export const presenceFields = {
  id: scalar('UserId', readId),
  displayName: scalar('DisplayName', readText),
  ongoingChats: scalar('OngoingChats', readInt),
  present: scalar('Present', readBoolean),
  chatTopics: link('ChatTopics', readList(readReference)),
  tableRight: value('TableRight', readObject<TableRightCarrier>()),
  fieldProperties: value('FieldProperties', readOwnProperties),
};

export const presenceEntity: Entity<ChatPresenceCarrier> = {
  name: 'ChatPresence',
  identity: 'UserId',
  fields: presenceFields,
};
