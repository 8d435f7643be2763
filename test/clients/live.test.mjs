/**
 * Subscriptions in each client with its defaults: two arguments side by side, and one that fails next to them. The emulator sends webhooks
 * to the gateway.
 */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ApolloClient, gql, HttpLink, InMemoryCache } from '@apollo/client';
import { GraphQLWsLink } from '@apollo/client/link/subscriptions';
import { Client, fetchExchange, subscriptionExchange } from '@urql/core';
import { cacheExchange } from '@urql/exchange-graphcache';
import { createClient as createSocketClient } from 'graphql-ws';
import { createClient as createEventsClient } from 'graphql-sse';
import relay from 'relay-runtime';
import { WebSocket } from 'ws';
import {
  getDataID,
  keys,
  resolvers,
  typePolicies,
  updateConversations,
  updates,
  updateSessionLists,
} from '../../dist/client-policies/index.js';
import { relayRequest } from './relay-request.mjs';
import { openStage } from './stage.mjs';

const { Environment, Network, Observable, RecordSource, requestSubscription, Store } = relay;

const secret = 'a-secret-of-the-webhook-of-at-least-32-characters';
const settings = { SUBSCRIPTIONS: 'true', WEBHOOK_SECRET: secret, LIVE_INTERVAL_MS: '100' };

const documentFor = (id) =>
  `subscription Session${id} { chatSessionChanged(id: "${id}") { session { id customerName lastMessage } end } }`;

async function liveStage(t) {
  const stage = await openStage(t, { settings });
  const TargetUrl = stage.url.replace('/graphql', '/webhooks/superoffice');
  const Events = ['chatsession.created', 'chatsession.changed', 'chatsession.message'];
  const response = await fetch(`${stage.emulator.url}/api/v1/Webhook`, {
    method: 'POST',
    headers: { ...stage.headers, 'content-type': 'application/json' },
    body: JSON.stringify({ Name: 'test', Events, TargetUrl, Secret: secret }),
  });
  assert.equal(response.status, 200);
  stage.emulator.injectFault({ kind: 'status', status: 400, times: Infinity, match: { id: '43' } });
  return stage;
}

const socketUrl = ({ url }) => url.replace('http', 'ws');

const socketClientAt = (t, stage) => {
  const client = createSocketClient({
    url: socketUrl(stage),
    webSocketImpl: WebSocket,
    connectionParams: stage.headers,
  });
  t.after(() => client.dispose());
  return client;
};

/** Collects the results of one subscription. */
function collector() {
  const seen = { results: [], errors: [], isDone: false };
  return {
    seen,
    next: ({ data, errors, error }) => {
      const failed = error ?? (errors?.length ? errors : null);
      if (failed) seen.errors.push(failed);
      else seen.results.push(data);
    },
    error: (error) => void seen.errors.push(error),
    complete: () => void (seen.isDone = true),
  };
}

const byApollo = (link) => {
  const client = new ApolloClient({ cache: new InMemoryCache({ typePolicies }), link });
  return (text, sink) => {
    const subscription = client.subscribe({ query: gql(text) }).subscribe(sink);
    return () => subscription.unsubscribe();
  };
};

/** Functions that subscribe with a client: `(text, sink) => stop`. */
const subscribers = {
  'Apollo Client with HttpLink': (_t, stage) => byApollo(new HttpLink({ uri: stage.url, headers: stage.headers })),
  'Apollo Client with graphql-ws': (t, stage) => byApollo(new GraphQLWsLink(socketClientAt(t, stage))),
  'urql with fetchSubscriptions': (_t, stage) => {
    const exchanges = [cacheExchange({ keys, resolvers, updates }), fetchExchange];
    const client = new Client({
      url: stage.url,
      fetchSubscriptions: true,
      fetchOptions: { headers: stage.headers },
      exchanges,
      preferGetMethod: false,
    });
    return (text, sink) => client.subscription(text, {}).subscribe(sink.next).unsubscribe;
  },
  'urql with graphql-ws': (t, stage) => {
    const socket = socketClientAt(t, stage);
    const forwardSubscription = (request) => ({
      subscribe: (sink) => ({
        unsubscribe: socket.subscribe({ query: request.query ?? '', variables: request.variables }, sink),
      }),
    });
    const exchanges = [
      cacheExchange({ keys, resolvers, updates }),
      fetchExchange,
      subscriptionExchange({ forwardSubscription }),
    ];
    const client = new Client({ url: stage.url, exchanges, preferGetMethod: false });
    return (text, sink) => client.subscription(text, {}).subscribe(sink.next).unsubscribe;
  },
  'graphql-ws': (t, stage) => {
    const client = socketClientAt(t, stage);
    return (query, sink) => client.subscribe({ query }, sink);
  },
  'graphql-sse': (t, stage) => {
    const client = createEventsClient({ url: stage.url, headers: stage.headers });
    t.after(() => client.dispose());
    return (query, sink) => client.subscribe({ query }, sink);
  },
  'Relay with graphql-ws': (t, stage) => {
    const socket = socketClientAt(t, stage);
    const subscribe = ({ text, name }, variables) =>
      Observable.create((sink) => socket.subscribe({ operationName: name, query: text, variables }, sink));
    const network = Network.create(async () => ({ data: null }), subscribe);
    const environment = new Environment({ network, store: new Store(new RecordSource()), getDataID });
    return (text, sink) => {
      const config = { subscription: relayRequest(text), variables: {} };
      const subscription = requestSubscription(environment, {
        ...config,
        onNext: (data) => sink.next({ data }),
        onError: (error) => sink.error(error),
        onCompleted: () => sink.complete(),
      });
      return () => subscription.dispose();
    };
  },
};

async function until(condition, what) {
  for (let check = 0; check < 500; check += 1) {
    if (condition()) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  assert.fail(`not in time: ${what()}`);
}

const sessionIn = (result) => result?.chatSessionChanged?.session;

for (const [name, open] of Object.entries(subscribers)) {
  describe(`${name}, subscriptions`, () => {
    it('shows the state and each change of two sessions, and the error of a third next to them', async (t) => {
      const stage = await liveStage(t);
      const subscribe = open(t, stage);
      const sinks = Object.fromEntries(['18', '44', '43'].map((id) => [id, collector()]));
      const stops = Object.entries(sinks).map(([id, sink]) => subscribe(documentFor(id), sink));
      const { 18: first, 44: second, 43: failing } = sinks;
      const state = () => JSON.stringify([first.seen, second.seen, failing.seen]);
      await until(() => first.seen.results.length === 1 && second.seen.results.length === 1, state);
      if (name.startsWith('Relay')) {
        await until(() => failing.seen.isDone, state); // Relay shows no errors of a field that may be null
        assert.deepEqual(failing.seen.results, [{ chatSessionChanged: null }]);
      } else {
        await until(() => failing.seen.errors.length > 0, state); // urql shows it once more at the end of the stream
        assert.match(JSON.stringify(failing.seen.errors), /rejected this request/);
      }
      assert.deepEqual([sessionIn(first.seen.results[0])?.id, sessionIn(second.seen.results[0])?.id], ['18', '44']);

      stage.emulator.addMessage(44, { Message: 'på norsk, «ø» 👋' });
      await until(() => second.seen.results.length === 2, state);
      assert.equal(sessionIn(second.seen.results[1]).lastMessage, 'på norsk, «ø» 👋');
      stage.emulator.addMessage(18, { Message: 'to the other', Type: 'ToCustomer' });
      await until(() => first.seen.results.length === 2, state);
      assert.equal(sessionIn(first.seen.results[1]).lastMessage, 'to the other');
      assert.equal(second.seen.results.length, 2);
      assert.deepEqual([first.seen.errors, second.seen.errors], [[], []]);
      for (const stop of stops) stop();
    });
  });
}

const deskText = `subscription Desk { myChatSessionsChanged(topicIds: ["1"]) {
  isComplete sessions { id status customerName } addedIds goneIds } }`;
const listText = 'query List { myChatSessions(topicIds: ["1"]) { id status customerName } }';
const otherListText = 'query Other { myChatSessions { id } }';

/** Reads responses as they arrive. */
const liveApolloAt = ({ url: uri, headers }) =>
  new ApolloClient({ cache: new InMemoryCache({ typePolicies }), link: new HttpLink({ uri, headers }) });

/** A watched list of the cache, and a subscription that keeps it up to date: `() => names`. */
const followers = {
  'Apollo Client': (stage) => {
    const client = liveApolloAt(stage);
    const desk = client.subscribe({ query: gql(deskText) }).subscribe(({ data }) => {
      updateSessionLists(client.cache, data.myChatSessionsChanged, { topicIds: ['1'] });
    });
    const read = (text) => client.readQuery({ query: gql(text) })?.myChatSessions;
    const query = (text) => client.query({ query: gql(text) });
    return { read, query, stop: () => desk.unsubscribe() };
  },
  'urql with graphcache': (stage) => {
    const exchanges = [cacheExchange({ keys, resolvers, updates }), fetchExchange];
    const client = new Client({
      url: stage.url,
      fetchSubscriptions: true,
      fetchOptions: { headers: stage.headers },
      exchanges,
      preferGetMethod: false,
    });
    const desk = client.subscription(deskText, {}).subscribe(() => undefined);
    const read = (text) => client.readQuery(text, {}, { requestPolicy: 'cache-only' })?.data?.myChatSessions;
    const query = (text) => client.query(text, {}).toPromise();
    return { read, query, stop: desk.unsubscribe };
  },
};

for (const [name, follow] of Object.entries(followers)) {
  describe(`${name}, lists that follow a subscription`, () => {
    it('gets sessions that arrive and change, loses those that are gone, and other lists stay as they are', async (t) => {
      const stage = await liveStage(t);
      const { read, query, stop } = follow(stage);
      await query(listText);
      await query(otherListText);
      const state = () => JSON.stringify(read(listText));
      const idsIn = (text) => (read(text) ?? []).map(({ id }) => id);
      const before = idsIn(listText);
      await until(() => before.length > 0, state);
      const others = idsIn(otherListText);
      await new Promise((resolve) => setTimeout(resolve, 300)); // the first event
      stage.emulator.putSession({ ChatSessionId: 9101, TopicId: 1, Status: 'InQueue', CustomerName: 'Åse' });
      await until(() => idsIn(listText).includes('9101'), state);
      assert.deepEqual(read(listText).find(({ id }) => id === '9101').customerName, 'Åse');
      stage.emulator.putSession({ ChatSessionId: 9101, TopicId: 1, Status: 'UserLast', CustomerName: 'Åse' });
      await until(() => read(listText).find(({ id }) => id === '9101')?.status === 'USER_LAST', state);
      stage.emulator.putSession({ ChatSessionId: 9101, TopicId: 1, Status: 'Finished', CustomerName: 'Åse' });
      await until(() => !idsIn(listText).includes('9101'), state);
      assert.deepEqual(idsIn(listText), before);
      assert.deepEqual(idsIn(otherListText), others);
      stop();
    });
  });
}

describe('Apollo Client, conversations that follow a subscription', () => {
  it('gets new messages wherever the conversation is shown', async (t) => {
    const stage = await liveStage(t);
    const client = liveApolloAt(stage);
    const shown = (text) => client.readQuery({ query: gql(text) });
    const ofQuery = 'query Chat { chatMessages(sessionId: "192") { id message } }';
    const ofSession = 'query Session { chatSession(id: "192") { id messages { id message } } }';
    await client.query({ query: gql(ofQuery) });
    await client.query({ query: gql(ofSession) });
    let cursor = '192:13';
    const text = `subscription Said { chatMessagesAdded(sessionIds: ["192"], after: "${cursor}") {
      messages { id chatSessionId message } cursor } }`;
    const said = client.subscribe({ query: gql(text) }).subscribe(({ data: { chatMessagesAdded: update } }) => {
      updateConversations(client.cache, update, cursor);
      cursor = update.cursor;
    });
    await until(
      () => cursor !== null,
      () => cursor,
    );
    await new Promise((resolve) => setTimeout(resolve, 300)); // the first event
    stage.emulator.addMessage(192, { Message: 'one' });
    stage.emulator.addMessage(192, { Message: 'two' });
    const texts = (messages) => messages?.map(({ message }) => message);
    const expected = ['message 11', 'message 12', 'message 13', 'one', 'two'];
    const isThere = () =>
      [shown(ofQuery)?.chatMessages, shown(ofSession)?.chatSession.messages].every(
        (messages) => JSON.stringify(texts(messages)) === JSON.stringify(expected),
      );
    await until(isThere, () => JSON.stringify([shown(ofQuery), shown(ofSession)]));
    said.unsubscribe();
  });
});
