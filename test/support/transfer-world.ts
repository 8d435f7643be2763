/** Transfer targets, and the users that they identify, of an emulator that lists what a test says. */
import { expect } from '@jest/globals';
import { gatewayOnEmulator, type RunningGateway } from './query-gateway.js';

export interface Target {
  readonly id: string;
  readonly name: string;
  readonly associateId: string | null;
  readonly userName: string | null;
}

const fields = 'id name associateId userName';

export async function targetsOf(gateway: RunningGateway): Promise<readonly Target[]> {
  const { data, errors } = await gateway.query(`{ transferTargets { ${fields} } }`);
  expect(errors).toBeUndefined();
  return data.transferTargets;
}

/** A user as an agent of a topic. */
export const agent = (AssociateId: number, EjUserId: number, FullName: string, more: object = {}) => ({
  TopicId: 1,
  User: { AssociateId, EjUserId, FullName, Name: `U${AssociateId}`, UserName: `u${AssociateId}@x`, ...more },
});

/** @returns the associate ids of the targets that a gateway finds */
export async function associateIdsOf(
  targets: readonly object[],
  agents: readonly object[],
): Promise<readonly (string | null)[]> {
  await using gateway = await gatewayOnEmulator();
  const answering = (operation: string, body: unknown) =>
    gateway.emulator.injectFault({ kind: 'body', body: JSON.stringify(body), match: { operation }, times: Infinity });
  answering('GetUserAgentList', targets);
  answering('ChatTopicsForUser', [{ ChatTopicId: 1 }]);
  answering('GetChatTopicUserAgentList', agents);
  const found = await targetsOf(gateway);
  for (const { associateId, userName } of found) expect(userName).toBe(associateId && `u${associateId}@x`);
  return found.map(({ associateId }) => associateId);
}
