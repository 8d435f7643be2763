/**
 * The agent's desk: the list on the left, one conversation on the right, and above them the time of the last update.
 */
import { useQuery } from '@apollo/client/react';
import { useEffect, useRef, useState } from 'react';
import { Conversation } from './conversation.jsx';
import { sessionList, topicNames } from './operations.js';
import { startLive } from './live.js';
import { startRounds } from './rounds.js';
import { SessionList } from './session-list.jsx';
import { TroubleNote } from './trouble-note.jsx';

/** Rounds run as long as the desk is on the screen. */
function useRounds(client, { pollSeconds, isLive }, onSignOut) {
  const [last, setLast] = useState({ count: 0, trouble: null });
  const rounds = useRef(null);
  useEffect(() => {
    const start = isLive ? startLive : startRounds;
    rounds.current = start(client, pollSeconds, (round) => {
      if (round.trouble?.mustSignIn) onSignOut(round.trouble);
      else setLast(round);
    });
    return () => rounds.current.stop();
  }, [client, pollSeconds, isLive]);
  return { ...last, rounds };
}

export function Desk({ client, pollSeconds, isLive, onSignOut }) {
  const { count, trouble, rounds } = useRounds(client, { pollSeconds, isLive }, onSignOut);
  const [openId, setOpenId] = useState(null);
  const { data } = useQuery(sessionList, { fetchPolicy: 'cache-only' });
  const { data: topicData } = useQuery(topicNames, { skip: count === 0 || trouble !== null });
  const topics = new Map((topicData?.myChatTopics ?? []).map(({ id, name }) => [id, name]));
  const sessions = data?.myChatSessions ?? [];
  const open = (id) => {
    rounds.current.follow(id);
    setOpenId(id);
  };
  return (
    <div className="desk" data-rounds={count}>
      <header>
        <h1>Chat console</h1>
        <span className={trouble ? 'lamp lamp-off' : 'lamp'}>{trouble ? 'Out of date' : 'Up to date'}</span>
        <button type="button" onClick={() => rounds.current.checkNow()}>
          Check now
        </button>
        <button type="button" onClick={() => onSignOut(null)}>
          Sign out
        </button>
      </header>
      <TroubleNote trouble={trouble} />
      <SessionList sessions={sessions} topics={topics} openId={openId} onOpen={open} isLoaded={data !== undefined} />
      {openId === null ? (
        <main className="empty">Choose a conversation on the left.</main>
      ) : (
        <Conversation
          key={openId}
          id={openId}
          topics={topics}
          isLive={isLive}
          isListed={sessions.some(({ id }) => id === openId)}
          onSignOut={onSignOut}
          onStale={() => rounds.current.checkNow()}
        />
      )}
    </div>
  );
}
