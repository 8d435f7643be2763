/** Creates, saves and deletes topics as records. */
import type { JsonRecord } from '../json-record.js';
import { utcZone, weekOf } from '../records/generated-hours.js';
import { widgetOf } from '../records/generated-widget.js';
import { blankRecord } from '../records/blank-record.js';
import { chatTopicShape } from '../select/shape.js';
import type { ChatWorld } from './chat-world.js';
import { keepRights } from './session-records.js';

const firstCreatedId = 1_001;

/** The default values of a new topic; its id is 0. */
export function newTopic(): JsonRecord {
  return {
    ...blankRecord(chatTopicShape),
    WelcomeMessage: 'NO:"Hei";US:"Hello"',
    WarnNewChatMinutes: 1,
    OpeningHours: weekOf({ day: ['08:00:00', '16:00:00'], lunch: null, zone: utcZone }),
    Widget: widgetOf(0, 'Modern'),
    FieldProperties: {},
  };
}

/**
 * Saves a whole record: what is missing or null is blank afterwards. Id 0 creates a topic.
 * @returns null when the id is unknown
 */
export function saveTopic(world: ChatWorld, sent: JsonRecord): JsonRecord | null {
  const filled = Object.fromEntries(Object.entries(sent).filter(([, value]) => value !== null));
  const whole: JsonRecord = { ...blankRecord(chatTopicShape), ...filled };
  const sentId = Number(whole['ChatTopicId']);
  const before = sentId === 0 ? null : world.topics.find(sentId);
  if (sentId !== 0 && before === null) return null;
  const id = sentId === 0 ? world.topics.freeId(firstCreatedId) : sentId;
  const saved: JsonRecord = { ...keepRights(before ?? {}, whole), ChatTopicId: id };
  world.topics.put(saved);
  if (before === null) world.setTopicAgents(id, []);
  return saved;
}

/** @returns whether there was such a topic */
export function deleteTopic(world: ChatWorld, id: number): boolean {
  if (world.topics.find(id) === null) return false;
  world.topics.delete(id);
  return true;
}
