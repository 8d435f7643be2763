/** SESSION_BATCHES=archive: many sessions of one operation by one call, with the same answers as by id. */
import { describe, expect, it } from '@jest/globals';
import { confirmed, guest, topics } from '../../support/archive-calls.js';
import { gatewayOnEmulator, type GatewayWithEmulator } from '../../support/query-gateway.js';

const byId = { ...confirmed, MAX_REPRESENTATIONS: '1000', MAX_UPSTREAM_CALLS: '2000' };
const batches = { ...byId, SESSION_BATCHES: 'archive' };

const idsFrom = (from: number, count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => String(from + index));

const references = (ids: readonly string[]) => ids.map((id) => ({ __typename: 'ChatSession', id }));

const selection = 'id topicId status firstMessage whenRequested user { id fullName } person { id lastname }';
const entities = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on ChatSession { ${selection} } } }`;
const list = `query ($ids: [ID!]!) { chatSessions(ids: $ids) { ${selection} } }`;

/** 520 further sessions, of topics 1 to 3, that may be read. */
async function withSessions(settings: Readonly<Record<string, string>>): Promise<GatewayWithEmulator> {
  const gateway = await gatewayOnEmulator({}, settings);
  for (let index = 0; index < 520; index += 1)
    gateway.emulator.putSession({
      ChatSessionId: 1_000 + index,
      TopicId: 1 + (index % 3),
      Status: 'Closed',
      FirstMessage: `message ${index}`,
      WhenRequested: '2026-11-24T08:00:00Z',
      User: { AssociateId: 701, FullName: 'Terje Nordmann' },
      Person: index % 2 ? { PersonId: 2_000 + index, Lastname: `Lind ${index}` } : null,
      TableRight: null,
    });
  gateway.emulator.clearLog();
  return gateway;
}

const kinds = ({ emulator }: GatewayWithEmulator): Readonly<Record<string, number>> => {
  const counts: Record<string, number> = {};
  for (const line of emulator.requests) {
    const kind = line.startsWith('POST') ? 'archive' : (line.split(' ')[0] ?? '');
    counts[kind] = (counts[kind] ?? 0) + 1;
  }
  return counts;
};

describe('500 references', () => {
  it('are one call behind that of the topics, with the same answers as 500 calls; a missing and an unreadable one cost their own and fail alone', async () => {
    const r = references([...idsFrom(1_000, 498), '9999', '19']);
    await using one = await withSessions(batches);
    await using many = await withSessions(byId);
    const batched = await one.query(entities, { r });
    expect(kinds(one)).toEqual({ ChatTopicsForUser: 1, archive: 1, GetChatSessionEntity: 2 });
    const single = await many.query(entities, { r });
    expect(kinds(many)).toEqual({ GetChatSessionEntity: 500 });
    expect(batched.errors).toBeUndefined();
    expect(batched.data).toEqual(single.data);
    expect(batched.data._entities[498]).toBeNull();
    expect(batched.data._entities[499]).toMatchObject({ id: '19', firstMessage: null });

    await using failing = await withSessions(batches);
    failing.emulator.injectFault({ kind: 'status', status: 403, match: { id: '19' } });
    const { data, errors = [] } = await failing.query(entities, { r });
    expect(data._entities.filter((entity: unknown) => entity === null)).toHaveLength(2);
    expect(errors.map(({ path, extensions }) => [path?.[1], extensions.code])).toEqual([[499, 'FORBIDDEN']]);
  });

  it.each(['own-topics', 'all'])('are two calls with ARCHIVE=%s; 520 are three', async (ARCHIVE) => {
    await using gateway = await withSessions({ ...batches, ARCHIVE });
    await gateway.query(entities, { r: references(idsFrom(1_000, 500)) });
    expect(kinds(gateway)).toEqual({ ChatTopicsForUser: 1, archive: 1 });
    gateway.emulator.clearLog();
    await gateway.query(entities, { r: references(idsFrom(1_000, 520)) });
    expect(kinds(gateway)).toEqual({ ChatTopicsForUser: 1, archive: 2 });
  });
});

describe('the same caller sees the same sessions', () => {
  it.each([
    [3, 'own-topics'],
    [90, 'own-topics'],
    [90, 'all'],
  ])('%d ids, by list and by batch, with topics in which they have no role: ARCHIVE=%s', async (count, ARCHIVE) => {
    await using batched = await gatewayOnEmulator({}, { ...batches, ARCHIVE });
    await using plain = await gatewayOnEmulator({}, byId);
    const ids = idsFrom(1, count);
    for (const headers of [undefined, guest]) {
      const one = await batched.query(list, { ids }, headers);
      const other = await plain.query(list, { ids }, headers);
      expect(one.errors).toBeUndefined();
      expect(one.data).toEqual(other.data);
    }
    const [own, ofGuest] = [await batched.query(list, { ids }), await batched.query(list, { ids }, guest)];
    expect(own.data).not.toEqual(ofGuest.data);
  });

  it('300 ids by references, in pages of the same sessions, and one by one', async () => {
    await using batched = await gatewayOnEmulator({}, batches);
    await using plain = await gatewayOnEmulator({}, byId);
    const r = references(idsFrom(1, 300));
    for (const headers of [undefined, guest]) {
      const one = await batched.query(entities, { r }, headers);
      const other = await plain.query(entities, { r }, headers);
      expect({ data: one.data, errors: one.errors }).toEqual({ data: other.data, errors: other.errors });
      const pages = await batched.query(
        `{ findChatSessions(filter: { ids: [${idsFrom(1, 300).join()}] }, first: 200, orderBy: { field: ID }) { nodes { ${selection} } } }`,
        {},
        headers,
      );
      const found = pages.data.findChatSessions.nodes as readonly { readonly id: string }[];
      const byIds = new Map(
        one.data._entities.flatMap((entity: { id: string } | null) => (entity ? [[entity.id, entity]] : [])),
      );
      for (const node of found) expect(node).toEqual(byIds.get(node.id));
      expect(found.length).toBeGreaterThan(20);
    }
  });
});

describe('a batch', () => {
  it('is made from SESSION_BATCH_MIN distinct ids on, of one selection or several', async () => {
    await using gateway = await withSessions(batches);
    const aliases = (count: number) =>
      `{ ${idsFrom(1_000, count)
        .map((id, index) => `a${index}: chatSession(id: ${id}) { id ${index % 2 ? 'status' : 'firstMessage'} }`)
        .join(' ')} }`;
    await gateway.query(aliases(4));
    expect(kinds(gateway)).toEqual({ GetChatSessionEntity: 4 });
    gateway.emulator.clearLog();
    await gateway.query(aliases(5));
    expect(gateway.emulator.requests).toEqual([
      'ChatTopicsForUser $select=ChatTopicId',
      `POST /api/v1/Archive/ChatSession $select=chatSessionId,chatTopic/chatTopicId,firstMessage,status $filter=(${idsFrom(
        1_000,
        5,
      )
        .map((id) => `chatSessionId = ${id}`)
        .join(' or ')}) and (${topics([1, 2, 3])}) $orderBy=chatSessionId $top=5 $mode=Full`,
    ]);
  });

  it('has only the selections that the archive covers; the others are read by id in the same tick', async () => {
    await using gateway = await withSessions(batches);
    const flags = idsFrom(1_100, 3).map((id) => `f${id}: chatSession(id: ${id}) { id flags }`);
    await gateway.query(`query ($ids: [ID!]!) { chatSessions(ids: $ids) { id status } ${flags.join(' ')} }`, {
      ids: idsFrom(1_000, 30),
    });
    expect(kinds(gateway)).toEqual({ ChatTopicsForUser: 1, archive: 1, GetChatSessionEntity: 3 });
    expect(gateway.emulator.requests.find((line) => line.includes('Archive'))).toContain(
      'chatSessionId in (1000,1001,',
    );
  });

  it('falls back to single reads where the server refuses it', async () => {
    await using gateway = await gatewayOnEmulator({ archiveIn: 'refused' }, batches);
    const { data, errors } = await gateway.query(list, { ids: idsFrom(1, 25) });
    expect(errors).toBeUndefined();
    expect(data.chatSessions.filter((session: unknown) => session !== null)).toHaveLength(25);
    expect(kinds(gateway)).toEqual({ ChatTopicsForUser: 1, archive: 1, GetChatSessionEntity: 25 });
  });

  it('is off by default', async () => {
    await using gateway = await withSessions(byId);
    await gateway.query(list, { ids: idsFrom(1_000, 20) });
    expect(kinds(gateway)).toEqual({ GetChatSessionEntity: 20 });
  });
});
