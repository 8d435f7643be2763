/**
 * Carries the bytes of one exchange over a connection: request out, whole answer in. Knows undici and compression; what an answer means is
 * others' business.
 */
import type { Duplex } from 'node:stream';
import { createBrotliDecompress, createGunzip } from 'node:zlib';
import type { Dispatcher } from 'undici';
import { UpstreamInvalidResponseError } from '../errors/upstream-errors.js';
import type { OwnConnection } from './own-connections.js';

export interface CarriedRequest {
  /** Operation and id, for the log. */
  readonly call: string;
  /** Default: POST, which is what agents take. */
  readonly method?: 'GET' | undefined;
  /** With the query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** The connection is for this request only, and says so. */
  readonly isLast: boolean;
  /** The caller's. */
  readonly signal: AbortSignal;
  /** For all of it, from now on. */
  readonly limitMs: number;
  /** Of the answer's body, decompressed. */
  readonly maxBytes: number;
}

/** What has come so far. Filled while the answer arrives, so that it can be told of one that was cut off, too. */
export interface Arrived {
  /** null: no answer, or only interim ones (1xx). */
  status: number | null;
  /** Names in lower case. */
  headers: Readonly<Record<string, string | string[] | undefined>>;
  /** Of the body, decompressed. */
  bytes: number;
}

/** The time was over, a deadline came, or the client left: which of them is the signal's business. */
class AbortedExchangeError extends Error {
  readonly code = 'ABORT_ERR';
}

/** Takes in a body as it arrives. */
interface Intake {
  add(chunk: Buffer): void;
  end(): void;
  /** Nobody wants it any more. */
  stop(): void;
}

interface Ends {
  resolve(body: Buffer): void;
  reject(reason: unknown): void;
}

function plainIntake({ resolve }: Ends, count: (bytes: number) => void): Intake {
  const chunks: Buffer[] = [];
  return {
    add: (chunk) => {
      count(chunk.length);
      chunks.push(chunk);
    },
    end: () => resolve(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks)),
    stop: () => undefined,
  };
}

/** Decompresses while it arrives: a small body that becomes a huge one is found out before it is whole. */
function compressedIntake(decompressor: Duplex, ends: Ends, count: (bytes: number) => void): Intake {
  const whole = plainIntake(ends, count);
  decompressor.on('data', whole.add);
  decompressor.once('end', whole.end);
  decompressor.on('error', ends.reject);
  return {
    add: (chunk) => void decompressor.write(chunk),
    end: () => void decompressor.end(),
    stop: () => void decompressor.destroy(), // a bomb would go off to its end
  };
}

const decompressors = new Map<string, () => Duplex>([
  ['gzip', createGunzip],
  ['x-gzip', createGunzip],
  ['br', createBrotliDecompress],
]);

/** For Accept-Encoding. */
export const readableEncodings = 'gzip, br';

interface Gathering {
  readonly answer: Dispatcher.DispatchHandler;
  stop(): void;
}

/** Gathers into `ends` what undici tells of an answer. */
function gathering({ call, maxBytes }: CarriedRequest, arrived: Arrived, ends: Ends): Gathering {
  let intake: Intake | null = null;
  const count = (bytes: number): void => {
    arrived.bytes += bytes;
    if (arrived.bytes > maxBytes)
      ends.reject(new UpstreamInvalidResponseError(`${call}: the answer is larger than MAX_RESPONSE_BYTES`));
  };
  const intakeFor = (): Intake => {
    const decompressor = decompressors.get(String(arrived.headers['content-encoding']).toLowerCase());
    return decompressor ? compressedIntake(decompressor(), ends, count) : plainIntake(ends, count);
  };
  const answer: Dispatcher.DispatchHandler = {
    onRequestStart: () => undefined,
    onResponseStart: (_controller, status, headers) => {
      if (status >= 200) Object.assign(arrived, { status, headers });
    },
    onResponseData: (_controller, chunk) => (intake ??= intakeFor()).add(chunk),
    onResponseEnd: () => (intake ??= plainIntake(ends, count)).end(),
    onResponseError: (_controller, error) => ends.reject(error),
  };
  return { answer, stop: () => intake?.stop() };
}

/**
 * @param arrived is filled as the answer arrives
 * @returns the whole body, decompressed. A connection that it was not to be had from has to be closed.
 * @throws {UpstreamInvalidResponseError} it is larger than the limit
 * @throws undici's, node's and zlib's errors, which are known by their codes; ABORT_ERR when the signal aborts or the time is over
 */
export async function carriedAnswer(
  connection: OwnConnection,
  request: CarriedRequest,
  arrived: Arrived,
): Promise<Buffer> {
  const { method = 'POST', path, headers, body, isLast, signal, limitMs } = request;
  let end = (): void => undefined;
  try {
    return await new Promise<Buffer>((resolve, reject) => {
      const abort = (): void => reject(new AbortedExchangeError());
      if (signal.aborted) return abort();
      signal.addEventListener('abort', abort, { once: true });
      const timer = setTimeout(abort, limitMs);
      const { answer, stop } = gathering(request, arrived, { resolve, reject });
      end = () => {
        signal.removeEventListener('abort', abort);
        clearTimeout(timer);
        stop();
      };
      connection.dispatch({ path, method, headers, body, reset: isLast }, answer);
    });
  } finally {
    end();
  }
}
