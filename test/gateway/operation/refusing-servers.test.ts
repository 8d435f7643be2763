/**
 * A server that refuses names of other versions gives the same answers as one that takes any `$select`, for random valid queries; and the
 * calls that it refuses are few, however many queries there are.
 */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { startEmulator } from '../../../src/emulator/index.js';
import { subgraphSchema } from '../../../src/subgraph/subgraph-schema.js';
import { clockAt } from '../../support/clocks.js';
import { gatewayAt, gatewayOnEmulator } from '../../support/query-gateway.js';
import {
  randomQueries,
  randomQueryVariables,
  settingsForRandomQueries as settings,
} from '../../support/random-queries.js';
import { strippingProxy } from '../../support/strip-select.js';

const schema = subgraphSchema({ exposeSessionKey: false, mutations: true });

/** What is worked out from the clock is the same on both sides. */
const standing = clockAt(Date.parse('2020-01-01T12:00:00Z'));

describe.each(['specification', 'current'] as const)(
  'a server of the generation "%s" that refuses other names',
  (generation) => {
    it('gives the answers of whole records', async () => {
      const readings = { generation, unknownSelect: 'bad-request', unselected: 'default' } as const;
      await using projected = await gatewayOnEmulator(readings, settings, standing);
      await using complete = await startEmulator({ generation });
      await using proxy = await strippingProxy(complete.url);
      await using whole = await gatewayAt(proxy.url, settings, standing);

      const sure = '{ chatSession(id: 192) { ticket { language personFullname } } }'; // of each generation one
      expect((await projected.query(sure)).errors).toBeUndefined();
      await fc.assert(
        fc.asyncProperty(randomQueries(schema), async (document) => {
          const [answer, expected] = await Promise.all([
            projected.query(document, randomQueryVariables),
            whole.query(document, randomQueryVariables),
          ]);
          expect(answer.data).toEqual(expected.data);
          expect(answer.errors?.map(({ path }) => path)).toEqual(expected.errors?.map(({ path }) => path));
        }),
        { numRuns: 40 },
      );

      const { log } = projected.emulator;
      const refused = log.filter(({ status }) => status === 400);
      expect(refused.length).toBeGreaterThan(0);
      expect(refused.length).toBeLessThan(log.length / 4);
    }, 120_000);
  },
);
