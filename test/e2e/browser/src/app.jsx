/**
 * Shows the form to signed-out agents, and the console to signed-in ones. Signing out drops the client with all data that it read.
 */
import { ApolloProvider } from '@apollo/client/react';
import { useState } from 'react';
import { Desk } from './desk.jsx';
import { gatewayClient } from './gateway-client.js';
import { TroubleNote } from './trouble-note.jsx';

export function App({ gatewayUrl, pollSeconds, isLive = false }) {
  const [client, setClient] = useState(null);
  const [trouble, setTrouble] = useState(null);
  const signOut = (reason) => {
    setTrouble(reason);
    setClient(null);
  };
  if (client === null) {
    return <SignIn trouble={trouble} onToken={(token) => setClient(gatewayClient(gatewayUrl, token))} />;
  }
  return (
    <ApolloProvider client={client}>
      <Desk client={client} pollSeconds={pollSeconds} isLive={isLive} onSignOut={signOut} />
    </ApolloProvider>
  );
}

function SignIn({ trouble, onToken }) {
  const submit = (event) => {
    event.preventDefault();
    onToken(new FormData(event.currentTarget).get('token').trim());
  };
  return (
    <main className="sign-in">
      <h1>Chat console</h1>
      <TroubleNote trouble={trouble} />
      <form onSubmit={submit}>
        <label htmlFor="token">SuperOffice access token</label>
        <input id="token" name="token" type="password" required autoComplete="off" />
        <p className="hint">It is sent to the gateway with every request, and kept in this page only.</p>
        <button type="submit">Sign in</button>
      </form>
    </main>
  );
}
