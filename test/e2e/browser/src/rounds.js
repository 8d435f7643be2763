/**
 * Polls at low cost. A round is one call of ChatSessionsForUser; messages are requested only where `whenIdle` or the status changed, and
 * only those after the last cached one. Independent of React.
 */
import { conversation, pulse, sessionList } from './operations.js';
import { troubleOf } from './trouble.js';

/**
 * @param report receives the number of the round and its trouble; null when there was none
 * @returns `checkNow` ends with the round; `follow` marks a conversation as shown on the screen
 */
export function startRounds(client, everySeconds, report) {
  const previous = new Map(); // id: the session as the previous round read it
  const followed = new Set();
  let [count, timer, running, isStopped] = [0, undefined, null, false];

  const round = async () => {
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
    follow: (id) => followed.add(id),
    stop: () => {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}

async function look(client, previous, followed) {
  const isFirst = previous.size === 0;
  const sessions = await listOf(client, isFirst ? sessionList : pulse);
  const hasNews = sessions.some((session) => isNews(session, previous.get(session.id)));
  if (hasNews && !isFirst) await listOf(client, sessionList);
  else if (!isFirst) client.writeQuery({ query: pulse, data: { myChatSessions: sessions } });
  const moved = sessions.filter((session) => followed.has(session.id) && hasMoved(session, previous.get(session.id)));
  await Promise.all(moved.map(({ id }) => readOn(client, id)));
  previous.clear(); // only now: failed reads are repeated in the next round
  for (const session of sessions) previous.set(session.id, session);
}

/** A new person, or another agent has the conversation, or is to have it. */
function isNews({ status, isMine, transferTo }, before) {
  if (before === undefined || (before.status === 'IN_QUEUE' && status !== 'IN_QUEUE')) return true;
  return before.isMine !== isMine || before.transferTo?.id !== transferTo?.id;
}

/** The status too: being picked up or offered adds a notice to the conversation, but `whenIdle` depends on written messages. */
function hasMoved(session, before) {
  return session.whenIdle !== before?.whenIdle || session.status !== before.status || isNews(session, before);
}

/** The pulse is written into the cache only when it has no new person: a row without a name would empty the complete list. */
async function listOf(client, query) {
  const { data } = await client.query({ query, fetchPolicy: query === pulse ? 'no-cache' : 'network-only' });
  return data.myChatSessions ?? [];
}

/**
 * Reads the messages after the last cached one; the client policies append them. The agent's own message is read like this, too:
 * written into the cache directly, it would hide a message of the customer just before it.
 */
export async function readOn(client, sessionId) {
  const shown = client.readQuery({ query: conversation, variables: { sessionId } });
  if (!shown) return; // it is being opened just now
  const after = shown.chatMessages?.at(-1)?.id;
  await client.query({ query: conversation, variables: { sessionId, after }, fetchPolicy: 'network-only' });
}
