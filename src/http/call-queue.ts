/**
 * How many calls are in flight at once, in all and for one principal, and who waits, for a slot, for memory or for the rate. First come, first served
 * among those whose principal has room; where the rate is limited, principals take turns (waiting-line). A waiting call that is aborted leaves the queue at once.
 * (cockatiel's bulkhead knows no principals, keeps aborted calls in line, and starts nobody in the place of one whose turn comes.)
 */
import type { CallRate, CallTurn } from './call-rate.js';
import { WaitingLine, type Turn } from './waiting-calls.js';

export interface CallQueue {
  /**
   * Runs the work as soon as there is room.
   * @throws {QueueFullError} too many wait already
   * @throws {RateExceededError} the rate leaves no room before its time is over
   * @throws the signal's reason, when it aborts before the turn comes
   */
  run<Value>(turn: Turn, work: (turn: CallTurn) => Promise<Value>): Promise<Value>;
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

  hasRoomFor({ principal, room }: Turn): boolean {
    if (this.#taken >= this.limits.maxInFlight) return false;
    const own = this.#byPrincipal.get(principal) ?? 0;
    return own < this.limits.maxPerPrincipal && (room === undefined || room.isFree());
  }

  take({ principal, room }: Turn): void {
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
  readonly #line = new WaitingLine();
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

  async run<Value>(turn: Turn, work: (turn: CallTurn) => Promise<Value>): Promise<Value> {
    turn.signal.throwIfAborted();
    const admitted = this.#mayBegin(turn) ? this.#begin(turn) : await this.#waitInLine(turn);
    try {
      return await work(admitted);
    } finally {
      admitted.end();
      this.#slots.giveBack(turn.principal);
      this.startWaiting();
    }
  }

  /** A slot goes to the next in line for whom there is room. */
  startWaiting(): void {
    const { rate } = this.limits;
    while (this.#line.length > 0) {
      const waitMs = rate.waitMs();
      if (waitMs > 0) return this.#startLater(waitMs);
      const next = this.#line.next(this.#hasRoom, rate.isLimited);
      if (!next) return;
      next.start(this.#begin(next.turn));
    }
  }

  readonly #hasRoom = (turn: Turn): boolean => this.#slots.hasRoomFor(turn);

  /** Where the rate is limited, nobody gets in before those who could. */
  #mayBegin(turn: Turn): boolean {
    const { rate } = this.limits;
    if (rate.isLimited && (rate.waitMs() > 0 || this.#line.some(this.#hasRoom))) return false;
    return this.#hasRoom(turn);
  }

  #begin(turn: Turn): CallTurn {
    const { rate } = this.limits;
    this.#slots.take(turn);
    if (rate.isLimited) this.#line.noteTurn(turn.principal);
    return rate.admit();
  }

  async #waitInLine(turn: Turn): Promise<CallTurn> {
    const { rate, maxWaiting } = this.limits;
    if (this.#line.length >= maxWaiting) throw new QueueFullError();
    const waitMs = rate.isLimited ? rate.waitMs(this.#line.aheadOf(turn)) : 0;
    if (waitMs > (turn.beginWithinMs ?? Infinity)) throw new RateExceededError(waitMs);
    const begins = this.#line.join(turn);
    if (!rate.isLimited) return begins;
    this.startWaiting();
    const late = setTimeout(() => this.#line.leave(turn, this.#rateExceeded(turn)), turn.beginWithinMs ?? maxTimerMs);
    return begins.finally(() => clearTimeout(late));
  }

  /** Others were more urgent. */
  #rateExceeded(turn: Turn): RateExceededError {
    const { rate } = this.limits;
    return new RateExceededError(Math.max(1, rate.waitMs(this.#line.aheadOf(turn))));
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
