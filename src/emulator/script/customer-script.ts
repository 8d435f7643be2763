/**
 * Customers who come and go by themselves. There is no timer: whenever a request arrives, the world is played forward to that
 * time, second by second, with chance from a seed. The same seed, clock readings and requests give the same answers.
 */
import type { ChatWorld } from '../world/chat-world.js';
import { Customer } from './customer.js';
import { seededRandom } from './seeded-random.js';
import type { SeededRandom } from './seeded-random.js';

const firstScriptedId = 1001;
const maxCustomers = 12;
/** Sessions that are over and still to be seen; older ones are dropped with their messages. */
const maxEnded = 40;
const tickMs = 1000;
/** What is played at once at the beginning, so that somebody waits already. */
const warmUpMs = 120_000;
/** After a longer silence everybody has gone, and the world begins anew: at most this much is ever played at once. */
const longestPlayMs = 15 * 60_000;

export class CustomerScript {
  readonly #world: ChatWorld;
  readonly #seed: number;
  readonly #arrivals: SeededRandom;
  #timeMs = 0;
  #nextArrivalMs = 0;
  #nextId = firstScriptedId;
  #customers: Customer[] = [];
  #ended: number[] = [];

  constructor(world: ChatWorld, seed: number) {
    this.#world = world;
    this.#seed = seed;
    this.#arrivals = seededRandom(seed);
    this.restart(world.nowMs());
    this.advance();
  }

  /** Plays the world forward to now. A clock that goes backwards stops it. */
  advance(): void {
    const nowMs = this.#world.nowMs();
    if (nowMs - this.#timeMs > longestPlayMs) this.restart(nowMs);
    while (this.#timeMs + tickMs <= nowMs) {
      this.#timeMs += tickMs;
      this.#tick(this.#timeMs);
    }
  }

  restart(nowMs: number): void {
    this.#timeMs = Math.floor((nowMs - warmUpMs) / tickMs) * tickMs;
    for (const customer of this.#customers) {
      customer.closeByIdle(this.#timeMs);
      this.#end(customer);
    }
    this.#customers = [];
    this.#nextArrivalMs = this.#timeMs;
  }

  #tick(timeMs: number): void {
    if (timeMs >= this.#nextArrivalMs) this.addCustomer(timeMs);
    const staying = this.#customers.filter((customer) => customer.act(timeMs));
    for (const customer of this.#customers) if (!staying.includes(customer)) this.#end(customer);
    this.#customers = staying;
  }

  addCustomer(timeMs: number): void {
    const isQuiet = this.#customers.length < 5;
    this.#nextArrivalMs = timeMs + 1000 * (isQuiet ? this.#arrivals.between(15, 40) : this.#arrivals.between(40, 100));
    if (this.#customers.length >= maxCustomers) return;
    const id = this.#world.sessions.freeId(this.#nextId);
    this.#nextId = id + 1;
    const random = seededRandom(Math.imul(this.#seed + 1, 0x9e3779b1) ^ id);
    const turn = Math.abs(this.#seed) + id;
    this.#customers.push(new Customer(this.#world, random, { id, index: turn, timeMs }));
  }

  #end({ sessionId }: Customer): void {
    this.#ended.push(sessionId);
    for (const id of this.#ended.splice(0, Math.max(0, this.#ended.length - maxEnded))) {
      this.#world.sessions.drop(id);
      this.#world.messages.drop(id);
    }
  }
}
