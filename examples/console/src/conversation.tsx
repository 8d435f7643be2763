/**
 * One conversation: its messages, and the actions of the agent.
 */
import { useQuery } from '@apollo/client/react';
import { useSyncExternalStore } from 'react';
import {
  ConversationDocument,
  SessionDocument,
  type ListedSessionFragment,
} from 'superoffice-chat-graphql-client/console';
import { useActions } from './actions.ts';
import { Composer } from './composer.tsx';
import { MessageList } from './message-list.tsx';
import type { Outbox } from './outbox.ts';
import { SessionActions } from './session-actions.tsx';
import { TroubleNote } from './trouble-note.tsx';
import { troubleOf, type Trouble } from './trouble.ts';

interface ConversationProps {
  readonly id: string;
  readonly topics: ReadonlyMap<string, string | null>;
  readonly outbox: Outbox;
  readonly isLive: boolean;
  /** Whether it is still in the list; otherwise it is over. */
  readonly isListed: boolean;
  readonly onBack: () => void;
  readonly onSignOut: (trouble: Trouble) => void;
  readonly onStale: () => void;
}

const isOpen = (session: ListedSessionFragment | null): boolean =>
  session?.status === 'CUSTOMER_LAST' || session?.status === 'USER_LAST';

const isOver = ({ status }: ListedSessionFragment): boolean => status === 'CLOSED' || status === 'FINISHED';

export function Conversation({ id, topics, outbox, isListed, onBack, ...options }: ConversationProps) {
  const { data } = useQuery(SessionDocument, { variables: { id } });
  const {
    data: said,
    error,
    refetch,
  } = useQuery(ConversationDocument, {
    variables: { sessionId: id },
    ...(options.isLive && { fetchPolicy: 'cache-only' }), // the stream brings it
  });
  const unsent = useSyncExternalStore(outbox.subscribe, outbox.messages).filter(({ sessionId }) => sessionId === id);
  const { act, notice, trouble, isBusy } = useActions(id, options);
  const session = data?.chatSession ?? null;
  const isMine = isListed && isOpen(session) && session?.isMine === true;
  const name = session?.customerDisplayName ?? 'Anonymous';
  const over = !isListed || (session !== null && isOver(session));
  return (
    <main className="conversation" aria-label={`Conversation with ${name}`}>
      <div className="title">
        <button type="button" className="back" onClick={onBack}>
          Back
        </button>
        <h2>{name}</h2>
        <span className="hint">{session && aboutOf(session, topics)}</span>
        {session && isListed && <SessionActions session={session} isBusy={isBusy} act={act} />}
      </div>
      <TroubleNote trouble={trouble} />
      {error && (
        <TroubleNote trouble={troubleOf(error)}>
          <button type="button" onClick={() => void refetch().catch(() => undefined)}>
            Load the messages again
          </button>
        </TroubleNote>
      )}
      <p role="status" className="notice">
        {notice ?? (over ? 'This conversation is over.' : '')}
      </p>
      <MessageList
        messages={said?.chatMessages ?? []}
        unsent={unsent}
        onSendAgain={(key) => outbox.sendAgain(key)}
        onDiscard={(key) => outbox.discard(key)}
      />
      <Composer name={name} isActive={isMine} onSend={(text) => outbox.write(id, text)} />
    </main>
  );
}

function aboutOf(session: ListedSessionFragment, topics: ReadonlyMap<string, string | null>): string {
  const topic = session.topicId && topics.get(session.topicId);
  const about = [session.customerCompanyName, topic, session.user?.fullName].filter(Boolean).join(' · ');
  return session.transferTo ? `${about} · offered to ${session.transferTo.fullName}` : about;
}
