/** Writes a message to the customer and returns the stored message with the client's selection. */
import type { GraphQLResolveInfo } from 'graphql';
import { actions } from '../catalog/catalog.js';
import type { GatewayContext } from '../context.js';
import { CarrierView } from '../entities/carrier-view.js';
import { messageEntity } from '../entities/message.js';
import type { View } from '../catalog/catalog.js';
import { BadUserInputError } from '../errors/gateway-error.js';
import type { MutationAddChatMessageArgs } from '../generated/resolver-types.js';
import type { JsonRecord } from '../base/json-record.js';
import { wellFormedJson } from '../base/well-formed-json.js';
import { forgetSession } from '../loaders/request-loaders.js';
import { projectionBelow } from '../plan/projections.js';
import type { Projection } from '../superoffice/projection.js';
import { once, type ActionOutcome } from './idempotency.js';
import { auditOperation, checkId } from './load-entity.js';
import { messageIdOf, messagesAfter } from './load-messages.js';
import { userErrors, type UserError } from './user-errors.js';

interface MessagePayload {
  readonly message: View<'ChatMessage'> | null;
  readonly userErrors: readonly UserError[];
}

const payloadOf = (record: JsonRecord | null, projection: Projection, code: ActionOutcome['code']): MessagePayload => ({
  message: record && new CarrierView(record, projection),
  userErrors: userErrors(code),
});

const idOnly: Projection = new Map();

const sentText: Projection = new Map([
  ['Message', 'whole'],
  ['Type', 'whole'],
]);

/** As it is sent: without halves of surrogate pairs. */
const wellFormed = (text: string): unknown => JSON.parse(wellFormedJson(JSON.stringify(text)));

/** Messages of a session after one of them, oldest first. */
async function readMessages(
  { sessionId, after }: { readonly sessionId: string; readonly after: number },
  projection: Projection,
  { loaders }: GatewayContext,
): Promise<readonly JsonRecord[]> {
  loaders.messages.clear(sessionId);
  const records = await loaders.messages.load(sessionId, { parameters: { After: after }, projection });
  return messagesAfter(records ?? [], after);
}

/** The message of an action that was done before. */
async function readAgain(
  { sessionId, id, code }: ActionOutcome & { readonly sessionId: string },
  projection: Projection,
  context: GatewayContext,
): Promise<MessagePayload> {
  if (id === null) return payloadOf(null, projection, code);
  auditOperation({ read: 'messages', id: sessionId }, projection, context);
  const records = await readMessages({ sessionId, after: Number(id) - 1 }, projection, context);
  return payloadOf(records.find((record) => messageIdOf(record) === Number(id)) ?? null, projection, code);
}

/** The id of the newest message; a conversation without messages has 0. */
async function newestId(sessionId: string, context: GatewayContext): Promise<string> {
  const records = await readMessages({ sessionId, after: 0 }, idOnly, context);
  return String(records.length === 0 ? 0 : messageIdOf(records.at(-1) ?? {}));
}

/** @throws {BadUserInputError} before any upstream call */
export async function addMessage(
  { sessionId, message, lastMessageId }: MutationAddChatMessageArgs,
  context: GatewayContext,
  info: GraphQLResolveInfo,
): Promise<MessagePayload> {
  checkId(sessionId, 'session id');
  if (typeof lastMessageId === 'string') checkId(lastMessageId, 'id in `lastMessageId`');
  if (message.trim() === '') throw new BadUserInputError('The message is empty: write something.');
  const projection = projectionBelow(messageEntity, 'message', info);
  const { call, loaders, audit, announce } = context;
  const parameters = { Message: { Message: message, Type: 'ToCustomer' } };
  return once<MessagePayload>(
    {
      prepare: async () => lastMessageId ?? newestId(sessionId, context),
      act: async () => {
        audit?.push({ action: info.fieldName, sessionId, entity: messageEntity, projection });
        const record = await call(actions.addMessage, { id: sessionId, parameters, projection }).finally(() => {
          forgetSession(loaders, sessionId);
          announce({ kind: 'message', sessionId, topicId: null });
        });
        const code = record === null ? 'NOT_FOUND' : null;
        return {
          payload: payloadOf(record, projection, code),
          outcome: { id: record && String(messageIdOf(record)), code },
        };
      },
      again: (outcome) => readAgain({ sessionId, ...outcome }, projection, context),
      afterUnknown: async (before) => {
        const records = await readMessages({ sessionId, after: Number(before) }, sentText, context);
        const sent = records.find(({ Message, Type }) => Message === wellFormed(message) && Type === 'ToCustomer');
        return sent ? { id: String(messageIdOf(sent)), code: null } : null;
      },
    },
    context,
  );
}
