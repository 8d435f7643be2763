/**
 * Where lines of the log go. Those of one turn of the event loop go out together: a wall of sessions writes one line for each of its
 * calls. Nothing waits for who reads them: lines that find no room are dropped, counted, and told of when there is room again. What is
 * left when the process ends is written then; only a process that is killed takes the lines of its last turn along.
 */
import { onProcessExit, processOutput } from '../config/environment.js';

/** What is used of a stream, such as stdout. */
export interface LineStream {
  write(text: string): unknown;
  on(event: 'drain' | 'error', listener: () => void): unknown;
  /** Bytes that were not read yet. */
  readonly writableLength: number;
}

/** That may wait for who reads them: some 4,000 lines. */
const maxWaitingBytes = 1_048_576;

export class LogOutput {
  readonly #stream: LineStream;
  #lines = '';
  #isBroken = false;
  #dropped = 0;
  #untold = 0;
  /** Is called when there is room again, with the number of lines that were dropped. */
  onDrain: (dropped: number) => void = () => undefined;

  constructor(stream: LineStream) {
    this.#stream = stream;
    stream.on('drain', () => this.#tell());
    stream.on('error', () => (this.#isBroken = true)); // who read it has gone
    onProcessExit(() => this.#flush());
  }

  /** Lines, since the process began. */
  get dropped(): number {
    return this.#dropped;
  }

  write(line: string): void {
    if (this.#isBroken || this.#stream.writableLength + this.#lines.length + line.length > maxWaitingBytes) {
      this.#dropped += 1;
      this.#untold += 1;
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

  #tell(): void {
    if (this.#untold === 0) return;
    const dropped = this.#untold;
    this.#untold = 0;
    this.onDrain(dropped);
  }
}

let standardOutput: LogOutput | null = null; // one for all loggers of the process

/** Made when it is first used: a program that takes the log elsewhere keeps its stdout to itself. */
export const logOnStandardOutput = (): LogOutput => (standardOutput ??= new LogOutput(processOutput()));

export const droppedLines = (): number => standardOutput?.dropped ?? 0;
