/**
 * How the project of a chat session is selected and read.
 * Schema: schema/chat-project.graphql.
 */
import type { ProjectCarrier, TableRightCarrier } from '../superoffice/carriers.js';
import { readObject, readText } from './conversions.js';
import { readUtcDateTime } from './date-time.js';
import { readFieldProperties } from './field-properties.js';
import { type Entity, fieldsOf } from './field-table.js';
import { readId } from './identifiers.js';
import { projectKeys } from './property-keys.js';
import { publishedFields } from './published-fields.js';

const readOwnProperties = readFieldProperties(() => projectEntity.fields, projectKeys);

const { scalar, value } = fieldsOf('Project');

export const projectFields = {
  ...publishedFields('Project', ['ProjectId', 'URL', 'Updated', 'URLName']),
  id: scalar('ProjectId', readId),
  url: scalar('URL', readText),
  updated: scalar('Updated', readUtcDateTime),
  urlName: scalar('URLName', readText),
  tableRight: value('TableRight', readObject<TableRightCarrier>()),
  fieldProperties: value('FieldProperties', readOwnProperties),
};

export const projectEntity: Entity<ProjectCarrier> = {
  name: 'ChatProject',
  identity: 'ProjectId',
  fields: projectFields,
};
