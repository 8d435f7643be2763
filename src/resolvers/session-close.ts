/**
 * Closes a session. SuperOffice has no operation for it: the complete record is read as it is stored, and saved with another
 * status. Saving fewer properties would blank the rest; saving translated texts would store the translation.
 */
import { actions } from '../catalog/catalog.js';
import type { GatewayContext } from '../context.js';
import { CarrierView } from '../entities/carrier-view.js';
import { isOver, readStatus } from '../entities/session-status.js';
import type { ChatSessionCarrier } from '../superoffice/carriers.js';
import type { JsonRecord } from '../base/json-record.js';
import type { ParametersOf } from '../catalog/operation-calls.js';
import { actionResult, currentSession, type SessionAction } from './session-payload.js';

export function close(id: string, context: GatewayContext): SessionAction {
  const { call, readContext } = context;
  const isAlreadyOver = (record: JsonRecord): boolean => {
    const status = new CarrierView<ChatSessionCarrier>(record, 'whole').read('Status');
    return isOver(readStatus(status, readContext, {})) === true;
  };
  return {
    id,
    act: async (projection) => {
      const stored = await call(actions.stored, { id });
      if (stored === null) return { record: null, code: 'NOT_FOUND' };
      if (isAlreadyOver(stored))
        // it is read again, in the caller's language
        return { record: await currentSession(id, projection, context), code: 'ALREADY_OVER' };
      const parameters = { ...stored, Status: 'Finished' } as ParametersOf<typeof actions.save>; // a record as received
      return actionResult(await call(actions.save, { id, parameters }), 'NOT_FOUND');
    },
  };
}
