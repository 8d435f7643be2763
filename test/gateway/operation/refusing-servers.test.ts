/**
 * A server that refuses names of other versions leads to the same responses as one that accepts any `$select`, for random valid
 * queries; and it refuses few calls, however many queries are sent.
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

/** Values computed from the time are the same on both sides. */
const clock = clockAt(Date.parse('2020-01-01T12:00:00Z'));

describe.each(['specification', 'current'] as const)(
  'a server of the generation "%s" that refuses other names',
  (generation) => {
    it('leads to the responses of complete records', async () => {
      const readings = { generation, unknownSelect: 'bad-request', unselected: 'default' } as const;
      await using projected = await gatewayOnEmulator(readings, settings, clock);
      await using complete = await startEmulator({ generation });
      await using proxy = await strippingProxy(complete.url);
      await using unprojected = await gatewayAt(proxy.url, settings, clock);

      const sure = '{ chatSession(id: 192) { ticket { language personFullname } } }'; // of each generation one
      expect((await projected.query(sure)).errors).toBeUndefined();
      await fc.assert(
        fc.asyncProperty(randomQueries(schema), async (document) => {
          const [response, expected] = await Promise.all([
            projected.query(document, randomQueryVariables),
            unprojected.query(document, randomQueryVariables),
          ]);
          expect(response.data).toEqual(expected.data);
          expect(response.errors?.map(({ path }) => path)).toEqual(expected.errors?.map(({ path }) => path));
        }),
        { numRuns: 40 },
      );

      const { log } = projected.emulator;
      const refused = log.filter(({ status }) => status === 400);
      expect(refused.length).toBeGreaterThan(0);
      expect(refused.length).toBeLessThan(log.length / 4);
    });
  },
);
