/**
 * The actions of one conversation. Independent of the screen: what is busy, what went wrong, and what SuperOffice did not do.
 */
import { useApolloClient } from '@apollo/client/react';
import { useRef, useState } from 'react';
import { answer } from './operations.js';
import { readOn } from './rounds.js';
import { troubleOf } from './trouble.js';

/** An action is never repeated automatically: it may have succeeded. The conversation is read afterwards. */
export function useActions(id, { isLive, onSignOut, onStale }) {
  const client = useApolloClient();
  const [{ notice, trouble, isBusy }, setState] = useState({});
  /** @returns true when it succeeded */
  const act = async (mutation, variables) => {
    setState({ isBusy: true });
    const { data, error } = await client.mutate({ mutation, variables }).catch((thrown) => ({ error: thrown }));
    const found = error && troubleOf(error);
    if (found?.mustSignIn) return onSignOut(found);
    const { userErrors } = data ? Object.values(data)[0] : { userErrors: [] };
    setState({ trouble: found, notice: userErrors[0]?.message });
    if (userErrors.length > 0) onStale();
    if (!isLive) await readOn(client, id).catch(() => undefined); // the next round, or the stream, reads it
    return !error && userErrors.length === 0;
  };
  return { act, send: useSending(id, act), notice, trouble, isBusy };
}

/** The same text is sent under the same key until it has arrived: a message whose response was lost is not written twice. */
function useSending(sessionId, act) {
  const pending = useRef({});
  return async (message, lastMessageId) => {
    if (pending.current.message !== message) pending.current = { message, lastMessageId, key: crypto.randomUUID() };
    const isSent = await act(answer, { sessionId, ...pending.current });
    if (isSent) pending.current = {};
    return isSent;
  };
}
