/**
 * How the caller, SuperOffice's current principal, is read. Its response has no `$select`.
 * Schema: schema/chat-user.graphql. Source: GET /api/v1/User/currentPrincipal.
 */
import { readText } from './conversions.js';
import { type Entity, fieldsOfCarrier } from './field-table.js';
import { readId, readReference } from './identifiers.js';

/** The properties of SoPrincipalCarrier that are read. */
export interface PrincipalCarrier {
  readonly AssociateId?: number | null;
  readonly EjUserId?: number | null;
  readonly Associate?: string | null;
  readonly UserName?: string | null;
  readonly FullName?: string | null;
  readonly EMailAddress?: string | null;
  readonly PersonId?: number | null;
  readonly ContactId?: number | null;
  readonly GroupId?: number | null;
  readonly RoleId?: number | null;
  readonly RoleName?: string | null;
}

const { scalar } = fieldsOfCarrier<PrincipalCarrier>();

export const chatUserFields = {
  id: scalar('AssociateId', readId),
  ejUserId: scalar('EjUserId', readReference),
  name: scalar('Associate', readText),
  userName: scalar('UserName', readText),
  fullName: scalar('FullName', readText),
  email: scalar('EMailAddress', readText),
  personId: scalar('PersonId', readReference),
  contactId: scalar('ContactId', readReference),
  groupId: scalar('GroupId', readReference),
  roleId: scalar('RoleId', readReference),
  roleName: scalar('RoleName', readText),
};

export const chatUserEntity: Entity<PrincipalCarrier> = {
  name: 'ChatUser',
  identity: 'AssociateId',
  fields: chatUserFields,
};
