/**
 * Closes a session. SuperOffice has no operation for it: its status is read, and changed if it is still the same. Without PATCH, the complete
 * record is read and saved.
 */
import { actions } from '../catalog/catalog.js';
import type { GatewayContext } from '../context.js';
import { CarrierView } from '../entities/carrier-view.js';
import { isOver, readStatus } from '../entities/session-status.js';
import { forgetSession } from '../loaders/request-loaders.js';
import type { JsonRecord } from '../base/json-record.js';
import type { ChatSessionCarrier } from '../superoffice/carriers.js';
import { joinProjections, type Projection } from '../superoffice/projection.js';
import { changeSession, saveSession } from './session-change.js';
import { isClosed } from './session-looks.js';
import { currentSession, type ActionResult, type SessionAction } from './session-payload.js';

const statusOnly: Projection = new Map([['Status', 'whole']]);

const finished = new Map([['Status', 'Finished']]);

const statusOf = (record: JsonRecord): unknown =>
  new CarrierView<ChatSessionCarrier>(record, statusOnly).read('Status');

const isAlreadyOver = (record: JsonRecord, { readContext }: GatewayContext): boolean =>
  isOver(readStatus(statusOf(record), readContext, {})) === true;

/** A record that another caller has closed in between is over, too. */
function conflictOf(result: ActionResult, context: GatewayContext): ActionResult {
  const { record, code } = result;
  const isClosed = code === 'CHANGED_MEANWHILE' && record !== null && isAlreadyOver(record, context);
  return isClosed ? { record, code: 'ALREADY_OVER' } : result;
}

export function close(id: string, context: GatewayContext): SessionAction {
  const { call, loaders, hasPatch } = context;
  const read = (): Promise<JsonRecord | null> => {
    if (!hasPatch) return call(actions.stored, { id });
    forgetSession(loaders, id); // an earlier field of the operation may have brought it
    return loaders.chatSession.load(id, statusOnly);
  };
  const finish = async (current: JsonRecord, projection: Projection): Promise<ActionResult> => {
    if (!hasPatch) return saveSession(current, { id, changed: finished }, context);
    const expected = new Map([['Status', statusOf(current)]]);
    const change = { id, expected, changed: finished };
    return conflictOf(await changeSession(change, joinProjections(projection, statusOnly), context), context);
  };
  return {
    id,
    afterUnknown: isClosed(context),
    act: async (projection) => {
      const current = await read();
      if (current === null) return { record: null, code: 'NOT_FOUND' };
      if (!isAlreadyOver(current, context)) return finish(current, projection);
      return { record: await currentSession(id, projection, context), code: 'ALREADY_OVER' };
    },
  };
}
