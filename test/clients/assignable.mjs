/** Type-checked only (types.test.mjs): our exports are assignable to each client's types, and the clients' values to ours. */
import { InMemoryCache } from '@apollo/client';
import { cacheExchange } from '@urql/exchange-graphcache';
import { Environment, Network, RecordSource, Store } from 'relay-runtime';
import {
  getDataID,
  keys,
  missingFieldHandlers,
  resolvers,
  typePolicies,
  updates,
} from '../../dist/client-policies/index.js';

/** @type {import('@apollo/client').TypePolicies} */
export const forApollo = typePolicies;
export const apollo = new InMemoryCache({ typePolicies });

/** @type {import('@urql/exchange-graphcache').CacheExchangeOpts['keys']} */
export const keysForGraphcache = keys;
/** @type {import('@urql/exchange-graphcache').ResolverConfig} */
export const resolversForGraphcache = resolvers;
/** @type {import('@urql/exchange-graphcache').UpdatesConfig} */
export const updatesForGraphcache = updates;
export const urql = cacheExchange({ keys, resolvers, updates });

/** @type {NonNullable<import('relay-runtime').EnvironmentConfig['getDataID']>} */
export const forRelay = getDataID;
export const relay = new Environment({
  getDataID,
  missingFieldHandlers,
  network: Network.create(async () => ({ data: {} })),
  store: new Store(new RecordSource()),
});
