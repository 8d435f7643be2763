/**
 * Carries the bytes of one exchange over a connection: request out, whole answer in. Knows undici and compression; what an answer means is
 * others' business.
 */
import type { Duplex } from 'node:stream';
import { createBrotliDecompress, createGunzip } from 'node:zlib';
import type { Dispatcher } from 'undici';
import { ShortOfMemoryError, UpstreamInvalidResponseError } from '../errors/upstream-errors.js';
import type { AbortSignalLike } from '../base/abort-signal.js';
import type { CallerConnection } from './caller-connections.js';

export interface UndiciRequest {
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
  readonly signal: AbortSignalLike;
  /** For all of it, from now on. */
  readonly limitMs: number;
  /** Of the answer's body, decompressed. */
  readonly maxBytes: number;
  /** Is told of bytes of it. @returns false: there is no memory for them */
  hold(bytes: number): boolean;
}

/** What has come so far. Filled while the answer arrives, so that it can be told of one that was cut off, too. */
export interface ResponseProgress {
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

const decompressors = new Map<string, () => Duplex>([
  ['gzip', createGunzip],
  ['x-gzip', createGunzip],
  ['br', createBrotliDecompress],
]);

/** For Accept-Encoding. */
export const readableEncodings = 'gzip, br';

interface Ends {
  resolve(body: Buffer): void;
  reject(reason: unknown): void;
}

/** One answer while it arrives, as undici tells of it. Leaves no timer and no listener behind, however it ends. */
class ResponseReader implements Dispatcher.DispatchHandler {
  private readonly chunks: Buffer[] = [];
  /** null: the body is as it comes; undefined: none of it has come yet. */
  private decompressor: Duplex | null | undefined;
  private readonly timer: NodeJS.Timeout;
  private readonly abort = (): void => this.fail(new AbortedExchangeError());

  constructor(
    private readonly request: UndiciRequest,
    private readonly arrived: ResponseProgress,
    private readonly ends: Ends,
  ) {
    this.timer = setTimeout(this.abort, request.limitMs);
    request.signal.addEventListener('abort', this.abort);
  }

  fail(reason: unknown): void {
    this.leave();
    this.ends.reject(reason);
  }

  onRequestStart(): void {
    // undici wants it to be there
  }

  onResponseStart(_controller: unknown, status: number, headers: ResponseProgress['headers']): void {
    if (status < 200) return;
    this.arrived.status = status;
    this.arrived.headers = headers;
  }

  onResponseData(_controller: unknown, chunk: Buffer): void {
    if (this.decompressor === undefined) this.decompressor = this.newDecompressor();
    if (this.decompressor) this.decompressor.write(chunk);
    else this.take(chunk);
  }

  onResponseEnd(): void {
    if (this.decompressor) this.decompressor.end();
    else this.finish();
  }

  onResponseError(_controller: unknown, error: Error): void {
    this.fail(error);
  }

  /** Decompresses while it arrives: a small body that becomes a huge one is found out before it is whole. */
  private newDecompressor(): Duplex | null {
    const decompressor = decompressors.get(String(this.arrived.headers['content-encoding']).toLowerCase())?.() ?? null;
    decompressor?.on('data', (chunk: Buffer) => this.take(chunk));
    decompressor?.once('end', () => this.finish());
    decompressor?.on('error', (error) => this.fail(error));
    return decompressor;
  }

  private take(chunk: Buffer): void {
    const { call, maxBytes } = this.request;
    this.arrived.bytes += chunk.length;
    if (this.arrived.bytes > maxBytes)
      this.fail(new UpstreamInvalidResponseError(`${call}: the response is larger than MAX_RESPONSE_BYTES`));
    else if (this.request.hold(chunk.length)) this.chunks.push(chunk);
    else this.fail(new ShortOfMemoryError(call));
  }

  private finish(): void {
    this.leave();
    const only = this.chunks.length === 1 ? this.chunks[0] : undefined;
    this.ends.resolve(only ?? Buffer.concat(this.chunks));
  }

  private leave(): void {
    clearTimeout(this.timer);
    this.request.signal.removeEventListener('abort', this.abort);
    this.decompressor?.destroy(); // a bomb would go off to its end
  }
}

/**
 * @param arrived is filled as the answer arrives
 * @returns the whole body, decompressed. A connection that it was not to be had from has to be closed.
 * @throws {UpstreamInvalidResponseError} it is larger than the limit
 * @throws undici's, node's and zlib's errors, which are known by their codes; ABORT_ERR when the signal aborts or the time is over
 */
export function sendRequest(
  connection: CallerConnection,
  request: UndiciRequest,
  arrived: ResponseProgress,
): Promise<Buffer> {
  const { method = 'POST', path, headers, body, isLast, signal } = request;
  if (signal.aborted) return Promise.reject(new AbortedExchangeError());
  return new Promise((resolve, reject) => {
    const answer = new ResponseReader(request, arrived, { resolve, reject });
    try {
      connection.dispatch({ path, method, headers, body, reset: isLast }, answer);
    } catch (error) {
      answer.fail(error);
    }
  });
}
