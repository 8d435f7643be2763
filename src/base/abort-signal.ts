/**
 * Abort signals of requests and calls. Each call has one that listens to the signal of its operation. Node's own signals are too slow
 * here: adding a listener takes time that grows with the number of listeners.
 */

/** The subset of AbortSignal that the gateway uses; an AbortSignal has this type. */
export interface AbortSignalLike {
  readonly aborted: boolean;
  /** The abort reason; undefined until the signal aborts. */
  readonly reason: unknown;
  /** @throws the reason, if the signal has aborted */
  throwIfAborted(): void;
  /** @param listener is called once; never, if the signal has aborted before */
  addEventListener(type: 'abort', listener: () => void): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}

/** A signal that its owner aborts. */
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

/** Converts the signal into a native AbortSignal, for libraries that require one. */
export function nativeSignalOf(signal: AbortSignalLike): AbortSignal {
  const controller = new AbortController();
  if (signal.aborted) controller.abort(signal.reason);
  else signal.addEventListener('abort', () => controller.abort(signal.reason));
  return controller.signal;
}
