/** Rows that a caller did not request, may not read, or gets twice. */
import { describe, expect, it } from '@jest/globals';
import { confirmed, guest } from '../../support/archive-calls.js';
import { authorization, gatewayOnEmulator, type GatewayWithEmulator } from '../../support/query-gateway.js';

const cell = (RawValue: unknown) => ({ RawValue, DisplayValue: '' });

interface Cells {
  readonly id?: unknown;
  readonly topic?: unknown;
  readonly mask?: unknown;
  readonly text?: unknown;
}

const row = ({ id = 18, topic = 1, mask = 1, text = 'a text' }: Cells) => ({
  PrimaryKey: id,
  Column: {
    chatSessionId: cell(id),
    'chatTopic/chatTopicId': cell(topic),
    whenRequested: cell('2014-01-01T10:00:00'),
    firstMessage: cell(text),
  },
  TableRight: { Mask: mask },
});

/** The next request of rows gets these. */
function send({ emulator }: GatewayWithEmulator, rows: readonly unknown[]): void {
  emulator.injectFault({
    kind: 'body',
    body: JSON.stringify({ value: rows }),
    match: { pathEnd: 'Archive/ChatSession' },
  });
}

const query = `query ($first: Int, $filter: ChatSessionFilter = { topicIds: ["1"] }) {
  findChatSessions(filter: $filter, first: $first) { nodes { id firstMessage } pageInfo { hasNextPage } totalCount @skip(if: true) } }`;

const archiveCalls = ({ emulator }: GatewayWithEmulator): number =>
  emulator.requests.filter((line) => line.includes('Archive/')).length;

describe('a row whose topic', () => {
  it.each([3, '1', ' 1 ', '0x1', true, [1], [[1]], { valueOf: 1 }, null, 1.5])(
    'is %j belongs to no request of the guest, and fails the page',
    async (topic) => {
      await using gateway = await gatewayOnEmulator({}, confirmed);
      send(gateway, [row({ topic })]);
      const { data, errors = [] } = await gateway.query(query, {}, guest);
      const isOwn = topic === '1';
      expect(errors.map(({ extensions }) => extensions.code)).toEqual(isOwn ? [] : ['UPSTREAM_INVALID_RESPONSE']);
      if (!isOwn) expect(data.findChatSessions).toBeNull();
    },
  );
});

describe('a row whose rights', () => {
  it.each([0, 2, 16, 'None', '0'])('are %j is read by its id', async (mask) => {
    await using gateway = await gatewayOnEmulator({}, confirmed);
    send(gateway, [row({ mask, text: 'not for them' })]);
    const { data, errors } = await gateway.query(query);
    expect(errors).toBeUndefined();
    expect(JSON.stringify(data)).not.toContain('not for them');
    expect(gateway.emulator.requests.at(-1)).toContain('GetChatSessionEntity 18');
  });

  it.each([1, 3, 255, 'FULL', null, {}])('are %j has what is selected', async (mask) => {
    await using gateway = await gatewayOnEmulator({}, confirmed);
    send(gateway, [row({ mask })]);
    const { data } = await gateway.query(query);
    expect(data.findChatSessions.nodes).toEqual([{ id: '18', firstMessage: 'a text' }]);
  });

  it('are none, with blank values, is left out; so is any unreadable one where texts are searched', async () => {
    await using gateway = await gatewayOnEmulator({}, confirmed);
    send(gateway, [row({ id: 0, topic: 0, mask: 0, text: '' }), row({})]);
    const { data, errors } = await gateway.query(query);
    expect(errors).toBeUndefined();
    expect(data.findChatSessions.nodes.map(({ id }: { id: string }) => id)).toEqual(['18']);
    send(gateway, [row({ id: 19, mask: 0 }), row({})]);
    const searched = await gateway.query(query, { filter: { topicIds: ['1'], firstMessage: { begins: 'a' } } });
    expect(searched.data.findChatSessions.nodes.map(({ id }: { id: string }) => id)).toEqual(['18']);
  });
});

describe('rows that repeat a session', () => {
  it('are one, and more are requested until the page is full', async () => {
    await using gateway = await gatewayOnEmulator({}, confirmed);
    send(gateway, [row({ id: 18 }), row({ id: 18 }), row({ id: 18 })]);
    const { data, errors } = await gateway.query(query, { first: 2 });
    expect(errors).toBeUndefined();
    expect(data.findChatSessions.nodes).toHaveLength(2);
    expect(data.findChatSessions.pageInfo).toEqual({ hasNextPage: true });
    expect(archiveCalls(gateway)).toBe(2);
  });
});

describe('callers who send SO-TimeZone', () => {
  const page = `query ($after: String) { findChatSessions(filter: { topicIds: ["1", "2", "3"] }, first: 20, after: $after) {
    nodes { id whenRequested } pageInfo { hasNextPage endCursor } } }`;

  it.each(['label', 'convert', 'ignore'] as const)(
    'get the same pages, and dates by id: %s',
    async (timeZoneHeader) => {
      const settings = { ...confirmed, SUPEROFFICE_TIME_ZONE: 'Europe/Oslo', MAX_UPSTREAM_CALLS: '500' };
      await using gateway = await gatewayOnEmulator({ timeZoneHeader, whenZone: 'Europe/Oslo' }, settings);
      const ids: Record<string, string[]> = { none: [], UTC: [] };
      for (const [name, headers] of [
        ['none', {}],
        ['UTC', { 'so-timezone': 'UTC' }],
      ] as const) {
        for (let after: string | null = null, isMore = true; isMore;) {
          const { data, errors } = await gateway.query(page, { after }, { authorization, ...headers });
          expect(errors).toBeUndefined();
          const { nodes, pageInfo } = data.findChatSessions;
          ids[name]?.push(...nodes.map(({ id }: { id: string }) => id));
          [after, isMore] = [pageInfo.endCursor, pageInfo.hasNextPage];
        }
      }
      expect(ids['UTC']).toEqual(ids['none']);
      expect(new Set(ids['UTC']).size).toBe(ids['UTC']?.length);
      expect(ids['UTC']?.length).toBeGreaterThan(60);
      const { log } = gateway.emulator;
      const archiveHeaders = log.filter(({ line }) => line.includes('Archive/')).map(({ headers }) => headers);
      for (const headers of archiveHeaders) expect(headers).not.toHaveProperty('so-timezone');
    },
  );
});

describe('dates for callers who send SO-TimeZone', () => {
  const headers = { authorization, 'so-timezone': 'UTC' };
  const found =
    '{ findChatSessions(filter: { ids: [18, 26, 34, 42, 50, 58] }, orderBy: { field: ID, direction: ASC }) { nodes { id whenRequested } } }';
  const many = '{ chatSessions(ids: [18, 26, 34, 42, 50, 58]) { id whenRequested } }';

  it.each(['label', 'convert', 'ignore'] as const)(
    'are the same in pages, in batches and by id: %s',
    async (timeZoneHeader) => {
      const settings = { ...confirmed, SUPEROFFICE_TIME_ZONE: 'Europe/Oslo' };
      const emulated = { timeZoneHeader, whenZone: 'Europe/Oslo' };
      await using plain = await gatewayOnEmulator(emulated, settings);
      await using batched = await gatewayOnEmulator(emulated, { ...settings, SESSION_BATCHES: 'archive' });
      const byId = (await plain.query(many, {}, headers)).data.chatSessions;
      expect((await plain.query(found, {}, headers)).data.findChatSessions.nodes).toEqual(byId);
      expect((await batched.query(many, {}, headers)).data.chatSessions).toEqual(byId);
      batched.emulator.clearLog();
      await batched.query(many, {}, { authorization });
      expect(archiveCalls(batched)).toBe(1);
    },
  );
});

describe('the number of rows', () => {
  const counted = '{ findChatSessions(filter: { topicIds: ["1"] }) { totalCount } }';
  const countRow = (topic: unknown, mask = 1) => ({
    ColumnData: { 'chatTopic/chatTopicId': { DisplayValue: topic } },
    TableRight: { Mask: mask },
  });

  it.each([
    ['none', 0, [], 0],
    ['with a row of the topic', 7, [countRow('[I:1]')], 7],
    ['with a row that may not be read', 7, [countRow('[I:0]', 0)], 7],
    ['with a row of another topic', 7, [countRow('[I:3]')], null],
    ['without a row', 7, [], null],
    ['negative', -1, [], null],
    ['a text', '7', [countRow('[I:1]')], null],
    ['too great', 1e20, [countRow('[I:1]')], null],
  ])('%s', async (_name, RowCount, Rows, expected) => {
    await using gateway = await gatewayOnEmulator({}, confirmed);
    gateway.emulator.injectFault({
      kind: 'body',
      body: JSON.stringify({ RowCount, Rows }),
      match: { operation: 'GetArchiveListByColumnsWithHeader2' },
    });
    const { data, errors = [] } = await gateway.query(counted, {}, guest);
    expect(data.findChatSessions.totalCount).toBe(expected);
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(
      expected === null ? ['UPSTREAM_INVALID_RESPONSE'] : [],
    );
  });

  it('of searched texts is null, without a call', async () => {
    await using gateway = await gatewayOnEmulator({}, confirmed);
    const query =
      '{ findChatSessions(filter: { topicIds: ["1"], firstMessage: { contains: "a" } }) { nodes { id } totalCount } }';
    const { data, errors } = await gateway.query(query);
    expect(errors).toBeUndefined();
    expect(data.findChatSessions.totalCount).toBeNull();
    expect(archiveCalls(gateway)).toBe(1);
    expect(gateway.emulator.requests.some((line) => line.startsWith('GetArchive'))).toBe(false);
  });
});
