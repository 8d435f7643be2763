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

/** Runs a limited number of rounds at once, in the order of their requests: a storm of changes must not block queries. */
export class RoundLimit {
  #running = 0;
  readonly #waiting: (() => Promise<void>)[] = [];

  constructor(private readonly max: number) {}

  /** @param run never rejects */
  start(run: () => Promise<void>): void {
    if (this.#running >= this.max) {
      this.#waiting.push(run);
      return;
    }
    this.#running += 1;
    void this.#run(run);
  }

  async #run(run: () => Promise<void>): Promise<void> {
    await run();
    const next = this.#waiting.shift();
    if (next)
      setImmediate(() => void this.#run(next)); // queries come first
    else this.#running -= 1;
  }
}
