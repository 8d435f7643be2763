/**
 * One conversation: its messages, and the actions of the agent.
 */
import { useQuery } from '@apollo/client/react';
import { useActions } from './actions.js';
import { Composer } from './composer.jsx';
import { MessageList } from './message-list.jsx';
import {
  acceptOffer,
  close,
  conversation,
  linkPerson,
  openSession,
  pickUp,
  rejectOffer,
  transfer,
} from './operations.js';
import { Person } from './person.jsx';
import { Transfer } from './transfer.jsx';
import { TroubleNote } from './trouble-note.jsx';
import { troubleOf } from './trouble.js';

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
  const { act, send, notice, trouble, isBusy } = useActions(id, { isLive, onSignOut, onStale });
  const session = data?.chatSession;
  const status = isListed ? session?.status : 'CLOSED';
  const isActive = status === 'CUSTOMER_LAST' || status === 'USER_LAST';
  const isMine = isActive && session?.isMine === true;
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
        {isActive && session?.isOfferedToMe && (
          <span role="group" aria-label="Offer">
            <button type="button" className="primary" disabled={isBusy} onClick={() => act(acceptOffer, { id })}>
              Take over
            </button>
            <button type="button" disabled={isBusy} onClick={() => act(rejectOffer, { id })}>
              Decline
            </button>
          </span>
        )}
        {isMine && <Transfer isBusy={isBusy} onTransfer={(toAssociateId) => act(transfer, { id, toAssociateId })} />}
        {isMine && (
          <Person person={session.person} isBusy={isBusy} onLink={(personId) => act(linkPerson, { id, personId })} />
        )}
        {isMine && (
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
        isActive={isMine}
        isBusy={isBusy}
        onSend={(message) => send(message, said?.chatMessages?.at(-1)?.id)}
      />
    </main>
  );
}
