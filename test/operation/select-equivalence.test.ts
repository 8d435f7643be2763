/**
 * The answer with $select equals the answer without, for random valid queries and under every reading of what SuperOffice does
 * with properties that were not selected.
 */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { startEmulator } from '../../src/emulator/index.js';
import { subgraphSchema } from '../../src/subgraph/subgraph-schema.js';
import { expectedSelects } from '../support/expected-selects.js';
import { gatewayAt, gatewayOnEmulator } from '../support/query-gateway.js';
import { randomQueries, randomQueryVariables } from '../support/random-queries.js';
import { strippingProxy } from '../support/strip-select.js';

/** Random queries are wider than clients may be. */
const settings = {
  LOG_LEVEL: 'silent',
  MAX_TOKENS: '100000',
  MAX_ALIASES: '10000',
  MAX_DEPTH: '50',
  MAX_DIRECTIVES: '50',
};

const schema = subgraphSchema({ exposeSessionKey: false });

describe.each(['null', 'default', 'absent'] as const)('unselected values rendered as %s', (unselected) => {
  it('gives the same answer with and without $select, from one call per distinct id', async () => {
    await using projected = await gatewayOnEmulator({ unselected }, settings);
    await using complete = await startEmulator();
    await using proxy = await strippingProxy(complete.url);
    await using whole = await gatewayAt(proxy.url, settings);

    await fc.assert(
      fc.asyncProperty(randomQueries(schema), async (document) => {
        projected.emulator.clearLog();
        complete.clearLog();
        const [answer, expected] = await Promise.all([
          projected.query(document, randomQueryVariables),
          whole.query(document, randomQueryVariables),
        ]);
        expect(answer.status).toBe(200);
        expect(answer.data).toEqual(expected.data);
        expect(answer.errors?.map(({ path }) => path)).toEqual(expected.errors?.map(({ path }) => path));

        const { log } = projected.emulator;
        const asked = log.map(({ id, select }): [string, string] => [id ?? '', select ?? '']);
        expect(asked).toHaveLength(new Map(asked).size);
        expect(new Map(asked)).toEqual(await expectedSelects(document, randomQueryVariables));
        expect(complete.log.map(({ select }) => select)).toEqual(complete.log.map(() => null));
      }),
      { numRuns: 120 },
    );
  }, 60_000);
});
