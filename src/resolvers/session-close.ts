/**
 * Ending a session. SuperOffice has no operation for it: the whole record is read as it is stored, and saved with another
 * status. A save of less than the whole record would blank the rest; one of translated texts would store the translation.
 */
import type { GatewayContext } from '../context.js';
import { CarrierView } from '../entities/carrier-view.js';
import { isOver, readStatus } from '../entities/session-status.js';
import type { ChatSessionCarrier } from '../superoffice/carriers.js';
import type { CarrierRecord } from '../superoffice/carrier-record.js';
import { doneUnlessNull, type SessionAction } from './session-payload.js';

export function close(id: string, { actions, loaders, reading }: GatewayContext): SessionAction {
  const isOverAlready = (record: CarrierRecord): boolean => {
    const status = new CarrierView<ChatSessionCarrier>(record, 'whole').read('Status');
    return isOver(readStatus(status, reading, {})) === true;
  };
  return {
    id,
    act: async (projection) => {
      const stored = await actions().readWhole(id);
      if (stored === null) return { record: null, code: 'NOT_FOUND' };
      if (isOverAlready(stored)) {
        const isShown = projection.size > 1; // beside the id: then in the caller's language
        return { record: isShown ? await loaders.chatSession.load(id, projection) : stored, code: 'ALREADY_OVER' };
      }
      return doneUnlessNull(await actions().save(id, { ...stored, Status: 'Finished' }), 'NOT_FOUND');
    },
  };
}
