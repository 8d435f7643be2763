/** What comes in lists about conversations: messages, the agents of a topic, and whom a chat can be handed to. */
import { messageFields } from '../entities/message.js';
import { topicAgentFields } from '../entities/topic-agent.js';
import { transferTargetFields } from '../entities/transfer-target.js';
import type {
  ChatMessageResolvers,
  ChatTopicAgentResolvers,
  ChatTransferTargetResolvers,
} from '../generated/resolver-types.js';
import { fieldResolvers } from './field-resolvers.js';

export const ChatMessage: Required<ChatMessageResolvers> = fieldResolvers(messageFields);
export const ChatTopicAgent: Required<ChatTopicAgentResolvers> = fieldResolvers(topicAgentFields);
export const ChatTransferTarget: Required<ChatTransferTargetResolvers> = fieldResolvers(transferTargetFields);
