/**
 * Injected faults, and which of them applies to a request: the oldest one that matches and is not used up.
 * send-response.ts applies it.
 */

/** The parts of a request that faults are matched against. */
export interface FaultTarget {
  readonly operation: string | null;
  readonly id: string | null;
  readonly path: string;
}

interface FaultScope {
  /** All given conditions must match; default: every request. Operation and pathEnd are case-insensitive. */
  readonly match?: { readonly operation?: string; readonly id?: string; readonly pathEnd?: string };
  /** Number of requests it applies to; Infinity for all. Default 1. */
  readonly times?: number;
  /** Delay before the fault takes effect. */
  readonly delayMs?: number;
}

/** A response with this status: a proxy's 503, a 302, a 429 with Retry-After. */
export interface StatusFault extends FaultScope {
  readonly kind: 'status';
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** 200 with any body: a login page, half a document, a gzip bomb (with `headers`). */
export interface BodyFault extends FaultScope {
  readonly kind: 'body';
  readonly body: string | Uint8Array;
  /** Default `application/json; charset=utf-8`. */
  readonly contentType?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The normal response, late. */
export interface DelayFault extends FaultScope {
  readonly kind: 'delay';
  readonly delayMs: number;
}

/** The socket is destroyed before anything is sent. */
export interface ResetFault extends FaultScope {
  readonly kind: 'reset';
}

/** Half of the normal body under its full Content-Length; then the socket is destroyed. */
export interface TruncateFault extends FaultScope {
  readonly kind: 'truncate';
}

/** No response; the socket stays open. */
export interface HangFault extends FaultScope {
  readonly kind: 'hang';
}

/** The normal response, its body a few bytes at a time. */
export interface DripFault extends FaultScope {
  readonly kind: 'drip';
  readonly bytesPerStep: number;
  readonly stepMs: number;
}

/** These bytes instead of an HTTP response; then the socket is closed. */
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

  /** Uses up one application of the fault that matches; null when none does. */
  take(target: FaultTarget): Fault | null {
    const found = this.#pending.find(({ fault, remaining }) => remaining > 0 && matches(fault, target));
    if (!found) return null;
    found.remaining -= 1;
    this.#pending = this.#pending.filter(({ remaining }) => remaining > 0);
    return found.fault;
  }
}

function matches({ match }: Fault, target: FaultTarget): boolean {
  if (match?.operation !== undefined && match.operation.toLowerCase() !== target.operation?.toLowerCase()) return false;
  if (match?.pathEnd !== undefined && !target.path.toLowerCase().endsWith(match.pathEnd.toLowerCase())) return false;
  return match?.id === undefined || match.id === target.id;
}
