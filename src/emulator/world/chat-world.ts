/**
 * The data of one emulator: sessions, messages, topics, presence, and the time. The other files of this directory change it.
 */
import { isoSeconds } from '../clock.js';
import type { Clock } from '../clock.js';
import { MessageStore } from './message-store.js';
import { PresenceStore } from './presence-store.js';
import { SessionStore } from './session-store.js';
import { TopicStore } from './topic-store.js';

export class ChatWorld {
  readonly sessions = new SessionStore();
  readonly messages = new MessageStore();
  readonly topics = new TopicStore();
  readonly presence = new PresenceStore();
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  nowMs(): number {
    return this.#clock.now();
  }

  /** As in the world's dates: UTC, to the second. */
  now(): string {
    return isoSeconds(this.nowMs());
  }
}
