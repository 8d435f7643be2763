/**
 * Waiting customers, longest first, offers of colleagues, the agent's own conversations, and those of others.
 */
import type { ChatSessionStatus, ListedSessionFragment } from 'superoffice-chat-graphql-client/console';

const labels: Partial<Record<ChatSessionStatus, string>> = {
  IN_QUEUE: 'Waiting',
  CUSTOMER_LAST: 'Our turn',
  USER_LAST: "Customer's turn",
};

interface SessionListProps {
  readonly sessions: readonly ListedSessionFragment[];
  readonly topics: ReadonlyMap<string, string | null>;
  readonly openId: string | null;
  readonly onOpen: (id: string) => void;
  readonly isLoaded: boolean;
}

export function SessionList({ sessions, topics, openId, onOpen, isLoaded }: SessionListProps) {
  const waiting = sessions
    .filter(({ status }) => status === 'IN_QUEUE')
    .sort((one, other) => (other.waitSeconds ?? 0) - (one.waitSeconds ?? 0));
  const active = sessions.filter(({ status }) => status === 'CUSTOMER_LAST' || status === 'USER_LAST');
  const offered = active.filter(({ isOfferedToMe }) => isOfferedToMe);
  const mine = active.filter(({ isMine }) => isMine);
  const others = active.filter(({ isMine, isOfferedToMe }) => !isMine && !isOfferedToMe);
  const group = (title: string, members: readonly ListedSessionFragment[]) => (
    <section aria-label={title}>
      <h2>
        {title} <span className="count">{members.length}</span>
      </h2>
      <ul>
        {members.map((session) => (
          <Row
            key={session.id}
            session={session}
            topic={session.topicId && topics.get(session.topicId)}
            isOpen={session.id === openId}
            onOpen={onOpen}
          />
        ))}
      </ul>
      {members.length === 0 && <p className="hint">{isLoaded ? 'None.' : 'Loading …'}</p>}
    </section>
  );
  return (
    <nav aria-label="Conversations">
      {group('In the queue', waiting)}
      {group('Offered to me', offered)}
      {group('My conversations', mine)}
      {group('Of colleagues', others)}
    </nav>
  );
}

interface RowProps {
  readonly session: ListedSessionFragment;
  readonly topic: string | null | undefined;
  readonly isOpen: boolean;
  readonly onOpen: (id: string) => void;
}

function Row({ session, topic, isOpen, onOpen }: RowProps) {
  const { id, status, customerDisplayName, customerCompanyName, firstMessage, waitSeconds, isCustomerGone, user } =
    session;
  return (
    <li>
      <button
        type="button"
        className="row"
        data-session={id}
        aria-current={isOpen || undefined}
        onClick={() => onOpen(id)}
      >
        <span className="line">
          <strong>{customerDisplayName ?? 'Anonymous'}</strong>
          {status && <span className={`chip chip-${status.toLowerCase()}`}>{labels[status]}</span>}
        </span>
        <span className="line hint">
          <span>{[topic, customerCompanyName].filter(Boolean).join(' · ')}</span>
          {status === 'IN_QUEUE' && waitSeconds !== null && <span>waits {duration(waitSeconds)}</span>}
          {status !== 'IN_QUEUE' && user && <span>{user.fullName}</span>}
        </span>
        <span className="excerpt">{firstMessage}</span>
        {isCustomerGone && <span className="gone">The customer has left the page</span>}
      </button>
    </li>
  );
}

function duration(seconds: number): string {
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  return minutes < 60 ? `${minutes} min ${seconds % 60} s` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
