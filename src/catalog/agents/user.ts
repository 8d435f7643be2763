/**
 * Who the caller is.
 * @see SuperOffice: GET /api/v1/User/currentPrincipal
 */
import { chatUserEntity, type PrincipalCarrier } from '../../entities/chat-user.js';
import type { Operation } from '../operation.js';

const me: Operation<'record', object, PrincipalCarrier> = {
  agent: null,
  name: 'User/currentPrincipal',
  method: 'GET',
  result: 'record',
  isAction: false,
  entity: chatUserEntity,
  id: null,
  ids: null,
  about: null,
  takesOnlyId: true,
  takesSelect: false,
  omittedHeaders: [],
  joins: {},
  primes: null,
  listRead: null,
  isSessionData: false,
  field: null,
  archive: null,
};

export const reads = { me };

export { chatUserFields as ChatUser } from '../../entities/chat-user.js';
