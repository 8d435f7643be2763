/**
 * An upstream of raw bytes: for every request it plays a script of steps on the socket, with or without TLS. It can send what
 * HTTP libraries correct or refuse.
 */
import { createServer, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { createSecureContext, TLSSocket } from 'node:tls';
import type { ServerCertificate } from './certificates.js';
import type { Bytes } from './raw-answers.js';

/** One action on a connection. `signal` aborts when it has closed. */
export type Step = (connection: Connection, signal: AbortSignal) => void | Promise<void>;

export interface ScriptedRequest {
  /** Request line and headers, as received. */
  readonly head: string;
  /** Id of the chat session; '' when the request has none. */
  readonly id: string;
  /** 1 for the first request for this id. */
  readonly attempt: number;
  /** 1 for the first connection. */
  readonly connection: number;
  /** 1 for the first request on its connection. */
  readonly turn: number;
}

export type Script = (request: ScriptedRequest) => readonly Step[];

export interface Connection {
  readonly raw: Socket;
  /** The TLS socket, or `raw` itself. */
  readonly socket: Socket;
}

export const write =
  (...parts: readonly Bytes[]): Step =>
  ({ socket }) =>
    void socket.write(Buffer.concat(parts.map((part) => Buffer.from(part as Uint8Array)))); // a string becomes UTF-8

export const drip =
  (bytes: Bytes, everyMs: number): Step =>
  async ({ socket }, signal) => {
    for (const byte of Buffer.from(bytes as Uint8Array)) {
      socket.write(Buffer.of(byte));
      await pause(everyMs, undefined, { signal });
    }
  };

/** Writes the same bytes until the connection closes. */
export const flood =
  (bytes: Bytes): Step =>
  async ({ socket }, signal) => {
    while (!signal.aborted) {
      if (socket.write(bytes)) await pause(1, undefined, { signal });
      else await new Promise<void>((resolve) => socket.once('drain', resolve).once('close', resolve));
    }
  };

export const wait =
  (ms: number): Step =>
  (_connection, signal) =>
    pause(ms, undefined, { signal });

export const until =
  (event: Promise<unknown>): Step =>
  async () =>
    void (await event);

/** Sends nothing until the connection closes. */
export const silence: Step = (_connection, signal) =>
  new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));

/** FIN, after all written bytes. */
export const end: Step = ({ socket }) => void socket.end();

/** RST, in place of FIN. */
export const reset: Step = ({ raw }) => void raw.resetAndDestroy();

export interface ScriptedUpstream extends AsyncDisposable {
  /** https where there is a certificate. */
  readonly url: string;
  readonly port: number;
  readonly requests: readonly ScriptedRequest[];
  requestsFor(id: string): readonly ScriptedRequest[];
  /** Count of all connections so far. */
  connections(): number;
  openSockets(): number;
  /** Whether the connection of a request is still open. */
  isOpen(request: ScriptedRequest): boolean;
  /** Most requests at once whose script had not ended. */
  mostInFlight(): number;
  /** Applies from the next request on. */
  play(script: Script): void;
}

export interface ScriptedOptions {
  readonly port?: number;
  /** Played when a connection opens, before any request. */
  readonly greeting?: readonly Step[];
  /** Called for every new connection; null: plain TCP, whatever the client expects. */
  readonly certificate?: () => ServerCertificate | null;
}

interface OpenConnection extends Connection {
  readonly number: number;
  readonly closed: AbortController;
  turns: number;
}

const endOfHead = '\r\n\r\n';

const idIn = (head: string): string => /chatSessionEntityId=(\d+)/.exec(head)?.[1] ?? '';

export async function scriptedUpstream(script: Script, options: ScriptedOptions = {}): Promise<ScriptedUpstream> {
  const open = new Map<number, OpenConnection>();
  const requests: ScriptedRequest[] = [];
  const attempts = new Map<string, number>();
  let [current, connections, inFlight, mostInFlight] = [script, 0, 0, 0];

  async function play(connection: OpenConnection, steps: readonly Step[]): Promise<void> {
    const { signal } = connection.closed;
    for (const step of steps) {
      if (signal.aborted) return;
      await Promise.resolve(step(connection, signal)).catch(() => undefined); // the other side ended a wait
    }
  }

  async function response(connection: OpenConnection, head: string): Promise<void> {
    const id = idIn(head);
    const attempt = (attempts.get(id) ?? 0) + 1;
    attempts.set(id, attempt);
    connection.turns += 1;
    const request = { head, id, attempt, connection: connection.number, turn: connection.turns };
    requests.push(request);
    inFlight += 1;
    mostInFlight = Math.max(mostInFlight, inFlight);
    await play(connection, current(request));
    inFlight -= 1;
  }

  /** The gateway's requests have no bodies: a head is a request. */
  function listen(connection: OpenConnection): void {
    let text = '';
    let last = play(connection, options.greeting ?? []);
    connection.socket.on('data', (chunk: Buffer) => {
      const heads = (text + chunk.toString('latin1')).split(endOfHead);
      text = heads.pop() ?? '';
      for (const head of heads) last = last.then(() => response(connection, head));
    });
  }

  function accept(raw: Socket): void {
    raw.on('error', () => undefined); // resets are expected
    connections += 1;
    const certificate = options.certificate?.() ?? null;
    const secure = certificate && { isServer: true, secureContext: createSecureContext(certificate) };
    const socket = secure ? new TLSSocket(raw, secure).on('error', () => undefined) : raw;
    const connection = { raw, socket, number: connections, closed: new AbortController(), turns: 0 };
    open.set(connection.number, connection);
    raw.once('close', () => {
      open.delete(connection.number);
      connection.closed.abort();
    });
    listen(connection);
  }

  const server = createServer(accept);
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    url: `${options.certificate ? 'https' : 'http'}://127.0.0.1:${port}`,
    port,
    requests,
    requestsFor: (id) => requests.filter((request) => request.id === id),
    connections: () => connections,
    openSockets: () => open.size,
    isOpen: ({ connection }) => open.has(connection),
    mostInFlight: () => mostInFlight,
    play: (next) => void (current = next),
    [Symbol.asyncDispose]: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        for (const { raw } of open.values()) raw.destroy();
      }),
  };
}
