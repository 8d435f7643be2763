/** 300 found sessions through each client: Apollo's fetchMore, urql's relayPagination, Relay's usePaginationFragment. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { gql } from '@apollo/client';
import { apolloAt, urqlAt, urqlWith } from './open-clients.mjs';
import { pagesInRelay } from './relay-pages.mjs';
import { snippet } from './snippets.mjs';
import { openStage } from './stage.mjs';

const count = 300;
const perPage = 60;

/** Newest first: ids 1300 to 1001. */
const expectedIds = Array.from({ length: count }, (_, index) => String(1_000 + count - index));

async function stageWithSessions(t) {
  const stage = await openStage(t);
  for (let index = 1; index <= count; index += 1)
    stage.emulator.putSession({
      ChatSessionId: 1_000 + index,
      TopicId: 1 + (index % 3),
      Status: index % 2 ? 'Closed' : 'Finished',
      FirstMessage: `message ${index}`,
      WhenRequested: new Date(Date.UTC(2026, 10, 24, 8, 0, index)).toISOString(),
      TableRight: null,
    });
  return stage;
}

const filter = { whenRequested: { from: '2026-11-24T00:00:00Z' } };
const closed = { ...filter, status: ['CLOSED'] };
const page = 'edges { cursor node { id status } } pageInfo { hasNextPage endCursor }';
const text = `query Pages($filter: ChatSessionFilter!, $first: Int, $after: String) {
  findChatSessions(filter: $filter, first: $first, after: $after) { ${page} } }`;

const idsIn = ({ findChatSessions: { edges } }) => edges.map(({ node }) => node.id);

describe('Apollo Client', () => {
  it('pages through 300 sessions by fetchMore', async (t) => {
    const stage = await stageWithSessions(t);
    const client = apolloAt(stage);
    const { watchSessions, loadNext } = await snippet('apollo/pages');
    const watched = watchSessions(client, filter, perPage);
    let seen;
    const subscription = watched.subscribe(({ data }) => (seen = data));
    await stage.untilQuiet();
    while (await loadNext(watched)) await stage.untilQuiet();
    assert.deepEqual(idsIn(seen), expectedIds);
    assert.equal(stage.sent.length, count / perPage);
    const again = await client.query({ query: gql(text), variables: { filter, first: perPage } });
    assert.deepEqual([idsIn(again.data).length, stage.sent.length], [count, count / perPage]);
    subscription.unsubscribe();
  });

  it('shows another filter, another size and a page by its cursor as they are, and begins again on a refetch', async (t) => {
    const stage = await stageWithSessions(t);
    const client = apolloAt(stage);
    const read = async (variables, options) => (await client.query({ query: gql(text), variables, ...options })).data;
    const first = await read({ filter, first: 2 });
    const second = await read({ filter, first: 2, after: first.findChatSessions.pageInfo.endCursor });
    assert.deepEqual(idsIn(second), expectedIds.slice(2, 4));
    assert.deepEqual(idsIn(await read({ filter, first: 3 })), expectedIds.slice(0, 3));
    assert.deepEqual(idsIn(await read({ filter: closed, first: 2 })), ['1299', '1297']);
    assert.deepEqual(idsIn(await read({ filter, first: 2 })), expectedIds.slice(0, 4));
    assert.deepEqual(idsIn(await read({ filter, first: 2 }, { fetchPolicy: 'network-only' })), expectedIds.slice(0, 2));
  });

  it('keeps the pages when the next one fails', async (t) => {
    const stage = await stageWithSessions(t);
    const client = apolloAt(stage);
    const watched = client.watchQuery({ query: gql(text), variables: { filter, first: perPage } });
    let seen;
    const subscription = watched.subscribe(({ data }) => (seen = data));
    await stage.untilQuiet();
    stage.emulator.injectFault({ kind: 'status', status: 403, match: { pathEnd: 'Archive/ChatSession' } });
    const after = seen.findChatSessions.pageInfo.endCursor;
    await assert.rejects(watched.fetchMore({ variables: { after } }));
    await stage.untilQuiet();
    assert.deepEqual(idsIn(seen), expectedIds.slice(0, perPage));
    await watched.fetchMore({ variables: { after } });
    await stage.untilQuiet();
    assert.deepEqual(idsIn(seen), expectedIds.slice(0, 2 * perPage));
    subscription.unsubscribe();
  });
});

describe('urql with graphcache', () => {
  const read = async (client, variables) => {
    const { data, error } = await client.query(text, variables).toPromise();
    return error ? { error } : data;
  };

  it('pages through 300 sessions by relayPagination', async (t) => {
    const stage = await stageWithSessions(t);
    const { cache, readPage } = await snippet('urql/pages');
    const client = urqlWith(stage, cache);
    let { data } = await readPage(client, { filter, first: perPage });
    while (data.findChatSessions.pageInfo.hasNextPage)
      ({ data } = await readPage(client, { filter, first: perPage, after: data.findChatSessions.pageInfo.endCursor }));
    assert.deepEqual(idsIn(data), expectedIds);
    assert.equal(stage.sent.length, count / perPage);
  });

  it('shows each page as it is without it, one failing next to them', async (t) => {
    const stage = await stageWithSessions(t);
    const client = urqlAt(stage);
    const first = await read(client, { filter, first: 2 });
    const after = first.findChatSessions.pageInfo.endCursor;
    assert.deepEqual(idsIn(await read(client, { filter, first: 2, after })), expectedIds.slice(2, 4));
    stage.emulator.injectFault({ kind: 'status', status: 403, match: { pathEnd: 'Archive/ChatSession' } });
    assert.equal(
      (await read(client, { filter: closed, first: 2 })).error.graphQLErrors[0].extensions.code,
      'FORBIDDEN',
    );
    assert.deepEqual(idsIn(await read(client, { filter, first: 2 })), expectedIds.slice(0, 2));
    assert.deepEqual(idsIn(await read(client, { filter: closed, first: 2 })), ['1299', '1297']);
  });
});

describe('Relay', () => {
  it('pages through 300 sessions by usePaginationFragment', async (t) => {
    const stage = await stageWithSessions(t);
    const { ids, requests } = await pagesInRelay(stage, { filter, perPage });
    assert.deepEqual(ids, expectedIds);
    assert.equal(requests, count / perPage);
  });

  it('keeps the pages of two filters apart, and those that it has when the next one fails', async (t) => {
    const stage = await stageWithSessions(t);
    const other = await pagesInRelay(stage, { filter: closed, perPage });
    assert.deepEqual(
      other.ids,
      expectedIds.filter((id) => Number(id) % 2 === 1),
    );
    let calls = 0;
    const failing = await pagesInRelay(stage, {
      filter,
      perPage,
      before: () => {
        calls += 1;
        if (calls === 3)
          stage.emulator.injectFault({ kind: 'status', status: 403, match: { pathEnd: 'Archive/ChatSession' } });
      },
    });
    assert.ok(failing.error);
    assert.deepEqual(failing.ids, expectedIds.slice(0, 2 * perPage));
  });
});
