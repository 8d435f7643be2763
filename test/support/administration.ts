/** A gateway with ADMIN_MUTATIONS=true, and what it sent. */
import type { JsonRecord } from '../../src/emulator/index.js';
import { authorization, gatewayOnEmulator, type GatewayWithEmulator } from './query-gateway.js';

export const settings = { ADMIN_MUTATIONS: 'true' };

export const admin = (): Promise<GatewayWithEmulator> => gatewayOnEmulator({}, settings);

/** An agent without a role in topics 2 and 3. */
export const guest = { authorization: `Basic ${Buffer.from('lxl@example.com:x').toString('base64')}` };

/** A complete record, read from SuperOffice directly. */
export async function read({ emulator }: GatewayWithEmulator, operation: string, body = ''): Promise<JsonRecord> {
  const headers = { authorization, 'content-type': 'application/json' };
  const response = await fetch(`${emulator.url}/api/v1/Agents/Chat/${operation}`, { method: 'POST', headers, body });
  emulator.clearLog();
  return (await response.json()) as JsonRecord; // the emulator's own record
}

export const topicOf = (gateway: GatewayWithEmulator, id: string): Promise<JsonRecord> =>
  read(gateway, `GetChatTopicEntity?chatTopicEntityId=${id}`);

export const operationsOf = ({ emulator }: GatewayWithEmulator): readonly (string | null)[] =>
  emulator.log.map(({ operation }) => operation);

export const bodies = ({ emulator }: GatewayWithEmulator): readonly JsonRecord[] =>
  emulator.log.map(({ bodyText }) => JSON.parse(bodyText || '{}') as JsonRecord); // what the gateway sent
