/** Who the caller is: one call, or none where the ids are known. */
import type { GatewayContext } from '../context.js';
import { CarrierView } from '../entities/carrier-view.js';
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
