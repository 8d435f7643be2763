/**
 * Writes lines of the log to a stream, in one write per tick of the event loop, because a list of sessions logs one line per call.
 * Writing never waits for the reader: lines beyond the buffer limit are dropped, counted, and reported when the stream drains.
 * Buffered lines are written when the process exits; only a killed process loses the lines of its last tick.
 */
import { onProcessExit, processOutput } from '../config/environment.js';

/** The used part of a stream such as stdout. */
export interface LineStream {
  write(text: string): unknown;
  on(event: 'drain' | 'error', listener: () => void): unknown;
  /** Bytes that were not read yet. */
  readonly writableLength: number;
}

/** Bytes that may wait to be read: some 4,000 lines. */
const maxWaitingBytes = 1_048_576;

export class LogOutput {
  readonly #stream: LineStream;
  #lines = '';
  #isBroken = false;
  #dropped = 0;
  #unreported = 0;
  /** Is called with the number of dropped lines when the stream accepts lines again. */
  onDrain: (dropped: number) => void = () => undefined;

  constructor(stream: LineStream) {
    this.#stream = stream;
    stream.on('drain', () => this.#reportDropped());
    stream.on('error', () => (this.#isBroken = true)); // its reader has gone
    onProcessExit(() => this.#flush());
  }

  /** Lines, since the process started. */
  get dropped(): number {
    return this.#dropped;
  }

  write(line: string): void {
    if (this.#isBroken || this.#stream.writableLength + this.#lines.length + line.length > maxWaitingBytes) {
      this.#dropped += 1;
      this.#unreported += 1;
      return;
    }
    if (this.#lines === '') setImmediate(() => this.#flush()).unref();
    this.#lines += line;
  }

  #flush(): void {
    if (this.#lines === '') return;
    const lines = this.#lines;
    this.#lines = '';
    this.#stream.write(lines);
  }

  #reportDropped(): void {
    if (this.#unreported === 0) return;
    const dropped = this.#unreported;
    this.#unreported = 0;
    this.onDrain(dropped);
  }
}

let standardOutput: LogOutput | null = null; // one for all loggers of the process

/** Created at first use, so that a program that sends the log elsewhere has its stdout to itself. */
export const logOnStandardOutput = (): LogOutput => (standardOutput ??= new LogOutput(processOutput()));

export const droppedLines = (): number => standardOutput?.dropped ?? 0;
