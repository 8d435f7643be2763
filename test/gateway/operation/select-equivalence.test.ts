/**
 * The response with $select equals the response without, for random valid queries and for each way in which SuperOffice may render
 * properties that were not selected; and the calls are those that the oracle expects.
 */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { buildSchema } from 'graphql';
import { startEmulator, type RecordedRequest } from '../../../src/emulator/index.js';
import { clockAt } from '../../support/clocks.js';
import { clientSchema } from '../../support/console-queries.js';
import { oracleFor, type FewestCalls } from '../../support/oracle/fewest-calls.js';
import { mergedPaths, type Paths } from '../../support/oracle/required-properties.js';
import { gatewayAt, gatewayOnEmulator } from '../../support/query-gateway.js';
import {
  randomQueries,
  randomQueryVariables as variables,
  settingsForRandomQueries as settings,
} from '../../support/random-queries.js';
import { strippingProxy } from '../../support/strip-select.js';

const schema = clientSchema();

/** So few fields that aliases, fragments and conditions often coincide at the same one. */
const narrowSchema = buildSchema(`
  type Query { chatSession: ChatSession }
  type ChatSession { status: Int, waitSeconds: Int, user: ChatAssociate, transferTo: ChatAssociate, topic: ChatTopic, messages: ChatMessage }
  type ChatAssociate { id: Int, name: Int, rank: Int }
  type ChatMessage { id: Int, author: Int }
  type ChatTopic { id: Int, name: Int, botSettings: ChatBotSettings, agents: ChatTopicAgent }
  type ChatBotSettings { botName: Int }
  type ChatTopicAgent { user: ChatAssociate }
  type ChatPresence { present: Int, chatTopics: ChatTopic }
  type ChatTransferTarget { name: Int, associateId: Int, childItems: ChatTransferTarget }`);

/** The same in each run. */
const fixed = { seed: 20_260_615, numRuns: 100 };

/** The clock gives the same computed values on both sides. */
const clock = clockAt(Date.parse('2020-01-01T12:00:00Z'));

/** The subject of a call: calls of one key read the same record or list. */
const keyOf = ({ line }: RecordedRequest): string => line.replace(/ \$select=.*$/, '').replace(/ after=\d+$/, '');

const isOfTopics = (line: string): boolean => /^(GetChatTopicEntity|ChatTopicsForUser)/.test(line);

/** Operations that may be called a second time for the same record, when a later tick requires more of it. */
const isRepeatable = (key: string): boolean =>
  /^(GetChatMessages|GetChatTopicEntity|GetChatTopicUserAgentList|ChatTopicsForUser)/.test(key);

const pathsOf = (request: RecordedRequest | undefined): Paths => new Set(request?.select?.split(',') ?? []);

const covers = (known: Paths, required: Paths): boolean =>
  mergedPaths(known, required).size === mergedPaths(known).size;

/** Each topic comes from its own call or from the list, which may contain what is selected anywhere; a list that is selected itself contains all. */
function expectTopics(lastOfEach: ReadonlyMap<string, RecordedRequest>, expected: FewestCalls): void {
  const { topics, topicList, ownTopicIds, selectedOfTopics } = expected;
  const list = pathsOf(lastOfEach.get('ChatTopicsForUser'));
  expect(covers(list, topicList ?? new Set())).toBe(true);
  expect(covers(mergedPaths(['ChatTopicId'], selectedOfTopics), list)).toBe(true);
  for (const [id, required] of topics) {
    const isListed = ownTopicIds.includes(id) && covers(list, required);
    const own = pathsOf(lastOfEach.get(`GetChatTopicEntity ${id}`));
    expect(isListed || covers(own, required)).toBe(true);
    expect(covers(required, own)).toBe(true);
    if (topicList && isListed) expect(own).toEqual(new Set());
  }
  const called = [...lastOfEach.values()].filter(({ operation }) => operation === 'GetChatTopicEntity');
  expect(called.filter(({ id }) => !topics.has(Number(id)))).toEqual([]);
}

/** The last call for a record has all that is required of it; whether topics come one by one or with the list may depend on the order of responses. */
function expectCalls(log: readonly RecordedRequest[], expected: FewestCalls): void {
  const lastOfEach = new Map(log.map((request) => [keyOf(request), request]));
  const lines = [...lastOfEach.values()].map(({ line }) => line);
  expect(lines.filter((line) => !isOfTopics(line)).sort()).toEqual(expected.calls.filter((line) => !isOfTopics(line)));
  expectTopics(lastOfEach, expected);
  for (const request of log) {
    const key = keyOf(request);
    expect(covers(pathsOf(lastOfEach.get(key)), pathsOf(request))).toBe(true);
    expect(log.filter((other) => keyOf(other) === key).length).toBeLessThanOrEqual(isRepeatable(key) ? 2 : 1);
  }
}

describe('random queries', () => {
  it('get the same response with and without $select, from the calls that the oracle expects', async () => {
    await using asNull = await gatewayOnEmulator({ unselected: 'null' }, settings, clock);
    await using asDefault = await gatewayOnEmulator({ unselected: 'default' }, settings, clock);
    await using asAbsent = await gatewayOnEmulator({ unselected: 'absent' }, settings, clock);
    await using complete = await startEmulator();
    await using proxy = await strippingProxy(complete.url);
    await using unprojected = await gatewayAt(proxy.url, settings, clock);
    const gateways = [asNull, asDefault, asAbsent];
    const oracle = oracleFor(complete.url, schema);

    await fc.assert(
      fc.asyncProperty(randomQueries(schema), async (document) => {
        for (const { emulator } of gateways) emulator.clearLog();
        const [calls, expected, ...responses] = await Promise.all([
          oracle(document, variables),
          ...[unprojected, ...gateways].map((gateway) => gateway.query(document, variables)),
        ]);
        for (const { status, data, errors } of responses) {
          expect(status).toBe(200);
          expect(data).toEqual(expected?.data);
          expect(errors?.map(({ path }) => path)).toEqual(expected?.errors?.map(({ path }) => path));
        }
        for (const { emulator } of gateways) expectCalls(emulator.log, calls);
      }),
      fixed,
    );
    expect(complete.log.filter(({ select }) => select !== null)).toEqual([]);
  });

  it('of few fields make the calls that the oracle expects', async () => {
    await using gateway = await gatewayOnEmulator({}, settings, clock);
    await using complete = await startEmulator();
    const oracle = oracleFor(complete.url, schema);

    await fc.assert(
      fc.asyncProperty(randomQueries(narrowSchema), async (document) => {
        gateway.emulator.clearLog();
        const [calls, { status }] = await Promise.all([
          oracle(document, variables),
          gateway.query(document, variables),
        ]);
        expect(status).toBe(200);
        expectCalls(gateway.emulator.log, calls);
      }),
      fixed,
    );
  });
});
