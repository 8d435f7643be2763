/**
 * One conversation, whichever field and arguments read its messages: `ChatSession.messages` of a session or of a list,
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

/** Each client: a read from its cache, a read that bypasses it, and a watch that returns every shown list. */
const clients = {
  'Apollo Client': (stage) => {
    const client = apolloAt(stage);
    return {
      read: async (text) => (await client.query({ query: gql(text) })).data,
      fresh: async (text) => (await client.query({ query: gql(text), fetchPolicy: 'network-only' })).data,
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
      fresh: async (text) => (await client.query(text, {}, { requestPolicy: 'network-only' }).toPromise()).data,
      poll: (after) => client.query(poll, { after }, { requestPolicy: 'network-only' }).toPromise(),
      watch: (text, show) => client.query(text, {}).subscribe(({ data }) => data && show(data)).unsubscribe,
    };
  },
};

const ids = (list) => list.map(({ id }) => id).join();

for (const [name, clientAt] of Object.entries(clients)) {
  describe(`${name}, one conversation`, () => {
    it('the session has the messages of chatMessages, without a request', async (t) => {
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

    it('chatMessages has the messages of the session, without a request', async (t) => {
      const stage = await openStage(t);
      const client = clientAt(stage);
      await client.read(open);
      assert.equal(ids((await client.read(whole)).chatMessages), '11,12,13');
      assert.deepEqual(stage.sent, ['Open']);
    });

    it('shows a message in an open session when a poll of chatMessages returns it', async (t) => {
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

    it('does not use messages without ids as the conversation', async (t) => {
      const stage = await openStage(t);
      const client = clientAt(stage);
      const nameless = 'query Nameless { chatSession(id: "192") { id messages(last: 1) { message } } }';
      const all = 'query All { chatSession(id: "192") { id messages { message } } }';
      const words = ({ chatSession }) => chatSession.messages.map(({ message: text }) => text).join();
      assert.equal(words(await client.read(nameless)), 'message 13');
      assert.equal(words(await client.read(all)), 'message 11,message 12,message 13');
      assert.deepEqual(stage.sent, ['Nameless', 'All']);
    });

    it('keeps two lists of one response apart', async (t) => {
      const stage = await openStage(t);
      const client = clientAt(stage);
      const both = `query Both { chatSession(id: "192") { id
        all: messages { id message } newest: messages(last: 1) { id message } } }`;
      const { all, newest } = (await client.read(both)).chatSession;
      assert.deepEqual([ids(all), ids(newest)], ['11,12,13', '13']);
      assert.equal(ids((await client.read(latest)).chatSession.messages), '12,13');
      assert.ok(stage.sent.length <= 2, String(stage.sent));
    });

    it('a watched query with two such lists is sent no more than needed', async (t) => {
      const stage = await openStage(t);
      const client = clientAt(stage);
      const shown = [];
      const both = `query Both { chatSession(id: "192") { id
        all: messages { id message } newest: messages(last: 1) { id message } } }`;
      const stop = client.watch(both, ({ chatSession }) => shown.push([ids(chatSession.all), ids(chatSession.newest)]));
      await stage.untilQuiet();
      stage.emulator.putMessages(192, [11, 12, 13, 14].map(message));
      await client.poll('13');
      await stage.untilQuiet();
      stop();
      for (const [all, newest] of shown) assert.equal(all.split(',').at(-1), newest);
      assert.ok(stage.sent.length <= 4, String(stage.sent));
    });

    it('continues where a watched conversation has a gap: reads end, and a fresh one is complete', async (t) => {
      const stage = await openStage(t);
      const client = clientAt(stage);
      const shown = [];
      const stop = client.watch(open, ({ chatSession }) => shown.push(ids(chatSession.messages)));
      await stage.untilQuiet();
      stage.emulator.putMessages(192, [11, 12, 13, 14, 20, 21].map(message));
      await client.poll('20');
      await stage.untilQuiet();
      const [cached, complete] = ['11,12,13', '11,12,13,14,20,21'];
      assert.ok([cached, complete].includes(ids((await client.read(open)).chatSession.messages)));
      assert.equal(ids((await client.fresh(open)).chatSession.messages), complete);
      await stage.untilQuiet();
      stop();
      assert.ok(
        shown.every((list) => [cached, complete].includes(list)),
        String(shown),
      );
      assert.equal(shown.at(-1), complete);
    });

    it('sends a request where messages may be missing between two reads', async (t) => {
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

const sent = { __typename: 'ChatMessage', message: 'message 14' };

describe('Apollo Client, one conversation with an optimistic message', () => {
  for (const id of ['temp-1', '-1', '3f2c9a']) {
    it(`shows it under the id ${id} until the server has responded`, async (t) => {
      const stage = await openStage(t);
      stage.emulator.putSession({ ChatSessionId: 4, TopicId: 1, Status: 'InDialog', User: { AssociateId: 701 } });
      stage.emulator.putMessages(
        4,
        [11, 12, 13].map((number) => ({ ...message(number), ChatSessionId: 4 })),
      );
      const client = apolloAt(stage);
      const query = gql('query Open { chatMessages(sessionId: "4") { id message } }');
      const shown = [];
      const subscription = client
        .watchQuery({ query })
        .subscribe(({ data }) => shown.push(data && ids(data.chatMessages)));
      await stage.untilQuiet();
      await client.mutate({
        mutation: gql(
          'mutation Send { addChatMessage(sessionId: "4", message: "message 14") { message { id message } } }',
        ),
        optimisticResponse: { addChatMessage: { __typename: 'ChatMessagePayload', message: { ...sent, id } } },
        update: (cache, { data }) => {
          const message = data.addChatMessage.message;
          cache.updateQuery({ query }, (known) => known && { chatMessages: [...known.chatMessages, message] });
        },
      });
      await stage.untilQuiet();
      subscription.unsubscribe();
      const loaded = shown.slice(shown.findIndex((list) => list !== undefined));
      const [before, , after] = loaded;
      assert.deepEqual(loaded, ['11,12,13', `11,12,13,${id}`, after]);
      assert.match(after, new RegExp(`^${before},\\d+$`));
      assert.deepEqual(stage.sent, ['Open', 'Send']);
    });
  }
});
