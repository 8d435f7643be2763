/**
 * Opens the emulator: a stand-in SuperOffice over real HTTP, and an independent witness that shares no code with the
 * gateway. This file holds the server's life and the order of steps for one request; each step is another file.
 */
import { setMaxListeners } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { errorObject } from './answer.js';
import type { Answer } from './answer.js';
import { systemClock } from './clock.js';
import { decideAnswer } from './decide-answer.js';
import { answerUnder, deliver, deliverNothing } from './deliver.js';
import type { Emulator, EmulatorOptions } from './emulator-options.js';
import { FaultQueue } from './faults.js';
import type { Fault } from './faults.js';
import { readBody } from './read-body.js';
import { recordBody, RequestLog } from './request-log.js';
import type { OpenEntry } from './request-log.js';
import { readTarget, withBody } from './request-target.js';
import { CustomerScript } from './script/customer-script.js';
import { ChatWorld } from './world/chat-world.js';

interface EmulatorState {
  readonly options: EmulatorOptions;
  readonly log: RequestLog;
  readonly faults: FaultQueue;
  readonly world: ChatWorld;
  readonly script: CustomerScript | null;
  readonly closing: AbortController;
}

interface Outcome {
  readonly entry: OpenEntry;
  readonly fault: Fault | null;
  readonly answer: Answer | null;
}

/** @throws {Error} node's own, when the port cannot be listened on */
export async function startEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  const world = new ChatWorld(options.clock ?? systemClock);
  const state: EmulatorState = {
    options,
    log: new RequestLog(),
    faults: new FaultQueue(),
    world,
    script: options.script ? new CustomerScript(world, options.script.seed) : null,
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
      state.world.sessions.put(record);
    },
    putMessages: (sessionId, records) => {
      state.world.messages.put(sessionId, records);
    },
    putTopic: (record) => {
      state.world.topics.put(record);
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
  const arrived = readTarget(request.url ?? '');
  const early = arrived.isToldByBody ? null : state.faults.take(arrived);
  const entry = state.log.arrive(request, arrived);
  const body = await readBody(request);
  const target = arrived.isToldByBody ? withBody(arrived, body.text) : arrived;
  recordBody(entry, body.text, target);
  const fault = arrived.isToldByBody ? state.faults.take(target) : early;
  const { method = '', headers } = request;
  const answer = answerUnder(fault, () => decideAnswer({ method, target, headers, body }, state));
  entry.status = answer?.status ?? 0;
  await send(state, response, { entry, fault, answer });
}

async function send(state: EmulatorState, response: ServerResponse, { entry, fault, answer }: Outcome): Promise<void> {
  const waitMs = (state.options.latencyMs ?? 0) + (fault?.delayMs ?? 0);
  state.options.onRequest?.(entry);
  if (waitMs > 0) await pause(waitMs, undefined, { signal: state.closing.signal });
  if (state.options.clock) response.setHeader('Date', new Date(state.options.clock.now()).toUTCString());
  if (answer === null) deliverNothing(response, fault);
  else await deliver(response, { answer, fault, signal: state.closing.signal });
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
