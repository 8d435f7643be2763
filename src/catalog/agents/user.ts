/**
 * Who the caller is.
 * @see SuperOffice: GET /api/v1/User/currentPrincipal
 */
import { chatUserEntity, type PrincipalCarrier } from '../../entities/chat-user.js';
import { plainOperation, type Operation } from '../operation.js';

const me: Operation<'record', object, PrincipalCarrier> = {
  ...plainOperation,
  agent: null,
  name: 'User/currentPrincipal',
  method: 'GET',
  result: 'record',
  entity: chatUserEntity,
  id: null,
  about: null,
  takesOnlyId: true,
  takesSelect: false,
};

export const reads = { me };

export { chatUserFields as ChatUser } from '../../entities/chat-user.js';
