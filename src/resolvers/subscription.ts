/**
 * The root fields of subscriptions. Each is executed once for each event: it reads, compares with what was sent before, and returns the
 * difference.
 */
import type { GraphQLResolveInfo } from 'graphql';
import type { GatewayContext } from '../context.js';
import type {
  SubscriptionChatMessagesAddedArgs,
  SubscriptionChatSessionChangedArgs,
  SubscriptionMyChatSessionsChangedArgs,
} from '../generated/resolver-types.js';
import type { StreamEvent } from '../live/stream-event.js';
import { checkMessagesFilter, LiveMessages, type MessagesUpdate } from './live-messages.js';
import { LiveSession, type SessionUpdate } from './live-session.js';
import { LiveSessions, type SessionsUpdate } from './live-sessions.js';
import { checkId } from './load-entity.js';
import { checkFilter } from './session-filter.js';

type Resolver<Arguments, Update> = (
  root: unknown,
  args: Arguments,
  context: GatewayContext,
  info: GraphQLResolveInfo,
) => Promise<Update>;

/** @throws {TypeError} the operation is executed as a query, which the gateway never does */
function eventOf({ event }: GatewayContext): StreamEvent {
  if (event === null) throw new TypeError('A subscription is executed for its events only.');
  return event;
}

const myChatSessionsChanged: Resolver<SubscriptionMyChatSessionsChangedArgs, SessionsUpdate> = async (
  _root,
  args,
  context,
  info,
) => {
  checkFilter(args);
  const event = eventOf(context);
  return event.stateOf(() => new LiveSessions(args, info)).next(event, context);
};

const chatSessionChanged: Resolver<SubscriptionChatSessionChangedArgs, SessionUpdate> = async (
  _root,
  { id },
  context,
  info,
) => {
  checkId(id);
  const event = eventOf(context);
  return event.stateOf(() => new LiveSession(id, info)).next(event, context);
};

const chatMessagesAdded: Resolver<SubscriptionChatMessagesAddedArgs, MessagesUpdate> = async (
  _root,
  args,
  context,
  info,
) => {
  checkMessagesFilter(args);
  const event = eventOf(context);
  return event.stateOf(() => new LiveMessages(args, info)).next(event, context);
};

export const Subscription = {
  myChatSessionsChanged: { resolve: myChatSessionsChanged },
  chatSessionChanged: { resolve: chatSessionChanged },
  chatMessagesAdded: { resolve: chatMessagesAdded },
};
