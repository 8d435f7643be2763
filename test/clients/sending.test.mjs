/**
 * The conversations of docs/apollo.md, urql.md and relay.md: a message that is sent is shown at once, wherever the conversation is shown, then once as the
 * server has it; a customer's message that came before it is not lost; one that fails disappears.
 */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { gql } from '@apollo/client';
import relay from 'relay-runtime';
import { apolloAt, relayAt, urqlWith } from './open-clients.mjs';
import { relayRequest } from './relay-request.mjs';
import { snippet } from './snippets.mjs';
import { message, openStage } from './stage.mjs';

const { createOperationDescriptor } = relay;

const below = (sessionId) => `query Below { chatSession(id: "${sessionId}") { id messages { id message } } }`;
const alone = (sessionId) => `query Alone { chatMessages(sessionId: "${sessionId}") { id message } }`;

/** Each client: shows the messages of a query, and the functions of its page. */
const clients = {
  'Apollo Client': async (stage) => {
    const client = apolloAt(stage);
    return {
      ways: [below, alone],
      client,
      ...(await snippet('apollo/conversation')),
      watch: (text, show) => client.watchQuery({ query: gql(text) }).subscribe(({ data }) => data && show(data)),
    };
  },
  urql: async (stage) => {
    const { cache, ...page } = await snippet('urql/conversation');
    const client = urqlWith(stage, cache);
    return {
      ways: [below, alone],
      client,
      poll: page.poll,
      sendMessage: async (...call) => {
        const { error } = await page.sendMessage(...call);
        if (error) throw error;
      },
      watch: (text, show) => client.query(text, {}).subscribe(({ data }) => data && show(data)),
    };
  },
  Relay: async (stage) => {
    const environment = relayAt(stage);
    const { poll, sendMessage } = await snippet('relay/Conversation');
    return {
      ways: [alone],
      client: environment,
      poll,
      sendMessage: (...[client, message]) =>
        new Promise((resolve, reject) => {
          const onCompleted = (_data, errors) => (errors ? reject(errors[0]) : resolve());
          sendMessage(client, { ...message, onCompleted, onError: reject });
        }),
      watch: (text, show) => {
        const operation = createOperationDescriptor(relayRequest(text), {});
        environment.retain(operation);
        const shown = () => environment.lookup(operation.fragment);
        environment.execute({ operation }).subscribe({ complete: () => show(shown().data) });
        environment.subscribe(shown(), ({ data }) => show(data));
      },
    };
  },
};

const textsIn = (data) =>
  (data.chatMessages ?? data.chatSession?.messages ?? []).map(
    ({ id, message: text }) => `${/^\d+$/.test(id) ? id : '-'} ${text}`,
  );
/** Resolves when the first data are shown. */
const shownBy = (watch, text, show) => new Promise((resolve) => watch(text, (data) => resolve(show(textsIn(data)))));
const callsOf = ({ emulator }) =>
  emulator.requests.filter((line) => /Messages? /.test(line)).map((line) => line.replace(/ \$select.*/, ''));

async function stageWithConversations(t) {
  const stage = await openStage(t);
  for (const id of [4, 18]) {
    stage.emulator.putSession({ ChatSessionId: id, TopicId: 1, Status: 'InDialog', User: { AssociateId: 701 } });
    stage.emulator.putMessages(
      id,
      [11, 12].map((number) => ({ ...message(number), ChatSessionId: id })),
    );
  }
  return stage;
}

/** The responses of mutations wait for `release`; `sent` resolves when the first one is there. */
function holdSends(stage) {
  const { fetch } = stage;
  const hold = {};
  const released = new Promise((resolve) => (hold.release = resolve));
  hold.sent = new Promise((resolve) => {
    stage.fetch = async (url, init) => {
      const response = await fetch(url, init);
      if (!/Send/.test(init.body)) return response;
      resolve();
      await released;
      return response;
    };
  });
  return hold;
}

for (const [name, open] of Object.entries(clients)) {
  describe(`${name}, sending`, () => {
    it('shows the message at once, and later once, after what came before it', async (t) => {
      const stage = await stageWithConversations(t);
      const { release } = holdSends(stage);
      const { ways, client, poll, sendMessage, watch } = await open(stage);
      const shown = ways.map(() => []);
      for (const [index, way] of ways.entries()) await shownBy(watch, way('4'), (texts) => shown[index].push(texts));
      const latest = () => shown.map((lists) => lists.at(-1));
      const expectShown = (expected) =>
        assert.deepEqual(
          latest(),
          ways.map(() => expected),
        );
      const start = ['11 message 11', '12 message 12'];
      const after = await poll(client, '4', '12');
      stage.emulator.putMessages(
        4,
        [11, 12, 13].map((number) => ({ ...message(number), ChatSessionId: 4 })),
      );
      const sending = sendMessage(client, { sessionId: '4', message: 'Hello', after });
      await stage.untilQuiet();
      expectShown([...start, '- Hello']);
      release();
      await sending;
      await stage.untilQuiet();
      const [sent] = latest()[0].filter((text) => /Hello/.test(text));
      expectShown([...start, sent]);
      assert.match(sent, /^\d+ Hello$/);
      assert.equal(await poll(client, '4', after), sent.split(' ')[0]);
      await stage.untilQuiet();
      expectShown([...start, '13 message 13', sent]);
      const reads = ['GetChatMessages 4', 'GetChatMessages 4 after=12'];
      assert.deepEqual(callsOf(stage), [...reads, 'AddChatMessage 4', reads[1]]);
    });

    it('shows two messages in the order of the server, and not the one that fails in another session', async (t) => {
      const stage = await stageWithConversations(t);
      const { release } = holdSends(stage);
      const { client, poll, sendMessage, watch } = await open(stage);
      const shown = {};
      for (const id of ['4', '18']) await shownBy(watch, alone(id), (texts) => (shown[id] = texts));
      await stage.untilQuiet();
      stage.emulator.injectFault({ kind: 'status', status: 403, match: { operation: 'AddChatMessage', id: '18' } });
      const sendTo = (sessionId, text) => sendMessage(client, { sessionId, message: text, after: '12' });
      const sending = [sendTo('4', 'One'), sendTo('18', 'Lost'), sendTo('4', 'Two')];
      await stage.untilQuiet();
      assert.deepEqual([shown[4].slice(2), shown[18].slice(2)], [['- One', '- Two'], ['- Lost']]);
      release();
      const outcomes = await Promise.allSettled(sending);
      assert.deepEqual(
        outcomes.map(({ status }) => status),
        ['fulfilled', 'rejected', 'fulfilled'],
      );
      for (const polled of [false, true]) {
        if (polled) await Promise.all(['4', '18'].map((id) => poll(client, id, '12')));
        await stage.untilQuiet();
        const texts = shown[4].map((text) => text.split(' ')[1]);
        assert.deepEqual(texts.toSorted(), ['One', 'Two', 'message', 'message']);
        assert.deepEqual(
          shown[4],
          shown[4].toSorted((one, other) => Number.parseInt(one) - Number.parseInt(other)),
        );
        assert.deepEqual(shown[18], ['11 message 11', '12 message 12']);
      }
      assert.deepEqual(
        callsOf(stage)
          .filter((line) => /^Get/.test(line))
          .toSorted(),
        ['GetChatMessages 18', 'GetChatMessages 18 after=12', 'GetChatMessages 4', 'GetChatMessages 4 after=12'],
      );
    });

    it('shows once what a poll brings before the response', async (t) => {
      const stage = await stageWithConversations(t);
      const { sent, release } = holdSends(stage);
      const { client, poll, sendMessage, watch } = await open(stage);
      let shown;
      await shownBy(watch, alone('4'), (texts) => (shown = texts));
      await stage.untilQuiet();
      const sending = sendMessage(client, { sessionId: '4', message: 'Hello', after: '12' });
      await sent;
      const polling = poll(client, '4', '12');
      await stage.untilQuiet();
      release();
      await Promise.all([sending, polling]);
      await stage.untilQuiet();
      assert.equal(shown.filter((text) => /^\d+ Hello$/.test(text)).length, 1);
      assert.equal(shown.length, 3);
    });
  });
}
