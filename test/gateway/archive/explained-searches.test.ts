/** `explain` predicts the calls of lists and batches, and the records that SuperOffice counts for them. */
import { describe, expect, it } from '@jest/globals';
import { parse } from 'graphql';
import { gatewayConfig } from '../../../src/config/gateway-config.js';
import { callPlan } from '../../../src/explain/call-plan.js';
import { subgraphSchema } from '../../../src/subgraph/subgraph-schema.js';
import { all, confirmed } from '../../support/archive-calls.js';
import { gatewayOnEmulator } from '../../support/query-gateway.js';

const covered = `{ findChatSessions(filter: { topicIds: ["1"] }, first: 5) { nodes { id status } } }`;
const uncovered = covered.replace('status', 'flags');
const batch = `{ chatSessions(ids: [${Array.from({ length: 30 }, (_, index) => index + 1).join()}]) { id status } }`;

async function planOf(query: string, settings: Readonly<Record<string, string>>) {
  const config = gatewayConfig(settings);
  const { calls, atLeast, atMost, errors } = await callPlan(subgraphSchema(config), config, {
    document: parse(query),
    variables: {},
  });
  expect(errors).toEqual([]);
  const lines = calls.map(
    ({ condition, operation, select, records }) => `${condition} ${operation} ${select} ${records}`,
  );
  return { lines, atLeast, atMost };
}

const select = 'chatSessionId,status';

describe('the plan of a search', () => {
  it('that the archive covers is one call for the page, of at most one record more than its size', async () => {
    expect(await planOf(covered, all)).toEqual({
      lines: [`always Archive/ChatSession ${select} 6`],
      atLeast: 1,
      atMost: 1,
    });
    expect(await planOf(covered.replace('nodes', 'totalCount nodes'), all)).toEqual({
      lines: [`always Archive/ChatSession ${select} 6`, 'always GetArchiveListByColumnsWithHeader2 null 1'],
      atLeast: 2,
      atMost: 2,
    });
  });

  it('of own topics has their call, and none for the page where the caller has none', async () => {
    expect(await planOf(covered, confirmed)).toEqual({
      lines: [
        'always ChatTopicsForUser ChatTopicId null',
        'maybe Archive/ChatSession chatSessionId,chatTopic/chatTopicId,status 6',
      ],
      atLeast: 1,
      atMost: 2,
    });
  });

  it('that the archive does not cover has a call for each found session', async () => {
    expect(await planOf(uncovered, all)).toEqual({
      lines: ['always Archive/ChatSession chatSessionId 6', 'each GetChatSessionEntity ChatSessionId,Flags 1'],
      atLeast: 1,
      atMost: null,
    });
  });

  it('of a batch has one call for all, and one for each that it does not bring', async () => {
    const plan = await planOf(batch, { ...all, SESSION_BATCHES: 'archive' });
    const [first, ...others] = plan.lines;
    expect(first).toBe('always ChatTopicsForUser ChatTopicId null');
    expect(others.at(-1)).toBe('maybe Archive/ChatSession chatSessionId,chatTopic/chatTopicId,status 30');
    expect(others.slice(0, -1)).toEqual(
      others.slice(0, -1).map(() => 'maybe GetChatSessionEntity ChatSessionId,Status 1'),
    );
    expect(others).toHaveLength(31);
    expect((await planOf(batch, all)).lines).toHaveLength(30);
  });

  it('is what the gateway does, and what it reports to a caller who requests it', async () => {
    for (const [query, settings] of [
      [covered, all],
      [uncovered, all],
      [covered, confirmed],
      [batch, { ...all, SESSION_BATCHES: 'archive' }],
    ] as const) {
      await using gateway = await gatewayOnEmulator({}, { ...settings, EXPLAIN: 'true' });
      const { extensions } = await gateway.query(
        query,
        {},
        { authorization: 'Basic dGplMDpUamUw', 'x-superoffice-explain': '1' },
      );
      const { lines } = await planOf(query, settings);
      const planned = new Set(lines.map((line) => line.split(' ').slice(1, 3).join(' ')));
      const { calls } = extensions?.['superoffice'] as {
        calls: readonly { operation: string; select: string | null }[];
      };
      expect(calls.length).toBeGreaterThan(0);
      for (const call of calls) expect(planned).toContain(`${call.operation} ${call.select}`);
    }
  });
});
