/**
 * Opens the emulator: a stand-in SuperOffice over real HTTP, and an independent witness that shares no code with the
 * gateway. This file holds the server's life and the order of steps for one request; each step is another file.
 */
import { setMaxListeners } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { errorObject } from './http-response.js';
import type { HttpResponse } from './http-response.js';
import { systemClock } from './clock.js';
import { routeRequest } from './route-request.js';
import { responseWithFault, sendResponse, breakConnection } from './send-response.js';
import type { Emulator, EmulatorOptions } from './emulator-options.js';
import { FaultQueue } from './faults.js';
import type { Fault } from './faults.js';
import { Hosts } from './hosts.js';
import { LoginServer } from './login/login-server.js';
import { readBody } from './read-body.js';
import { recordBody, RequestLog } from './request-log.js';
import type { OpenEntry } from './request-log.js';
import { readTarget, withBody } from './request-target.js';
import { Tenants } from './tenants.js';
import { CustomerScript } from './script/customer-script.js';
import { ChatWorld } from './world/chat-world.js';

interface EmulatorState {
  readonly options: EmulatorOptions;
  readonly log: RequestLog;
  readonly faults: FaultQueue;
  readonly world: ChatWorld;
  readonly tenants: Tenants;
  readonly script: CustomerScript | null;
  readonly login: LoginServer | null;
  readonly closing: AbortController;
}

interface Outcome {
  readonly entry: OpenEntry;
  readonly fault: Fault | null;
  readonly answer: HttpResponse | null;
}

/** @throws {Error} node's own, when the port cannot be listened on */
export async function startEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  const clock = options.clock ?? systemClock;
  const world = new ChatWorld(clock);
  const state: EmulatorState = {
    options,
    log: new RequestLog(),
    faults: new FaultQueue(),
    world,
    tenants: new Tenants(clock),
    script: options.script ? new CustomerScript(world, options.script.seed) : null,
    login: options.login ? new LoginServer(options.login, clock) : null,
    closing: new AbortController(),
  };
  setMaxListeners(0, state.closing.signal); // one listener per waiting request
  const hosts = new Hosts((request, response) => {
    serve(state, request, response).catch((error: unknown) => {
      endBroken(response, error);
    });
  }, options.host ?? '127.0.0.1');
  const port = await hosts.open(options.port ?? 0);
  state.tenants.setDefaultOrigin(hosts.originOf(port));
  return emulatorFor(state, hosts, port);
}

function emulatorFor(state: EmulatorState, hosts: Hosts, port: number): Emulator {
  const close = async (): Promise<void> => {
    state.closing.abort();
    await hosts.close();
  };
  return {
    url: hosts.originOf(port),
    port,
    get log() {
      return state.log.entries;
    },
    get requests() {
      return state.log.entries.map(({ line }) => line);
    },
    clearLog: () => state.log.clear(),
    injectFault: (fault) => state.faults.add(fault),
    expireLogins: () => state.login?.expireAll(),
    putSession: (record) => state.world.sessions.put(record),
    putMessages: (sessionId, records) => state.world.messages.put(sessionId, records),
    putTopic: (record) => state.world.topics.put(record),
    putTenant: (identifier, tenant) => state.tenants.put(identifier, tenant),
    moveTenant: async (identifier) => {
      const origin = hosts.originOf(await hosts.open(0));
      state.tenants.move(identifier, origin);
      return origin;
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}

async function serve(state: EmulatorState, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const arrived = readTarget(request.url ?? '');
  const early = arrived.isCompletedByBody ? null : state.faults.take(arrived);
  const entry = state.log.arrive(request, arrived);
  const body = await readBody(request);
  const target = arrived.isCompletedByBody ? withBody(arrived, body.text) : arrived;
  recordBody(entry, body.text, target);
  const fault = arrived.isCompletedByBody ? state.faults.take(target) : early;
  const { method = '', headers, socket } = request;
  const answer = responseWithFault(fault, () =>
    routeRequest({ method, target, port: socket.localPort ?? 0, headers, body }, state),
  );
  entry.status = answer?.status ?? 0;
  await send(state, response, { entry, fault, answer });
}

async function send(state: EmulatorState, response: ServerResponse, { entry, fault, answer }: Outcome): Promise<void> {
  const waitMs = (state.options.latencyMs ?? 0) + (fault?.delayMs ?? 0);
  state.options.onRequest?.(entry);
  if (waitMs > 0) await pause(waitMs, undefined, { signal: state.closing.signal });
  if (state.options.clock) response.setHeader('Date', new Date(state.options.clock.now()).toUTCString());
  if (answer === null) breakConnection(response, fault);
  else await sendResponse(response, { answer, fault, signal: state.closing.signal });
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
