/** The calls that wait to begin, and whose turn is next. */
import { LRUCache } from 'lru-cache';
import type { CallTurn } from './call-rate.js';
import type { AbortSignalLike } from '../base/abort-signal.js';

/** In this order, where the rate of calls is limited. */
export const urgencies = ['action', 'interactive', 'long-list'] as const;

export type Urgency = (typeof urgencies)[number];

/** What a call needs beside a slot. */
export interface Room {
  isFree(): boolean;
  take(): void;
}

export interface QueuedCall {
  readonly principal: string;
  readonly signal: AbortSignalLike;
  /** Default: it needs a slot only. */
  readonly room?: Room | undefined;
  /** Default: interactive. */
  readonly urgency?: Urgency | undefined;
  /** Where the rate is limited, it is given up when it has not begun by then; default: however long it takes. */
  readonly beginWithinMs?: number | undefined;
}

export interface Waiter {
  readonly call: QueuedCall;
  /** Its turn has come. */
  start(admitted: CallTurn): void;
  /** It is given up. */
  fail(reason: unknown): void;
}

/** Every so many turns go to the principal who had none for longest, however urgent the others are. */
const turnsOfTheUrgent = 4;

/** Principals whose last turn is kept in mind; the one that was silent longest goes first. */
const maxPrincipals = 10_000;

const rankOf = ({ urgency = 'interactive' }: QueuedCall): number => urgencies.indexOf(urgency);

export class WaitingCalls {
  /** No Set: V8 chains the tables that it has outgrown, and with an old one everything lives on that was ever in line. */
  readonly #waiting: Waiter[] = [];
  /** By principal. */
  readonly #lastTurns = new LRUCache<string, number>({ max: maxPrincipals });
  #turns = 0;

  get length(): number {
    return this.#waiting.length;
  }

  some(isSo: (call: QueuedCall) => boolean): boolean {
    return this.#waiting.some(({ call }) => isSo(call));
  }

  /** @returns resolves when its turn has come @throws the signal's reason, when it aborts before: then it leaves the line */
  join(call: QueuedCall): Promise<CallTurn> {
    const { signal, principal } = call;
    if (!this.#lastTurns.has(principal)) this.#lastTurns.set(principal, this.#turns); // or a new name for each call would always be first
    return new Promise((resolve, reject) => {
      const start = (admitted: CallTurn): void => {
        signal.removeEventListener('abort', abort);
        resolve(admitted);
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

  /** Gives one up that may still wait. */
  leave(call: QueuedCall, reason: unknown): void {
    this.#waiting.find((waiter) => waiter.call === call)?.fail(reason);
  }

  /**
   * Takes one out of the line.
   * @param isFair principals take turns, the more urgent first; otherwise the one that came first
   */
  next(hasRoom: (call: QueuedCall) => boolean, isFair: boolean): Waiter | undefined {
    const next = isFair ? this.#fairest(hasRoom) : this.#waiting.find(({ call }) => hasRoom(call));
    if (next) this.#remove(next);
    return next;
  }

  /** How many of those that wait begin before one that would come now, if no other comes and all have room. */
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

  /** Of the most urgent ones, that of the principal whose last turn is longest ago; of theirs, the first. */
  #fairest(hasRoom: (call: QueuedCall) => boolean): Waiter | undefined {
    const isUrgencyLeftOut = this.#turns % turnsOfTheUrgent === turnsOfTheUrgent - 1;
    let [best, bestRank, bestTurn]: [Waiter | undefined, number, number] = [undefined, Infinity, Infinity];
    for (const waiter of this.#waiting) {
      const rank = isUrgencyLeftOut ? 0 : rankOf(waiter.call);
      const lastTurn = this.#lastTurns.get(waiter.call.principal) ?? this.#turns;
      const isBetter = rank < bestRank || (rank === bestRank && lastTurn < bestTurn);
      if (isBetter && hasRoom(waiter.call)) [best, bestRank, bestTurn] = [waiter, rank, lastTurn];
    }
    return best;
  }

  #remove(waiter: Waiter): void {
    const index = this.#waiting.indexOf(waiter);
    if (index === 0)
      this.#waiting.shift(); // nearly always; `splice` moves all who stand behind
    else if (index > 0) this.#waiting.splice(index, 1);
  }
}
