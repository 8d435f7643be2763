/** GET /api/v1/User/currentPrincipal: who the caller is. It takes no parameters, and has no `$select`. */
import { jsonResponse } from '../http-response.js';
import { groupOf } from '../world/agents.js';
import type { Operation } from './operation.js';

export const principalPath = /\/api\/v1\/User\/currentPrincipal\/?$/i;

const name = 'currentPrincipal'; // of REST: it is in no contract of an agent

export const currentPrincipal: Operation = {
  name,
  description: "Gets the currently logged in user's information.",
  invoke: ({ caller: { associateId, ejUserId, loginName, userName, fullName } }) =>
    jsonResponse({
      UserType: 'InternalAssociate',
      Associate: loginName,
      AssociateId: associateId,
      EjUserId: ejUserId,
      UserName: userName,
      FullName: fullName,
      EMailAddress: userName.includes('@') ? userName : `${userName}@example.com`,
      PersonId: 1000 + associateId,
      ContactId: 1,
      IsPerson: true,
      GroupId: groupOf(associateId),
      SecondaryGroups: [],
      RoleId: 1,
      RoleName: 'User level 0',
      RoleType: 'Employee',
      Licenses: [],
      FunctionRights: [],
      EjUserStatus: 'StatusNormal',
      ProvidedCredentials: [],
      DatabaseContextIdentifier: 'Default',
    }),
};
