/** The clients at a stage, each with our policies unless others are passed. */
import { ApolloClient, gql, HttpLink, InMemoryCache } from '@apollo/client';
import { Client, fetchExchange } from '@urql/core';
import { cacheExchange } from '@urql/exchange-graphcache';
import relay from 'relay-runtime';
import {
  getDataID,
  keys,
  missingFieldHandlers,
  resolvers,
  typePolicies,
  updates,
} from '../../dist/client-policies/index.js';
import { relayRequest } from './relay-request.mjs';

const { createOperationDescriptor, Environment, fetchQuery, Network, RecordSource, Store } = relay;

export const forUrql = { keys, resolvers, updates };
export const forRelay = { getDataID, missingFieldHandlers };

export function apolloAt(stage, policies = typePolicies) {
  return new ApolloClient({
    cache: new InMemoryCache({ typePolicies: policies }),
    link: new HttpLink({ uri: stage.url, fetch: stage.fetch, headers: stage.headers }),
  });
}

/** @param cache an exchange */
export const urqlWith = (stage, cache) =>
  new Client({
    url: stage.url,
    preferGetMethod: false,
    fetch: stage.fetch,
    fetchOptions: { headers: stage.headers },
    exchanges: [cache, fetchExchange],
  });

export function urqlAt(stage, policies = forUrql, warnings = []) {
  const logger = (severity, text) => severity !== 'debug' && warnings.push(text);
  return urqlWith(stage, cacheExchange({ ...policies, logger }));
}

/** @param refuses whether a response with errors is an error of the network, as Relay recommends for pages */
export function relayAt(stage, policies = forRelay, refuses = false) {
  const network = Network.create(async ({ name, text }, variables) => {
    const init = { method: 'POST', headers: { 'content-type': 'application/json', ...stage.headers } };
    const response = await stage.fetch(stage.url, {
      ...init,
      body: JSON.stringify({ operationName: name, query: text, variables }),
    });
    const result = await response.json();
    if (refuses && result.errors) throw new Error(result.errors[0].message);
    return result;
  });
  return new Environment({ network, store: new Store(new RecordSource()), ...policies });
}

/** From Relay's store when all of it is there, and retained. */
export async function readInRelay(environment, text, isFresh = false) {
  const request = relayRequest(text);
  environment.retain(createOperationDescriptor(request, {}));
  const fetchPolicy = isFresh ? 'network-only' : 'store-or-network';
  return fetchQuery(environment, request, {}, { fetchPolicy }).toPromise();
}

/**
 * Functions that read a query through the client's cache and return its data, including partial data; `{ isFresh: true }` bypasses
 * the cache and stores the response.
 */
export const readers = {
  'Apollo Client': (stage) => {
    const client = apolloAt(stage);
    return async (text, { isFresh = false } = {}) => {
      const fetchPolicy = isFresh ? 'network-only' : 'cache-first';
      return (await client.query({ query: gql(text), errorPolicy: 'all', fetchPolicy })).data;
    };
  },
  'urql with graphcache': (stage) => {
    const client = urqlAt(stage);
    return async (text, { isFresh = false } = {}) => {
      const requestPolicy = isFresh ? 'network-only' : 'cache-first';
      return (await client.query(text, {}, { requestPolicy }).toPromise()).data;
    };
  },
  Relay: (stage) => {
    const environment = relayAt(stage);
    return (text, { isFresh = false } = {}) => readInRelay(environment, text, isFresh);
  },
};
