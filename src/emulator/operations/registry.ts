/**
 * The operations that this stand-in plays. A new one is a file here and a line below.
 */
import { chatSessionsForUser } from './chat-sessions-for-user.js';
import { addChatMessage, getChatMessages, getChatTranscript } from './conversation.js';
import { getChatSessionEntity } from './get-chat-session-entity.js';
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
import { getChatPresence, saveChatPresence } from './presence.js';
import { createChatSessionForTopic, saveChatSessionEntity } from './session-records.js';
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
];

const byName: ReadonlyMap<string, Operation> = new Map(
  operations.map((operation) => [operation.name.toLowerCase(), operation]),
);

/** Null when the emulator does not play it. Names in any case. */
export function findOperation(name: string): Operation | null {
  return byName.get(name.toLowerCase()) ?? null;
}
