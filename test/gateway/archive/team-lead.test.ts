/** Which chats of the last week waited longer than two minutes, by topic, newest first, 50 per page? */
import { describe, expect, it } from '@jest/globals';
import { all, confirmed, newest, rows, topics } from '../../support/archive-calls.js';
import { sessionsOf } from '../../support/archive-world.js';
import { gatewayOnEmulator, type GatewayWithEmulator } from '../../support/query-gateway.js';

/** Chats of last week that waited for more than two minutes, by topic, newest first, 50 per page. */
const teamLead = `query ($from: DateTime!, $after: String) {
  findChatSessions(filter: { whenRequested: { from: $from }, waitSeconds: { from: 121 } }, first: 50, after: $after) {
    edges { node { id topicId status whenRequested waitSeconds rating user { id fullName } } }
    pageInfo { hasNextPage endCursor } } }`;
const from = '2026-11-23T00:00:00Z';

/** 120 sessions of the last week, half of which waited longer than two minutes. */
async function withWeek(settings: Readonly<Record<string, string>>): Promise<GatewayWithEmulator> {
  const gateway = await gatewayOnEmulator({}, settings);
  const [sample] = await sessionsOf(gateway.emulator, [18]);
  for (let index = 0; index < 120; index += 1) {
    const requested = Date.UTC(2026, 10, 24, 8, index);
    gateway.emulator.putSession({
      ...sample?.record,
      ChatSessionId: 1_000 + index,
      TopicId: 1 + (index % 4),
      Status: 'Closed',
      Rating: index % 6,
      WhenRequested: new Date(requested).toISOString(),
      WhenStarted: new Date(requested + (index % 2) * 180_000 + 60_000).toISOString(),
      WhenEnded: new Date(requested + 900_000).toISOString(),
      TableRight: null,
    });
  }
  gateway.emulator.clearLog();
  return gateway;
}

interface Edge {
  readonly node: { readonly id: string; readonly topicId: string; readonly waitSeconds: number };
}

describe("the team lead's question", () => {
  const columns = 'chatTopic/chatTopicId,status,whenStarted,whenEnded,rating,associateId,associate/fullName';
  const week = "(whenRequested afterTime '2026-11-23T00:00:00' and whenRequested beforeTime '9999-01-01T00:00:00')";
  const conditions = `${week} and timeInQueue gt 120`;

  it('is one call for the first page where SuperOffice decides on topics', async () => {
    await using gateway = await withWeek(all);
    const { data, errors } = await gateway.query(teamLead, { from });
    expect(errors).toBeUndefined();
    const { edges, pageInfo } = data.findChatSessions as { edges: readonly Edge[]; pageInfo: { hasNextPage: boolean } };
    expect(edges.map(({ node }) => Number(node.id))).toEqual(
      Array.from({ length: 50 }, (_, index) => 1_119 - 2 * index),
    );
    expect(new Set(edges.map(({ node }) => node.waitSeconds))).toEqual(new Set([240]));
    expect(pageInfo.hasNextPage).toBe(true);
    expect(gateway.emulator.requests).toEqual([
      rows({ select: `chatSessionId,whenRequested,${columns}`, filter: conditions, order: newest, top: '51' }),
    ]);
  });

  it('is two where only own topics are found: the topics, once for each operation', async () => {
    await using gateway = await withWeek(confirmed);
    const { data } = await gateway.query(teamLead, { from });
    const { edges } = data.findChatSessions as { edges: readonly Edge[] };
    expect(edges).toHaveLength(30);
    expect(new Set(edges.map(({ node }) => node.topicId))).toEqual(new Set(['2']));
    expect(gateway.emulator.requests).toEqual([
      'ChatTopicsForUser $select=ChatTopicId',
      rows({
        select: `chatSessionId,whenRequested,${columns}`,
        filter: `(${conditions}) and (${topics([1, 2, 3])})`,
        order: newest,
        top: '51',
      }),
    ]);
  });

  it('is 1 + distinct ids where the archive lacks something that is selected', async () => {
    await using gateway = await withWeek(all);
    const query = teamLead.replace('rating', 'rating flags').replace('50', '5');
    const { data, errors } = await gateway.query(query, { from });
    expect(errors).toBeUndefined();
    expect(data.findChatSessions.edges).toHaveLength(5);
    const properties =
      'ChatSessionId,Flags,Rating,Status,TopicId,User/AssociateId,User/FullName,WhenEnded,WhenRequested,WhenStarted';
    expect(gateway.emulator.requests).toEqual([
      rows({ select: 'chatSessionId,whenRequested', filter: conditions, order: newest, top: '6' }),
      ...[1_119, 1_117, 1_115, 1_113, 1_111].map((id) => `GetChatSessionEntity ${id} $select=${properties}`),
    ]);
  });

  it('continues on the next page on another replica, and reads names of topics by the same call', async () => {
    await using first = await withWeek(confirmed);
    const query = teamLead.replace('topicId', 'topicId topic { name }').replace('50', '20');
    const { data } = await first.query(query, { from });
    expect(first.emulator.requests.map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual([
      'ChatTopicsForUser $select=ChatTopicId,Name',
      'POST /api/v1/Archive/ChatSession',
    ]);
    await using second = await withWeek(confirmed);
    const { endCursor: after } = data.findChatSessions.pageInfo;
    const next = await second.query(query, { from, after });
    const idsOf = ({ edges }: { edges: readonly Edge[] }) => edges.map(({ node }) => Number(node.id));
    expect([...idsOf(data.findChatSessions), ...idsOf(next.data.findChatSessions)]).toEqual(
      Array.from({ length: 30 }, (_, index) => 1_117 - 4 * index),
    );
    expect(next.data.findChatSessions.pageInfo.hasNextPage).toBe(false);
  });
});
