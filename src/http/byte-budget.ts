/**
 * Memory budget for response bodies, in bytes, from their arrival until the end of their request. A call starts when the budget has room for
 * the recent response size of its operation. A larger response may overdraw the budget up to a limit; past it, the call fails. So a
 * few large responses cannot exhaust the memory of the process, and small ones do not wait. Where several tenants share the memory, each has
 * a budget of its own in one pool: a tenant gets room only while it holds less than is free, so that none can take all.
 */
import type { Room } from './waiting-calls.js';

/** Factor of the budget that responses larger than expected may use. */
const overdraft = 1.25;

/** Share of the budget that the first call of an operation reserves: the size of its responses is not known yet. */
const firstCallShare = 1 / 8;

/** Weight of a smaller response in the expected size. */
const decay = 0.2;

/** The budgets that share the memory of the process. */
export class BytePool {
  held = 0;
  readonly budgets: ByteBudget[] = [];

  /** @param isShared false: there is one budget */
  constructor(readonly isShared: boolean) {}

  /** Bytes were released. */
  wake(): void {
    for (const { onRoom } of this.budgets) onRoom();
  }
}

/** Share of the memory that one of several tenants may use. */
const tenantShare = 1 / 2;

export class ByteBudget {
  #held = 0;
  readonly #expected = new Map<string, number>(); // by operation: about twenty
  /** Called when bytes were released. */
  onRoom: () => void = () => undefined;
  readonly #maxOwn: number;

  /**
   * @param maxBytes of all responses
   * @param maxResponseBytes of one response; never more than `maxBytes`
   * @param pool default: no other budget shares the memory
   */
  constructor(
    private readonly maxBytes: number,
    private readonly maxResponseBytes: number,
    readonly pool = new BytePool(false),
  ) {
    this.#maxOwn = pool.isShared ? maxBytes * tenantShare : maxBytes;
    pool.budgets.push(this);
  }

  get held(): number {
    return this.#held;
  }

  expectedOf(operation: string): number {
    return this.#expected.get(operation) ?? Math.min(this.maxResponseBytes, Math.ceil(this.maxBytes * firstCallShare));
  }

  record(operation: string, bytes: number): void {
    const expected = this.expectedOf(operation);
    this.#expected.set(operation, bytes > expected ? bytes : Math.ceil(expected + (bytes - expected) * decay));
  }

  hasRoomFor(bytes: number): boolean {
    const { held, isShared } = this.pool;
    return this.#held === 0 || this.#held + bytes <= this.maxBytes - (isShared ? held : 0);
  }

  /** @param bytes negative: releases them */
  add(bytes: number): void {
    this.#held += bytes;
    this.pool.held += bytes;
  }

  /** Whether so many held bytes exceed the limit for overdrafts. */
  isOverdrawnBy(bytes: number): boolean {
    return bytes > this.#maxOwn * overdraft;
  }

  get isOverdrawn(): boolean {
    return this.isOverdrawnBy(this.#held) || this.pool.held > this.maxBytes * overdraft;
  }
}

/** The bytes that one request holds. */
export class HeldBytes {
  /** Bytes of responses, and bytes that are reserved for calls in flight. */
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

  /** The request holds a response that another one has received: its size is estimated. */
  share(operation: string): void {
    this.add(this.budget.expectedOf(operation));
  }

  /** Releases all bytes at the end of the request. */
  release(): void {
    if (this.#isReleased) return;
    this.add(-this.bytes);
    this.#isReleased = true;
    this.budget.pool.wake();
  }
}

/** The bytes of one call. */
export class CallBytes implements Room {
  #reserved = 0;
  #arrived = 0;
  #isInFlight = false;
  /** The request already holds so much that this call cannot get room. */
  isExhausted = false;

  constructor(
    private readonly held: HeldBytes,
    private readonly budget: ByteBudget,
    private readonly operation: string,
  ) {}

  /** A request that holds responses and has no call in flight does not wait for other requests: they may wait for it. */
  isFree(): boolean {
    const { held, budget, operation } = this;
    return (held.bytes > 0 && held.callsInFlight === 0) || budget.hasRoomFor(budget.expectedOf(operation));
  }

  /** Reserves the expected size. */
  take(): void {
    const { held, budget } = this;
    const expected = budget.expectedOf(this.operation);
    this.isExhausted = held.bytes > 0 && budget.isOverdrawnBy(held.bytes + expected);
    this.#isInFlight = true;
    held.callsInFlight += 1;
    this.#reserve(expected);
  }

  /** @returns false: the budget has no room for them */
  arrive(bytes: number): boolean {
    this.#arrived += bytes;
    if (this.#arrived <= this.#reserved) return true;
    this.#reserve(this.#arrived);
    return !this.budget.isOverdrawn;
  }

  /** Releases reserved bytes that did not arrive. */
  end(): void {
    if (!this.#isInFlight) return;
    this.#isInFlight = false;
    this.held.callsInFlight -= 1;
    if (this.#arrived > 0) this.budget.record(this.operation, this.#arrived);
    this.#reserve(this.#arrived);
    this.budget.pool.wake();
  }

  #reserve(bytes: number): void {
    this.held.add(bytes - this.#reserved);
    this.#reserved = bytes;
  }
}
