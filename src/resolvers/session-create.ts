/**
 * Creates a session that waits in a topic's queue: by SuperOffice's operation for it, or, where something of the customer is known, by saving
 * a session with default values, so that it is complete when agents see it first.
 */
import { actions } from '../catalog/catalog.js';
import type { ParametersOf } from '../catalog/operation-calls.js';
import type { GatewayContext } from '../context.js';
import type { MutationCreateChatSessionArgs } from '../generated/resolver-types.js';
import type { JsonRecord } from '../base/json-record.js';
import { withWritten, writtenProperties } from './input-fields.js';
import { checkId } from './load-entity.js';
import { actionResult, type SessionAction } from './session-payload.js';
import { writtenSession } from './session-update.js';

/** @throws {BadUserInputError} before any call */
export function createSession(
  { topicId, input }: MutationCreateChatSessionArgs,
  { call }: GatewayContext,
): SessionAction {
  checkId(topicId, 'topic id');
  const changed = input ? writtenSession(input) : null;
  const saved = async (): Promise<JsonRecord | null> => {
    const queued = { ...(await call(actions.defaultSession, {})), TopicId: Number(topicId), Status: 'InQueue' };
    const parameters = withWritten(queued, changed ?? new Map()) as ParametersOf<typeof actions.saveNew>; // a record as received
    return call(actions.saveNew, { parameters });
  };
  return {
    id: null,
    topicId,
    afterUnknown: 'refuse',
    touches: writtenProperties(changed ?? new Map()),
    act: async (projection) =>
      actionResult(await (changed ? saved() : call(actions.create, { id: topicId, projection })), 'NOT_FOUND'),
  };
}
