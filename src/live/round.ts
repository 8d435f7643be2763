/** One round of reads for one caller: all its streams that are due share the loaders, and so the calls. */
import type { GatewayContext } from '../context.js';

export interface Round {
  /** Has the loaders of the round. */
  readonly context: GatewayContext;
  /** Aborts the calls that are under way, because no stream of the caller is left. */
  abort(): void;
  /** Releases what the round holds. */
  end(): void;
}

/** A round that may wait. */
export interface QueuedRound {
  /** Who pays: one payer has only some of the rounds at once, so that slow calls of one delay no other. */
  readonly payer: string;
  /** A client waits for its first event. */
  readonly isFirst: boolean;
  /** Never rejects. */
  run(): Promise<void>;
}

const maxPerPayer = 2;

/** Runs a limited number of rounds at once: a storm of changes must not block queries. First events come first. */
export class RoundLimit {
  #running = 0;
  readonly #byPayer = new Map<string, number>();
  readonly #waiting: QueuedRound[] = [];

  constructor(private readonly max: number) {}

  start(round: QueuedRound): void {
    if (this.#mayRun(round)) this.#run(round);
    else if (round.isFirst) this.#waiting.splice(this.#waiting.findLastIndex(({ isFirst }) => isFirst) + 1, 0, round);
    else this.#waiting.push(round);
  }

  #mayRun({ payer }: QueuedRound): boolean {
    return this.#running < this.max && (this.#byPayer.get(payer) ?? 0) < maxPerPayer;
  }

  #run(round: QueuedRound): void {
    this.#count(round, 1);
    void round.run().then(() => {
      this.#count(round, -1);
      setImmediate(() => this.#next()); // queries come first
    });
  }

  #count({ payer }: QueuedRound, change: 1 | -1): void {
    this.#running += change;
    const rounds = (this.#byPayer.get(payer) ?? 0) + change;
    if (rounds === 0) this.#byPayer.delete(payer);
    else this.#byPayer.set(payer, rounds);
  }

  #next(): void {
    const index = this.#waiting.findIndex((round) => this.#mayRun(round));
    const [next] = index < 0 ? [] : this.#waiting.splice(index, 1);
    if (next) this.#run(next);
  }
}
