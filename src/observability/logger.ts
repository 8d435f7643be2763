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

type Fields = Record<string, unknown>;

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

/**
 * Secret headers out of `headers`, at the top of a record or one level down. Most records hold figures and names only, and cost nothing:
 * pino's own redaction took a tenth of what a call costs.
 */
function redacted(secretHeaders: readonly string[]): (record: Fields) => Fields {
  const isSecret = new Set(secretHeaders.map((name) => name.toLowerCase()));
  const withoutSecrets = (headers: Fields): Fields =>
    Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name, isSecret.has(name.toLowerCase()) ? '[redacted]' : value]),
    );
  const clean = (fields: Fields): Fields =>
    isFields(fields['headers']) ? { ...fields, headers: withoutSecrets(fields['headers']) } : fields;
  return (record) => {
    if (!Object.values(record).some(isFields)) return record;
    const fields = Object.entries(clean(record));
    return Object.fromEntries(
      fields.map(([name, value]) => [name, isFields(value) && !(value instanceof Error) ? clean(value) : value]),
    );
  };
}

export function gatewayLogger({ level, secretHeaders, stream, readable }: LoggerOptions): Logger {
  const out = stream ?? destination({ fd: 1, sync: true });
  return pino(
    { level, base: null, formatters: { log: redacted(secretHeaders) }, timestamp: pino.stdTimeFunctions.isoTime },
    readable ? readableLines(out, readable.isColoured) : out,
  );
}
