/**
 * Structured logs: one JSON object per line on stdout, or readable lines.
 * Callers choose the logged fields one by one; the redaction of header objects is a second line of defence.
 */
import { pino, type DestinationStream, type Logger } from 'pino';
import { wellFormedJson } from '../base/well-formed-json.js';
import { systemClock } from '../base/clock.js';
import { logOnStandardOutput } from './log-output.js';
import { readableLines } from './readable-lines.js';

export type { Logger } from 'pino';

/** Logs changes of a file that is read again when it changes. @param setting names the file */
export const changedFileLog =
  (logger: Logger, setting: string) =>
  (isValid: boolean): void => {
    const about = { event: 'file', setting };
    if (isValid) logger.info(about, 'The file has changed and was read again');
    else logger.error(about, 'The file has changed and is not valid: its previous content stays in use');
  };

export interface LoggerOptions {
  readonly level: string;
  /** Names of headers whose values are never logged. */
  readonly secretHeaders: readonly string[];
  /** Default: stdout. */
  readonly stream?: DestinationStream;
  /** Writes readable lines; default: JSON. */
  readonly readable?: { readonly isColoured: boolean } | undefined;
}

/**
 * Paths of objects with headers, as the gateway and libraries log them. Listed, because with a wildcard pino inspects each value of each
 * line, which took a fifth of all that a call allocates.
 */
const headerParents = ['', 'request.', 'response.', 'options.', 'error.', 'err.', 'req.', 'res.', 'exchange.'];

/** Equals pino's isoTime, but formats the date once per millisecond instead of once per line. */
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
    logger.warn({ event: 'log-dropped', lines }, 'Log lines were dropped because stdout was not read');
  return logger;
}

export function gatewayLogger(options: LoggerOptions): Logger {
  const { level, secretHeaders, stream: out, readable } = options;
  if (!out) return loggerOnStandardOutput(options);
  const paths = secretHeaders.flatMap((name) => headerParents.map((parent) => `${parent}headers["${name}"]`));
  return pino(
    { level, base: null, redact: { paths, censor: '[redacted]' }, timestamp: isoTime() },
    wellFormedLines(readable ? readableLines(out, readable.isColoured) : out),
  );
}
