/**
 * Limits the calls in flight, in total and per principal. Other calls wait for a slot, for memory or for the rate: in FIFO order among the
 * principals that have room; where the rate is limited, principals take turns (waiting-calls). An aborted call leaves the queue at once.
 * (cockatiel's bulkhead has no principals, keeps aborted calls in the queue, and starts no other call when it reaches one.)
 */
import type { CallRate, CallTurn } from './call-rate.js';
import { WaitingCalls, type QueuedCall } from './waiting-calls.js';

export interface CallQueue {
  /**
   * Takes a slot as soon as there is room; the caller has to release it.
   * @throws {QueueFullError} too many calls wait already
   * @throws {RateExceededError} the rate has no room within `beginWithinMs`
   * @throws the signal's reason, if it aborts before
   */
  acquire(call: QueuedCall): CallTurn | Promise<CallTurn>;
  release(call: QueuedCall, turn: CallTurn): void;
  /** Starts the waiting calls that have room now. */
  startWaitingCalls(): void;
  readonly inFlight: number;
  readonly waiting: number;
}

export interface QueueLimits {
  readonly maxInFlight: number;
  readonly maxPerPrincipal: number;
  readonly maxWaiting: number;
  /** Counts each call that begins. */
  readonly rate: CallRate;
}

/** Share of the slots that reads for streams may take: more would delay queries, because their responses arrive at the same moment. */
const liveShare = 3 / 16;

export class QueueFullError extends Error {
  override readonly name = 'QueueFullError';
}

/** The call could not begin in time. */
export class RateExceededError extends Error {
  override readonly name = 'RateExceededError';

  constructor(readonly waitMs: number) {
    super(`no room for ${waitMs} ms`);
  }
}

/** The taken slots, in total and by principal. */
class Slots {
  #taken = 0;
  #live = 0;
  readonly #byPrincipal = new Map<string, number>(); // only principals with a taken slot

  constructor(private readonly limits: QueueLimits) {}

  get taken(): number {
    return this.#taken;
  }

  hasRoomFor({ principal, room, isLive = false }: QueuedCall): boolean {
    const { maxInFlight } = this.limits;
    if (this.#taken >= maxInFlight) return false;
    if (isLive && this.#live >= Math.max(1, maxInFlight * liveShare)) return false;
    const own = this.#byPrincipal.get(principal) ?? 0;
    return own < this.limits.maxPerPrincipal && (room === undefined || room.isFree());
  }

  take({ principal, room, isLive = false }: QueuedCall): void {
    this.#taken += 1;
    this.#live += isLive ? 1 : 0;
    this.#byPrincipal.set(principal, (this.#byPrincipal.get(principal) ?? 0) + 1);
    room?.take();
  }

  release({ principal, isLive = false }: QueuedCall): void {
    this.#taken -= 1;
    this.#live -= isLive ? 1 : 0;
    const left = (this.#byPrincipal.get(principal) ?? 0) - 1;
    if (left > 0) this.#byPrincipal.set(principal, left);
    else this.#byPrincipal.delete(principal);
  }
}

/** The longest delay of a timer. */
const maxTimerMs = 2 ** 31 - 1;

class FairQueue implements CallQueue {
  readonly #slots: Slots;
  readonly #waitingCalls = new WaitingCalls();
  readonly #waitingLive = new WaitingCalls();
  #timer: NodeJS.Timeout | null = null;

  constructor(private readonly limits: QueueLimits) {
    this.#slots = new Slots(limits);
  }

  get inFlight(): number {
    return this.#slots.taken;
  }

  get waiting(): number {
    return this.#waitingCalls.length + this.#waitingLive.length;
  }

  acquire(call: QueuedCall): CallTurn | Promise<CallTurn> {
    call.signal.throwIfAborted();
    return this.#mayBegin(call) ? this.#begin(call) : this.#enqueue(call);
  }

  release(call: QueuedCall, turn: CallTurn): void {
    turn.end();
    this.#slots.release(call);
    this.startWaitingCalls();
  }

  /** Each free slot goes to the next waiting call that has room. */
  startWaitingCalls(): void {
    const { rate } = this.limits;
    while (this.waiting > 0) {
      const waitMs = rate.waitMs();
      if (waitMs > 0) return this.#startLater(waitMs);
      const next =
        this.#waitingCalls.next(this.#hasRoom, rate.isLimited) ?? this.#waitingLive.next(this.#hasRoom, rate.isLimited);
      if (!next) return;
      next.start(this.#begin(next.call));
    }
  }

  readonly #hasRoom = (call: QueuedCall): boolean => this.#slots.hasRoomFor(call);

  /** Where the rate is limited, no call overtakes waiting calls that have room. */
  #mayBegin(call: QueuedCall): boolean {
    const { rate } = this.limits;
    if (call.isLive && this.waiting > 0) return false;
    if (rate.isLimited && (rate.waitMs() > 0 || this.#waitingCalls.some(this.#hasRoom))) return false;
    return this.#hasRoom(call);
  }

  #begin(call: QueuedCall): CallTurn {
    const { rate } = this.limits;
    this.#slots.take(call);
    if (rate.isLimited) this.#waitingCalls.noteTurn(call.principal);
    return rate.admit();
  }

  async #enqueue(call: QueuedCall): Promise<CallTurn> {
    const { rate, maxWaiting } = this.limits;
    if (call.isLive) return this.#enqueueLive(call);
    if (this.#waitingCalls.length >= maxWaiting) throw new QueueFullError();
    const waitMs = rate.isLimited ? rate.waitMs(this.#waitingCalls.aheadOf(call)) : 0;
    if (waitMs > (call.beginWithinMs ?? Infinity)) throw new RateExceededError(waitMs);
    const turn = this.#waitingCalls.join(call);
    if (!rate.isLimited) return turn;
    this.startWaitingCalls();
    const timer = setTimeout(
      () => this.#waitingCalls.leave(call, this.#rateExceeded(call)),
      call.beginWithinMs ?? maxTimerMs,
    );
    return turn.finally(() => clearTimeout(timer));
  }

  /** Streams wait as long as it takes, until their deadline. */
  #enqueueLive(call: QueuedCall): Promise<CallTurn> {
    const turn = this.#waitingLive.join(call);
    this.startWaitingCalls();
    return turn;
  }

  /** For a call that waited too long because other calls were more urgent. */
  #rateExceeded(call: QueuedCall): RateExceededError {
    const { rate } = this.limits;
    return new RateExceededError(Math.max(1, rate.waitMs(this.#waitingCalls.aheadOf(call))));
  }

  #startLater(waitMs: number): void {
    if (this.#timer !== null) return;
    this.#timer = setTimeout(() => {
      this.#timer = null;
      this.startWaitingCalls();
    }, Math.ceil(waitMs));
  }
}

export const callQueue = (limits: QueueLimits): CallQueue => new FairQueue(limits);
