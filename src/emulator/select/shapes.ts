/** The shapes of what the emulator's operations answer. */
import { shapeOf } from './shape.js';

export const chatSessionShape = shapeOf('ChatSessionEntity');
export const chatTopicShape = shapeOf('ChatTopicEntity');
export const topicAgentShape = shapeOf('ChatTopicAgent');
export const chatMessageShape = shapeOf('ChatMessage');
export const presenceShape = shapeOf('ChatPresence');
export const listItemShape = shapeOf('MDOListItem');
