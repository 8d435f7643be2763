/**
 * How many calls are in flight at once, in all and for one principal, and who waits, for a slot or for memory. First come, first served among those whose
 * principal has room; a waiting call that is aborted leaves the queue at once. (cockatiel's bulkhead knows no principals, keeps
 * aborted calls in line, and starts nobody in the place of one whose turn comes.)
 */
import type { EndSignal } from './end-signal.js';

export interface CallQueue {
  /**
   * Runs the work as soon as there is room.
   * @throws {QueueFullError} too many wait already
   * @throws the signal's reason, when it aborts before the turn comes
   */
  run<Value>(turn: Turn, work: () => Promise<Value>): Promise<Value>;
  /** Starts those that wait and have room now. */
  startWaiting(): void;
  readonly inFlight: number;
  readonly waiting: number;
}

/** What a call needs beside a slot. */
export interface Room {
  isFree(): boolean;
  take(): void;
}

export interface Turn {
  readonly principal: string;
  readonly signal: EndSignal;
  /** Default: it needs a slot only. */
  readonly room?: Room | undefined;
}

export interface QueueLimits {
  readonly maxInFlight: number;
  readonly maxPerPrincipal: number;
  readonly maxWaiting: number;
}

export class QueueFullError extends Error {
  override readonly name = 'QueueFullError';
}

interface Waiter {
  readonly turn: Turn;
  start(): void;
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

/** Takes one out of the line, wherever it stands. */
function leaveLine(waiting: Waiter[], waiter: Waiter): void {
  const index = waiting.indexOf(waiter);
  if (index === 0)
    waiting.shift(); // nearly always; `splice` moves all who stand behind
  else if (index > 0) waiting.splice(index, 1);
}

/** Waits in line; resolves once `waiter.start` was called, and leaves the line when the signal aborts. */
function inLine(waiting: Waiter[], turn: Turn): Promise<void> {
  const { signal } = turn;
  return new Promise((resolve, reject) => {
    const start = (): void => {
      signal.removeEventListener('abort', leave);
      resolve();
    };
    const waiter: Waiter = { turn, start };
    const leave = (): void => {
      leaveLine(waiting, waiter);
      reject(signal.reason);
    };
    waiting.push(waiter);
    signal.addEventListener('abort', leave);
  });
}

class FairQueue implements CallQueue {
  readonly #slots: Slots;
  /** No Set: V8 chains the tables that it has outgrown, and with an old one everything lives on that was ever in line. */
  readonly #waiting: Waiter[] = [];

  constructor(private readonly limits: QueueLimits) {
    this.#slots = new Slots(limits);
  }

  get inFlight(): number {
    return this.#slots.taken;
  }

  get waiting(): number {
    return this.#waiting.length;
  }

  async run<Value>(turn: Turn, work: () => Promise<Value>): Promise<Value> {
    turn.signal.throwIfAborted();
    if (this.#slots.hasRoomFor(turn)) this.#slots.take(turn);
    else if (this.waiting < this.limits.maxWaiting) await inLine(this.#waiting, turn);
    else throw new QueueFullError();
    try {
      return await work();
    } finally {
      this.#slots.giveBack(turn.principal);
      this.startWaiting();
    }
  }

  /** A slot goes to the first in line for whom there is room. */
  startWaiting(): void {
    for (;;) {
      const next = this.#waiting.find(({ turn }) => this.#slots.hasRoomFor(turn));
      if (!next) return;
      leaveLine(this.#waiting, next);
      this.#slots.take(next.turn);
      next.start();
    }
  }
}

export const callQueue = (limits: QueueLimits): CallQueue => new FairQueue(limits);
