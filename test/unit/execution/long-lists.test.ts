/** A long list is completed in slices, and is the same list; loads below its items are merged as before. */
import { describe, expect, it } from '@jest/globals';
import { buildSchema, getOperationAST, parse, type GraphQLObjectType } from 'graphql';
import type { JsonRecord, SessionRecord } from '../../../src/emulator/index.js';
import { executeOperation } from '../../../src/execution/execute-operation.js';
import { plain } from '../../../src/plan/selection-plan.js';
import { fetchInFull } from '../../support/oracle/full-records.js';
import { gatewayOnEmulator, type GatewayWithEmulator } from '../../support/query-gateway.js';

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

const schema = buildSchema(
  'type Query { all: [Item!], names: [String!] } type Item { number: Int, later: Int, below: [Item!] }',
);

const field = (name: string) => {
  const found = (schema.getType('Item') as GraphQLObjectType).getFields()[name]; // of the schema above
  if (!found) throw new Error('there is no such field');
  return found;
};
type Read = () => unknown;
field('number').resolve = plain((item: { readonly number: Read }) => item.number());
field('below').resolve = plain((item: { readonly below: Read }) => item.below());

/** The list of `size` items, and those that were read so far. */
function listOf(size: number, query: string) {
  const read: number[] = [];
  const items = Array.from({ length: size }, (_, index) => ({
    number: () => (read.push(index), index),
    later: async () => (read.push(index), index),
    below: () => Array.from({ length: 30 }, (_each, number) => ({ number: () => (read.push(number), number) })),
  }));
  const document = parse(query);
  const node = getOperationAST(document);
  if (!node) throw new Error('there is no operation');
  const rootFields = schema.getQueryType()?.getFields();
  if (rootFields?.['all']) rootFields['all'].resolve = () => items;
  return { read, result: executeOperation({ schema, document, node, variables: {}, contextValue: {} }) };
}

describe('slices', () => {
  it('hold the same items in the same order', async () => {
    for (const size of [1, 24, 25, 26, 51, 100]) {
      const { data } = await listOf(size, '{ all { number } }').result;
      expect(data?.['all']).toEqual(Array.from({ length: size }, (_, number) => ({ number })));
    }
  });

  it('are completed one per turn of the event loop, the first one immediately', async () => {
    const { read, result } = listOf(60, '{ all { number } }');
    expect(read.length).toBe(25);
    await Promise.resolve();
    expect(read.length).toBe(25);
    await turn();
    expect(read.length).toBe(50);
    await turn();
    expect(read.length).toBe(60);
    expect((await result).errors).toBeUndefined();
  });

  it('of lists in a long list are as small', async () => {
    const { read, result } = listOf(60, '{ all { below { number } } }');
    const sizes: number[] = [];
    for (let before = -1; before < read.length; await turn()) {
      sizes.push(read.length - Math.max(0, before));
      before = read.length;
    }
    expect((await result).errors).toBeUndefined();
    expect([read.length, Math.max(...sizes)]).toEqual([1_800, 25 * 25 + 25 * 5]);
  });

  it('are one where items are promises: their loads are merged', async () => {
    const { read, result } = listOf(60, '{ all { later } }');
    expect(read.length).toBe(60);
    expect((await result).errors).toBeUndefined();
  });
});

/** Eighty sessions of the caller's, of which the first forty have the same topic; no other user is in a chat. */
async function gatewayWithManySessions(): Promise<GatewayWithEmulator> {
  const gateway = await gatewayOnEmulator();
  const { emulator } = gateway;
  for (const number of Array.from({ length: 80 }, (_, index) => index + 1)) {
    const call = { operation: 'GetChatSessionEntity', query: `?chatSessionEntityId=${number}`, line: '' };
    const record = (await fetchInFull(emulator.url, call)) as SessionRecord; // as the specification says
    emulator.putSession({ ...record, Status: 'Closed' });
    const own = { ChatSessionId: 2_000 + number, TopicId: number <= 40 ? 2 : 1, Status: 'UserLast' } as const;
    emulator.putSession({ ...record, ...own });
  }
  emulator.clearLog();
  return gateway;
}

const operationOf = (line: string): string => line.split(' ')[0] ?? '';

describe('a long list of sessions', () => {
  it("has SuperOffice's items, in their order, for one call", async () => {
    await using gateway = await gatewayWithManySessions();

    const { data, errors } = await gateway.query('{ myChatSessions { id customerName user { fullName } } }');

    expect(errors).toBeUndefined();
    expect(gateway.emulator.requests.map(operationOf)).toEqual(['ChatSessionsForUser']);
    const sent = (await fetchInFull(gateway.emulator.url, {
      operation: 'ChatSessionsForUser',
      line: '',
    })) as JsonRecord[];
    const ids = data.myChatSessions.map(({ id }: { id: string }) => Number(id));
    expect(ids).toEqual(sent.map(({ ChatSessionId }) => ChatSessionId));
    expect(ids.length).toBeGreaterThanOrEqual(80);
  });

  it('merges the loads of all its items: topics that come late in the list need no separate calls', async () => {
    await using gateway = await gatewayWithManySessions();

    const { data, errors } = await gateway.query('{ myChatSessions(status: [USER_LAST]) { id topic { id name } } }');

    expect(errors).toBeUndefined();
    expect(gateway.emulator.requests.map(operationOf)).toEqual(['ChatSessionsForUser', 'ChatTopicsForUser']);
    const topics = data.myChatSessions.map(({ topic }: { topic: { id: string } | null }) => topic?.id);
    expect([new Set(topics.slice(0, 40)), new Set(topics)]).toEqual([new Set(['2']), new Set(['2', '1'])]);
  });
});
