/**
 * The operations of the Chat agent that read chat sessions.
 * @see SuperOffice: POST Agents/Chat/GetChatSessionEntity
 */
import type { GatewayError } from '../../errors/gateway-error.js';
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

/** An answer about another session: a mix-up on the way must never show somebody else's chat. */
function objectionTo(id: string, json: unknown): UpstreamInvalidResponseError | null {
  if (json === null) return null;
  const call = `GetChatSessionEntity ${id}`;
  if (!isRecord(json)) return new UpstreamInvalidResponseError(`${call}: the answer is not an object`);
  const answeredId = json['ChatSessionId'];
  if (answeredId === Number(id) || answeredId === 0 || answeredId === null) return null;
  return new UpstreamInvalidResponseError(`${call}: the answer is about another record`);
}

/** 0 and null in the place of the id are ways of saying that there is none. */
const isFound = (json: unknown): json is CarrierRecord => isRecord(json) && Boolean(json['ChatSessionId']);

export function chatSessionSource(
  session: ClientSession,
  writeSelect: (projection: Projection) => string,
): ChatSessionSource {
  return {
    async read(id, projection) {
      const query = `chatSessionEntityId=${id}&$select=${writeSelect(projection)}`;
      const objection = (json: unknown): GatewayError | null => objectionTo(id, json);
      const json = await session.post({ operation: 'GetChatSessionEntity', id, query, objectionTo: objection });
      return isFound(json) ? json : null;
    },
  };
}
