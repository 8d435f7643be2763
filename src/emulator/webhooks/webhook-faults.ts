/**
 * Faults of the delivery of webhooks: SuperOffice promises neither order nor exactly one delivery.
 */
export interface WebhookFault {
  /**
   * `lose`: it is never sent. `duplicate`: it is sent twice. `delay`: it is sent `delayMs` later. `reorder`: it is sent after the next
   * one. `before-commit`: it is sent before the change can be read, which takes `delayMs` more. `wrong-secret`: its signature is another.
   * `casing`: the event's name and its members are spelt as on the other pages of the documentation.
   */
  readonly kind: 'lose' | 'duplicate' | 'delay' | 'reorder' | 'before-commit' | 'wrong-secret' | 'casing';
  /** Number of events it applies to; Infinity for all. Default 1. */
  readonly times?: number;
  /** Default 500. */
  readonly delayMs?: number;
}

export class WebhookFaults {
  #pending: { readonly fault: WebhookFault; remaining: number }[] = [];

  add(fault: WebhookFault): void {
    this.#pending.push({ fault, remaining: fault.times ?? 1 });
  }

  /** Uses up one application of the oldest fault of these kinds. */
  take(kinds: readonly WebhookFault['kind'][]): WebhookFault | null {
    const found = this.#pending.find(({ fault }) => kinds.includes(fault.kind));
    if (!found) return null;
    found.remaining -= 1;
    this.#pending = this.#pending.filter(({ remaining }) => remaining > 0);
    return found.fault;
  }
}
