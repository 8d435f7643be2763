/** Random filters, orders and page sizes find what a plain filter over the emulator's sessions finds, and hostile texts change nothing else. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { JsonRecord, SessionRecord } from '../../../src/emulator/index.js';
import { matches, ordered, sessionsOf, type AnyFilter, type FoundSession } from '../../support/archive-world.js';
import { gatewayOnEmulator, type GatewayWithEmulator } from '../../support/query-gateway.js';

const nowMs = Date.UTC(2026, 10, 30, 12);
const clock = { now: () => nowMs };
const settings = { ARCHIVE_CONFIRMED: 'time-spans,dynamic' };

const ids = (from: number, to: number) =>
  fc.uniqueArray(fc.integer({ min: from, max: to }).map(String), { maxLength: 30 });

const times = fc.constantFrom(
  '2002-03-31T18:00:00Z',
  '2002-03-31T20:00:00+02:00',
  '2014-06-05T00:00:00Z',
  '2014-06-14T18:07:09.8939Z',
  '2014-06-20T18:07:09.893921-05:00',
  '2020-01-01T00:00:00Z',
);
const timeRange = fc.record({ from: times, to: times }, { requiredKeys: [] });
const numberRange = (values: fc.Arbitrary<number>) => fc.record({ from: values, to: values }, { requiredKeys: [] });
const texts = fc.constantFrom(
  'Hei! Jeg',
  'hei',
  'hjelp.\n(1',
  'Takk',
  'TAKK \u{1F44D}',
  "o'Brien",
  '\\',
  'zzz',
  '(',
  ')',
  ' and ',
);
const textFilter = fc.record({ is: texts, begins: texts, contains: texts }, { requiredKeys: [] });
const statuses = fc.uniqueArray(
  fc.constantFrom('IN_QUEUE', 'CUSTOMER_LAST', 'USER_LAST', 'FINISHED', 'CLOSED', 'CLOSED_FROM_QUEUE', 'FAQ'),
);

const conditions: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  ids: ids(1, 250),
  status: statuses,
  topicIds: ids(1, 6),
  agentIds: ids(600, 612),
  personIds: ids(2001, 2250),
  contactIds: ids(3001, 3250),
  whenRequested: timeRange,
  whenStarted: timeRange,
  whenEnded: timeRange,
  rating: numberRange(fc.integer({ min: -1, max: 6 })),
  waitSeconds: numberRange(fc.constantFrom(0, 120, 3_600, 7_200, 10_800)),
  durationSeconds: numberRange(fc.constantFrom(0, 3_600, 7_200)),
  firstMessage: textFilter,
  lastMessage: textFilter,
};

/** At most three of them, each as often as the others. */
const fewConditions = fc
  .subarray(Object.entries(conditions), { maxLength: 3 })
  .chain((chosen) => fc.record(Object.fromEntries(chosen)));

const { filter: filters } = fc.letrec<{ filter: AnyFilter }>((tie) => ({
  filter: fc.oneof(
    { maxDepth: 3, depthIdentifier: 'filter' },
    { weight: 5, arbitrary: fewConditions },
    { weight: 1, arbitrary: fc.record({ and: fc.array(tie('filter'), { maxLength: 3 }) }) },
    { weight: 2, arbitrary: fc.record({ or: fc.array(tie('filter'), { maxLength: 3 }) }) },
  ),
}));

const orders = fc.record({
  field: fc.constantFrom('ID', 'WHEN_REQUESTED'),
  direction: fc.constantFrom('ASC', 'DESC'),
});

const query = `query ($filter: ChatSessionFilter!, $orderBy: ChatSessionOrder, $first: Int, $after: String) {
  findChatSessions(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
    nodes { id status } edges { cursor } pageInfo { hasNextPage endCursor } totalCount } }`;

interface Paging {
  readonly filter: AnyFilter;
  readonly orderBy: { readonly field: string; readonly direction: string };
  readonly first: number;
}

/** The ids of all pages. @param between called after each page */
async function allPages(
  gateway: GatewayWithEmulator,
  variables: Paging,
  between: () => void = () => undefined,
): Promise<{ readonly ids: readonly number[]; readonly totalCount: number | null }> {
  const found: number[] = [];
  let [after, totalCount, isMore]: [string | null, number | null, boolean] = [null, 0, true];
  for (let page = 0; isMore; page += 1) {
    const { data, errors } = await gateway.query(query, { ...variables, after });
    expect(errors).toBeUndefined();
    const { nodes, edges, pageInfo, totalCount: count } = data.findChatSessions;
    expect(nodes.length).toBeLessThanOrEqual(variables.first);
    expect(pageInfo.endCursor).toBe(edges.at(-1)?.cursor ?? null);
    found.push(...nodes.map(({ id }: { id: string }) => Number(id)));
    if (page === 0) totalCount = count;
    [after, isMore] = [pageInfo.endCursor, pageInfo.hasNextPage];
    between();
  }
  return { ids: found, totalCount };
}

/** As a form writes it: without lone surrogates. */
const wellFormed = (text: string): string => new URLSearchParams({ text }).get('text') ?? '';

/** Any of the caller's topics: the condition that SuperOffice can find sessions by. */
const own = { topicIds: ['1', '2', '3', '4'] };

const inOwnTopics = (sessions: readonly FoundSession[]) =>
  sessions.filter(({ record }) => [1, 2, 3].includes(Number(record['TopicId'])));

const searchesTexts = (filter: AnyFilter): boolean => /"(?:first|last)Message":\{"/.test(JSON.stringify(filter));

/** An unreadable session is not found by texts. */
const isShown = (record: JsonRecord, filter: AnyFilter): boolean =>
  !searchesTexts(filter) || (record['TableRight'] as JsonRecord | null)?.['Mask'] !== 'None';

const everyId = Array.from({ length: 250 }, (_, index) => index + 1);

describe('findChatSessions', () => {
  it('finds what a plain filter finds, in order, on pages of any size', async () => {
    await using gateway = await gatewayOnEmulator({ clock }, settings);
    const [sample] = await sessionsOf(gateway.emulator, [18]);
    const sameSecond = ['', '.0000001', '.0000002', '.5', '.5000001', '.9999999'];
    sameSecond.forEach((fraction, index) => {
      const WhenRequested = `2014-06-14T18:07:09${fraction}Z`;
      gateway.emulator.putSession({ ...sample?.record, ChatSessionId: 3_000 + index, WhenRequested });
    });
    const put = sameSecond.map((_fraction, index) => 3_000 + index);
    const sessions = inOwnTopics(await sessionsOf(gateway.emulator, [...everyId, ...put]));
    expect(sessions.length).toBeGreaterThan(80);
    await fc.assert(
      fc.asyncProperty(filters, orders, fc.integer({ min: 3, max: 60 }), async (random, orderBy, first) => {
        const filter = { and: [own, random] };
        const expected = ordered(
          sessions.filter(({ record }) => matches(record, filter, nowMs) && isShown(record, filter)),
          orderBy,
        ).map(({ id }) => id);
        const found = await allPages(gateway, { filter, orderBy, first });
        expect(found).toEqual({ ids: expected, totalCount: searchesTexts(filter) ? null : expected.length });
      }),
      { numRuns: 100 },
    );
  });

  it('skips nothing and repeats nothing while sessions are added and change between pages', async () => {
    await using gateway = await gatewayOnEmulator({ clock }, settings);
    const { emulator } = gateway;
    const before = inOwnTopics(await sessionsOf(emulator, everyId)).map(({ id }) => id);
    let lastId = 1_000;
    const [sample] = await sessionsOf(emulator, [18]);
    const added: number[] = [];
    function add(): void {
      for (let count = 0; count < 3; count += 1) {
        lastId += 1;
        const WhenRequested = `20${String(1 + (lastId % 26)).padStart(2, '0')}-06-15T10:00:0${lastId % 10}Z`;
        emulator.putSession({ ...sample?.record, ChatSessionId: lastId, WhenRequested });
        added.push(lastId);
      }
    }
    for (const field of ['ID', 'WHEN_REQUESTED'])
      for (const direction of ['ASC', 'DESC']) {
        const present = [...before, ...added];
        const { ids: found } = await allPages(gateway, { filter: own, orderBy: { field, direction }, first: 7 }, add);
        expect(new Set(found).size).toBe(found.length);
        expect(present.filter((id) => !found.includes(id))).toEqual([]);
      }
  });

  it('hostile texts change nothing but their own match', async () => {
    await using gateway = await gatewayOnEmulator({ clock }, settings);
    const hostile = [
      "it's",
      "' or chatSessionId > 0 or firstMessage = '",
      "\\' or chatSessionId > 0 or firstMessage = \\'",
      '\\',
      "\\\\'",
      "')) or ((chatSessionId > 0",
      '(a) and (b), c',
      '$filter=x&$top=1000',
      '%27 or 1=1',
      'a\nb\tc\u0001d',
      '日本語 \u{1F44D} Ω',
      '\uD83D broken',
      '<script>',
      "''",
      '`"',
    ];
    const [sample] = await sessionsOf(gateway.emulator, [18]);
    hostile.forEach((text, index) => {
      const record: SessionRecord = { ...sample?.record, ChatSessionId: 2_000 + index, FirstMessage: wellFormed(text) };
      gateway.emulator.putSession(record);
    });
    const all = inOwnTopics(
      await sessionsOf(gateway.emulator, [...everyId, ...hostile.map((_text, index) => 2_000 + index)]),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.constantFrom(...hostile), fc.string({ unit: 'binary', minLength: 1, maxLength: 12 })),
        fc.constantFrom('is', 'begins', 'contains'),
        async (text, operator) => {
          fc.pre(text.trim() !== '' && !text.includes('\0'));
          const filter = { ...own, firstMessage: { [operator]: text } };
          const wanted = { firstMessage: { [operator]: wellFormed(text) } };
          const expected = all.filter(({ record }) => isShown(record, wanted) && matches(record, wanted, nowMs));
          const { ids: found } = await allPages(gateway, {
            filter,
            orderBy: { field: 'ID', direction: 'ASC' },
            first: 200,
          });
          expect(found).toEqual(expected.map(({ id }) => id));
        },
      ),
      { numRuns: 100, examples: [['t', 'contains']] },
    );
  });
});
