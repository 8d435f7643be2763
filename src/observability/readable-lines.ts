/**
 * The lines of the log for people: one line each, the message first, its fields behind it. Written at once, as the JSON is, so that
 * what is printed last is not lost when the process ends.
 */
import type { DestinationStream } from 'pino';
import { prettyFactory } from 'pino-pretty';

export function readableLines(stream: DestinationStream, isColoured: boolean): DestinationStream {
  const readable = prettyFactory({
    colorize: isColoured,
    singleLine: true, // the fields stay JSON: no control character of theirs reaches a terminal
    translateTime: 'SYS:HH:MM:ss.l',
    ignore: 'document,principal,traceId,settings', // long, and for machines
  });
  return { write: (line) => void stream.write(readable(line)) };
}
