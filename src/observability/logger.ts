/**
 * Structured logs: one JSON object per line on stdout, or the same for people's eyes.
 * What is logged is chosen field by field where it is logged; the redaction here is the second fence, for whole header objects.
 */
import { destination, pino, type DestinationStream, type Logger } from 'pino';
import { readableLines } from './readable-lines.js';

export type { Logger } from 'pino';

export interface LoggerOptions {
  readonly level: string;
  /** Names of headers that are never written. */
  readonly secretHeaders: readonly string[];
  /** Where the lines go; stdout by default. */
  readonly stream?: DestinationStream;
  /** Lines for people; default: JSON. */
  readonly readable?: { readonly isColoured: boolean } | undefined;
}

export function gatewayLogger({ level, secretHeaders, stream, readable }: LoggerOptions): Logger {
  const out = stream ?? destination({ fd: 1, sync: true });
  const paths = secretHeaders.flatMap((name) => [`headers["${name}"]`, `*.headers["${name}"]`]);
  return pino(
    { level, base: null, redact: { paths, censor: '[redacted]' }, timestamp: pino.stdTimeFunctions.isoTime },
    readable ? readableLines(out, readable.isColoured) : out,
  );
}
