/**
 * One customer of the script: when they type, what they reply, how long they wait, when they leave. They read the session every
 * few seconds, and react to what the agents did. All times are parameters.
 */
import { isoSeconds } from '../clock.js';
import type { JsonRecord } from '../json-record.js';
import { pick } from '../records/pick.js';
import type { ChatWorld } from '../world/chat-world.js';
import { arrive, closeSession, readByCustomer, writeAsCustomer } from '../world/customer-actions.js';
import { isActive, isInQueue } from '../world/session-state.js';
import type { SeededRandom } from './seeded-random.js';
import { scenarios, visitors } from './scenarios.js';
import type { Scenario, Visitor } from './scenarios.js';

/** A session that its customer has not read for this long is closed. */
const idleAfterMs = 120_000;
const seconds = 1000;

export interface Arrival {
  /** Id of the new session. */
  readonly id: number;
  /** Selects scenario and visitor; consecutive indexes differ in both. */
  readonly index: number;
  readonly timeMs: number;
}

export class Customer {
  readonly sessionId: number;
  readonly #world: ChatWorld;
  readonly #random: SeededRandom;
  readonly #scenario: Scenario;
  readonly #visitor: Visitor;
  #fetchedMs: number;
  #nextFetchMs: number;
  #giveUpMs: number;
  #nudgeMs: number;
  #planned: { readonly text: string; readonly timeMs: number } | null = null;
  #replies = 0;
  #answeredId = 0;
  #hasLeft = false;

  constructor(world: ChatWorld, random: SeededRandom, { id, index, timeMs }: Arrival) {
    this.sessionId = id;
    this.#world = world;
    this.#random = random;
    this.#scenario = pick(scenarios, 4 * index);
    this.#visitor = pick(visitors[this.#scenario.language], index);
    this.#fetchedMs = timeMs;
    this.#nextFetchMs = timeMs + random.between(2, 6) * seconds;
    this.#nudgeMs = timeMs + random.between(60, 150) * seconds;
    this.#giveUpMs = timeMs + random.between(300, 720) * seconds;
    this.#arrive(timeMs);
  }

  /** @returns false once the session is over */
  act(timeMs: number): boolean {
    const session = this.#world.sessions.find(this.sessionId);
    if (session === null || !(isInQueue(session) || isActive(session))) return false;
    if (this.#hasLeft) return !this.#closeIfIdle(timeMs);
    if (timeMs < this.#nextFetchMs) return true;
    this.#fetch(session, timeMs);
    if (this.#planned === null) this.#planNextStep(session, timeMs);
    else if (timeMs >= this.#planned.timeMs) this.#send(this.#planned.text, timeMs);
    return true;
  }

  /** Ends the session, queued or active, because its customer did not read it for a long time. */
  closeByIdle(timeMs: number): void {
    const session = this.#world.sessions.find(this.sessionId);
    if (session === null || !(isInQueue(session) || isActive(session))) return;
    closeSession(this.#world, session, { specialType: 'ClosedByIdle', author: '', when: isoSeconds(timeMs) });
  }

  #arrive(timeMs: number): void {
    const { name, company } = this.#visitor;
    const customer = {
      CustomerAlias: name.split(' ')[0] ?? name,
      CustomerHost: `198.51.100.${this.sessionId % 250}`,
      CustomerName: name,
      CustomerEmail: `customer${this.sessionId}@example.com`,
      CustomerCompanyName: company,
      CustomerConsented: true,
    };
    const { topicId, opener } = this.#scenario;
    arrive(this.#world, { id: this.sessionId, topicId, timeMs, customer, text: opener });
  }

  #closeIfIdle(timeMs: number): boolean {
    if (timeMs - this.#fetchedMs < idleAfterMs) return false;
    this.closeByIdle(timeMs);
    return true;
  }

  #fetch(session: JsonRecord, timeMs: number): void {
    this.#fetchedMs = timeMs;
    this.#nextFetchMs = timeMs + this.#random.between(3, 7) * seconds;
    readByCustomer(this.#world, session, isoSeconds(timeMs));
  }

  #planNextStep(session: JsonRecord, timeMs: number): void {
    const messageId = isActive(session) ? this.#unanswered() : null;
    if (messageId !== null) this.#planReply(messageId, timeMs);
    else if (timeMs >= this.#giveUpMs) this.#hasLeft = true;
    else if (timeMs >= this.#nudgeMs) {
      this.#nudgeMs = Infinity;
      this.#plan(this.#scenario.nudge, timeMs);
    }
  }

  /** Id of the agent's message that has no reply yet; null for none. */
  #unanswered(): number | null {
    const last = this.#world.messages.of(this.sessionId).at(-1);
    const id = Number(last?.['ChatMessageId']);
    return last?.['Type'] === 'ToCustomer' && id > this.#answeredId ? id : null;
  }

  #planReply(messageId: number, timeMs: number): void {
    this.#answeredId = messageId;
    this.#giveUpMs = timeMs + this.#random.between(240, 600) * seconds;
    this.#plan(this.#scenario.replies[this.#replies] ?? this.#scenario.thanks, timeMs);
    this.#replies += 1;
  }

  #plan(text: string, timeMs: number): void {
    this.#planned = { text, timeMs: timeMs + this.#random.between(4, 15) * seconds };
    this.#showTyping('CustomerIsTyping');
  }

  #send(text: string, timeMs: number): void {
    this.#planned = null;
    this.#showTyping('');
    const session = this.#world.sessions.find(this.sessionId);
    if (session === null) return;
    writeAsCustomer(this.#world, session, { text, when: isoSeconds(timeMs) });
    if (text === this.#scenario.thanks) this.#hasLeft = true;
  }

  #showTyping(flags: string): void {
    const session = this.#world.sessions.find(this.sessionId);
    if (session !== null) this.#world.sessions.change(session, { Flags: flags });
  }
}
