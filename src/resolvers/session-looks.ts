/** What shows, after the outcome of an action on a session was unknown, whether it was done. */
import { isRecord, type JsonRecord } from '../base/json-record.js';
import type { GatewayContext } from '../context.js';
import { CarrierView } from '../entities/carrier-view.js';
import { hasStatus, isOver, readStatus } from '../entities/session-status.js';
import type { ChatSessionCarrier } from '../superoffice/carriers.js';
import { isNoRecord } from '../superoffice/record-ids.js';
import type { Projection } from '../superoffice/projection.js';
import { isUser } from './caller.js';
import { writtenProperties, type Written } from './input-fields.js';

/** Whether a session shows that an action on it was done. */
export interface Look {
  readonly needs: Projection;
  /** null: the session does not show it. */
  isDone(session: JsonRecord): boolean | null | Promise<boolean | null>;
}

const user: Projection = new Map([['User', new Set(['AssociateId'])]]);

const offered: Projection = new Map([['TransferTo', new Set(['AssociateId'])]]);

const status: Projection = new Map([['Status', 'whole']]);

const viewOf = (session: JsonRecord, needs: Projection) => new CarrierView<ChatSessionCarrier>(session, needs);

/** Picked up, or accepted. */
export const isMine = (context: GatewayContext): Look => ({
  needs: user,
  isDone: (session) => isUser('isMine', viewOf(session, user), context),
});

/** Rejected: it is not offered to the caller any more. */
export const isNotOffered = (context: GatewayContext): Look => ({
  needs: offered,
  isDone: async (session) => {
    const isOffered = await isUser('isOfferedToMe', viewOf(session, offered), context);
    return isOffered === null ? null : !isOffered;
  },
});

/** Reset. A session that a user has may have been taken by them afterwards. */
export const isWaiting = ({ readContext }: GatewayContext): Look => ({
  needs: status,
  isDone: (session) => (hasStatus(viewOf(session, status).read('Status'), ['IN_QUEUE'], readContext) ? true : null),
});

export const isClosed = ({ readContext }: GatewayContext): Look => ({
  needs: status,
  isDone: (session) => isOver(readStatus(viewOf(session, status).read('Status'), readContext, {})),
});

/** SuperOffice has several values for none, and may trim texts. A record is linked if it has the id. */
function isWritten(property: string, stored: unknown, value: unknown): boolean {
  if (isRecord(value)) return isRecord(stored) && Object.entries(value).every(([name, id]) => stored[name] === id);
  if (isRecord(stored)) return value === null && isNoRecord(stored[`${property}Id`]);
  return isSameValue(stored, value);
}

const trimmed = (value: unknown): unknown => (typeof value === 'string' ? value.trim() : value) || null;

const isSameValue = (stored: unknown, value: unknown): boolean => trimmed(stored) === trimmed(value);

export const hasChanged = (changed: Written): Look => ({
  needs: writtenProperties(changed),
  isDone: (session) => [...changed].every(([property, value]) => isWritten(property, session[property], value)),
});
