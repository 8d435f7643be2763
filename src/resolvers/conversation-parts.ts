/** What comes in lists about conversations: messages, and the agents of a topic. */
import { messageFields } from '../entities/message.js';
import { topicAgentFields } from '../entities/topic-agent.js';
import type { ChatMessageResolvers, ChatTopicAgentResolvers } from '../generated/resolver-types.js';
import { fieldResolvers } from './field-resolvers.js';

export const ChatMessage: Required<ChatMessageResolvers> = fieldResolvers(messageFields);
export const ChatTopicAgent: Required<ChatTopicAgentResolvers> = fieldResolvers(topicAgentFields);
