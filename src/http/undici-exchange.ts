/**
 * Runs one HTTP exchange over a connection: sends the request and reads the complete response, decompressed. It does not interpret the
 * response.
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
  /** Default: POST, the method of agents. */
  readonly method?: 'GET' | 'PATCH' | 'PUT' | 'DELETE' | undefined;
  /** With the query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** The connection is for this request only: `Connection: close` is sent. */
  readonly isLast: boolean;
  readonly signal: AbortSignalLike;
  /** For the complete exchange, from now on. */
  readonly limitMs: number;
  /** Maximum size of the body, decompressed. */
  readonly maxBytes: number;
  /** Called with the number of bytes that arrived. @returns false: the memory budget has no room */
  hold(bytes: number): boolean;
}

/** Filled while the response arrives, so that a truncated response can be reported too. */
export interface ResponseProgress {
  /** null: no response, or only informational ones (1xx). */
  status: number | null;
  /** Names in lower case. */
  headers: Readonly<Record<string, string | string[] | undefined>>;
  /** Size of the body so far, decompressed. */
  bytes: number;
}

/** The time limit or a deadline expired, or the client disconnected; the signal's reason says which. */
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

interface Settlement {
  resolve(body: Buffer): void;
  reject(reason: unknown): void;
}

/** Reads one response from undici's callbacks. It leaves no timer and no listener behind. */
class ResponseReader implements Dispatcher.DispatchHandler {
  private readonly chunks: Buffer[] = [];
  /** null: the body is not compressed; undefined: no byte of it has arrived yet. */
  private decompressor: Duplex | null | undefined;
  private readonly timer: NodeJS.Timeout;
  private readonly abort = (): void => this.fail(new AbortedExchangeError());

  constructor(
    private readonly request: UndiciRequest,
    private readonly progress: ResponseProgress,
    private readonly settlement: Settlement,
  ) {
    this.timer = setTimeout(this.abort, request.limitMs);
    request.signal.addEventListener('abort', this.abort);
  }

  fail(reason: unknown): void {
    this.cleanUp();
    this.settlement.reject(reason);
  }

  onRequestStart(): void {
    // undici requires the method
  }

  onResponseStart(_controller: unknown, status: number, headers: ResponseProgress['headers']): void {
    if (status < 200) return;
    this.progress.status = status;
    this.progress.headers = headers;
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

  /** Decompresses while the body arrives, to detect decompression bombs early. */
  private newDecompressor(): Duplex | null {
    const decompressor = decompressors.get(String(this.progress.headers['content-encoding']).toLowerCase())?.() ?? null;
    decompressor?.on('data', (chunk: Buffer) => this.take(chunk));
    decompressor?.once('end', () => this.finish());
    decompressor?.on('error', (error) => this.fail(error));
    return decompressor;
  }

  private take(chunk: Buffer): void {
    const { call, maxBytes } = this.request;
    this.progress.bytes += chunk.length;
    if (this.progress.bytes > maxBytes)
      this.fail(new UpstreamInvalidResponseError(`${call}: the response is larger than MAX_RESPONSE_BYTES`));
    else if (this.request.hold(chunk.length)) this.chunks.push(chunk);
    else this.fail(new ShortOfMemoryError(call));
  }

  private finish(): void {
    this.cleanUp();
    const singleChunk = this.chunks.length === 1 ? this.chunks[0] : undefined;
    this.settlement.resolve(singleChunk ?? Buffer.concat(this.chunks));
  }

  private cleanUp(): void {
    clearTimeout(this.timer);
    this.request.signal.removeEventListener('abort', this.abort);
    this.decompressor?.destroy(); // otherwise it would decompress the rest of a bomb
  }
}

/**
 * @param progress is filled while the response arrives
 * @returns the complete body, decompressed. On an error, the caller has to close the connection.
 * @throws {UpstreamInvalidResponseError} the body is larger than the limit
 * @throws errors of undici, node and zlib, identified by code; ABORT_ERR when the signal aborts or the time is over
 */
export function sendRequest(
  connection: CallerConnection,
  request: UndiciRequest,
  progress: ResponseProgress,
): Promise<Buffer> {
  const { method = 'POST', path, headers, body, isLast, signal } = request;
  if (signal.aborted) return Promise.reject(new AbortedExchangeError());
  return new Promise((resolve, reject) => {
    const reader = new ResponseReader(request, progress, { resolve, reject });
    try {
      connection.dispatch({ path, method, headers, body, reset: isLast }, reader);
    } catch (error) {
      reader.fail(error);
    }
  });
}
