/** A gateway on its own emulator: the test fails unless the calls of each document are those that the oracle expects. */
import { expect } from '@jest/globals';
import type { GraphQLSchema } from 'graphql';
import { oracleFor } from './oracle/fewest-calls.js';
import { gatewayOnEmulator, type GatewayWithEmulator } from './query-gateway.js';

export interface CheckedGateway extends GatewayWithEmulator {
  /** @returns the calls of a document, sorted, without the name of the usual operation */
  selects(document: string, variables?: Readonly<Record<string, unknown>>): Promise<readonly string[]>;
  /** @returns the only `$select` of `chatSession { … }`, with fragments after it if need be */
  selectOf(selection: string, fragments?: string): Promise<string>;
}

/** @param settings as in the environment */
export async function checkedGateway(
  schema: GraphQLSchema,
  settings: Readonly<Record<string, string>> = {},
): Promise<CheckedGateway> {
  const gateway = await gatewayOnEmulator({}, settings);
  const { emulator } = gateway;
  const oracle = oracleFor(emulator.url, schema);

  async function selects(document: string, variables = {}): Promise<readonly string[]> {
    const expected = await oracle(document, variables);
    emulator.clearLog();
    const { errors } = await gateway.query(document, variables);
    const requests = [...emulator.requests].sort();
    expect(errors).toBeUndefined();
    expect(requests).toEqual(expected.calls);
    return requests.map((line) => line.replace('GetChatSessionEntity ', '').replace('$select=', ''));
  }

  async function selectOf(selection: string, fragments = ''): Promise<string> {
    const calls = await selects(`{ chatSession(id: 192) { ${selection} } } ${fragments}`);
    expect(calls).toHaveLength(1);
    return calls.join().replace('192 ', '');
  }
  return { ...gateway, selects, selectOf };
}
