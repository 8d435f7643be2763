/** A gateway on an emulator whose session 4 waits in the queue, and two agents: the sample's, and Kari. */
import type { EmulatorOptions } from '../../src/emulator/index.js';
import { gatewayOnEmulator, type GatewayWithEmulator } from './query-gateway.js';

/** Agent 702, who may see the same sessions as the sample's caller, 701. */
export const kari = { authorization: 'Bearer kari' };

export const pickUp = `mutation ($id: ID!) {
  pickUpChatSession(id: $id) { session { id status user { id fullName } } userErrors { code message } }
}`;

/** Session 4 with its user, read through the gateway. */
export async function stateOf(gateway: GatewayWithEmulator): Promise<unknown> {
  const { data } = await gateway.query('{ chatSession(id: 4) { status user { id } transferTo { id } } }');
  gateway.emulator.clearLog();
  return data.chatSession;
}

/** The caller of `gateway.query` has session 4. */
export async function gatewayWithSession(
  settings: Readonly<Record<string, string>> = {},
  options: EmulatorOptions = {},
): Promise<GatewayWithEmulator> {
  const gateway = await gatewayOnEmulator(options, settings);
  await gateway.query(pickUp, { id: '4' });
  gateway.emulator.clearLog();
  return gateway;
}
