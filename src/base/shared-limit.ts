/**
 * A limit that several parties share, so that none can use it up: a party takes another place only while it has fewer than are free. One
 * greedy party gets half of the places, two get a third each. A party that is alone gets all.
 */
export class SharedLimit {
  taken = 0;

  /** @param isShared false: there is one party */
  constructor(
    readonly max: number,
    readonly isShared: boolean,
  ) {}

  part(): LimitPart {
    return new LimitPart(this);
  }
}

/** The places of one party. */
export class LimitPart {
  #taken = 0;

  constructor(private readonly limit: SharedLimit) {}

  get taken(): number {
    return this.#taken;
  }

  /** @returns false: there is no place for this party */
  take(): boolean {
    const { max, isShared, taken } = this.limit;
    const free = max - taken;
    if (free <= 0 || (isShared && this.#taken >= free)) return false;
    this.#taken += 1;
    this.limit.taken += 1;
    return true;
  }

  /** To be called once for each place. */
  release(): void {
    this.#taken -= 1;
    this.limit.taken -= 1;
  }
}
