/**
 * The connection to the gateway: Apollo Client with the gateway's own client policies, and the caller's credentials in a header. They
 * are held in memory only, and no cookie is sent.
 */
import { ApolloClient, HttpLink, InMemoryCache } from '@apollo/client';
import { typePolicies } from 'superoffice-chat-graphql/client-policies';

export function gatewayClient(uri, token) {
  const headers = { authorization: `Bearer ${token}` };
  return new ApolloClient({
    link: new HttpLink({ uri, headers, credentials: 'omit' }),
    cache: new InMemoryCache({ typePolicies }),
  });
}
