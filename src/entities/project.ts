/**
 * How the project of a chat session is selected and read.
 * Schema: schema/chat-project.graphql.
 */
import type { TableRightCarrier } from '../superoffice/carriers.js';
import type { ProjectCarrier } from '../superoffice/carriers.js';
import { readBoolean, readInt, readObject, readText } from './conversions.js';
import { readDateTime, readUtcDateTime } from './date-time.js';
import { readFieldProperties } from './field-properties.js';
import { fieldsOf, type Entity } from './field-table.js';
import { readId, readReference } from './identifiers.js';
import { projectKeys } from './property-keys.js';

const readOwnProperties = readFieldProperties(() => projectEntity.fields, projectKeys);

const { scalar, value } = fieldsOf('Project');

export const projectFields = {
  id: scalar('ProjectId', readId),
  name: scalar('Name', readText),
  description: scalar('Description', readText),
  url: scalar('URL', readText),
  type: scalar('Type', readText),
  associateId: scalar('AssociateId', readReference),
  associateFullName: scalar('AssociateFullName', readText),
  typeId: scalar('TypeId', readReference),
  updated: scalar('Updated', readUtcDateTime),
  statusId: scalar('StatusId', readReference),
  status: scalar('Status', readText),
  textId: scalar('TextId', readReference),
  publishTo: scalar('PublishTo', readDateTime),
  publishFrom: scalar('PublishFrom', readDateTime),
  isPublished: scalar('IsPublished', readBoolean),
  urlName: scalar('URLName', readText),
  projectNumber: scalar('ProjectNumber', readText),
  activeErpLinks: scalar('ActiveErpLinks', readInt),
  eventId: scalar('EventId', readReference),
  startDate: scalar('StartDate', readDateTime),
  tableRight: value('TableRight', readObject<TableRightCarrier>()),
  fieldProperties: value('FieldProperties', readOwnProperties),
};

export const projectEntity: Entity<ProjectCarrier> = {
  name: 'ChatProject',
  identity: 'ProjectId',
  fields: projectFields,
};
