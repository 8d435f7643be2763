/**
 * The plan of a query compared with its execution: no unplanned calls, and as many as planned.
 */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parse } from 'graphql';
import { gatewayConfig } from '../../../src/config/gateway-config.js';
import type { RecordedRequest } from '../../../src/emulator/index.js';
import { callPlan, type CallPlan } from '../../../src/explain/call-plan.js';
import { subgraphSchema } from '../../../src/subgraph/subgraph-schema.js';
import { gatewayOnEmulator } from '../../support/query-gateway.js';
import {
  randomQueries,
  randomQueryVariables,
  settingsForRandomQueries as settings,
} from '../../support/random-queries.js';

const config = gatewayConfig(settings);
const schema = subgraphSchema(config);

const planOf = (query: string, variables = {}): Promise<CallPlan> =>
  callPlan(schema, config, { document: parse(query), variables });

const lineOf = ({ operation, select }: { readonly operation: string | null; readonly select: string | null }): string =>
  `${operation} ${select ?? ''}`;

/** The records that an operation reads: topics come one by one or as a list. */
const kindOf = (operation: string | null): string =>
  operation?.replace('ChatTopicsForUser', 'GetChatTopicEntity') ?? '';

const partsOf = (select: string | null): readonly string[] => select?.split(',') ?? [];

/**
 * Calls that the plan does not have. Which fields share one call depends on the order of SuperOffice's responses and on the ids
 * in them, so a call may select what several planned ones of its kind do, or a part of it: nothing else.
 */
function unplanned(log: readonly RecordedRequest[], { calls }: CallPlan): readonly string[] {
  const operations = new Set<string | null>(calls.map(({ operation }) => operation));
  const parts = new Set(
    calls.flatMap(({ operation, select }) => partsOf(select).map((part) => `${kindOf(operation)} ${part}`)),
  );
  const isPlanned = ({ operation, select }: RecordedRequest): boolean =>
    operations.has(operation) && partsOf(select).every((part) => parts.has(`${kindOf(operation)} ${part}`));
  return log.filter((request) => !isPlanned(request)).map(lineOf);
}

describe('a plan', () => {
  it('holds for random queries: no other calls, at least the minimum, at most the maximum', async () => {
    await using gateway = await gatewayOnEmulator({}, settings);
    let bounded = 0;

    await fc.assert(
      fc.asyncProperty(randomQueries(schema), async (query) => {
        gateway.emulator.clearLog();
        const plan = await planOf(query, randomQueryVariables);
        const { status } = await gateway.query(query, randomQueryVariables);

        const { log } = gateway.emulator;
        expect(status).toBe(200);
        expect(unplanned(log, plan)).toEqual([]);
        expect(log.length).toBeGreaterThanOrEqual(plan.atLeast);
        expect(log.length).toBeLessThanOrEqual(plan.atMost ?? Infinity);
        if (plan.atMost !== null) bounded += 1;
      }),
      { numRuns: 150 },
    );
    expect(bounded).toBeGreaterThan(20);
  });

  it('of sessions by their ids equals the calls made, through fragments, directives and aliases', async () => {
    await using gateway = await gatewayOnEmulator();
    const query = `query ($no: Boolean! = false) {
      a: chatSession(id: 5) { ...Customer rank @include(if: $no) }
      b: chatSession(id: 5) { ... on ChatSession { user { fullName } } }
      chatSessions(ids: [6, 5, 6]) { status @skip(if: $no) }
    }
    fragment Customer on ChatSession { customerName person { id } }`;

    const plan = await planOf(query);
    await gateway.query(query);

    expect(plan.calls.map(({ operation, id, select }) => `${operation} ${id} $select=${select}`)).toEqual(
      gateway.emulator.requests,
    );
    expect(plan).toMatchObject({ atLeast: 2, atMost: 2, errors: [] });
  });

  it.each<readonly [string, number, number | null]>([
    ['{ __typename }', 0, 0],
    ['{ chatSession(id: 5) { topic { id } } }', 1, 1],
    ['{ chatSession(id: 5) { topic { name } messages { id } } }', 1, 3],
    ['{ chatMessages(sessionId: 5) { message } }', 1, 1],
    ['{ myChatSessions { id } }', 1, 1],
    ['{ myChatSessions { messages { id } } }', 1, null],
    ['{ a: chatTopic(id: 1) { name } b: chatTopic(id: 2) { name } }', 1, 3],
    ['mutation { pickUpChatSession(id: 4) { session { id } } }', 1, 1],
    ['mutation { closeChatSession(id: 4) { session { id } } }', 1, 2],
    ['mutation { updateChatSession(id: 4, input: { alertLevel: 1 }) { session { id status } } }', 1, 1],
    [
      'mutation { updateChatSession(id: 4, input: { alertLevel: 1 }, expected: { alertLevel: 0 }) { session { id status } } }',
      1,
      2,
    ],
    ['mutation { addChatMessage(sessionId: 4, message: "x", idempotencyKey: "k") { message { id } } }', 3, 3],
    [
      'mutation { addChatMessage(sessionId: 4, message: "x", lastMessageId: 1, idempotencyKey: "k") { message { id } } }',
      2,
      2,
    ],
    ['mutation { createChatSession(topicId: 1, input: { alertLevel: 1 }) { session { id } } }', 2, 2],
    ['mutation { setMyChatPresence(userId: 7, present: true) { presence { id } } }', 2, 2],
  ])('of %s is from %j to %j calls', async (query, atLeast, atMost) => {
    expect(await planOf(query)).toMatchObject({ atLeast, atMost, errors: [] });
  });

  it('reports when a call is made', async () => {
    const { calls } = await planOf('{ myChatSessions { id messages { id } } chatSession(id: 5) { topic { name } } }');

    expect(calls.map(({ operation, condition }) => [operation, condition])).toEqual([
      ['ChatSessionsForUser', 'always'],
      ['GetChatSessionEntity', 'always'],
      ['GetChatMessages', 'each'],
      ['GetChatTopicEntity', 'maybe'],
    ]);
  });

  it('of a bad id has no call, and reports the GraphQL error', async () => {
    const plan = await planOf('{ chatSession(id: 0) { id } }');

    expect(plan).toMatchObject({ calls: [], atLeast: 0, atMost: 0 });
    expect(plan.errors.map(({ path }) => path)).toEqual([['chatSession']]);
  });
});
