/**
 * Structured logs: one JSON object per line on stdout.
 * What is logged is chosen field by field where it is logged; the redaction here is the second fence, for whole header objects.
 */
import { destination, pino, type DestinationStream, type Logger } from 'pino';

export type { Logger } from 'pino';

export interface LoggerOptions {
  readonly level: string;
  /** Names of headers that are never written. */
  readonly secretHeaders: readonly string[];
  /** Where the lines go; stdout by default. */
  readonly stream?: DestinationStream;
}

export function gatewayLogger({ level, secretHeaders, stream }: LoggerOptions): Logger {
  const paths = secretHeaders.flatMap((name) => [`headers["${name}"]`, `*.headers["${name}"]`]);
  return pino(
    { level, base: null, redact: { paths, censor: '[redacted]' }, timestamp: pino.stdTimeFunctions.isoTime },
    stream ?? destination({ fd: 1, sync: true }),
  );
}
