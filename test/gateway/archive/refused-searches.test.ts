/** Searches that are refused without a call, and servers that refuse them. */
import { describe, expect, it } from '@jest/globals';
import { all, confirmed } from '../../support/archive-calls.js';
import { authorization, gatewayOnEmulator, type GatewayWithEmulator } from '../../support/query-gateway.js';

describe('bad input', () => {
  const find = (args: string) => `{ findChatSessions(${args}) { nodes { id } } }`;
  const topic = 'filter: { topicIds: ["1"] }';
  const nested = (depth: number): string => (depth === 0 ? 'topicIds: ["1"]' : `and: [{ ${nested(depth - 1)} }]`);

  it.each([
    ['no condition', 'filter: {}', 'selects too much'],
    ['a status only', 'filter: { status: [CLOSED] }', 'selects too much'],
    ['a part of a text only', 'filter: { firstMessage: { contains: "help" } }', 'selects too much'],
    ['one part of an or', 'filter: { or: [{ topicIds: ["1"] }, { status: [CLOSED] }] }', 'selects too much'],
    ['an open range', 'filter: { whenRequested: {} }', 'selects too much'],
    ['an id that is none', 'filter: { ids: ["x"] }', '`ids`'],
    ['an agent id of 0', 'filter: { agentIds: ["0"] }', '`agentIds`'],
    ['501 ids', `filter: { ids: [${Array.from({ length: 501 }, (_, index) => index + 1).join()}] }`, 'At most 500'],
    [
      '501 values of several lists',
      `filter: { ids: [${Array.from({ length: 400 }, (_, index) => index + 1).join()}], topicIds: [${Array.from({ length: 101 }, (_, index) => index + 1).join()}] }`,
      'At most 500 values',
    ],
    ['200 empty filters', `filter: { topicIds: ["1"], or: [${'{},'.repeat(200)}] }`, 'at most 100 conditions'],
    ['a text with NUL', 'filter: { firstMessage: { begins: "a\\u0000" } }', 'NUL'],
    ['an empty text', 'filter: { firstMessage: { begins: " " } }', '1 to 200'],
    ['a long text', `filter: { firstMessage: { is: "${'x'.repeat(201)}" } }`, '1 to 200'],
    ['an unrecognized status', 'filter: { topicIds: ["1"], status: [UNRECOGNIZED] }', 'UNRECOGNIZED'],
    ['six levels', `filter: { ${nested(5)} }`, 'at most 5 levels'],
    ['101 conditions', `filter: { or: [${'{ topicIds: ["1"] },'.repeat(101)}] }`, 'at most 100 conditions'],
    ['first of 0', `${topic}, first: 0`, '`first`'],
    ['first of 201', `${topic}, first: 201`, '`first`'],
    ['a cursor that is none', `${topic}, after: "x"`, '`after`'],
    ['a long cursor', `${topic}, after: "${'A'.repeat(5_000)}"`, '`after`'],
    ['customers and agents together', 'filter: { agentIds: ["7"], customerName: { is: "x" } }', 'two archives'],
  ])('%s is refused without a call', async (_name, args, text) => {
    await using gateway = await gatewayOnEmulator({}, confirmed);
    const { data, errors = [] } = await gateway.query(find(args));
    expect(data).toEqual({ findChatSessions: null });
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
    expect(errors[0]?.message).toContain(text);
    expect(gateway.emulator.requests).toEqual([]);
  });

  it.each([
    ['2026-11-30', 'a day'],
    ['2026-11-30T12:00:00', 'no offset'],
    ['2026-02-30T12:00:00+99:00', 'no such offset'],
    ['2026-02-30T12:00:00Z', 'no such day'],
    ['2026-13-01T12:00:00Z', 'no such month'],
    ['2026-11-30T12:00:60Z', 'a leap second'],
    ['0001-01-01T00:00:00Z', 'no date'],
    ['yesterday', 'a word'],
  ])('%s is no DateTime (%s)', async (text) => {
    await using gateway = await gatewayOnEmulator({}, confirmed);
    const literal = await gateway.query(find(`filter: { whenRequested: { from: "${text}" } }`));
    const variable = await gateway.query(
      'query ($from: DateTime!) { findChatSessions(filter: { whenRequested: { from: $from } }) { nodes { id } } }',
      { from: text },
    );
    expect([literal.status, variable.status]).toEqual([400, 400]);
    for (const { errors = [] } of [literal, variable]) expect(errors[0]?.message).toContain('RFC 3339');
    expect(gateway.emulator.requests).toEqual([]);
  });

  it('what the operator has not confirmed is refused with the setting that would confirm it', async () => {
    await using gateway = await gatewayOnEmulator();
    for (const filter of ['{ topicIds: ["1"], waitSeconds: { from: 1 } }', '{ customerEmail: { is: "a" } }']) {
      const { errors = [] } = await gateway.query(find(`filter: ${filter}`));
      expect(errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
      expect(errors[0]?.message).toContain('ARCHIVE_CONFIRMED');
    }
    expect(gateway.emulator.requests).toEqual([]);
  });

  it('a cursor belongs to its filter and its order', async () => {
    await using gateway = await gatewayOnEmulator({}, confirmed);
    const page = (args: string) => `{ findChatSessions(${args}, first: 2) { pageInfo { endCursor } } }`;
    const cursorOf = async (args: string): Promise<string> =>
      (await gateway.query(page(args))).data.findChatSessions.pageInfo.endCursor;
    const after = await cursorOf(topic);
    const reordered = `filter: { and: null, topicIds: ["1"] }, after: "${after}"`;
    expect((await gateway.query(page(reordered))).errors).toBeUndefined();
    gateway.emulator.clearLog();
    for (const args of [
      'filter: { topicIds: ["2"] }',
      `${topic}, orderBy: { field: ID }`,
      `${topic}, orderBy: { field: WHEN_REQUESTED, direction: ASC }`,
    ]) {
      const { errors = [] } = await gateway.query(page(`${args}, after: "${after}"`));
      expect(errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
    }
    expect(gateway.emulator.requests).toEqual([]);
  });
});

describe('a cursor that was changed', () => {
  const page = `query ($after: String) {
    findChatSessions(filter: { topicIds: ["1"] }, first: 2, after: $after) { nodes { id } pageInfo { endCursor } } }`;

  it.each([
    ['9999999999999999999', 'more than any date'],
    ['-9999999999999999999', 'less than any date'],
    ['2534023008000000000', 'year 10000'],
    ['-700000000000000000', 'before year 1'],
    ['1e5', 'no integer'],
    ['', 'none'],
  ])('%s is refused without a call (%s)', async (ticks) => {
    await using gateway = await gatewayOnEmulator({}, all);
    const { endCursor } = (await gateway.query(page)).data.findChatSessions.pageInfo;
    const [version, fingerprint, id] = Buffer.from(endCursor, 'base64url').toString().split('.');
    const after = Buffer.from([version, fingerprint, id, ticks].join('.')).toString('base64url');
    gateway.emulator.clearLog();
    const { errors = [] } = await gateway.query(page, { after });
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
    expect(gateway.emulator.requests).toEqual([]);
  });

  it('within the calendar is a position like any other', async () => {
    await using gateway = await gatewayOnEmulator({}, all);
    const { endCursor } = (await gateway.query(page)).data.findChatSessions.pageInfo;
    const [version, fingerprint, id] = Buffer.from(endCursor, 'base64url').toString().split('.');
    for (const ticks of ['-621355968000000000', '2534022719990000000', '0']) {
      const after = Buffer.from([version, fingerprint, id, ticks].join('.')).toString('base64url');
      expect((await gateway.query(page, { after })).errors).toBeUndefined();
    }
  });
});

describe('servers that differ', () => {
  const query =
    '{ findChatSessions(filter: { topicIds: ["1"], waitSeconds: { from: 1 } }) { nodes { id } } chatSession(id: 18) { id status } }';

  async function codesOf(gateway: GatewayWithEmulator): Promise<readonly string[]> {
    const { data, errors = [] } = await gateway.query(query, {}, { authorization });
    expect(data.chatSession).toMatchObject({ id: '18' });
    expect(data.findChatSessions).toBeNull();
    return errors.map(({ extensions }) => extensions.code);
  }

  it('a restriction that the server refuses fails the list alone', async () => {
    await using gateway = await gatewayOnEmulator({ archiveTimeSpans: 'refused' }, all);
    expect(await codesOf(gateway)).toEqual(['UPSTREAM_REJECTED']);
  });

  it('an older server without the archive by POST fails the list alone', async () => {
    await using gateway = await gatewayOnEmulator({ archivePost: 'missing' }, all);
    expect(await codesOf(gateway)).toEqual(['UPSTREAM_INVALID_RESPONSE']);
  });

  it.each(['Europe/Oslo', 'America/New_York', 'Asia/Kolkata'])(
    'dates without a zone are compared in %s',
    async (zone) => {
      await using gateway = await gatewayOnEmulator({ whenZone: zone }, { ...all, SUPEROFFICE_TIME_ZONE: zone });
      const { data } = await gateway.query(
        `{ findChatSessions(filter: { ids: ["18"] }) { edges { cursor node { whenRequested } } } chatSession(id: 18) { whenRequested } }`,
      );
      const [{ node }] = data.findChatSessions.edges;
      expect(node).toEqual(data.chatSession);
      const at = node.whenRequested;
      const next = new Date(Date.parse(at) + 1000).toISOString();
      const found = await gateway.query(
        `query ($from: DateTime!, $to: DateTime!) {
        at: findChatSessions(filter: { ids: ["18"], whenRequested: { from: $from, to: $to } }) { nodes { id } }
        before: findChatSessions(filter: { ids: ["18"], whenRequested: { to: $from } }) { nodes { id } }
        after: findChatSessions(filter: { ids: ["18"], whenRequested: { from: $to } }) { nodes { id } } }`,
        { from: at, to: next },
      );
      expect(found.data).toEqual({ at: { nodes: [{ id: '18' }] }, before: { nodes: [] }, after: { nodes: [] } });
    },
  );
});
