/**
 * Structured logs: one JSON object per line on stdout, or the same for people's eyes.
 * What is logged is chosen field by field where it is logged; the redaction here is the second fence, for whole header objects.
 */
import { pino, type DestinationStream, type Logger } from 'pino';
import { wellFormedJson } from '../base/well-formed-json.js';
import { systemClock } from '../base/clock.js';
import { logOnStandardOutput } from './log-output.js';
import { readableLines } from './readable-lines.js';

export type { Logger } from 'pino';

/** For files that are read again when they change. @param setting names the file */
export const changedFileLog =
  (logger: Logger, setting: string) =>
  (isRight: boolean): void => {
    const about = { event: 'file', setting };
    if (isRight) logger.info(about, 'The file has changed and was read again');
    else logger.error(about, 'The file has changed and is not right: what it held before stays in use');
  };

export interface LoggerOptions {
  readonly level: string;
  /** Names of headers that are never written. */
  readonly secretHeaders: readonly string[];
  /** Where the lines go; stdout by default. */
  readonly stream?: DestinationStream;
  /** Lines for people; default: JSON. */
  readonly readable?: { readonly isColoured: boolean } | undefined;
}

/**
 * Under which names things that carry headers are logged, here and by libraries. By name, because a wildcard has pino look into each value of
 * each line, which took a fifth of all that a call allocates.
 */
const bearers = ['', 'request.', 'response.', 'options.', 'error.', 'err.', 'req.', 'res.', 'exchange.'];

/** As pino's own, which writes the same date anew for each of the lines of a millisecond. */
function isoTime(): () => string {
  let atMs = 0;
  let text = '';
  return () => {
    const nowMs = systemClock.now();
    if (nowMs !== atMs) text = `,"time":"${new Date(nowMs).toISOString()}"`;
    atMs = nowMs;
    return text;
  };
}

const wellFormedLines = (out: DestinationStream): DestinationStream => ({
  write: (line) => out.write(wellFormedJson(line)),
});

function loggerOnStandardOutput(options: LoggerOptions): Logger {
  const stream = logOnStandardOutput();
  const logger = gatewayLogger({ ...options, stream });
  if (options.level === 'silent') return logger;
  stream.onDrain = (lines) =>
    logger.warn({ event: 'log-dropped', lines }, 'Lines of the log were dropped because stdout was not read');
  return logger;
}

export function gatewayLogger(options: LoggerOptions): Logger {
  const { level, secretHeaders, stream: out, readable } = options;
  if (!out) return loggerOnStandardOutput(options);
  const paths = secretHeaders.flatMap((name) => bearers.map((bearer) => `${bearer}headers["${name}"]`));
  return pino(
    { level, base: null, redact: { paths, censor: '[redacted]' }, timestamp: isoTime() },
    wellFormedLines(readable ? readableLines(out, readable.isColoured) : out),
  );
}
