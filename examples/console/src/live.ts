/**
 * Live updates with two streams: the list, and the messages of all open conversations. Where there are no subscriptions the console polls
 * (rounds.ts). Independent of React.
 */
import type { ApolloClient } from '@apollo/client';
import { updateConversations, updateSessionLists } from 'superoffice-chat-graphql-client';
import {
  ConversationDocument,
  MessagesAddedDocument,
  SessionListDocument,
  SessionsChangedDocument,
  type MessagesAddedSubscription,
} from 'superoffice-chat-graphql-client/console';
import { keepSubscribed } from './keep-subscribed.ts';
import { startRounds, type Report, type Updates } from './rounds.ts';
import { troubleOf } from './trouble.ts';

/** The gateway has no subscriptions. */
const refusals = new Set(['GRAPHQL_VALIDATION_FAILED', 'BAD_REQUEST', 'PERSISTED_QUERY_NOT_IN_LIST']);

export function startLive(client: ApolloClient, everySeconds: number, report: (last: Report) => void): Updates {
  const followed = new Set<string>();
  let count = 0;
  let cursor: string | null = null;
  let messages: { close(): void } | null = null;
  let rounds: Updates | null = null;
  const inform = (trouble: Report['trouble']) => report({ count: (count += 1), trouble });

  const onEnd = (error: unknown): boolean => {
    const trouble = error ? troubleOf(error) : null;
    if (trouble && refusals.has(trouble.code)) {
      poll();
      return false;
    }
    if (trouble && trouble.code !== 'SUBSCRIPTION_RESTART') inform(trouble);
    return !trouble?.mustSignIn;
  };
  const list = keepSubscribed(client, {
    query: SessionsChangedDocument,
    variables: () => ({}),
    onEnd,
    onData: ({ myChatSessionsChanged: update }) => {
      if (!update) return;
      if (update.isComplete)
        client.writeQuery({ query: SessionListDocument, data: { myChatSessions: update.sessions } });
      else updateSessionLists(client.cache, update);
      inform(null);
    },
  });

  const receive = ({ chatMessagesAdded: update }: MessagesAddedSubscription) => {
    if (!update) return;
    for (const sessionId of followed) {
      const isShown = client.readQuery({ query: ConversationDocument, variables: { sessionId } }) !== null;
      const chatMessages = update.messages.filter(({ chatSessionId }) => chatSessionId === sessionId);
      if (!isShown)
        client.writeQuery({ query: ConversationDocument, variables: { sessionId }, data: { chatMessages } });
    }
    updateConversations(client.cache, update, cursor);
    cursor = update.cursor;
    inform(null);
  };
  const followAll = () => {
    messages?.close();
    const variables = () => ({ sessionIds: [...followed], after: cursor });
    messages = keepSubscribed(client, { query: MessagesAddedDocument, variables, onEnd, onData: receive });
  };
  const poll = () => {
    stop();
    rounds ??= startRounds(client, everySeconds, report);
    for (const id of followed) rounds.follow(id);
  };
  const stop = () => {
    list.close();
    messages?.close();
  };

  return {
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
