/** Apollo Client with our `typePolicies`, and without them, to show their effect. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { gql, InMemoryCache } from '@apollo/client';
import { typePolicies } from '../../dist/client-policies/index.js';
import { apolloAt } from './open-clients.mjs';
import { pairs } from './pairs.mjs';
import { message, openStage } from './stage.mjs';

/** The warnings of a client meanwhile. */
async function warningsDuring(act) {
  const { warn, error } = console;
  const warnings = [];
  console.warn = console.error = (...words) => warnings.push(words.join(' '));
  try {
    await act();
  } finally {
    Object.assign(console, { warn, error });
  }
  return warnings;
}

/** Watches both queries; the second starts when the first has its response. */
async function watchBoth(stage, client, { first, second }) {
  const seen = [];
  const subscriptions = [];
  for (const [place, text] of [first, second].entries()) {
    const watched = client.watchQuery({ query: gql(text) });
    subscriptions.push(watched.subscribe((result) => (seen[place] = result)));
    await stage.untilQuiet();
  }
  for (const subscription of subscriptions) subscription.unsubscribe();
  client.stop();
  return seen;
}

const read = async (client, text, options) => (await client.query({ query: gql(text), ...options })).data;
/** The session and `after` of each request for messages to SuperOffice. */
const messageCalls = ({ emulator }) =>
  emulator.log
    .filter(({ operation }) => operation === 'GetChatMessages')
    .map(({ line }) => line.replace(/GetChatMessages 192| \$select.*/g, ''));

const messageIds = (list) => list.map(({ id }) => id);

describe('Apollo Client', () => {
  for (const pair of pairs) {
    it(`sends one request for each of two queries about ${pair.about}`, async (t) => {
      const stage = await openStage(t);
      const alone = await watchBoth(stage, apolloAt(stage), { first: pair.first, second: pair.first });
      stage.sent.length = 0;
      let seen;
      const warnings = await warningsDuring(async () => (seen = await watchBoth(stage, apolloAt(stage), pair)));
      assert.deepEqual(stage.sent, ['First', 'Second']);
      assert.deepEqual(seen[0].data, alone[0].data);
      assert.ok(seen.every(({ dataState }) => dataState === 'complete'));
      assert.deepEqual(warnings, []);
    });
  }

  it('keeps the data of the other query when one is fetched again', async (t) => {
    const stage = await openStage(t);
    const client = apolloAt(stage);
    const watched = [pairs[0].first, pairs[0].second].map((text) => client.watchQuery({ query: gql(text) }));
    const subscriptions = watched.map((query) => query.subscribe(() => undefined));
    await stage.untilQuiet();
    await watched[0].refetch();
    await stage.untilQuiet();
    for (const subscription of subscriptions) subscription.unsubscribe();
    assert.deepEqual(stage.sent, ['First', 'Second', 'First']);
  });

  it('without our policies two such queries replace each other', async (t) => {
    const stage = await openStage(t);
    const counts = [];
    await warningsDuring(async () => {
      for (const pair of pairs.filter(({ isMixedUp }) => isMixedUp)) {
        stage.sent.length = 0;
        await watchBoth(stage, apolloAt(stage, {}), pair);
        counts.push([pair.about, stage.sent.length]);
      }
    });
    assert.ok(counts.length > 5);
    assert.deepEqual(
      counts.filter(([, count]) => count <= 2),
      [],
    ); // 4.3.8: four each, then it stops
  });

  it('never shows the rights of one field as those of another', () => {
    const lists = [
      { __typename: 'ChatFieldProperty', name: 'A', right: { __typename: 'ChatFieldRight', mask: ['READ'] } },
      { __typename: 'ChatFieldProperty', name: 'B', right: { __typename: 'ChatFieldRight', mask: [] } },
    ];
    const cache = new InMemoryCache({ typePolicies });
    const text = (fields) => gql(`{ chatSession(id: "1") { id fieldProperties { name right { ${fields} } } } }`);
    const write = (fields, fieldProperties) =>
      cache.writeQuery({
        query: text(fields),
        data: { chatSession: { __typename: 'ChatSession', id: '1', fieldProperties } },
      });
    write('mask', lists);
    write('reason', [{ ...lists[1], right: { __typename: 'ChatFieldRight', reason: 'of B' } }]);
    const { fieldProperties } = cache.readQuery({ query: text('mask reason') }).chatSession;
    assert.deepEqual(fieldProperties, [
      { ...lists[1], right: { __typename: 'ChatFieldRight', mask: [], reason: 'of B' } },
    ]);
  });

  it('keeps session 192 and company 192 apart', async (t) => {
    const stage = await openStage(t);
    const client = apolloAt(stage);
    await read(client, '{ chatSession(id: "192") { id status contact { id name } } }');
    const { 'ChatSession:192': session, 'ChatContact:192': contact } = client.cache.extract();
    assert.deepEqual([session.status, contact.name], ['CLOSED', 'Bakery']);
  });

  it('keeps a group and a user with the same id apart, and mixes them without our policies', async (t) => {
    const stage = await openStage(t, { rewrite: (text) => text.replace(/"id":"70\d"/g, '"id":"1"') });
    const text = '{ transferTargets(flat: false) { id name childItems { id name } } }';
    const names = async (policies) => (await read(apolloAt(stage, policies), text)).transferTargets[0];
    const ours = await names(typePolicies);
    assert.deepEqual([ours.name, ours.childItems[0].name], ['Support', 'Kari Ødegård']);
    const client = apolloAt(stage, {});
    await read(client, text);
    const mixed = client.readQuery({ query: gql(text) }).transferTargets[0];
    assert.equal(mixed.name, mixed.childItems[0].name);
  });

  it('reads chatSession(id) and chatTopic(id) from lists in the cache, without a request', async (t) => {
    const stage = await openStage(t);
    const one = 'query One { chatSession(id: 4) { id status } chatTopic(id: "3") { id name } }';
    for (const [policies, expected] of [
      [typePolicies, ['List']],
      [{}, ['List', 'One']],
    ]) {
      stage.sent.length = 0;
      const client = apolloAt(stage, policies);
      await read(client, 'query List { myChatSessions { id status } myChatTopics { id name } }');
      const { chatSession, chatTopic } = await read(client, one);
      assert.deepEqual([chatSession.status, chatTopic.id, stage.sent], ['IN_QUEUE', '3', expected]);
    }
  });

  it('sends one request for a session that does not exist', async (t) => {
    const stage = await openStage(t);
    const client = apolloAt(stage);
    const text = 'query None { chatSession(id: "999999") { id status } }';
    assert.deepEqual(
      [await read(client, text), await read(client, text)],
      [{ chatSession: null }, { chatSession: null }],
    );
    assert.deepEqual(stage.sent, ['None']);
  });

  it('stores a session that was read without its id under the requested id', async (t) => {
    const stage = await openStage(t);
    const client = apolloAt(stage);
    await read(client, 'query Named { chatSession(id: "192") { id status } }');
    await read(client, 'query Nameless { chatSession(id: "192") { customerName } }');
    await read(client, 'query Both { chatSession(id: "192") { id status customerName } }');
    assert.deepEqual(stage.sent, ['Named', 'Nameless']);
  });

  it('replaces the list of sessions without a warning', async (t) => {
    const stage = await openStage(t);
    const client = apolloAt(stage);
    const text = '{ myChatSessions { id status } }';
    const query = gql(text);
    await read(client, text);
    const warnings = await warningsDuring(() => client.writeQuery({ query, data: { myChatSessions: [] } }));
    assert.deepEqual([client.readQuery({ query }), warnings], [{ myChatSessions: [] }, []]);
  });
});

describe('Apollo Client, messages', () => {
  const conversation = 'query Whole { chatSession(id: "192") { id messages { id message } } }';
  const news = 'query News($after: ID) { chatSession(id: "192") { id messages(after: $after) { id message } } }';

  it('appends the new messages of a poll with `after`, once', async (t) => {
    const stage = await openStage(t);
    const client = apolloAt(stage);
    const shown = [];
    const subscription = client
      .watchQuery({ query: gql(conversation) })
      .subscribe(({ data }) => data && shown.push(messageIds(data.chatSession.messages)));
    await stage.untilQuiet();
    const poll = (after) => read(client, news, { variables: { after }, fetchPolicy: 'network-only' });
    assert.deepEqual((await poll('13')).chatSession.messages, []);
    stage.emulator.putMessages(192, [11, 12, 13, 14, 15].map(message));
    assert.deepEqual(messageIds((await poll('13')).chatSession.messages), ['14', '15']);
    await poll('12'); // overlaps: nothing twice
    await stage.untilQuiet();
    subscription.unsubscribe();
    assert.deepEqual(shown, [
      ['11', '12', '13'],
      ['11', '12', '13', '14', '15'],
    ]);
    assert.deepEqual(stage.sent, ['Whole', 'News', 'News', 'News']);
    assert.deepEqual(messageCalls(stage), ['', ' after=13', ' after=13', ' after=12']);
  });

  it('does the same for chatMessages, for each session separately', async (t) => {
    const stage = await openStage(t);
    const client = apolloAt(stage);
    const poll = (sessionId, after) =>
      read(
        client,
        'query Poll($sessionId: ID!, $after: ID) { chatMessages(sessionId: $sessionId, after: $after) { id } }',
        { variables: { sessionId, after }, fetchPolicy: 'network-only' },
      );
    await poll('192');
    await poll('4');
    stage.emulator.putMessages(192, [11, 12, 13, 14].map(message));
    await poll('192', '13');
    const all = await read(client, '{ chatMessages(sessionId: "192") { id } }');
    assert.deepEqual(messageIds(all.chatMessages), ['11', '12', '13', '14']);
    assert.deepEqual(stage.sent, ['Poll', 'Poll', 'Poll']);
  });

  it('does not use the latest message as the conversation', async (t) => {
    const stage = await openStage(t);
    const client = apolloAt(stage);
    const latest = await read(
      client,
      'query Latest { chatSession(id: "192") { id messages(last: 1) { id message } } }',
    );
    const all = await read(client, conversation);
    const two = await read(client, 'query Two { chatSession(id: "192") { id messages(last: 2) { id message } } }');
    assert.deepEqual(
      [latest, all, two].map(({ chatSession }) => messageIds(chatSession.messages)),
      [['13'], ['11', '12', '13'], ['12', '13']],
    );
    assert.deepEqual(stage.sent, ['Latest', 'Whole']);
  });

  it('keeps a conversation through garbage collection and a saved cache', async (t) => {
    const stage = await openStage(t);
    const client = apolloAt(stage);
    const { chatSession } = await read(client, conversation);
    client.cache.gc();
    const restored = new InMemoryCache({ typePolicies }).restore(JSON.parse(JSON.stringify(client.cache.extract())));
    assert.deepEqual(restored.readQuery({ query: gql(conversation) }).chatSession, chatSession);
  });

  it('without our policies a poll adds no messages to the list', async (t) => {
    const stage = await openStage(t);
    const client = apolloAt(stage, {});
    await read(client, conversation);
    stage.emulator.putMessages(192, [11, 12, 13, 14].map(message));
    await read(client, news, { variables: { after: '13' } });
    assert.deepEqual(messageIds((await read(client, conversation)).chatSession.messages), ['11', '12', '13']);
  });
});
