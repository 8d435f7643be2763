/**
 * Live updates with two streams: the list, and the messages of all open conversations. Where there are no subscriptions the console polls
 * (rounds.js). Independent of React.
 */
import { updateConversations, updateSessionLists } from 'superoffice-chat-graphql/client-policies';
import { conversation, desk, messagesAdded, sessionList } from './operations.js';
import { startRounds } from './rounds.js';
import { troubleOf } from './trouble.js';

const firstDelayMs = 1_000;
const maxDelayMs = 30_000;

/**
 * Keeps a subscription open: it subscribes again when the stream ends.
 * @param onEnd receives the error, or null; returns false: the stream stays closed
 */
function keepSubscribed(client, optionsOf, { onData, onEnd }) {
  let [subscription, timer, delayMs] = [null, undefined, firstDelayMs];
  const open = () => {
    subscription = client.subscribe(optionsOf()).subscribe({
      next: ({ data, error }) => {
        if (error) return again(error);
        delayMs = firstDelayMs;
        onData(Object.values(data)[0]);
      },
      error: again,
      complete: () => again(null),
    });
  };
  const again = (error) => {
    close();
    if (!onEnd(error)) return;
    timer = setTimeout(open, delayMs);
    delayMs = Math.min(maxDelayMs, 2 * delayMs);
  };
  const close = () => {
    clearTimeout(timer);
    subscription?.unsubscribe();
  };
  open();
  return { close };
}

/** The gateway has no subscriptions. */
const isRefused = (error) => /There is no subscription|Cannot query field/.test(error?.message ?? '');

/** @returns as `startRounds` does */
export function startLive(client, everySeconds, report) {
  const followed = new Set();
  let [count, cursor, messages, rounds] = [0, null, null, null];
  const inform = (trouble) => report({ count: (count += 1), trouble });

  const streams = {
    onEnd: (error) => {
      const trouble = error && troubleOf(error);
      if (isRefused(error)) {
        poll();
        return false;
      }
      if (trouble && trouble.code !== 'SUBSCRIPTION_RESTART') inform(trouble);
      return !trouble?.mustSignIn;
    },
  };
  const list = keepSubscribed(client, () => ({ query: desk }), {
    ...streams,
    onData: (update) => {
      if (update.isComplete) client.writeQuery({ query: sessionList, data: { myChatSessions: update.sessions } });
      else updateSessionLists(client.cache, update);
      inform(null);
    },
  });

  const receive = (update) => {
    for (const sessionId of followed) {
      const isShown = client.readQuery({ query: conversation, variables: { sessionId } }) !== null;
      const chatMessages = update.messages.filter(({ chatSessionId }) => chatSessionId === sessionId);
      if (!isShown) client.writeQuery({ query: conversation, variables: { sessionId }, data: { chatMessages } });
    }
    updateConversations(client.cache, update, cursor);
    cursor = update.cursor;
    inform(null);
  };
  const followAll = () => {
    messages?.close();
    const variables = () => ({ sessionIds: [...followed], after: cursor });
    const options = () => ({ query: messagesAdded, variables: variables() });
    messages = keepSubscribed(client, options, { ...streams, onData: receive });
  };
  const poll = () => {
    stop();
    rounds ??= startRounds(client, everySeconds, report);
    followed.forEach((id) => rounds.follow(id));
  };
  const stop = () => {
    list.close();
    messages?.close();
  };

  return {
    isLive: true,
    checkNow: () => rounds?.checkNow(),
    follow: (id) => {
      if (rounds) return rounds.follow(id);
      if (followed.has(id)) return;
      followed.add(id);
      followAll();
    },
    stop: () => {
      stop();
      rounds?.stop();
    },
  };
}
