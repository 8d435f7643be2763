/**
 * Injected faults: what they can be, and which one the next request meets.
 * The oldest fault that matches and is not used up wins; one fault per request. Sending them is left to deliver.ts.
 */
/** What faults are matched against. */
export interface FaultTarget {
  readonly operation: string | null;
  readonly id: string | null;
  readonly path: string;
}

interface FaultScope {
  /** Every request when left out; all that are given. Operation names and the end of the path in any case. */
  readonly match?: { readonly operation?: string; readonly id?: string; readonly pathEnd?: string };
  /** Requests that meet it; default 1, Infinity for all. */
  readonly times?: number;
  /** Waited before the fault takes effect. */
  readonly delayMs?: number;
}

/** An answer with this status: a proxy's 503, a 302, a 429 with Retry-After. */
export interface StatusFault extends FaultScope {
  readonly kind: 'status';
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** 200 with any raw body: a login page, half a document, a gzip bomb (with `headers`). */
export interface BodyFault extends FaultScope {
  readonly kind: 'body';
  readonly body: string | Uint8Array;
  /** Default `application/json; charset=utf-8`. */
  readonly contentType?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The true answer, late. */
export interface DelayFault extends FaultScope {
  readonly kind: 'delay';
  readonly delayMs: number;
}

/** The socket is destroyed without a byte. */
export interface ResetFault extends FaultScope {
  readonly kind: 'reset';
}

/** Half of the true answer under its full Content-Length; then the socket is destroyed. */
export interface TruncateFault extends FaultScope {
  readonly kind: 'truncate';
}

/** No answer, ever; the socket stays open. */
export interface HangFault extends FaultScope {
  readonly kind: 'hang';
}

/** The true answer, its body a few bytes at a time. */
export interface DripFault extends FaultScope {
  readonly kind: 'drip';
  readonly bytesPerStep: number;
  readonly stepMs: number;
}

/** These bytes instead of an HTTP answer; then the socket is closed. */
export interface RawFault extends FaultScope {
  readonly kind: 'raw';
  readonly bytes: string | Uint8Array;
}

export type Fault =
  StatusFault | BodyFault | DelayFault | ResetFault | TruncateFault | HangFault | DripFault | RawFault;

export class FaultQueue {
  #pending: { readonly fault: Fault; remaining: number }[] = [];

  add(fault: Fault): void {
    this.#pending.push({ fault, remaining: fault.times ?? 1 });
  }

  /** Takes the fault that this request meets; null when it meets none. A fault that is used up is dropped. */
  take(target: FaultTarget): Fault | null {
    const found = this.#pending.find(({ fault, remaining }) => remaining > 0 && isMatched(fault, target));
    if (!found) return null;
    found.remaining -= 1;
    this.#pending = this.#pending.filter(({ remaining }) => remaining > 0);
    return found.fault;
  }
}

function isMatched({ match }: Fault, target: FaultTarget): boolean {
  if (match?.operation !== undefined && match.operation.toLowerCase() !== target.operation?.toLowerCase()) return false;
  if (match?.pathEnd !== undefined && !target.path.toLowerCase().endsWith(match.pathEnd.toLowerCase())) return false;
  return match?.id === undefined || match.id === target.id;
}
