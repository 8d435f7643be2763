/** Writes a message to the customer and returns the stored message with the client's selection. */
import type { GraphQLResolveInfo } from 'graphql';
import { actions } from '../catalog/catalog.js';
import type { GatewayContext } from '../context.js';
import { CarrierView } from '../entities/carrier-view.js';
import { messageEntity } from '../entities/message.js';
import type { View } from '../catalog/catalog.js';
import { BadUserInputError } from '../errors/gateway-error.js';
import { forgetSession } from '../loaders/request-loaders.js';
import { projectionBelow } from '../plan/projections.js';
import { checkId } from './load-entity.js';
import { userErrors, type UserError } from './user-errors.js';

interface MessagePayload {
  readonly message: View<'ChatMessage'> | null;
  readonly userErrors: readonly UserError[];
}

/** @throws {BadUserInputError} before any upstream call */
export async function addMessage(
  { sessionId, message }: { readonly sessionId: string; readonly message: string },
  { call, loaders, audit, announce }: GatewayContext,
  info: GraphQLResolveInfo,
): Promise<MessagePayload> {
  checkId(sessionId, 'session id');
  if (message.trim() === '') throw new BadUserInputError('The message is empty: write something.');
  const projection = projectionBelow(messageEntity, 'message', info);
  audit?.push({ action: info.fieldName, sessionId, entity: messageEntity, projection });
  const parameters = { Message: { Message: message, Type: 'ToCustomer' } };
  const record = await call(actions.addMessage, { id: sessionId, parameters, projection }).finally(() => {
    forgetSession(loaders, sessionId);
    announce({ kind: 'message', sessionId, topicId: null });
  });
  return {
    message: record && new CarrierView(record, projection),
    userErrors: userErrors(record === null ? 'NOT_FOUND' : null),
  };
}
