/**
 * Lines of the log that are written in one turn of the event loop go out together: a wall of sessions writes one line for each of its
 * calls. What is left when the process ends is written then; only a process that is killed takes the lines of its last turn along.
 */
import type { DestinationStream } from 'pino';
import { atProcessEnd } from '../config/environment.js';

export function linesPerTurn(stream: DestinationStream): DestinationStream {
  let lines = '';
  const flush = (): void => {
    if (lines === '') return;
    const written = lines;
    lines = '';
    stream.write(written);
  };
  atProcessEnd(flush);
  return {
    write: (line) => {
      if (lines === '') setImmediate(flush).unref();
      lines += line;
    },
  };
}
