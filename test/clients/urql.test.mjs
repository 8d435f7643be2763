/** urql's graphcache with our `keys` and `resolvers`, and without them, to show their effect. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { keys } from '../../dist/client-policies/index.js';
import { forUrql as ours, urqlAt } from './open-clients.mjs';
import { pairs } from './pairs.mjs';
import { message, openStage } from './stage.mjs';

const read = async (client, text, variables = {}, options = {}) => {
  const { data, error } = await client.query(text, variables, options).toPromise();
  assert.equal(error, undefined);
  return data;
};

async function watchBoth(stage, client, { first, second }) {
  const seen = [];
  const subscriptions = [];
  for (const [place, text] of [first, second].entries()) {
    subscriptions.push(client.query(text, {}).subscribe((result) => (seen[place] = result)));
    await stage.untilQuiet();
  }
  for (const { unsubscribe } of subscriptions) unsubscribe();
  return seen;
}

const messageIds = (list) => list.map(({ id }) => id);

describe('urql with graphcache', () => {
  for (const pair of pairs) {
    it(`sends one request for each of two queries about ${pair.about}`, async (t) => {
      const stage = await openStage(t);
      const warnings = [];
      const seen = await watchBoth(stage, urqlAt(stage, ours, warnings), pair);
      assert.deepEqual(stage.sent, ['First', 'Second']);
      assert.ok(seen.every(({ data, error, stale }) => data && !error && !stale));
      assert.deepEqual(warnings, []);
    });
  }

  it('warns of types without a key without our `keys`', async (t) => {
    const stage = await openStage(t);
    const warnings = [];
    await watchBoth(stage, urqlAt(stage, {}, warnings), pairs[0]);
    assert.ok(
      warnings.some((text) => text.includes('ChatTableRight')),
      String(warnings),
    );
  });

  it('keeps session 192 and company 192 apart', async (t) => {
    const stage = await openStage(t);
    const client = urqlAt(stage);
    const text = 'query Both { chatSession(id: "192") { id status contact { id name } } }';
    await read(client, text);
    const { chatSession } = await read(client, text);
    assert.deepEqual([chatSession.status, chatSession.contact.name, stage.sent], ['CLOSED', 'Bakery', ['Both']]);
  });

  it('keeps a group and a user with the same id apart, and mixes them without our policies', async (t) => {
    const stage = await openStage(t, { rewrite: (text) => text.replace(/"id":"70\d"/g, '"id":"1"') });
    const text = '{ transferTargets(flat: false) { id name childItems { id name } } }';
    const names = async (policies) => {
      const client = urqlAt(stage, policies);
      await read(client, text);
      const [{ name, childItems }] = (await read(client, text)).transferTargets;
      return [name, childItems[0].name];
    };
    assert.deepEqual(await names(ours), ['Support', 'Kari Ødegård']);
    const [group, user] = await names({});
    assert.equal(group, user);
  });

  it('reads chatSession(id) and chatTopic(id) from lists in the cache, without a request', async (t) => {
    const stage = await openStage(t);
    for (const [policies, expected] of [
      [ours, ['List']],
      [{ keys }, ['List', 'One']],
    ]) {
      stage.sent.length = 0;
      const client = urqlAt(stage, policies);
      await read(client, 'query List { myChatSessions { id status } myChatTopics { id name } }');
      const { chatSession, chatTopic } = await read(
        client,
        'query One { chatSession(id: 4) { id status } chatTopic(id: "3") { id name } }',
      );
      assert.deepEqual([chatSession.status, chatTopic.id, stage.sent], ['IN_QUEUE', '3', expected]);
    }
  });

  it('sends one request for a session that does not exist', async (t) => {
    const stage = await openStage(t);
    const client = urqlAt(stage);
    const text = 'query None { chatSession(id: "999999") { id status } }';
    const responses = [await read(client, text), await read(client, text)];
    assert.deepEqual(
      responses.map(({ chatSession }) => chatSession),
      [null, null],
    );
    assert.deepEqual(stage.sent, ['None']);
  });
});

describe('urql with graphcache, messages', () => {
  const conversation = 'query Whole { chatSession(id: "192") { id messages { id message } } }';
  const news = 'query News($after: ID) { chatSession(id: "192") { id messages(after: $after) { id message } } }';
  const fromNetwork = { requestPolicy: 'network-only' };

  it('appends the new messages of a poll with `after`, once', async (t) => {
    const stage = await openStage(t);
    const client = urqlAt(stage);
    const shown = [];
    const { unsubscribe } = client
      .query(conversation, {})
      .subscribe(({ data }) => shown.push(messageIds(data.chatSession.messages).join()));
    await stage.untilQuiet();
    assert.deepEqual((await read(client, news, { after: '13' }, fromNetwork)).chatSession.messages, []);
    stage.emulator.putMessages(192, [11, 12, 13, 14, 15].map(message));
    assert.deepEqual(messageIds((await read(client, news, { after: '13' }, fromNetwork)).chatSession.messages), [
      '14',
      '15',
    ]);
    await read(client, news, { after: '12' }, fromNetwork);
    await stage.untilQuiet();
    unsubscribe();
    assert.deepEqual([...new Set(shown)], ['11,12,13', '11,12,13,14,15']);
    assert.deepEqual(stage.sent, ['Whole', 'News', 'News', 'News']);
  });

  it('does the same for chatMessages, for each session separately', async (t) => {
    const stage = await openStage(t);
    const client = urqlAt(stage);
    const poll = (sessionId, after) =>
      read(
        client,
        'query Poll($sessionId: ID!, $after: ID) { chatMessages(sessionId: $sessionId, after: $after) { id } }',
        { sessionId, after },
        fromNetwork,
      );
    await poll('192');
    await poll('4');
    stage.emulator.putMessages(192, [11, 12, 13, 14].map(message));
    await poll('192', '13');
    const all = await read(client, 'query All { chatMessages(sessionId: "192") { id } }');
    assert.deepEqual(messageIds(all.chatMessages), ['11', '12', '13', '14']);
    assert.deepEqual(stage.sent, ['Poll', 'Poll', 'Poll']);
  });

  it('does not use the latest message as the conversation', async (t) => {
    const stage = await openStage(t);
    const client = urqlAt(stage);
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
});
