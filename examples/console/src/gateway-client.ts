/**
 * The connection to the gateway: Apollo Client with the gateway's own client policies. A token is held in memory only and sent in a header;
 * without one, the browser sends the cookie of the page's own server, which adds the token.
 */
import { ApolloClient, ApolloLink, HttpLink, InMemoryCache } from '@apollo/client';
import { ErrorLink } from '@apollo/client/link/error';
import { from, mergeMap, throwError } from 'rxjs';
import { typePolicies } from 'superoffice-chat-graphql-client';
import { troubleOf } from './trouble.ts';

/** After an expired token: the server gets another one, and the operation, which SuperOffice has refused, is sent again. */
const renewing = new ErrorLink(({ error, operation, forward }) => {
  if (!troubleOf(error).mustSignIn || operation.getContext()['isRenewed'] === true) return undefined;
  operation.setContext({ isRenewed: true });
  const renewed = from(fetch('/renew', { method: 'POST' }));
  const away = new Error('There is no sign-in at the moment'); // the agent has not been signed out
  return renewed.pipe(
    mergeMap(({ ok, status }) => (ok ? forward(operation) : throwError(() => (status === 401 ? error : away)))),
  );
});

export function gatewayClient(uri: string, token: string | null): ApolloClient {
  const link =
    token === null
      ? ApolloLink.from([renewing, new HttpLink({ uri, credentials: 'same-origin' })])
      : new HttpLink({ uri, headers: { authorization: `Bearer ${token}` }, credentials: 'omit' });
  return new ApolloClient({ link, cache: new InMemoryCache({ typePolicies }) });
}
