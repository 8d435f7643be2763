/**
 * Simulates customers who arrive and leave. There is no timer: each request advances the simulation to the current time, second
 * by second, with random numbers from a seed. The same seed, clock values and requests give the same responses.
 */
import type { ChatWorld } from '../world/chat-world.js';
import { Customer } from './customer.js';
import { seededRandom } from './seeded-random.js';
import type { SeededRandom } from './seeded-random.js';

const firstScriptedId = 1001;
const maxCustomers = 12;
/** Ended sessions that are kept; older ones are dropped with their messages. */
const maxEnded = 40;
const tickMs = 1000;
/** Simulated before the start, so that customers wait already. */
const warmUpMs = 120_000;
/** After a longer gap all customers have left and the simulation restarts; this limits the work per request. */
const maxAdvanceMs = 15 * 60_000;

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
    this.#restart(world.nowMs());
    this.advance();
  }

  /** Advances to the current time. Nothing happens while the clock is behind the last time. */
  advance(): void {
    const nowMs = this.#world.nowMs();
    if (nowMs - this.#timeMs > maxAdvanceMs) this.#restart(nowMs);
    while (this.#timeMs + tickMs <= nowMs) {
      this.#timeMs += tickMs;
      this.#tick(this.#timeMs);
    }
  }

  #restart(nowMs: number): void {
    this.#timeMs = Math.floor((nowMs - warmUpMs) / tickMs) * tickMs;
    for (const customer of this.#customers) {
      customer.closeByIdle(this.#timeMs);
      this.#end(customer);
    }
    this.#customers = [];
    this.#nextArrivalMs = this.#timeMs;
  }

  #tick(timeMs: number): void {
    if (timeMs >= this.#nextArrivalMs) this.#addCustomer(timeMs);
    const staying = this.#customers.filter((customer) => customer.act(timeMs));
    for (const customer of this.#customers) if (!staying.includes(customer)) this.#end(customer);
    this.#customers = staying;
  }

  #addCustomer(timeMs: number): void {
    const isQuiet = this.#customers.length < 5;
    this.#nextArrivalMs = timeMs + 1000 * (isQuiet ? this.#arrivals.between(15, 40) : this.#arrivals.between(40, 100));
    if (this.#customers.length >= maxCustomers) return;
    const id = this.#world.sessions.freeId(this.#nextId);
    this.#nextId = id + 1;
    const random = seededRandom(Math.imul(this.#seed + 1, 0x9e3779b1) ^ id);
    this.#customers.push(new Customer(this.#world, random, { id, index: Math.abs(this.#seed) + id, timeMs }));
  }

  #end({ sessionId }: Customer): void {
    this.#ended.push(sessionId);
    for (const id of this.#ended.splice(0, Math.max(0, this.#ended.length - maxEnded))) {
      this.#world.sessions.drop(id);
      this.#world.messages.drop(id);
    }
  }
}
