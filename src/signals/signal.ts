/** Signals: what the gateway learns of changes in SuperOffice, and their distribution within the process. */

/** `created`: a session · `changed`: its state · `message`: a message was added. */
export type SignalKind = 'created' | 'changed' | 'message';

/**
 * A hint that a session may have changed. It only starts reads, with the credentials of those who read: nothing in it is ever returned to
 * a client. Signals arrive in any order, more than once, or not at all.
 */
export interface Signal {
  /** The tenant of SuperOffice; no signal reaches readers of another one. */
  readonly tenant: string;
  readonly kind: SignalKind;
  readonly sessionId: string;
  /** null: not known. */
  readonly topicId: string | null;
  /** `mutation`: of a client of this gateway; SuperOffice will report the same change. `pulse`: the gateway has looked for changes. */
  readonly origin: 'webhook' | 'mutation' | 'pulse';
  /** When the gateway learnt of it, by the monotonic clock. */
  readonly atMs: number;
}

type SignalListener = (signal: Signal) => void;

/** Carries signals to other replicas. */
export interface SignalCarrier {
  /** Never fails. */
  publish(signal: Signal): void;
}

/** Distributes the signals of each tenant to its listeners. */
export class SignalBus {
  readonly #listeners = new Map<string, Set<SignalListener>>();
  /** null: there are no other replicas. */
  carrier: SignalCarrier | null = null;

  /** A signal that this process has learnt of. */
  publish(signal: Signal): void {
    this.deliver(signal);
    this.carrier?.publish(signal);
  }

  /** A signal of another replica. */
  deliver(signal: Signal): void {
    for (const listener of this.#listeners.get(signal.tenant) ?? []) listener(signal);
  }

  listen(tenant: string, listener: SignalListener): Disposable {
    const listeners = this.#listeners.get(tenant) ?? new Set<SignalListener>();
    this.#listeners.set(tenant, listeners);
    listeners.add(listener);
    return {
      [Symbol.dispose]: () => {
        listeners.delete(listener);
        if (listeners.size === 0) this.#listeners.delete(tenant);
      },
    };
  }
}
