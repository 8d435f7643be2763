/**
 * The operations of the Chat agent that read chat sessions.
 * @see SuperOffice: POST Agents/Chat/GetChatSessionEntity
 */
import { UpstreamInvalidResponseError } from '../../errors/upstream-errors.js';
import { isRecord, type CarrierRecord } from '../carrier-record.js';
import type { ClientSession } from '../client.js';
import type { Projection } from '../projection.js';

export interface ChatSessionSource {
  /**
   * One call, one record.
   * @param projection names `ChatSessionId` at least; all other properties arrive as null or some default
   * @returns null where SuperOffice has no such session
   * @throws {GatewayError} every failure, classified; an answer about another session is UPSTREAM_INVALID_RESPONSE
   */
  read(id: string, projection: Projection): Promise<CarrierRecord | null>;
}

/** The record, if it is the one that was asked for: a mix-up on the way must never show somebody else's chat. */
function requestedRecord(id: string, body: unknown): CarrierRecord | null {
  if (body === null) return null;
  const call = `GetChatSessionEntity ${id}`;
  if (!isRecord(body)) throw new UpstreamInvalidResponseError(`${call}: the answer is not an object`);
  const answeredId = body['ChatSessionId'];
  if (answeredId === 0 || answeredId === null) return null;
  if (answeredId !== Number(id)) throw new UpstreamInvalidResponseError(`${call}: the answer is about another record`);
  return body;
}

export function chatSessionSource(
  session: ClientSession,
  writeSelect: (projection: Projection) => string,
): ChatSessionSource {
  return {
    async read(id, projection) {
      const query = `chatSessionEntityId=${id}&$select=${writeSelect(projection)}`;
      return requestedRecord(id, await session.post({ operation: 'GetChatSessionEntity', id, query }));
    },
  };
}
