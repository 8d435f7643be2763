/** The lists of docs/apollo.md, urql.md and relay.md: sessions that are deleted or created disappear from lists and appear in them. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { gql } from '@apollo/client';
import relay from 'relay-runtime';
import { apolloAt, relayAt, urqlWith } from './open-clients.mjs';
import { relayRequest } from './relay-request.mjs';
import { snippet } from './snippets.mjs';
import { openStage } from './stage.mjs';

const { createOperationDescriptor } = relay;

const texts = {
  waiting: 'query Waiting { myChatSessions(status: [IN_QUEUE]) { id status } }',
  mine: 'query Mine { myChatSessions { id status } }',
  found: 'query Found { findChatSessions(filter: { ids: ["4", "18"] }) { edges { cursor node { id } } nodes { id } } }',
  byId: 'query ById { chatSessions(ids: ["4", "18", "43"]) { id } }',
};

/** Each client: the queries that are watched, which are read again after a deletion and a creation, and the functions of its page. */
const clients = {
  'Apollo Client': async (stage) => {
    const client = apolloAt(stage);
    const { deleteSession, createSession } = await snippet('apollo/lists');
    return {
      watched: ['waiting', 'found', 'byId'],
      reads: { afterDeletion: [], afterCreation: ['Found'] },
      deleteSession: async (id) => (await deleteSession(client, id)).data,
      createSession: (topicId) => createSession(client, topicId),
      watch: (text, show) => client.watchQuery({ query: gql(text) }).subscribe(({ data }) => data && show(data)),
    };
  },
  urql: async (stage) => {
    const { cache, deleteSession, createSession } = await snippet('urql/lists');
    const client = urqlWith(stage, cache);
    return {
      watched: ['waiting', 'found', 'byId'],
      reads: { afterDeletion: ['Waiting', 'Found', 'ById'], afterCreation: ['Found'] },
      deleteSession: async (id) => (await deleteSession(client, id)).data,
      createSession: (topicId) => createSession(client, topicId),
      watch: (text, show) => client.query(text, {}).subscribe(({ data }) => data && show(data)),
    };
  },
  Relay: async (stage) => {
    const environment = relayAt(stage);
    const { deleteSession, createSession } = await snippet('relay/Lists');
    const done = (start, argument) =>
      new Promise((resolve, reject) => {
        start(environment, argument, { onCompleted: resolve, onError: reject });
      });
    return {
      watched: ['mine'],
      reads: { afterDeletion: [], afterCreation: [] },
      deleteSession: (id) => done(deleteSession, id),
      createSession: (topicId) => done(createSession, topicId),
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

const idsIn = ({ myChatSessions, findChatSessions, chatSessions }) =>
  (myChatSessions ?? chatSessions ?? findChatSessions.edges.map(({ node }) => node)).map(
    (session) => session?.id ?? null,
  );

for (const [name, open] of Object.entries(clients)) {
  describe(`${name}, lists`, () => {
    it('lose what is deleted, keep what could not be deleted, and get what is created', async (t) => {
      const stage = await openStage(t, { settings: { ADMIN_MUTATIONS: 'true' } });
      for (const id of [4, 18, 43])
        stage.emulator.putSession({
          ChatSessionId: id,
          TopicId: 1,
          Status: 'InQueue',
          WhenRequested: '2026-11-24T08:00:00Z',
        });
      const { watched, reads, deleteSession, createSession, watch } = await open(stage);
      const shown = {};
      for (const name of watched) watch(texts[name], (data) => (shown[name] = idsIn(data)));
      await stage.untilQuiet();
      const before = structuredClone(shown);
      for (const name of watched) assert.ok(before[name].includes('4') && before[name].includes('18'), name);

      stage.sent.length = 0;
      stage.emulator.injectFault({
        kind: 'status',
        status: 403,
        match: { operation: 'DeleteChatSessionEntity', id: '18' },
      });
      const failing = deleteSession('18').catch(() => null);
      const deleted = await deleteSession('4');
      await failing;
      await stage.untilQuiet();
      assert.equal(deleted.deleteChatSession.deletedId, '4');
      for (const name of watched) {
        const without =
          name === 'byId'
            ? before[name].map((id) => (id === '4' ? null : id))
            : before[name].filter((id) => id !== '4');
        assert.deepEqual(shown[name], without, name);
      }
      assert.deepEqual(
        stage.sent.filter((operation) => !/Delete/.test(operation)),
        reads.afterDeletion,
      );

      const actions = () =>
        stage.emulator.requests
          .map((line) => line.replace(/ \$select.*/, ''))
          .filter((line) => /^(Delete|Create)/.test(line));
      assert.deepEqual(actions().sort(), ['DeleteChatSessionEntity 18', 'DeleteChatSessionEntity 4']);

      stage.sent.length = 0;
      await createSession('1');
      await stage.untilQuiet();
      const list = watched[0];
      const added = shown[list].filter((id) => !before[list].includes(id));
      assert.deepEqual([shown[list].length, added.length], [before[list].length, 1]);
      assert.deepEqual(
        stage.sent.filter((operation) => !/Create/.test(operation)),
        reads.afterCreation,
      );
      assert.deepEqual(actions().slice(2), ['CreateChatSessionForTopic 1']);
    });
  });
}
