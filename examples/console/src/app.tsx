/**
 * Shows the sign-in to signed-out agents, and the desk to signed-in ones. Signing out drops the client with all data that it read.
 */
import type { ApolloClient } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import { useState, type FormEvent } from 'react';
import type { Config } from './config.ts';
import { Desk } from './desk.tsx';
import { gatewayClient } from './gateway-client.ts';
import { TroubleNote } from './trouble-note.tsx';
import type { Trouble } from './trouble.ts';

export function App({ config }: { config: Config }) {
  const isByServer = config.signIn === 'server';
  const [client, setClient] = useState<ApolloClient | null>(() =>
    config.isSignedIn ? gatewayClient(config.gatewayUrl, null) : null,
  );
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const signOut = (reason: Trouble | null) => {
    client?.stop();
    if (isByServer && reason === null) void fetch('/sign-out', { method: 'POST' });
    setTrouble(reason);
    setClient(null);
  };
  if (client !== null)
    return (
      <ApolloProvider client={client}>
        <Desk client={client} config={config} onSignOut={signOut} />
      </ApolloProvider>
    );
  return (
    <main className="sign-in">
      <h1>Chat console</h1>
      <TroubleNote trouble={trouble} />
      {isByServer ? (
        <a className="primary" href="/sign-in">
          Sign in with SuperOffice
        </a>
      ) : (
        <TokenForm onToken={(token) => setClient(gatewayClient(config.gatewayUrl, token))} />
      )}
    </main>
  );
}

function TokenForm({ onToken }: { onToken: (token: string) => void }) {
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    onToken(String(new FormData(event.currentTarget).get('token')).trim());
  };
  return (
    <form onSubmit={submit}>
      <label htmlFor="token">SuperOffice access token</label>
      <input id="token" name="token" type="password" required autoComplete="off" />
      <p className="hint">It is sent to the gateway with every request, and kept in this page only.</p>
      <button type="submit">Sign in</button>
    </form>
  );
}
