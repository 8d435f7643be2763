/**
 * Starts the emulator of SuperOffice's chat API over real HTTP. As an independent witness it shares no code with the
 * gateway. This file has the server's lifecycle and the order of steps for one request.
 */
import { setMaxListeners } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { errorObject } from './http-response.js';
import type { HttpResponse } from './http-response.js';
import { chatSteps } from './chat-steps.js';
import { systemClock } from './clock.js';
import { hasCredentials } from './credentials.js';
import { routeRequest } from './route-request.js';
import type { RoutingContext } from './route-request.js';
import { breakConnection, responseWithFault, sendResponse } from './send-response.js';
import type { Emulator, EmulatorOptions } from './emulator-options.js';
import { FaultQueue } from './faults.js';
import type { Fault } from './faults.js';
import type { JsonRecord } from './json-record.js';
import { Hosts } from './hosts.js';
import { LoginServer } from './login/login-server.js';
import { readBody } from './read-body.js';
import { recordBody, RequestLog } from './request-log.js';
import type { OpenEntry } from './request-log.js';
import { readTarget, withBody } from './request-target.js';
import { Tenants } from './tenants.js';
import { CustomerScript } from './script/customer-script.js';
import { respondToAdmin } from './webhooks/webhook-requests.js';
import { Webhooks } from './webhooks/webhooks.js';
import { ChatWorld } from './world/chat-world.js';
import { postMessage } from './world/conversation.js';
import { knownSession } from './world/expected-session.js';

interface EmulatorState extends RoutingContext {
  readonly log: RequestLog;
  readonly faults: FaultQueue;
  readonly closing: AbortController;
  readonly webhooks: Webhooks;
}

interface Outcome {
  readonly entry: OpenEntry;
  readonly fault: Fault | null;
  /** Null: the fault breaks the connection. */
  readonly content: HttpResponse | null;
}

/** @throws {Error} node's own, e.g. EADDRINUSE */
export async function startEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  const clock = options.clock ?? systemClock;
  const world = new ChatWorld(clock, options.world === 'empty');
  const closing = new AbortController();
  const webhooks = new Webhooks(clock, closing.signal);
  connectEvents(world, webhooks);
  const state: EmulatorState = {
    options,
    log: new RequestLog(),
    faults: new FaultQueue(),
    world,
    tenants: new Tenants(clock),
    script: options.script ? new CustomerScript(world, options.script.seed) : null,
    login: options.login ? new LoginServer(options.login, clock) : null,
    closing,
    webhooks,
  };
  setMaxListeners(0, state.closing.signal); // one listener per waiting request
  const hosts = new Hosts((request, response) => {
    serve(state, request, response).catch((error: unknown) => {
      endFailed(response, error);
    });
  }, options.host ?? '127.0.0.1');
  const port = await hosts.open(options.port ?? 0);
  state.tenants.setDefaultOrigin(hosts.originOf(port));
  const timer = setInterval(() => state.script?.advance(), options.script?.everyMs ?? scriptTickMs).unref();
  closing.signal.addEventListener('abort', () => clearInterval(timer));
  return emulatorFor(state, hosts, port);
}

/** Customers act without requests, too. */
const scriptTickMs = 500;

function connectEvents({ events }: ChatWorld, webhooks: Webhooks): void {
  events.onEvent = (event) => webhooks.publish(event);
  events.takeCommitDelayMs = () => webhooks.faults.take(['before-commit'])?.delayMs ?? null;
}

function emulatorFor(state: EmulatorState, hosts: Hosts, port: number): Emulator {
  const close = async (): Promise<void> => {
    state.closing.abort();
    await hosts.close();
  };
  return {
    ...chatSteps(state.world),
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
    revokeSignIns: () => state.login?.revokeSignIns(),
    putSession: (record) => state.world.sessions.put(record),
    putMessages: (sessionId, records) => state.world.messages.put(sessionId, records),
    addMessage: (sessionId, message) => addMessage(state.world, sessionId, message),
    setTopics: (associateId, topicIds) => void state.world.roles.set(associateId, topicIds),
    webhooks: () => state.webhooks.all,
    injectWebhookFault: (fault) => state.webhooks.faults.add(fault),
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

/** @throws {TypeError} there is no such session */
function addMessage(world: ChatWorld, sessionId: number, message: JsonRecord): number {
  const session = knownSession(world, sessionId);
  const blank = { Type: 'ToUser', Message: '', Author: '', ReadByCustomer: 0, SpecialType: '', SpecialParam: '' };
  const stored = postMessage(world, session, { ...blank, WhenPosted: world.now(), ...message });
  return Number(stored['ChatMessageId']);
}

async function serve(state: EmulatorState, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const urlTarget = readTarget(request.url ?? '');
  // Faults are taken in order of arrival, except where they depend on the body.
  const urlFault = urlTarget.isCompletedByBody ? null : state.faults.take(urlTarget);
  const entry = state.log.add(request, urlTarget);
  const body = await readBody(request);
  const target = urlTarget.isCompletedByBody ? withBody(urlTarget, body.text) : urlTarget;
  recordBody(entry, body.text, target);
  const fault = urlTarget.isCompletedByBody ? state.faults.take(target) : urlFault;
  const { method = '', headers, socket } = request;
  const isAdmin = hasCredentials(headers, state.options.rejectCredentials ?? []);
  const admin = isAdmin ? await respondToAdmin(state.webhooks, { method, target, bodyText: body.text }) : null;
  const content = responseWithFault(
    fault,
    () => admin ?? routeRequest({ method, target, port: socket.localPort ?? 0, headers, body }, state),
  );
  entry.status = content?.status ?? 0;
  await send(state, response, { entry, fault, content });
}

async function send(state: EmulatorState, response: ServerResponse, { entry, fault, content }: Outcome): Promise<void> {
  const waitMs = (state.options.latencyMs ?? 0) + (fault?.delayMs ?? 0);
  state.options.onRequest?.(entry);
  if (waitMs > 0) await pause(waitMs, undefined, { signal: state.closing.signal });
  if (state.options.clock) response.setHeader('Date', new Date(state.options.clock.now()).toUTCString());
  if (content === null) breakConnection(response, fault);
  else await sendResponse(response, { content, fault, signal: state.closing.signal });
}

/** After an aborted request, the closing of the emulator or an error in `onRequest`: ends the request, not the process. */
function endFailed(response: ServerResponse, error: unknown): void {
  if (response.headersSent || response.destroyed) {
    response.destroy();
    return;
  }
  const { status, headers, body } = errorObject('SoServerException', String(error), 500);
  response.writeHead(status, headers).end(body);
}
