/**
 * The cost of console queries: one call for each distinct key that requires data, and as few bytes as the selected leaves and the
 * identities require, according to the oracle. The emulator omits unselected properties, except in Address, TableRight and FieldProperties.
 */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startEmulator, type Emulator } from '../../../src/emulator/index.js';
import { isRecord } from '../../../src/emulator/json-record.js';
import { clientSchema, consoleQueries } from '../../support/console-queries.js';
import { forwardingProxy, type ForwardingProxy } from '../../support/forwarding-proxy.js';
import { oracleFor, type Oracle } from '../../support/oracle/fewest-calls.js';
import { fetchInFull } from '../../support/oracle/full-records.js';
import { gatewayAt, type RunningGateway } from '../../support/query-gateway.js';

/** A Monday, at an hour at which some topics are open and some are not. */
const clock = { now: () => Date.parse('2026-06-15T10:00:00Z') };
const wallOfSessions = 60;

/** Open sessions of the caller's topics: real ones under new ids, up to the required number. */
async function fillWall(emulator: Emulator): Promise<void> {
  for (let number = 1; number <= wallOfSessions - 6; number += 1) {
    const line = `GetChatSessionEntity ${number}`;
    const call = { operation: 'GetChatSessionEntity', query: `?chatSessionEntityId=${number}`, line };
    const session = await fetchInFull(emulator.url, call);
    const open = {
      ChatSessionId: 2000 + number,
      TopicId: 1 + (number % 3),
      Status: number % 4 ? 'UserLast' : 'InQueue',
    } as const;
    if (isRecord(session)) emulator.putSession({ ...session, ...open });
  }
}

describe('a query of the corpus', () => {
  let oracle: Oracle;
  let emulator: Emulator;
  let proxy: ForwardingProxy;
  let gateway: RunningGateway;

  beforeAll(async () => {
    emulator = await startEmulator({ unselected: 'absent', clock });
    await fillWall(emulator);
    oracle = oracleFor(emulator.url, clientSchema());
    proxy = await forwardingProxy(emulator.url);
    gateway = await gatewayAt(proxy.url);
  });

  afterAll(async () => {
    await gateway[Symbol.asyncDispose]();
    await proxy[Symbol.asyncDispose]();
    await emulator.close();
  });

  it('is one of at least thirty', () => {
    expect(consoleQueries.length).toBeGreaterThanOrEqual(30);
    expect(new Set(consoleQueries.map(({ name }) => name)).size).toBe(consoleQueries.length);
  });

  it.each(consoleQueries)('$name makes no call and fetches no byte that is not required', async ({ document }) => {
    const { calls, bytes } = await oracle(document);
    const fewestBytes = await bytes();
    emulator.clearLog();
    const before = proxy.bytes();

    const { data, errors } = await gateway.query(document);

    expect(errors).toBeUndefined();
    expect(Object.values(data as object)).not.toContain(null);
    expect([...emulator.requests].sort()).toEqual(calls);
    expect(proxy.bytes() - before).toBe(fewestBytes); // issue 7 allows one percent more
  });
});
