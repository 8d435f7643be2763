/**
 * The connection to the gateway: Apollo Client with the gateway's own client policies. A token is held in memory only and sent in a header;
 * without one, the browser sends the cookie of the page's own server, which adds the token.
 */
import { ApolloClient, HttpLink, InMemoryCache } from '@apollo/client';
import { typePolicies } from 'superoffice-chat-graphql-client';

export function gatewayClient(uri: string, token: string | null): ApolloClient {
  const link =
    token === null
      ? new HttpLink({ uri, credentials: 'same-origin' })
      : new HttpLink({ uri, headers: { authorization: `Bearer ${token}` }, credentials: 'omit' });
  return new ApolloClient({ link, cache: new InMemoryCache({ typePolicies }) });
}
