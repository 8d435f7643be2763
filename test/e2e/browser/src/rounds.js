/**
 * Polls the cheap way. A round is one call of ChatSessionsForUser; messages are asked for only where `whenIdle` or the status moved, and
 * only those after the last one known. Knows nothing of React.
 */
import { conversation, pulse, sessionList } from './operations.js';
import { troubleOf } from './trouble.js';

/**
 * @param report gets the number of the round and its trouble; null when there was none
 * @returns `checkNow` ends when the round has; `follow` says that a conversation is on the screen
 */
export function startRounds(client, everySeconds, report) {
  const known = new Map(); // id: the session as the round before saw it
  const followed = new Set();
  let [count, timer, running, isStopped] = [0, undefined, null, false];

  const round = async () => {
    clearTimeout(timer);
    const trouble = await look(client, known, followed).then(() => null, troubleOf);
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

async function look(client, known, followed) {
  const isFirst = known.size === 0;
  const sessions = await listOf(client, isFirst ? sessionList : pulse);
  const hasNews = sessions.some(({ id, status }) => {
    const before = known.get(id);
    return before === undefined || (before.status === 'IN_QUEUE' && status !== 'IN_QUEUE');
  });
  if (hasNews && !isFirst) await listOf(client, sessionList);
  else if (!isFirst) client.writeQuery({ query: pulse, data: { myChatSessions: sessions } });
  const moved = sessions.filter((session) => followed.has(session.id) && hasMoved(session, known.get(session.id)));
  await Promise.all(moved.map(({ id }) => readOn(client, id)));
  known.clear(); // only now: what failed is looked for again in the next round
  for (const session of sessions) known.set(session.id, session);
}

/** The status too: being picked up leaves a notice in the conversation, but `whenIdle` is about what people write. */
function hasMoved({ whenIdle, status }, before) {
  return whenIdle !== before?.whenIdle || status !== before.status;
}

/** The pulse goes into the cache only when nobody in it is new: a row without a name would empty the whole list. */
async function listOf(client, query) {
  const { data } = await client.query({ query, fetchPolicy: query === pulse ? 'no-cache' : 'network-only' });
  return data.myChatSessions ?? [];
}

/**
 * Brings what came after the last message that is known; the client policies append it. One's own answer is read like this, too:
 * put there by hand, what the customer wrote just before it would never be asked for.
 */
export async function readOn(client, sessionId) {
  const shown = client.readQuery({ query: conversation, variables: { sessionId } });
  if (!shown) return; // it is being opened just now
  const after = shown.chatMessages?.at(-1)?.id;
  await client.query({ query: conversation, variables: { sessionId, after }, fetchPolicy: 'network-only' });
}
