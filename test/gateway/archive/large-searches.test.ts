/** Searches that would cost the gateway much before any call are refused for all of an operation. */
import { describe, expect, it } from '@jest/globals';
import { all, confirmed } from '../../support/archive-calls.js';
import { gatewayOnEmulator } from '../../support/query-gateway.js';

const manyIds = Array.from({ length: 490 }, (_, index) => String(index + 1));

describe('the searches of one operation', () => {
  it.each([confirmed, all])('are at most 20 000 conditions and values together: %j', async (settings) => {
    await using gateway = await gatewayOnEmulator({}, { ...settings, MAX_REPRESENTATIONS: '1000' });
    const aliases = (count: number) =>
      Array.from(
        { length: count },
        (_, index) => `a${index}: chatSessions(filter: $filter, first: ${index + 1}) { totalCount }`,
      );
    const query = (count: number) => `query ($r: [_Any!]!, $filter: ChatSessionFilter) {
      _entities(representations: $r) { ... on ChatTopic { ${aliases(count).join(' ')} } } }`;
    const r = Array.from({ length: 500 }, (_, index) => ({ __typename: 'ChatTopic', id: String(index + 1) }));
    const { errors = [] } = await gateway.query(query(40), { r, filter: { ids: manyIds } });
    expect(new Set(errors.map(({ extensions }) => extensions.code))).toEqual(new Set(['OPERATION_TOO_LARGE']));
    const searches = gateway.emulator.requests.filter((line) => line.startsWith('GetArchive'));
    expect(searches.length).toBeLessThan(20_000 / manyIds.length);
  });

  it('that are usual are not refused: 50 aliases, and a list of each of 100 topics', async () => {
    await using gateway = await gatewayOnEmulator({}, { ...all, MAX_REPRESENTATIONS: '1000' });
    const aliases = Array.from(
      { length: 50 },
      (_, index) =>
        `a${index}: findChatSessions(filter: { topicIds: ["${index + 1}"], status: [CLOSED] }) { nodes { id } }`,
    );
    expect((await gateway.query(`{ ${aliases.join(' ')} }`)).errors).toBeUndefined();
    const query = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on ChatTopic { id chatSessions { nodes { id } } } } }`;
    const r = Array.from({ length: 100 }, (_, index) => ({ __typename: 'ChatTopic', id: String(index + 1) }));
    expect((await gateway.query(query, { r })).errors).toBeUndefined();
  });
});

describe('variables', () => {
  const query = 'query ($filter: ChatSessionFilter!) { findChatSessions(filter: $filter) { nodes { id } } }';
  const deep = (levels: number): object => {
    let filter: object = { topicIds: ['1'] };
    for (let level = 0; level < levels; level += 1) filter = { and: [filter] };
    return filter;
  };

  it.each([
    ['100 levels', deep(100)],
    ['2 000 levels', deep(2_000)],
    ['20 000 objects', { or: Array.from({ length: 20_000 }, () => ({})) }],
  ])('of %s are refused without a call', async (_name, filter) => {
    await using gateway = await gatewayOnEmulator({}, all);
    const { errors = [] } = await gateway.query(query, { filter });
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['OPERATION_TOO_LARGE']);
    expect(gateway.emulator.requests).toEqual([]);
  });
});
