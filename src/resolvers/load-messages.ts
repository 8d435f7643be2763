/** Loads the messages of a session, limited by `after` and `last`; concurrent loads of one session are one call. */
import type { GraphQLResolveInfo } from 'graphql';
import type { GatewayContext } from '../context.js';
import { CarrierView } from '../entities/carrier-view.js';
import { messageEntity } from '../entities/message.js';
import type { View } from '../catalog/catalog.js';
import { BadUserInputError } from '../errors/gateway-error.js';
import { projectionFor } from '../plan/projections.js';
import type { JsonRecord } from '../base/json-record.js';
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
  const idOf = (record: JsonRecord): number => Number(record['ChatMessageId']);
  const matching = records
    .filter((record) => idOf(record) > after) // a joined call may start at an earlier message
    .sort((first, second) => idOf(first) - idOf(second));
  const returned = matching.slice(-(last ?? matching.length));
  for (const { Message: text } of returned) {
    if (projection.has('Message') && typeof text === 'string' && text !== '') context.responseBudget.chargeText(text);
    else context.responseBudget.chargeRecords(1);
  }
  return returned.map((record) => new CarrierView(record, projection));
}
