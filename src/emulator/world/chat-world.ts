/**
 * The data of one emulator: sessions, messages, topics, presence, and the time. The other files of this directory change it.
 */
import { isoSeconds } from '../clock.js';
import type { Clock } from '../clock.js';
import type { JsonRecord } from '../json-record.js';
import { MessageStore } from './message-store.js';
import { PresenceStore } from './presence-store.js';
import { SessionStore } from './session-store.js';
import { TopicStore } from './topic-store.js';
import { WorldEvents } from './world-events.js';

export class ChatWorld {
  readonly events = new WorldEvents();
  readonly sessions: SessionStore;
  readonly messages: MessageStore;
  readonly topics = new TopicStore();
  readonly presence = new PresenceStore();
  /** Topics by associate id, where they differ from those that rights.ts gives. */
  readonly roles = new Map<number, readonly number[]>();
  /** The users of topics that were changed, by topic; others are generated. */
  readonly topicAgents = new Map<number, readonly JsonRecord[]>();
  readonly #clock: Clock;

  /** @param isEmpty without the generated sessions and their messages */
  constructor(clock: Clock, isEmpty: boolean) {
    this.sessions = new SessionStore(this.events, isEmpty);
    this.messages = new MessageStore(this.events, isEmpty);
    this.#clock = clock;
  }

  /** Its users have a role in the topic from now on. */
  setTopicAgents(topicId: number, agents: readonly JsonRecord[]): void {
    this.topicAgents.set(topicId, agents);
  }

  nowMs(): number {
    return this.#clock.now();
  }

  /** As in the world's dates: UTC, to the second. */
  now(): string {
    return isoSeconds(this.nowMs());
  }
}
