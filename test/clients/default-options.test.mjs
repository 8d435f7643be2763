/**
 * Clients with their default options, and with the options that send GET or batches: each works, or its error names the option of
 * the client or setting of the gateway to change.
 */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, it } from 'node:test';
import { ApolloClient, gql, HttpLink, InMemoryCache } from '@apollo/client';
import { BatchHttpLink } from '@apollo/client/link/batch-http';
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries';
import { Client, fetchExchange } from '@urql/core';
import { persistedExchange } from '@urql/exchange-persisted';
import { GraphQLClient } from 'graphql-request';
import { readInRelay, relayAt } from './open-clients.mjs';
import { openStage } from './stage.mjs';

const query = 'query Status { chatSession(id: "192") { id status } }';
const getQueries = { GET_QUERIES: 'true' };
const getHashes = { GET_QUERIES: 'true', APQ: 'true' };

const sha256 = async (text) => createHash('sha256').update(text).digest('hex');

/** Status of the session, or the text that an application shows. */
async function textOf(act) {
  try {
    return await act();
  } catch (error) {
    return String(error.message);
  }
}

const apolloOver = (link) =>
  textOf(async () => {
    const client = new ApolloClient({ cache: new InMemoryCache(), link });
    return (await client.query({ query: gql(query) })).data.chatSession.status;
  });

const httpLink = (stage, options = {}) => new HttpLink({ uri: stage.url, headers: stage.headers, ...options });

const urqlWith = (stage, exchanges) =>
  textOf(async () => {
    const client = new Client({ url: stage.url, fetchOptions: { headers: stage.headers }, exchanges });
    const { data, error } = await client.query(query, {}).toPromise();
    if (error) throw error;
    return data.chatSession.status;
  });

const requestWith = (stage, options = {}) =>
  textOf(async () => {
    const client = new GraphQLClient(stage.url, { headers: stage.headers, ...options });
    return (await client.request(query)).chatSession.status;
  });

const clients = {
  'Apollo Client': (stage) => apolloOver(httpLink(stage)),
  'Apollo Client, useGETForQueries': (stage) => apolloOver(httpLink(stage, { useGETForQueries: true })),
  'Apollo Client, persisted queries': (stage) => apolloOver(new PersistedQueryLink({ sha256 }).concat(httpLink(stage))),
  'Apollo Client, useGETForHashedQueries': (stage) =>
    apolloOver(new PersistedQueryLink({ sha256, useGETForHashedQueries: true }).concat(httpLink(stage))),
  urql: (stage) => urqlWith(stage, [fetchExchange]),
  'urql, persisted queries': (stage) => urqlWith(stage, [persistedExchange({}), fetchExchange]),
  'graphql-request': (stage) => requestWith(stage),
  'graphql-request, GET': (stage) => requestWith(stage, { method: 'GET' }),
  Relay: (stage) => textOf(async () => (await readInRelay(relayAt(stage), query)).chatSession.status),
};

const hints = {
  'Apollo Client, useGETForQueries': 'useGETForQueries: false',
  'Apollo Client, useGETForHashedQueries': 'useGETForHashedQueries: false',
  urql: 'preferGetMethod: false',
  'urql, persisted queries': 'preferGetForPersistedQueries: false',
  'graphql-request, GET': 'POST',
};

describe('clients with their options', () => {
  for (const [name, read] of Object.entries(clients)) {
    const hint = hints[name];
    it(`${name}: ${hint ? 'reports what to change' : 'works'} by default`, async (t) => {
      const stage = await openStage(t);
      const shown = await read(stage);
      if (!hint) return assert.equal(shown, 'CLOSED');
      for (const part of [hint, 'GET_QUERIES=true', 'APQ=true']) assert.ok(shown.includes(part), shown);
    });

    it(`${name}: works with GET_QUERIES and APQ`, async (t) => {
      assert.equal(await read(await openStage(t, { settings: getHashes })), 'CLOSED');
    });

    it(`${name}: works with GET_QUERIES alone`, async (t) => {
      assert.equal(await read(await openStage(t, { settings: getQueries })), 'CLOSED');
    });
  }

  it('GET without a header that causes a preflight is refused with the name of the header', async (t) => {
    const stage = await openStage(t, { settings: getQueries });
    const response = await fetch(`${stage.url}?query=${encodeURIComponent(query)}`);
    const [{ message }] = (await response.json()).errors;
    assert.equal(response.status, 400);
    for (const header of ['authorization', 'apollo-require-preflight']) assert.ok(message.includes(header), message);
  });
});

describe('HTTP batching', () => {
  const batched = (stage, count) => {
    const link = new BatchHttpLink({ uri: stage.url, headers: stage.headers, batchInterval: 5 });
    const client = new ApolloClient({ cache: new InMemoryCache(), link });
    const one = (id) => client.query({ query: gql`query One($id: ID!) { chatSession(id: $id) { id } }`, variables: { id } }); // prettier-ignore
    return Promise.all(Array.from({ length: count }, (_, index) => textOf(() => one(String(index + 1)))));
  };

  it('is refused with a reason for each query of an Apollo batch', async (t) => {
    const stage = await openStage(t);
    const shown = await batched(stage, 3);
    assert.equal(shown.length, 3);
    for (const text of shown) assert.match(text, /one query in each request.*HttpLink instead of BatchHttpLink/);
    assert.deepEqual(stage.emulator.requests.slice(1), []);
  });

  it('is refused with a reason by graphql-request', async (t) => {
    const stage = await openStage(t);
    const client = new GraphQLClient(stage.url, { headers: stage.headers });
    const shown = await textOf(() => client.batchRequests([{ document: query }, { document: query }]));
    assert.match(shown, /one query in each request/);
  });

  it('has an error for each of at most fifty', async (t) => {
    const stage = await openStage(t);
    for (const [count, expected] of [
      [1, 1],
      [50, 50],
      [51, 50],
      [0, 1],
    ]) {
      // prettier-ignore
      const init = { method: 'POST', headers: { 'content-type': 'application/json', ...stage.headers } };
      const response = await fetch(stage.url, { ...init, body: JSON.stringify(Array(count).fill({ query })) });
      const responses = [await response.json()].flat();
      assert.deepEqual(
        responses.map(({ errors }) => errors.map(({ extensions }) => extensions.code)),
        Array(expected).fill(['BAD_REQUEST']),
      );
    }
    assert.deepEqual(stage.emulator.requests.slice(1), []);
  });
});
