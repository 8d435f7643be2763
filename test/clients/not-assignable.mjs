/** Type-checked only (types.test.mjs): each of the three is refused, which proves that the clients' types are checked. */
import { InMemoryCache } from '@apollo/client';
import { cacheExchange } from '@urql/exchange-graphcache';
import { Environment, Network, RecordSource, Store } from 'relay-runtime';
import { getDataID, keys, typePolicies } from '../../dist/client-policies/index.js';

export const apollo = new InMemoryCache({ typePolicies: { ChatSession: { merge: typePolicies } } });
export const urql = cacheExchange({ keys: { ChatSession: keys } });
export const relay = new Environment({
  getDataID: { getDataID },
  network: Network.create(async () => ({ data: {} })),
  store: new Store(new RecordSource()),
});
