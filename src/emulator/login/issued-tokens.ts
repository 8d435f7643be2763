/**
 * Issued tickets or access tokens, and when each expires.
 */
import { randomBytes } from 'node:crypto';
import type { Clock } from '../clock.js';

interface Lifetime {
  readonly seconds: number;
  /** Every use extends it. */
  readonly isSliding: boolean;
}

export class IssuedTokens {
  readonly #endMs = new Map<string, number>();

  constructor(
    private readonly clock: Clock,
    private readonly lifetime: Lifetime,
  ) {}

  issue(prefix: string): string {
    const token = `${prefix}${randomBytes(12).toString('hex')}`;
    this.#endMs.set(token, this.#endFromNow());
    return token;
  }

  /** @returns whether the token is valid */
  use(token: string): boolean {
    const endMs = this.#endMs.get(token) ?? 0;
    if (endMs <= this.clock.now()) return false;
    if (this.lifetime.isSliding) this.#endMs.set(token, this.#endFromNow());
    return true;
  }

  expireAll(): void {
    this.#endMs.clear();
  }

  #endFromNow(): number {
    return this.clock.now() + this.lifetime.seconds * 1000;
  }
}
