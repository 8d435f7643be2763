/**
 * The end of a request or call, as AbortSignal tells of it. Each call has one, and each listens to that of its operation: to node's
 * own, a listener is added in a time that grows with those that are there.
 */

/** What is used of an AbortSignal, which is one, too. */
export interface AbortSignalLike {
  readonly aborted: boolean;
  /** Why; undefined until then. */
  readonly reason: unknown;
  /** @throws the reason when it has aborted */
  throwIfAborted(): void;
  /** @param listener is called once, and never when it has aborted already */
  addEventListener(type: 'abort', listener: () => void): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}

/** One that is ended by whoever has it. */
export class LightAbortController implements AbortSignalLike {
  aborted = false;
  reason: unknown = undefined;
  private listeners: Set<() => void> | null = null;

  abort(reason: unknown): void {
    if (this.aborted) return;
    this.aborted = true;
    this.reason = reason;
    this.listeners?.forEach((listener) => listener());
    this.listeners = null;
  }

  throwIfAborted(): void {
    if (this.aborted) throw this.reason;
  }

  addEventListener(_type: 'abort', listener: () => void): void {
    if (!this.aborted) (this.listeners ??= new Set()).add(listener);
  }

  removeEventListener(_type: 'abort', listener: () => void): void {
    this.listeners?.delete(listener);
  }
}

/** The same as node's own, for what takes no other. */
export function nativeSignalOf(signal: AbortSignalLike): AbortSignal {
  const controller = new AbortController();
  if (signal.aborted) controller.abort(signal.reason);
  else signal.addEventListener('abort', () => controller.abort(signal.reason));
  return controller.signal;
}
