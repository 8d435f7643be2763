/**
 * The agent's desk: the list on the left, one conversation on the right, and above them whether they are up to date.
 */
import type { ApolloClient } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { SessionListDocument, StartPageDocument, TopicsDocument } from 'superoffice-chat-graphql-client/console';
import type { Config } from './config.ts';
import { Conversation } from './conversation.tsx';
import { startLive } from './live.ts';
import { Outbox } from './outbox.ts';
import { readOn, startRounds, type Report, type Updates } from './rounds.ts';
import { SessionList } from './session-list.tsx';
import { TroubleNote } from './trouble-note.tsx';
import type { Trouble } from './trouble.ts';
import { useOnline } from './use-online.ts';

interface DeskProps {
  readonly client: ApolloClient;
  readonly config: Config;
  readonly onSignOut: (trouble: Trouble | null) => void;
}

/** Rounds or streams run as long as the desk is on the screen. */
function useUpdates({ client, config, onSignOut }: DeskProps) {
  const { pollSeconds, isLive = false } = config;
  const [last, setLast] = useState<Report>({ count: 0, trouble: null });
  const updates = useRef<Updates | null>(null);
  useEffect(() => {
    const started = (isLive ? startLive : startRounds)(client, pollSeconds, (report) => {
      if (report.trouble?.mustSignIn) onSignOut(report.trouble);
      else setLast(report);
    });
    updates.current = started;
    return () => started.stop();
  }, [client, pollSeconds, isLive]);
  return { ...last, updates };
}

const offline: Trouble = {
  code: 'OFFLINE',
  title: 'You are offline',
  advice: 'What you see may be out of date. What you write is sent when the connection is back.',
};

export function Desk({ client, config, onSignOut }: DeskProps) {
  const { isLive = false } = config;
  const { count, trouble, updates } = useUpdates({ client, config, onSignOut });
  const outbox = useMemo(
    () => new Outbox(client, { readOn: isLive ? null : (id) => readOn(client, id), onSignOut }),
    [client, isLive],
  );
  const isOnline = useOnline(() => {
    void updates.current?.checkNow();
    outbox.sendAllAgain();
  });
  const [openId, setOpenId] = useState<string | null>(null);
  const { data } = useQuery(SessionListDocument, { fetchPolicy: 'cache-only' });
  const { data: topicData } = useQuery(TopicsDocument, { skip: count === 0 || trouble !== null });
  const { data: start } = useQuery(StartPageDocument, { fetchPolicy: 'cache-only' });
  const topics = new Map((topicData?.myChatTopics ?? []).map(({ id, name }) => [id, name]));
  const sessions = data?.myChatSessions ?? [];
  const shown = isOnline ? trouble : offline;
  const open = (id: string) => {
    updates.current?.follow(id);
    setOpenId(id);
  };
  return (
    <div className={openId === null ? 'desk' : 'desk is-open'} data-rounds={count}>
      <header>
        <h1>Chat console</h1>
        <span className={shown ? 'lamp lamp-off' : 'lamp'}>{shown ? 'Out of date' : 'Up to date'}</span>
        <span className="hint">{start?.myChatUser?.fullName}</span>
        <button type="button" onClick={() => void updates.current?.checkNow()}>
          Check now
        </button>
        <button type="button" onClick={() => onSignOut(null)}>
          Sign out
        </button>
      </header>
      <TroubleNote trouble={shown} />
      <SessionList sessions={sessions} topics={topics} openId={openId} onOpen={open} isLoaded={data !== undefined} />
      {openId === null ? (
        <main className="empty">Choose a conversation on the left.</main>
      ) : (
        <Conversation
          key={openId}
          id={openId}
          topics={topics}
          outbox={outbox}
          isLive={isLive}
          isListed={sessions.some(({ id }) => id === openId)}
          onBack={() => setOpenId(null)}
          onSignOut={onSignOut}
          onStale={() => void updates.current?.checkNow()}
        />
      )}
    </div>
  );
}
