/** The calls that wait in the queue, and the order in which they start. */
import { LRUCache } from 'lru-cache';
import type { CallTurn } from './call-rate.js';
import type { AbortSignalLike } from '../base/abort-signal.js';

/** Most urgent first; used where the rate of calls is limited. */
export const urgencies = ['action', 'interactive', 'long-list'] as const;

export type Urgency = (typeof urgencies)[number];

/** What a call needs in addition to a slot: memory. */
export interface Room {
  isFree(): boolean;
  take(): void;
}

export interface QueuedCall {
  readonly principal: string;
  readonly signal: AbortSignalLike;
  /** Default: the call needs a slot only. */
  readonly room?: Room | undefined;
  /** The call is a read for a stream: it comes after all others, and is never refused for their number. Default: it is not. */
  readonly isLive?: boolean | undefined;
  /** Default: interactive. */
  readonly urgency?: Urgency | undefined;
  /** Where the rate is limited, the call fails if it has not begun by then; default: no limit. */
  readonly beginWithinMs?: number | undefined;
}

export interface Waiter {
  readonly call: QueuedCall;
  start(turn: CallTurn): void;
  fail(reason: unknown): void;
}

/** One in so many turns goes to the principal with the oldest last turn, regardless of urgency. */
const fairTurnInterval = 4;

/** Principals whose last turn is stored; the least recently used one is evicted. */
const maxPrincipals = 10_000;

const rankOf = ({ urgency = 'interactive' }: QueuedCall): number => urgencies.indexOf(urgency);

export class WaitingCalls {
  /** Not a Set: V8 chains the tables that a Set outgrew, and an old table keeps every call alive that ever waited. */
  readonly #waiting: Waiter[] = [];
  /** Number of the last turn, by principal. */
  readonly #lastTurns = new LRUCache<string, number>({ max: maxPrincipals });
  #turns = 0;

  get length(): number {
    return this.#waiting.length;
  }

  some(predicate: (call: QueuedCall) => boolean): boolean {
    return this.#waiting.some(({ call }) => predicate(call));
  }

  /** @returns resolves when the call starts @throws the signal's reason, if it aborts before: the call then leaves the queue */
  join(call: QueuedCall): Promise<CallTurn> {
    const { signal, principal } = call;
    if (!this.#lastTurns.has(principal)) this.#lastTurns.set(principal, this.#turns); // otherwise a client with a new principal for each call would always be first
    return new Promise((resolve, reject) => {
      const start = (turn: CallTurn): void => {
        signal.removeEventListener('abort', abort);
        resolve(turn);
      };
      const fail = (reason: unknown): void => {
        signal.removeEventListener('abort', abort);
        this.#remove(waiter);
        reject(reason);
      };
      const abort = (): void => fail(signal.reason);
      const waiter: Waiter = { call, start, fail };
      this.#waiting.push(waiter);
      signal.addEventListener('abort', abort);
    });
  }

  /** Fails the call, if it still waits. */
  leave(call: QueuedCall, reason: unknown): void {
    this.#waiting.find((waiter) => waiter.call === call)?.fail(reason);
  }

  /**
   * Removes the next call from the queue.
   * @param isFair true: principals take turns, the most urgent call first; false: FIFO
   */
  next(hasRoom: (call: QueuedCall) => boolean, isFair: boolean): Waiter | undefined {
    const next = isFair ? this.#fairest(hasRoom) : this.#waiting.find(({ call }) => hasRoom(call));
    if (next) this.#remove(next);
    return next;
  }

  /** @returns how many waiting calls would start before this new one, if no other call is added and all have room */
  aheadOf(call: QueuedCall): number {
    const rank = rankOf(call);
    const counts = new Map<string, number>();
    let ahead = 0;
    for (const other of this.#waiting) {
      const otherRank = rankOf(other.call);
      if (otherRank < rank) ahead += 1;
      else if (otherRank === rank) counts.set(other.call.principal, (counts.get(other.call.principal) ?? 0) + 1);
    }
    const own = counts.get(call.principal) ?? 0;
    counts.delete(call.principal);
    for (const count of counts.values()) ahead += Math.min(count, own + 1);
    return ahead + own;
  }

  /** A call of this principal has begun. */
  noteTurn(principal: string): void {
    this.#turns += 1;
    this.#lastTurns.set(principal, this.#turns);
  }

  /** Among the most urgent calls, the first of the principal with the oldest last turn. */
  #fairest(hasRoom: (call: QueuedCall) => boolean): Waiter | undefined {
    const isUrgencyIgnored = this.#turns % fairTurnInterval === fairTurnInterval - 1;
    let [best, bestRank, bestTurn]: [Waiter | undefined, number, number] = [undefined, Infinity, Infinity];
    for (const waiter of this.#waiting) {
      const rank = isUrgencyIgnored ? 0 : rankOf(waiter.call);
      const lastTurn = this.#lastTurns.get(waiter.call.principal) ?? this.#turns;
      const isBetter = rank < bestRank || (rank === bestRank && lastTurn < bestTurn);
      if (isBetter && hasRoom(waiter.call)) [best, bestRank, bestTurn] = [waiter, rank, lastTurn];
    }
    return best;
  }

  #remove(waiter: Waiter): void {
    const index = this.#waiting.indexOf(waiter);
    if (index === 0)
      this.#waiting.shift(); // the usual case; `splice` moves all elements behind
    else if (index > 0) this.#waiting.splice(index, 1);
  }
}
