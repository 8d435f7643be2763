/**
 * Bytes of responses that the process holds, from their arrival until the request that wanted them has ended. A call begins when there is
 * room for what such calls have brought lately; it may bring more, up to a limit past which it fails. So a few large responses
 * cannot end the process, and small ones wait for nothing.
 */
import type { Room } from './waiting-calls.js';

/** Of the budget, for responses that are larger than was expected. */
const overdraft = 1.25;

/** Of the budget, for the first call of an operation: nothing is known of its responses yet. */
const firstShare = 1 / 8;

/** How much a smaller response lowers what is expected. */
const forgetting = 0.2;

export class ByteBudget {
  #held = 0;
  readonly #expected = new Map<string, number>(); // by operation, of which there are some twenty
  /** Is called when bytes have been given back. */
  onRoom: () => void = () => undefined;

  /** @param maxBytes of all responses @param maxResponseBytes of a single one, which is never more than `maxBytes` */
  constructor(
    private readonly maxBytes: number,
    private readonly maxResponseBytes: number,
  ) {}

  get held(): number {
    return this.#held;
  }

  expectedOf(operation: string): number {
    return this.#expected.get(operation) ?? Math.min(this.maxResponseBytes, Math.ceil(this.maxBytes * firstShare));
  }

  learn(operation: string, bytes: number): void {
    const expected = this.expectedOf(operation);
    this.#expected.set(operation, bytes > expected ? bytes : Math.ceil(expected + (bytes - expected) * forgetting));
  }

  hasRoomFor(bytes: number): boolean {
    return this.#held === 0 || this.#held + bytes <= this.maxBytes;
  }

  /** @param bytes negative: they are released */
  add(bytes: number): void {
    this.#held += bytes;
  }

  /** Whether so many would be too many. */
  isOverdrawnBy(bytes: number): boolean {
    return bytes > this.maxBytes * overdraft;
  }
}

/** What one request holds. */
export class HeldBytes {
  /** Bytes of responses that have arrived, and those that are reserved for calls in flight. */
  bytes = 0;
  callsInFlight = 0;
  #isReleased = false;

  constructor(private readonly budget: ByteBudget) {}

  call(operation: string): CallBytes {
    return new CallBytes(this, this.budget, operation);
  }

  add(bytes: number): void {
    if (this.#isReleased) return;
    this.bytes += bytes;
    this.budget.add(bytes);
  }

  /** Gives everything back: the request has ended. */
  release(): void {
    if (this.#isReleased) return;
    this.add(-this.bytes);
    this.#isReleased = true;
    this.budget.onRoom();
  }
}

/** What one call brings. */
export class CallBytes implements Room {
  #reserved = 0;
  #arrived = 0;
  #isInFlight = false;
  /** Its request holds so much already that there will be no room for it. */
  isExhausted = false;

  constructor(
    private readonly held: HeldBytes,
    private readonly budget: ByteBudget,
    private readonly operation: string,
  ) {}

  /** A request that holds responses, and has no call in flight, does not wait for others that do. */
  isFree(): boolean {
    const { held, budget, operation } = this;
    return (held.bytes > 0 && held.callsInFlight === 0) || budget.hasRoomFor(budget.expectedOf(operation));
  }

  /** Reserves what such calls bring. */
  take(): void {
    const { held, budget } = this;
    const expected = budget.expectedOf(this.operation);
    this.isExhausted = held.bytes > 0 && budget.isOverdrawnBy(held.bytes + expected);
    this.#isInFlight = true;
    held.callsInFlight += 1;
    this.#reserve(expected);
  }

  /** @returns false: there is no room for these */
  arrive(bytes: number): boolean {
    this.#arrived += bytes;
    if (this.#arrived <= this.#reserved) return true;
    this.#reserve(this.#arrived);
    return !this.budget.isOverdrawnBy(this.budget.held);
  }

  /** Nothing more comes: what was reserved and did not come is released. */
  end(): void {
    if (!this.#isInFlight) return;
    this.#isInFlight = false;
    this.held.callsInFlight -= 1;
    if (this.#arrived > 0) this.budget.learn(this.operation, this.#arrived);
    this.#reserve(this.#arrived);
    this.budget.onRoom();
  }

  #reserve(bytes: number): void {
    this.held.add(bytes - this.#reserved);
    this.#reserved = bytes;
  }
}
