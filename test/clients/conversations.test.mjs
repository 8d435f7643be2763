/**
 * One conversation, whichever field and arguments its messages were read with: `ChatSession.messages` of a session or of a list,
 * and `Query.chatMessages`.
 */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { gql } from '@apollo/client';
import { apolloAt, urqlAt } from './open-clients.mjs';
import { message, openStage } from './stage.mjs';

const start = 'query Start { chatSession(id: "192") { id messages(last: 20) { id message } } }';
const poll = 'query Poll($after: ID) { chatMessages(sessionId: "192", after: $after) { id message } }';
const open = 'query Open { chatSession(id: "192") { id messages { id message } } }';
const latest = 'query Latest { chatSession(id: "192") { id messages(last: 2) { id message } } }';
const whole = 'query Whole { chatMessages(sessionId: "192") { id message } }';

/** Each client: a read from its cache, a read past it, and a watch that gives every list that is shown. */
const clients = {
  'Apollo Client': (stage) => {
    const client = apolloAt(stage);
    return {
      read: async (text) => (await client.query({ query: gql(text) })).data,
      poll: (after) => client.query({ query: gql(poll), variables: { after }, fetchPolicy: 'network-only' }),
      watch: (text, show) => {
        const subscription = client.watchQuery({ query: gql(text) }).subscribe(({ data }) => data && show(data));
        return () => subscription.unsubscribe();
      },
    };
  },
  'urql with graphcache': (stage) => {
    const client = urqlAt(stage);
    return {
      read: async (text) => (await client.query(text, {}).toPromise()).data,
      poll: (after) => client.query(poll, { after }, { requestPolicy: 'network-only' }).toPromise(),
      watch: (text, show) => client.query(text, {}).subscribe(({ data }) => data && show(data)).unsubscribe,
    };
  },
};

const ids = (list) => list.map(({ id }) => id).join();

for (const [name, clientAt] of Object.entries(clients)) {
  describe(`${name}, one conversation`, () => {
    it('has in the session what chatMessages brought, without a request', async (t) => {
      const stage = await openStage(t);
      const client = clientAt(stage);
      await client.read(start);
      stage.emulator.putMessages(192, [11, 12, 13, 14, 15].map(message));
      await client.poll('13');
      const shown = [(await client.read(open)).chatSession.messages, (await client.read(whole)).chatMessages].map(ids);
      assert.deepEqual(shown, ['11,12,13,14,15', '11,12,13,14,15']);
      assert.equal(ids((await client.read(latest)).chatSession.messages), '14,15');
      assert.deepEqual(stage.sent, ['Start', 'Poll']);
    });

    it('has in chatMessages what the session brought, without a request', async (t) => {
      const stage = await openStage(t);
      const client = clientAt(stage);
      await client.read(open);
      assert.equal(ids((await client.read(whole)).chatMessages), '11,12,13');
      assert.deepEqual(stage.sent, ['Open']);
    });

    it('shows a message in an open session when a poll of chatMessages brings it', async (t) => {
      const stage = await openStage(t);
      const client = clientAt(stage);
      const shown = [];
      const stop = client.watch(open, ({ chatSession }) => shown.push(ids(chatSession.messages)));
      await stage.untilQuiet();
      stage.emulator.putMessages(192, [11, 12, 13, 14].map(message));
      await client.poll('13');
      await stage.untilQuiet();
      stop();
      assert.deepEqual([...new Set(shown)], ['11,12,13', '11,12,13,14']);
      assert.deepEqual(stage.sent, ['Open', 'Poll']);
    });

    it('asks again where messages may be missing between two reads', async (t) => {
      const stage = await openStage(t);
      const client = clientAt(stage);
      await client.read(start);
      stage.emulator.putMessages(192, [11, 12, 13, 14, 15].map(message));
      await client.poll('14');
      assert.equal(ids((await client.read(open)).chatSession.messages), '11,12,13,14,15');
      assert.deepEqual(stage.sent, ['Start', 'Poll', 'Open']);
    });
  });
}
