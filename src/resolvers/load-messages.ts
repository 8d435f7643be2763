/** Loads the messages of a session, limited by `after` and `last`; concurrent loads of one session are one call. */
import type { GraphQLResolveInfo } from 'graphql';
import type { GatewayContext } from '../context.js';
import { CarrierView } from '../entities/carrier-view.js';
import { messageEntity } from '../entities/message.js';
import type { View } from '../catalog/catalog.js';
import { BadUserInputError } from '../errors/gateway-error.js';
import { projectionFor } from '../plan/projections.js';
import type { JsonRecord } from '../base/json-record.js';
import type { Projection } from '../superoffice/projection.js';
import { auditOperation, checkId } from './load-entity.js';

export interface MessagesArguments {
  readonly sessionId: string;
  /** Only messages with a greater id. */
  readonly after?: string | null | undefined;
  /** The maximum number of messages, counted from the end. */
  readonly last?: number | null | undefined;
}

/** What a transcript contains, for the audit. */
export const transcriptSelection = {
  entity: messageEntity,
  projection: new Map([
    ['Message', 'whole'],
    ['Author', 'whole'],
  ] as const),
};

/** @throws {BadUserInputError} before any upstream call */
function checkArguments({ sessionId, after, last }: MessagesArguments): void {
  checkId(sessionId, 'session id');
  if (typeof after === 'string') checkId(after, 'id in `after`');
  if (typeof last === 'number' && last < 1) throw new BadUserInputError('`last` is not accepted: use 1 or more.');
}

export const messageIdOf = (record: JsonRecord): number => Number(record['ChatMessageId']);

/** @returns oldest first; a joined call may start at an earlier message */
export const messagesAfter = (records: readonly JsonRecord[], after: number): readonly JsonRecord[] =>
  records
    .filter((record) => messageIdOf(record) > after)
    .sort((first, second) => messageIdOf(first) - messageIdOf(second));

/** Charges the texts to the response. */
export function messageViews(
  records: readonly JsonRecord[],
  projection: Projection,
  { responseBudget }: GatewayContext,
): readonly View<'ChatMessage'>[] {
  for (const { Message: text } of records) {
    if (projection.has('Message') && typeof text === 'string' && text !== '') responseBudget.chargeText(text);
    else responseBudget.chargeRecords(1);
  }
  return records.map((record) => new CarrierView(record, projection));
}

/** @returns oldest first; null where SuperOffice has no list */
export async function loadMessages(
  args: MessagesArguments,
  context: GatewayContext,
  info: GraphQLResolveInfo,
): Promise<readonly View<'ChatMessage'>[] | null> {
  checkArguments(args);
  const { sessionId, last } = args;
  const after = Number(args.after ?? 0);
  const projection = projectionFor(messageEntity, info);
  auditOperation({ read: 'messages', id: sessionId }, projection, context);
  const records = await context.loaders.messages.load(sessionId, { parameters: { After: after }, projection });
  if (records === null) return null;
  const matching = messagesAfter(records, after);
  return messageViews(matching.slice(-(last ?? matching.length)), projection, context);
}
