/**
 * One subscription of one client, as an async iterator. An event is executed only when the client has taken the one before, so a client
 * that reads slowly costs no memory. It is no generator: the `return` of a generator would wait for the next event.
 */
import { hash } from 'node:crypto';
import type { FormattedExecutionResult } from 'graphql';
import type { Clock } from '../base/clock.js';
import type { Signal } from '../signals/signal.js';
import { CredentialsExpiredError, isOutage, isUnauthenticated, StreamRestartError } from './stream-failures.js';
import { StreamEvent, type EventInput, type Movement, type StreamState } from './stream-event.js';
import type { Round } from './round.js';

/** Why a stream has ended: everything was said · SuperOffice refuses the credentials · the client has to subscribe again · it has left. */
export type StreamEnd = 'complete' | 'credentials' | 'restart' | 'left';

/** The execution of one event. */
export interface EventResult {
  readonly result: FormattedExecutionResult;
  /** Why the root field has no value; null: it has one. */
  readonly error: unknown;
  /** Something below the root field is missing that SuperOffice will have later. */
  readonly isPartial: boolean;
}

/** What a stream needs of its operation. */
export interface StreamOperation {
  execute(event: StreamEvent, round: Round): Promise<EventResult>;
  /** Reads for this stream, and others of its caller. @param streams that share the round */
  newRound(streams: number): Round;
  /** The response that says why an event failed. */
  failure(error: unknown): FormattedExecutionResult;
  onEvent(outcome: 'sent' | 'unchanged' | 'failed', delayMs: number | null): void;
}

export interface StreamOptions {
  readonly operation: StreamOperation;
  readonly clock: Pick<Clock, 'monotonicMs'>;
  /** Whether an error informs the client that the stream ends; otherwise its connection is closed with a code. */
  readonly announcesEnd: boolean;
  /** Called when the client waits for an event. */
  onWaiting(): void;
  /** Called once. */
  onEnd(end: StreamEnd): void;
}

type Result = IteratorResult<FormattedExecutionResult, undefined>;

/** An outage that lasts longer is reported to the client. */
const outageReportedAfterMs = 10_000;

/** More sessions than this are not listed: everything counts as moved. */
const maxMoved = 200;

/** Webhooks of one change arrive within this time. */
const recentMs = 500;

/** SuperOffice reports a mutation of this gateway within this time. */
const echoWithinMs = 10_000;

const done: Result = { done: true, value: undefined };

export class LiveStream implements AsyncGenerator<FormattedExecutionResult, undefined> {
  state: StreamState | null = null;
  #moved = new Map<string, Movement>();
  #isAllMoved = true;
  #isReset = true;
  #isRunning = false;
  #oldestSignalMs: number | null = null;
  #failingSinceMs: number | null = null;
  #isFailureReported = false;
  #wasSent = false;
  #lastText = '';
  readonly #mutatedAtMs = new Map<string, number>();
  readonly #changedAtMs = new Map<string, number>();
  #waiting: ((result: Result) => void) | null = null;
  #last: FormattedExecutionResult | null = null;
  #isEnded = false;

  constructor(private readonly options: StreamOptions) {}

  get operation(): StreamOperation {
    return this.options.operation;
  }

  /** The client waits, and something may have changed. */
  get isDue(): boolean {
    return this.isWaiting && !this.#isRunning && (this.#isAllMoved || this.#moved.size > 0);
  }

  /** The client waits for its first event. */
  get isNew(): boolean {
    return this.isWaiting && !this.#isRunning && !this.#wasSent && this.#failingSinceMs === null;
  }

  get isWaiting(): boolean {
    return this.#waiting !== null;
  }

  get isFailing(): boolean {
    return this.#failingSinceMs !== null;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  next(): Promise<Result> {
    if (this.#last) {
      const value = this.#last;
      this.#last = null;
      return Promise.resolve({ done: false, value });
    }
    if (this.#isEnded) return Promise.resolve(done);
    return new Promise((resolve) => {
      this.#waiting = resolve;
      this.options.onWaiting();
    });
  }

  return(): Promise<Result> {
    this.end('left');
    return Promise.resolve(done);
  }

  throw(): Promise<Result> {
    return this.return();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.return();
  }

  /** @returns whether the stream has to read */
  note(signal: Signal, topics: ReadonlySet<string> | null): boolean {
    const { sessionId, kind, origin, atMs } = signal;
    if (this.state === null) return false; // nothing was read yet, or it is being read, and everything counts as moved until then
    if (!this.state.isMovedBy(signal, { topics, isReading: this.#isRunning })) return false;
    const isFinal = origin !== 'webhook' || this.#isEcho(signal);
    if (origin === 'mutation') this.#mutatedAtMs.set(`${sessionId} ${kind}`, atMs);
    const movement = this.#moved.get(sessionId) ?? { kinds: new Set(), isFinal };
    movement.kinds.add(kind);
    movement.isFinal &&= isFinal;
    if (this.#moved.has(sessionId) || this.#moved.size < maxMoved) this.#moved.set(sessionId, movement);
    else this.moveAll();
    if (origin !== 'pulse') this.#oldestSignalMs ??= atMs;
    return true;
  }

  /** Everything may have changed. */
  moveAll(): void {
    this.#isAllMoved = true;
  }

  /** Executes an event. @returns ids of the sessions in which something has changed */
  async run(round: Round, topics: EventInput['topics']): Promise<readonly string[]> {
    const input = { moved: this.#moved, isAllMoved: this.#isAllMoved, isReset: this.#isReset, topics };
    const event = new StreamEvent(input, this);
    const signalMs = this.#oldestSignalMs;
    [this.#moved, this.#isAllMoved, this.#oldestSignalMs, this.#isRunning] = [new Map(), false, null, true];
    try {
      const executed = await this.options.operation.execute(event, round);
      if (this.#isEnded) return [];
      const { result, error, isPartial } = executed;
      if (error !== null || isPartial) this.#moveAgain(input.moved);
      if (error !== null) this.fail(error, result);
      else this.#succeed(event, executed, signalMs);
      return event.changedIds;
    } catch (error) {
      this.#moveAgain(input.moved);
      this.fail(error);
      return [];
    } finally {
      this.#isRunning = false;
    }
  }

  /** An event, or what comes before it, has failed. @param result the response; default: the error alone */
  fail(error: unknown, result?: FormattedExecutionResult): void {
    const { clock, operation } = this.options;
    this.moveAll();
    operation.onEvent('failed', null);
    const failure = result ?? operation.failure(error);
    if (!isOutage(error)) {
      if (this.#wasSent && isUnauthenticated(error)) return this.#endWith('credentials', failure);
      this.#last = failure;
      return this.end('complete');
    }
    const nowMs = clock.monotonicMs();
    this.#failingSinceMs ??= nowMs;
    const isBrief = this.#wasSent && nowMs - this.#failingSinceMs < outageReportedAfterMs;
    if (this.#isFailureReported || isBrief) return;
    [this.#isFailureReported, this.#isReset] = [true, true];
    this.#send(failure);
  }

  /** The client has to subscribe again: the gateway stops, or the stream has reached its age. */
  restart(): void {
    this.#endWith('restart', this.options.operation.failure(new StreamRestartError()));
  }

  /** The credentials have ended. */
  expire(): void {
    this.#endWith('credentials', this.options.operation.failure(new CredentialsExpiredError()));
  }

  end(reason: StreamEnd): void {
    if (this.#isEnded) return;
    this.#isEnded = true;
    this.#moved.clear();
    this.options.onEnd(reason);
    const waiting = this.#waiting;
    this.#waiting = null;
    if (reason === 'left') this.#last = null;
    if (waiting && this.#last) waiting({ done: false, value: this.#takeLast(this.#last) });
    else waiting?.(done);
  }

  #takeLast(last: FormattedExecutionResult): FormattedExecutionResult {
    this.#last = null;
    return last;
  }

  #endWith(reason: StreamEnd, last: FormattedExecutionResult): void {
    if (this.#isEnded) return;
    if (this.options.announcesEnd) this.#last = last;
    this.end(reason);
  }

  /** What an event did not bring has to be read again. */
  #moveAgain(moved: ReadonlyMap<string, Movement>): void {
    this.moveAll();
    for (const [id, movement] of moved) if (!this.#moved.has(id)) this.#moved.set(id, movement);
  }

  #succeed(event: StreamEvent, { result, isPartial }: EventResult, signalMs: number | null): void {
    const { operation, clock } = this.options;
    [this.#failingSinceMs, this.#isFailureReported] = [isPartial ? clock.monotonicMs() : null, false];
    if (!isPartial) event.commit();
    this.#noteChanges(event.changedIds);
    for (const id of event.recheckedIds)
      if (!this.#moved.has(id) && !this.#changedAtMs.has(id))
        this.#moved.set(id, { kinds: new Set(['changed', 'message']), isFinal: true });
    const isCompared = event.isCompared || isPartial;
    if (event.isUnchanged || this.#isRepeated(result, isCompared)) return operation.onEvent('unchanged', null);
    [this.#wasSent, this.#isReset] = [true, false];
    operation.onEvent('sent', signalMs === null ? null : clock.monotonicMs() - signalMs);
    if (event.isLast) {
      this.#last = result;
      this.end('complete');
    } else this.#send(result);
  }

  /** A signal that finds nothing new belongs to a change that was found a moment before. */
  #noteChanges(changedIds: readonly string[]): void {
    const nowMs = this.options.clock.monotonicMs();
    for (const [id, atMs] of this.#changedAtMs) if (nowMs - atMs >= recentMs) this.#changedAtMs.delete(id);
    for (const id of changedIds) this.#changedAtMs.set(id, nowMs);
  }

  /** Hashes are kept, not values; records are compared elsewhere, so only what other calls bring is compared here. */
  #isRepeated(result: FormattedExecutionResult, isCompared: boolean): boolean {
    if (!isCompared && this.state?.showsMessages !== true) return false;
    const text = hash('sha1', JSON.stringify(result.data), 'base64');
    if (isCompared && text === this.#lastText) return true;
    this.#lastText = text;
    return false;
  }

  /** Whether SuperOffice reports a mutation of this gateway; each is reported once. */
  #isEcho({ sessionId, kind, atMs }: Signal): boolean {
    for (const [key, mutatedAtMs] of this.#mutatedAtMs)
      if (atMs - mutatedAtMs >= echoWithinMs) this.#mutatedAtMs.delete(key);
    return this.#mutatedAtMs.delete(`${sessionId} ${kind}`);
  }

  #send(value: FormattedExecutionResult): void {
    const waiting = this.#waiting;
    this.#waiting = null;
    waiting?.({ done: false, value });
  }
}
