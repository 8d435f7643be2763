/**
 * Readable log lines: the message, then its fields, on one line. Written synchronously like the JSON lines, so that the last lines are
 * not lost when the process ends.
 */
import type { DestinationStream } from 'pino';
import { prettyFactory } from 'pino-pretty';

export function readableLines(stream: DestinationStream, isColoured: boolean): DestinationStream {
  const readable = prettyFactory({
    colorize: isColoured,
    singleLine: true, // the fields stay JSON, so none of their control characters reaches a terminal
    translateTime: 'SYS:HH:MM:ss.l',
    ignore: 'document,principal,traceId,settings', // long, and of use to machines only
  });
  return { write: (line) => void stream.write(readable(line)) };
}
