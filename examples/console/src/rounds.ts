/**
 * Polls at low cost. A round is one call of ChatSessionsForUser; messages are requested only where `whenIdle` or the status changed, and
 * only those after the last cached one. Independent of React.
 */
import type { ApolloClient } from '@apollo/client';
import {
  ConversationDocument,
  PulseDocument,
  SessionListDocument,
  StartPageDocument,
  type PulseQuery,
} from 'superoffice-chat-graphql-client/console';
import { troubleOf, type Trouble } from './trouble.ts';

/** What keeps the desk up to date. */
export interface Updates {
  /** Ends with the round, where there are rounds. */
  checkNow(): Promise<void> | undefined;
  /** Marks a conversation as shown on the screen. */
  follow(id: string): void;
  stop(): void;
}

/** The number of updates so far, and the trouble of the last one; null when there was none. */
export interface Report {
  readonly count: number;
  readonly trouble: Trouble | null;
}

type Session = NonNullable<PulseQuery['myChatSessions']>[number];

export function startRounds(client: ApolloClient, everySeconds: number, report: (last: Report) => void): Updates {
  const previous = new Map<string, Session>(); // as the previous round read them
  const followed = new Set<string>();
  let count = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> | null = null;
  let isStopped = false;

  const round = async (): Promise<void> => {
    clearTimeout(timer);
    const trouble = await look(client, previous, followed).then(() => null, troubleOf);
    if (isStopped) return;
    count += 1;
    report({ count, trouble });
    if (trouble?.mustSignIn) return;
    timer = setTimeout(checkNow, 1000 * Math.max(everySeconds, trouble?.retryAfterSeconds ?? 0));
  };
  const checkNow = () => (running ??= round().finally(() => (running = null)));

  void checkNow();
  return {
    checkNow,
    follow: (id) => void followed.add(id),
    stop: () => {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}

async function look(client: ApolloClient, previous: Map<string, Session>, followed: ReadonlySet<string>) {
  const sessions = await sessionsOf(client, previous);
  const moved = sessions.filter((session) => followed.has(session.id) && hasMoved(session, previous.get(session.id)));
  await Promise.all(moved.map(({ id }) => readOn(client, id)));
  previous.clear(); // only now: failed reads are repeated in the next round
  for (const session of sessions) previous.set(session.id, session);
}

/** The pulse is written into the cache only when it has no new person: a row without a name would empty the complete list. */
async function sessionsOf(client: ApolloClient, previous: ReadonlyMap<string, Session>): Promise<readonly Session[]> {
  if (previous.size === 0) {
    const { data } = await client.query({ query: StartPageDocument, fetchPolicy: 'network-only' });
    return data?.myChatSessions ?? [];
  }
  const { data } = await client.query({ query: PulseDocument, fetchPolicy: 'no-cache' });
  const sessions = data?.myChatSessions ?? [];
  const hasNews = sessions.some((session) => isNews(session, previous.get(session.id)));
  if (hasNews) await client.query({ query: SessionListDocument, fetchPolicy: 'network-only' });
  else client.writeQuery({ query: PulseDocument, data: { myChatSessions: sessions } });
  return sessions;
}

/** A new person, or another agent has the conversation, or is to have it. */
function isNews({ status, isMine, transferTo }: Session, before: Session | undefined): boolean {
  if (before === undefined || (before.status === 'IN_QUEUE' && status !== 'IN_QUEUE')) return true;
  return before.isMine !== isMine || before.transferTo?.id !== transferTo?.id;
}

/** The status too: being picked up or offered adds a notice to the conversation, but `whenIdle` depends on written messages. */
function hasMoved(session: Session, before: Session | undefined): boolean {
  return session.whenIdle !== before?.whenIdle || session.status !== before.status || isNews(session, before);
}

/**
 * Reads the messages after the last cached one; the client policies append them. The agent's own message is read like this, too:
 * written into the cache directly, it would hide a message of the customer just before it.
 */
export async function readOn(client: ApolloClient, sessionId: string): Promise<void> {
  const shown = client.readQuery({ query: ConversationDocument, variables: { sessionId } });
  if (!shown) return; // it is being opened just now
  const after = shown.chatMessages?.at(-1)?.id;
  await client.query({ query: ConversationDocument, variables: { sessionId, after }, fetchPolicy: 'network-only' });
}
