/** Documents, their hashes, and requests with them: for the tests of persisted and of trusted documents. */
import { createHash } from 'node:crypto';
import { authorization, queryAt, type GatewayWithEmulator, type GraphqlResponse } from './query-gateway.js';

export const hashOf = (text: string, algorithm = 'sha256'): string => createHash(algorithm).update(text).digest('hex');

/** The `extensions` of Apollo's clients. */
export const persisted = (sha256Hash: unknown, version: unknown = 1) => ({ persistedQuery: { version, sha256Hash } });

/** A document with its variables, its call and its data. */
export const session = 'query Session($id: ID!) { chatSession(id: $id) { id status } }';
export const variables = { id: 192 };
export const call = 'GetChatSessionEntity 192 $select=ChatSessionId,Status';
export const closed = { chatSession: { id: '192', status: 'CLOSED' } };

export const rank = 'query Rank { chatSession(id: 5) { rank } }';

export const send = (
  { url }: GatewayWithEmulator,
  body: unknown,
  headers: Readonly<Record<string, string>> = { authorization },
): Promise<GraphqlResponse> => queryAt(url, body as object, headers);

export interface GetResponse {
  readonly status: number;
  readonly data: unknown;
  readonly code: string | undefined;
}

/** @param more is appended to the parameters unchanged, for a second one of a name */
export async function get(
  { url }: GatewayWithEmulator,
  params: Readonly<Record<string, string>>,
  more = '',
): Promise<GetResponse> {
  const headers = { authorization, 'apollo-require-preflight': '1' };
  const response = await fetch(`${url}/graphql?${new URLSearchParams(params)}${more}`, { headers });
  const { data, errors } = (await response.json()) as { data?: unknown; errors?: { extensions: { code: string } }[] };
  return { status: response.status, data, code: errors?.[0]?.extensions.code };
}
