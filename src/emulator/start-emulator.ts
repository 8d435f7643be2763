/**
 * Opens the emulator: a stand-in SuperOffice over real HTTP, and an independent witness that shares no code with the
 * gateway. This file holds the server's life and the order of steps for one request; each step is another file.
 */
import { setMaxListeners } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { errorObject } from './answer.js';
import { decideAnswer } from './decide-answer.js';
import { answerUnder, deliver, deliverNothing } from './deliver.js';
import type { Emulator, EmulatorOptions } from './emulator-options.js';
import { FaultQueue } from './faults.js';
import type { Fault } from './faults.js';
import { readBody } from './read-body.js';
import { SessionStore } from './records/session-store.js';
import { RequestLog } from './request-log.js';
import type { OpenEntry } from './request-log.js';
import { readTarget } from './request-target.js';
import type { RequestTarget } from './request-target.js';

interface EmulatorState {
  readonly options: EmulatorOptions;
  readonly log: RequestLog;
  readonly faults: FaultQueue;
  readonly sessions: SessionStore;
  readonly closing: AbortController;
}

interface Arrival {
  readonly target: RequestTarget;
  readonly fault: Fault | null;
  readonly entry: OpenEntry;
}

/** @throws {Error} node's own, when the port cannot be listened on */
export async function startEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  const state: EmulatorState = {
    options,
    log: new RequestLog(),
    faults: new FaultQueue(),
    sessions: new SessionStore(),
    closing: new AbortController(),
  };
  setMaxListeners(0, state.closing.signal); // one listener per waiting request
  const server = createServer((request, response) => {
    serve(state, request, response).catch((error: unknown) => {
      endBroken(response, error);
    });
  });
  const host = options.host ?? '127.0.0.1';
  const port = await listen(server, host, options.port ?? 0);
  return emulatorFor(state, server, { host, port });
}

async function listen(server: Server, host: string, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host, port }, () => {
      server.off('error', reject);
      resolve();
    });
  });
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : port;
}

function emulatorFor(state: EmulatorState, server: Server, { host, port }: { host: string; port: number }): Emulator {
  const close = () => closeServer(state, server);
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${port}`,
    port,
    get log() {
      return state.log.entries;
    },
    get requests() {
      return state.log.entries.map(({ line }) => line);
    },
    clearLog: () => {
      state.log.clear();
    },
    injectFault: (fault) => {
      state.faults.add(fault);
    },
    putSession: (record) => {
      state.sessions.put(record);
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}

async function closeServer({ closing }: EmulatorState, server: Server): Promise<void> {
  closing.abort();
  if (!server.listening) return;
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeAllConnections();
  await closed;
}

async function serve(state: EmulatorState, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const target = readTarget(request.url ?? '');
  const fault = state.faults.take(target);
  const entry = state.log.arrive(request, target);
  const waitMs = (state.options.latencyMs ?? 0) + (fault?.delayMs ?? 0);
  const answer = await settle(state, request, { target, fault, entry });
  state.options.onRequest?.(entry);
  if (waitMs > 0) await pause(waitMs, undefined, { signal: state.closing.signal });
  if (answer === null) deliverNothing(response, fault);
  else await deliver(response, { answer, fault, signal: state.closing.signal });
}

async function settle(state: EmulatorState, request: IncomingMessage, { target, fault, entry }: Arrival) {
  const body = await readBody(request);
  entry.bodyText = body.text;
  const { method = '', headers } = request;
  const answer = answerUnder(fault, () => decideAnswer({ method, target, headers, body }, state));
  entry.status = answer?.status ?? 0;
  return answer;
}

/** A caller that left, a closing emulator or a throwing `onRequest`: the request ends, the process stays. */
function endBroken(response: ServerResponse, error: unknown): void {
  if (response.headersSent || response.destroyed) {
    response.destroy();
    return;
  }
  const { status, headers, body } = errorObject('SoServerException', String(error), 500);
  response.writeHead(status, headers).end(body);
}
