/**
 * Generated user agents, for User and TransferTo.
 */
import type { JsonRecord } from '../json-record.js';
import { fieldProperties, tableRight } from './generated-rights.js';
import { pick } from './pick.js';

const agents = [
  { login: 'AAN', name: 'Åse Ødegård' },
  { login: 'JVD', name: 'Jan van Dijk' },
  { login: 'LXL', name: '李 小龙' },
  { login: 'BOT', name: "Robot O'Malley \u{1F916}" },
] as const;

const types = [
  'InternalAssociate',
  'ExternalAssociate',
  'ResourceAssociate',
  'SystemAssociate',
  'AnonymousAssociate',
  'Unknown',
  'RobotAssociate', // in no published list
] as const;

/** @param associateId 0 gives the empty carrier, which means no user */
export function generatedAssociate(id: number, associateId: number): JsonRecord {
  const { login, name } = pick(agents, id);
  return {
    AssociateId: associateId,
    Name: associateId === 0 ? '' : login,
    PersonId: associateId === 0 ? 0 : 1000 + id,
    Rank: id % 5,
    Tooltip: '',
    Type: pick(types, id),
    GroupIdx: id % 3,
    FullName: associateId === 0 ? '' : name,
    FormalName: associateId === 0 ? '' : name,
    Deleted: id % 11 === 0,
    EjUserId: id % 4,
    UserName: id % 5 === 0 ? null : `${login.toLowerCase()}@example.com`,
    ...newProperties(id),
    TableRight: tableRight(id + 2),
    FieldProperties: fieldProperties(id, { Name: 'System.String', Type: 'SuperOffice.Data.UserType' }),
  };
}

function newProperties(id: number): JsonRecord {
  if (id % 2 === 1) return {};
  return {
    ExtraFields: {},
    CustomFields: { 'SuperOffice:1': '[I:42]', 'SuperOffice:2': '', x_chat_team: 'support' },
  };
}
