/**
 * All that one emulator holds: sessions, conversations, topics, presence, and the time. What can be done with it is in the
 * files beside this one; it ends with its emulator.
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

  /** As the world's dates are written. */
  now(): string {
    return isoSeconds(this.nowMs());
  }
}
