/** Who the caller is: one call, or none where the ids are known. */
import type { GatewayContext } from '../context.js';
import type { View } from '../catalog/catalog.js';
import { CarrierView } from '../entities/carrier-view.js';
import { chatSessionFields } from '../entities/chat-session.js';
import { chatUserFields, type PrincipalCarrier } from '../entities/chat-user.js';
import { ownListKey } from '../loaders/read-loader.js';
import type { CallerIds } from '../superoffice/caller-ids.js';
import type { Projection } from '../superoffice/projection.js';

const ids: Projection = new Map([
  ['AssociateId', 'whole'],
  ['EjUserId', 'whole'],
]);

/** null: the calls are made with the gateway's own credentials, or SuperOffice has no such user. */
export async function callerIds({ callers, loaders, readContext }: GatewayContext): Promise<CallerIds | null> {
  if (callers === null) return null;
  const known = callers.get();
  if (known) return known;
  const record = await loaders.me.load(ownListKey, ids);
  if (record === null) return null;
  const view = new CarrierView<PrincipalCarrier>(record, ids);
  const found = {
    associateId: chatUserFields.id.read(view, readContext, {}),
    ejUserId: chatUserFields.ejUserId.read(view, readContext, {}),
  };
  callers.set(found);
  return found;
}

/** Whether the user of a session, or the user that it is offered to, is the caller; null: it is not known who the caller is. */
export async function isUser(
  field: 'isMine' | 'isOfferedToMe',
  session: View<'ChatSession'>,
  context: GatewayContext,
): Promise<boolean | null> {
  const userId = chatSessionFields[field].read(session, context.readContext, {});
  if (userId === null && context.callers !== null) return false;
  const ids = await callerIds(context);
  return ids && ids.associateId === userId;
}
