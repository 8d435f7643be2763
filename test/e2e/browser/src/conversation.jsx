/**
 * One conversation: its messages, and the actions of the agent.
 */
import { useApolloClient, useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { Composer } from './composer.jsx';
import { MessageList } from './message-list.jsx';
import { answer, close, conversation, openSession, pickUp, transfer } from './operations.js';
import { readOn } from './rounds.js';
import { Transfer } from './transfer.jsx';
import { TroubleNote } from './trouble-note.jsx';
import { troubleOf } from './trouble.js';

/** An action is never repeated automatically: it may have succeeded. The conversation is read afterwards. */
function useActions(id, { isLive, onSignOut, onStale }) {
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
  return { act, notice, trouble, isBusy };
}

export function Conversation({ id, topics, isLive, isListed, onSignOut, onStale }) {
  const { data } = useQuery(openSession, { variables: { id } });
  const {
    data: said,
    error,
    refetch,
  } = useQuery(conversation, {
    variables: { sessionId: id },
    ...(isLive && { fetchPolicy: 'cache-only' }), // the stream brings it
  });
  const { act, notice, trouble, isBusy } = useActions(id, { isLive, onSignOut, onStale });
  const session = data?.chatSession;
  const status = isListed ? session?.status : 'CLOSED';
  const isActive = status === 'CUSTOMER_LAST' || status === 'USER_LAST';
  const name = session?.customerDisplayName ?? 'Anonymous';
  return (
    <main className="conversation" aria-label={`Conversation with ${name}`}>
      <div className="title">
        <h2>{name}</h2>
        <span className="hint">
          {[session?.customerCompanyName, topics.get(session?.topicId), session?.user?.fullName]
            .filter(Boolean)
            .join(' · ')}
          {session?.transferTo && ` · offered to ${session.transferTo.fullName}`}
        </span>
        {status === 'IN_QUEUE' && (
          <button type="button" className="primary" disabled={isBusy} onClick={() => act(pickUp, { id })}>
            Pick up
          </button>
        )}
        {isActive && <Transfer isBusy={isBusy} onTransfer={(toAssociateId) => act(transfer, { id, toAssociateId })} />}
        {isActive && (
          <button type="button" disabled={isBusy} onClick={() => act(close, { id })}>
            Close conversation
          </button>
        )}
      </div>
      <TroubleNote trouble={trouble} />
      {error && (
        <TroubleNote trouble={troubleOf(error)}>
          <button type="button" onClick={() => refetch().catch(() => undefined)}>
            Load the messages again
          </button>
        </TroubleNote>
      )}
      <p role="status" className="notice">
        {notice ?? (status === 'CLOSED' || status === 'FINISHED' ? 'This conversation is over.' : '')}
      </p>
      <MessageList messages={said?.chatMessages ?? []} />
      <Composer
        name={name}
        isActive={isActive}
        isBusy={isBusy}
        onSend={(message) => act(answer, { sessionId: id, message })}
      />
    </main>
  );
}
