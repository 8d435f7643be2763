/**
 * The operations that the emulator implements. A new one needs a line here.
 */
import { archiveOperations } from '../archive/archive-operations.js';
import { addChatMessage, getChatMessages, getChatTranscript } from './conversation.js';
import { getUserAgentList } from './get-user-agent-list.js';
import {
  acceptChatSessionTransfer,
  pickUpChatSession,
  pickUpFirstChatSession,
  rejectChatSessionTransfer,
  resetChatSession,
  transferChatSession,
} from './session-assignment.js';
import type { Operation } from './operation.js';
import { relatedLists } from './related-lists.js';
import { getChatPresence, saveChatPresence } from './presence.js';
import {
  chatSessionsForUser,
  createChatSessionForTopic,
  createDefaultChatSessionEntity,
  deleteChatSessionEntity,
  getChatSessionEntity,
  saveChatSessionEntity,
} from './sessions.js';
import { topicAdministration } from './topic-administration.js';
import { chatTopicsForUser, getChatTopicEntity, getChatTopicUserAgentList, isWithinOpeningHours } from './topics.js';

const operations: readonly Operation[] = [
  getChatSessionEntity,
  chatSessionsForUser,
  getChatMessages,
  getChatTranscript,
  addChatMessage,
  getChatTopicEntity,
  chatTopicsForUser,
  isWithinOpeningHours,
  getChatTopicUserAgentList,
  getChatPresence,
  saveChatPresence,
  getUserAgentList,
  pickUpChatSession,
  pickUpFirstChatSession,
  transferChatSession,
  acceptChatSessionTransfer,
  rejectChatSessionTransfer,
  resetChatSession,
  createChatSessionForTopic,
  saveChatSessionEntity,
  createDefaultChatSessionEntity,
  deleteChatSessionEntity,
  ...topicAdministration,
  ...relatedLists,
  ...archiveOperations,
];

const byName: ReadonlyMap<string, Operation> = new Map(
  operations.map((operation) => [operation.name.toLowerCase(), operation]),
);

/** Case-insensitive; null when the emulator does not implement it. */
export function findOperation(name: string): Operation | null {
  return byName.get(name.toLowerCase()) ?? null;
}
