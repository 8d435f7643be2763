/** The calls that wait to begin, and whose turn is next. */
import { LRUCache } from 'lru-cache';
import type { CallTurn } from './call-rate.js';
import type { EndSignal } from '../base/abort-signal.js';

/** In this order, where the rate of calls is limited. */
export const urgencies = ['action', 'interactive', 'long-list'] as const;

export type Urgency = (typeof urgencies)[number];

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
  /** Default: interactive. */
  readonly urgency?: Urgency | undefined;
  /** Where the rate is limited, it is given up when it has not begun by then; default: however long it takes. */
  readonly beginWithinMs?: number | undefined;
}

export interface Waiter {
  readonly turn: Turn;
  /** Its turn has come. */
  start(admitted: CallTurn): void;
  /** It is given up. */
  fail(reason: unknown): void;
}

/** Every so many turns go to the principal who had none for longest, however urgent the others are. */
const turnsOfTheUrgent = 4;

/** Principals whose last turn is kept in mind; the one that was silent longest goes first. */
const maxPrincipals = 10_000;

const rankOf = ({ urgency = 'interactive' }: Turn): number => urgencies.indexOf(urgency);

export class WaitingLine {
  /** No Set: V8 chains the tables that it has outgrown, and with an old one everything lives on that was ever in line. */
  readonly #waiting: Waiter[] = [];
  /** By principal. */
  readonly #lastTurns = new LRUCache<string, number>({ max: maxPrincipals });
  #turns = 0;

  get length(): number {
    return this.#waiting.length;
  }

  some(isSo: (turn: Turn) => boolean): boolean {
    return this.#waiting.some(({ turn }) => isSo(turn));
  }

  /** @returns resolves when its turn has come @throws the signal's reason, when it aborts before: then it leaves the line */
  join(turn: Turn): Promise<CallTurn> {
    const { signal, principal } = turn;
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
      const waiter: Waiter = { turn, start, fail };
      this.#waiting.push(waiter);
      signal.addEventListener('abort', abort);
    });
  }

  /** Gives one up that may still wait. */
  leave(turn: Turn, reason: unknown): void {
    this.#waiting.find((waiter) => waiter.turn === turn)?.fail(reason);
  }

  /**
   * Takes one out of the line.
   * @param isFair principals take turns, the more urgent first; otherwise the one that came first
   */
  next(hasRoom: (turn: Turn) => boolean, isFair: boolean): Waiter | undefined {
    const next = isFair ? this.#fairest(hasRoom) : this.#waiting.find(({ turn }) => hasRoom(turn));
    if (next) this.#remove(next);
    return next;
  }

  /** How many of those that wait begin before one that would come now, if no other comes and all have room. */
  aheadOf(turn: Turn): number {
    const rank = rankOf(turn);
    const counts = new Map<string, number>();
    let ahead = 0;
    for (const other of this.#waiting) {
      const otherRank = rankOf(other.turn);
      if (otherRank < rank) ahead += 1;
      else if (otherRank === rank) counts.set(other.turn.principal, (counts.get(other.turn.principal) ?? 0) + 1);
    }
    const own = counts.get(turn.principal) ?? 0;
    counts.delete(turn.principal);
    for (const count of counts.values()) ahead += Math.min(count, own + 1);
    return ahead + own;
  }

  /** A call of this principal has begun. */
  noteTurn(principal: string): void {
    this.#turns += 1;
    this.#lastTurns.set(principal, this.#turns);
  }

  /** Of the most urgent ones, that of the principal whose last turn is longest ago; of theirs, the first. */
  #fairest(hasRoom: (turn: Turn) => boolean): Waiter | undefined {
    const isUrgencyLeftOut = this.#turns % turnsOfTheUrgent === turnsOfTheUrgent - 1;
    let [best, bestRank, bestTurn]: [Waiter | undefined, number, number] = [undefined, Infinity, Infinity];
    for (const waiter of this.#waiting) {
      const rank = isUrgencyLeftOut ? 0 : rankOf(waiter.turn);
      const lastTurn = this.#lastTurns.get(waiter.turn.principal) ?? this.#turns;
      const isBetter = rank < bestRank || (rank === bestRank && lastTurn < bestTurn);
      if (isBetter && hasRoom(waiter.turn)) [best, bestRank, bestTurn] = [waiter, rank, lastTurn];
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
