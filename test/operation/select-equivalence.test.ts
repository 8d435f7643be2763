/**
 * The answer with $select equals the answer without, for random valid queries and under every reading of what SuperOffice does
 * with properties that were not selected; and nothing is asked for that the query does not need.
 */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { startEmulator, type RecordedRequest } from '../../src/emulator/index.js';
import { subgraphSchema } from '../../src/subgraph/subgraph-schema.js';
import { expectedSelects, type ExpectedSelects } from '../support/expected-selects.js';
import { clockAt } from '../support/clocks.js';
import { gatewayAt, gatewayOnEmulator } from '../support/query-gateway.js';
import {
  randomQueries,
  randomQueryVariables,
  settingsForRandomQueries as settings,
} from '../support/random-queries.js';
import { strippingProxy } from '../support/strip-select.js';

const schema = subgraphSchema({ exposeSessionKey: false, mutations: true });

/** What is worked out from the clock is the same on both sides. */
const standing = clockAt(Date.parse('2020-01-01T12:00:00Z'));

const typeOfOperation = new Map([
  ['GetChatSessionEntity', 'ChatSession'],
  ['ChatSessionsForUser', 'ChatSession'],
  ['GetChatMessages', 'ChatMessage'],
  ['GetChatTopicEntity', 'ChatTopic'],
  ['ChatTopicsForUser', 'ChatTopic'],
  ['GetChatTopicUserAgentList', 'ChatTopicAgent'],
  ['GetChatPresence', 'ChatPresence'],
  ['GetUserAgentList', 'ChatTransferTarget'],
]);

/** What is asked for beside what is selected: to check that an answer is the right one, and to filter by status. */
const checked = new Set(['ChatMessage ChatSessionId', 'ChatTopicAgent TopicId', 'ChatSession Status']);

/** Paths of calls that nothing in the document needs. */
function needless(log: readonly RecordedRequest[], { byType }: ExpectedSelects): readonly string[] {
  return log.flatMap(({ operation, select }) => {
    const type = typeOfOperation.get(operation ?? '') ?? '';
    const needed = byType.get(type);
    return (select ?? '').split(',').filter((path) => {
      const [property = '', child] = path.split('/');
      const children = needed?.get(property);
      const isNeeded = children !== undefined && (child === undefined || children.has(child));
      return path !== '' && !isNeeded && !checked.has(`${type} ${path}`);
    });
  });
}

/** Operations that may be called a second time for the same record, when a later tick needs more of it. */
const isRepeatable = (line: string): boolean =>
  /^(GetChatMessages|GetChatTopicEntity|GetChatTopicUserAgentList|ChatTopicsForUser)/.test(line);

function repeated(log: readonly RecordedRequest[]): readonly string[] {
  const calls = log.map(({ line }) => line.replace(/ \$select=.*$/, ''));
  const timesOf = (call: string): number => calls.filter((other) => other === call).length;
  return calls.filter((call) => timesOf(call) > (isRepeatable(call) ? 2 : 1));
}

describe.each(['null', 'default', 'absent'] as const)('unselected values rendered as %s', (unselected) => {
  it('gives the same answer with and without $select, from no more calls than there are records', async () => {
    await using projected = await gatewayOnEmulator({ unselected }, settings, standing);
    await using complete = await startEmulator();
    await using proxy = await strippingProxy(complete.url);
    await using whole = await gatewayAt(proxy.url, settings, standing);

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
        const byId = log.filter(({ operation }) => operation === 'GetChatSessionEntity');
        const needed = await expectedSelects(document, randomQueryVariables);
        expect(new Map(byId.map(({ id, select }) => [id, select]))).toEqual(needed.bySession);
        expect(needless(log, needed)).toEqual([]);
        expect(repeated(log)).toEqual([]);
        expect(complete.log.map(({ select }) => select)).toEqual(complete.log.map(() => null));
      }),
      { numRuns: 120 },
    );
  }, 60_000);
});
