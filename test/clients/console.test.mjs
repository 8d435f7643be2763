/**
 * The console's operations with TRUSTED_DOCUMENTS=builtin, as docs/console.md has them: Apollo Client and urql send them by their texts and by
 * their ids, from caches that add `__typename`.
 */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ApolloClient, HttpLink, InMemoryCache } from '@apollo/client';
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries';
import { Client, fetchExchange } from '@urql/core';
import { cacheExchange } from '@urql/exchange-graphcache';
import { persistedExchange } from '@urql/exchange-persisted';
import {
  ConversationDocument,
  documentIdOf,
  PickUpDocument,
  PulseDocument,
  SessionDocument,
  SessionListDocument,
} from '../../dist/client/esm/console.js';
import { typePolicies } from '../../dist/client-policies/index.js';
import { forUrql } from './open-clients.mjs';
import { openStage } from './stage.mjs';

const generateHash = async (_text, document) => documentIdOf(document);
const byIds = persistedExchange({ generateHash, preferGetForPersistedQueries: false, enableForMutation: true });

function apollo(stage, sendsIds) {
  const http = new HttpLink({ uri: stage.url, fetch: stage.fetch, headers: stage.headers });
  const link = sendsIds ? new PersistedQueryLink({ generateHash: documentIdOf }).concat(http) : http;
  const client = new ApolloClient({ cache: new InMemoryCache({ typePolicies }), link });
  return {
    query: async (query, variables) => (await client.query({ query, variables, errorPolicy: 'all' })).data,
    mutate: async (mutation, variables) => (await client.mutate({ mutation, variables })).data,
  };
}

function urql(stage, sendsIds) {
  const exchanges = [cacheExchange(forUrql), ...(sendsIds ? [byIds] : []), fetchExchange];
  const fetchOptions = { headers: stage.headers };
  const client = new Client({ url: stage.url, preferGetMethod: false, fetch: stage.fetch, fetchOptions, exchanges });
  return {
    query: async (query, variables = {}) => (await client.query(query, variables)).data,
    mutate: async (mutation, variables) => (await client.mutation(mutation, variables)).data,
  };
}

for (const [name, open] of Object.entries({ 'Apollo Client': apollo, urql })) {
  for (const sendsIds of [false, true]) {
    describe(`${name}, the console's operations by their ${sendsIds ? 'ids' : 'texts'}`, () => {
      it('are accepted: reads, an action, and one that fails next to one that works', async (t) => {
        const stage = await openStage(t, { settings: { TRUSTED_DOCUMENTS: 'builtin' } });
        const bodies = [];
        const { fetch } = stage;
        stage.fetch = (url, init) => (bodies.push(JSON.parse(init.body)), fetch(url, init));
        const client = open(stage, sendsIds);
        stage.emulator.clearLog();
        stage.emulator.injectFault({ kind: 'status', status: 403, match: { operation: 'GetChatMessages', id: '18' } });

        const { myChatSessions } = await client.query(SessionListDocument);
        assert.ok(myChatSessions.some(({ id }) => id === '4'));
        const [works, fails] = await Promise.all(
          ['4', '18'].map((sessionId) => client.query(ConversationDocument, { sessionId })),
        );
        assert.ok(works.chatMessages.length > 0);
        assert.equal(fails?.chatMessages ?? null, null);
        const { pickUpChatSession } = await client.mutate(PickUpDocument, { id: '4', key: 'one' });
        assert.equal(pickUpChatSession.session.isMine, true);
        const { chatSession } = await client.query(SessionDocument, { id: '4' });
        assert.equal(chatSession.isMine, true);
        await client.query(PulseDocument);

        assert.deepEqual(
          bodies.map(({ query }) => query === undefined),
          bodies.map(() => sendsIds),
        );
        const operations = stage.emulator.log.map(({ operation }) => operation);
        assert.equal(operations.filter((operation) => operation === 'PickUpChatSession').length, 1);
        assert.equal(operations.filter((operation) => operation === 'GetChatSessionEntity').length, 0); // the list is in the cache
      });
    });
  }
}
