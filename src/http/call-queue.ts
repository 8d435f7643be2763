/**
 * How many calls are in flight at once, in all and for one principal, and who waits, for a slot, for memory or for the rate. First come, first served
 * among those whose principal has room; where the rate is limited, principals take turns (waiting-line). A waiting call that is aborted leaves the queue at once.
 * (cockatiel's bulkhead knows no principals, keeps aborted calls in line, and starts nobody in the place of one whose turn comes.)
 */
import type { CallRate, CallTurn } from './call-rate.js';
import { WaitingCalls, type QueuedCall } from './waiting-calls.js';

export interface CallQueue {
  /**
   * Takes a slot as soon as there is room; it has to be released.
   * @throws {QueueFullError} too many wait already
   * @throws {RateExceededError} the rate leaves no room before its time is over
   * @throws the signal's reason, when it aborts before
   */
  acquire(call: QueuedCall): CallTurn | Promise<CallTurn>;
  release(call: QueuedCall, turn: CallTurn): void;
  /** Starts those that wait and have room now. */
  startWaiting(): void;
  readonly inFlight: number;
  readonly waiting: number;
}

export interface QueueLimits {
  readonly maxInFlight: number;
  readonly maxPerPrincipal: number;
  readonly maxWaiting: number;
  /** Is told of each call that begins. */
  readonly rate: CallRate;
}

export class QueueFullError extends Error {
  override readonly name = 'QueueFullError';
}

/** A call could not begin in time. */
export class RateExceededError extends Error {
  override readonly name = 'RateExceededError';

  constructor(readonly waitMs: number) {
    super(`no room for ${waitMs} ms`);
  }
}

/** Slots that are taken, in all and by principal. */
class Slots {
  #taken = 0;
  readonly #byPrincipal = new Map<string, number>(); // only of those that have one

  constructor(private readonly limits: QueueLimits) {}

  get taken(): number {
    return this.#taken;
  }

  hasRoomFor({ principal, room }: QueuedCall): boolean {
    if (this.#taken >= this.limits.maxInFlight) return false;
    const own = this.#byPrincipal.get(principal) ?? 0;
    return own < this.limits.maxPerPrincipal && (room === undefined || room.isFree());
  }

  take({ principal, room }: QueuedCall): void {
    this.#taken += 1;
    this.#byPrincipal.set(principal, (this.#byPrincipal.get(principal) ?? 0) + 1);
    room?.take();
  }

  giveBack(principal: string): void {
    this.#taken -= 1;
    const left = (this.#byPrincipal.get(principal) ?? 0) - 1;
    if (left > 0) this.#byPrincipal.set(principal, left);
    else this.#byPrincipal.delete(principal);
  }
}

/** The longest that a timer takes. */
const maxTimerMs = 2 ** 31 - 1;

class FairQueue implements CallQueue {
  readonly #slots: Slots;
  readonly #line = new WaitingCalls();
  #timer: NodeJS.Timeout | null = null;

  constructor(private readonly limits: QueueLimits) {
    this.#slots = new Slots(limits);
  }

  get inFlight(): number {
    return this.#slots.taken;
  }

  get waiting(): number {
    return this.#line.length;
  }

  acquire(call: QueuedCall): CallTurn | Promise<CallTurn> {
    call.signal.throwIfAborted();
    return this.#mayBegin(call) ? this.#begin(call) : this.#waitInLine(call);
  }

  release({ principal }: QueuedCall, turn: CallTurn): void {
    turn.end();
    this.#slots.giveBack(principal);
    this.startWaiting();
  }

  /** A slot goes to the next in line for whom there is room. */
  startWaiting(): void {
    const { rate } = this.limits;
    while (this.#line.length > 0) {
      const waitMs = rate.waitMs();
      if (waitMs > 0) return this.#startLater(waitMs);
      const next = this.#line.next(this.#hasRoom, rate.isLimited);
      if (!next) return;
      next.start(this.#begin(next.call));
    }
  }

  readonly #hasRoom = (call: QueuedCall): boolean => this.#slots.hasRoomFor(call);

  /** Where the rate is limited, nobody gets in before those who could. */
  #mayBegin(call: QueuedCall): boolean {
    const { rate } = this.limits;
    if (rate.isLimited && (rate.waitMs() > 0 || this.#line.some(this.#hasRoom))) return false;
    return this.#hasRoom(call);
  }

  #begin(call: QueuedCall): CallTurn {
    const { rate } = this.limits;
    this.#slots.take(call);
    if (rate.isLimited) this.#line.noteTurn(call.principal);
    return rate.admit();
  }

  async #waitInLine(call: QueuedCall): Promise<CallTurn> {
    const { rate, maxWaiting } = this.limits;
    if (this.#line.length >= maxWaiting) throw new QueueFullError();
    const waitMs = rate.isLimited ? rate.waitMs(this.#line.aheadOf(call)) : 0;
    if (waitMs > (call.beginWithinMs ?? Infinity)) throw new RateExceededError(waitMs);
    const begins = this.#line.join(call);
    if (!rate.isLimited) return begins;
    this.startWaiting();
    const late = setTimeout(() => this.#line.leave(call, this.#rateExceeded(call)), call.beginWithinMs ?? maxTimerMs);
    return begins.finally(() => clearTimeout(late));
  }

  /** Others were more urgent. */
  #rateExceeded(call: QueuedCall): RateExceededError {
    const { rate } = this.limits;
    return new RateExceededError(Math.max(1, rate.waitMs(this.#line.aheadOf(call))));
  }

  #startLater(waitMs: number): void {
    if (this.#timer !== null) return;
    this.#timer = setTimeout(() => {
      this.#timer = null;
      this.startWaiting();
    }, Math.ceil(waitMs));
  }
}

export const callQueue = (limits: QueueLimits): CallQueue => new FairQueue(limits);
