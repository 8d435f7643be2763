/**
 * Starts the emulator of SuperOffice's chat API over real HTTP. As an independent witness it shares no code with the
 * gateway. This file has the server's lifecycle and the order of steps for one request.
 */
import { setMaxListeners } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { errorObject } from './http-response.js';
import type { HttpResponse } from './http-response.js';
import { systemClock } from './clock.js';
import { hasCredentials } from './credentials.js';
import { routeRequest } from './route-request.js';
import type { RoutingContext } from './route-request.js';
import { breakConnection, responseWithFault, sendResponse } from './send-response.js';
import type { Emulator, EmulatorOptions } from './emulator-options.js';
import { FaultQueue } from './faults.js';
import type { Fault } from './faults.js';
import { Hosts } from './hosts.js';
import { LoginServer } from './login/login-server.js';
import { readBody } from './read-body.js';
import { recordBody, RequestLog } from './request-log.js';
import type { OpenEntry } from './request-log.js';
import { readTarget, withBody } from './request-target.js';
import { controlsOf, newSite, type Site } from './site.js';
import { tenantPath, Tenants } from './tenants.js';
import { respondToAdmin } from './webhooks/webhook-requests.js';

interface EmulatorState extends Omit<RoutingContext, 'world' | 'script'> {
  readonly site: Site;
  readonly log: RequestLog;
  readonly faults: FaultQueue;
  readonly closing: AbortController;
  /** The sites of tenants that have one of their own, by identifier in lower case; all others share `site`. */
  readonly siteOf: Map<string, Site>;
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
  const closing = new AbortController();
  const state: EmulatorState = {
    options,
    log: new RequestLog(),
    faults: new FaultQueue(),
    site: newSite({ ...options, contextIdentifier: 'Default' }, clock, closing.signal),
    siteOf: new Map(),
    tenants: new Tenants(clock),
    login: options.login ? new LoginServer(options.login, clock) : null,
    closing,
  };
  setMaxListeners(0, state.closing.signal); // one listener per waiting request
  const hosts = new Hosts((request, response) => {
    serve(state, request, response).catch((error: unknown) => {
      endFailed(response, error);
    });
  }, options.host ?? '127.0.0.1');
  const port = await hosts.open(options.port ?? 0);
  state.tenants.setDefaultOrigin(hosts.originOf(port));
  const timer = setInterval(() => state.site.script?.advance(), options.script?.everyMs ?? scriptTickMs).unref();
  closing.signal.addEventListener('abort', () => clearInterval(timer));
  return emulatorFor(state, hosts, port);
}

/** Customers act without requests, too. */
const scriptTickMs = 500;

function emulatorFor(state: EmulatorState, hosts: Hosts, port: number): Emulator {
  const close = async (): Promise<void> => {
    state.closing.abort();
    await hosts.close();
  };
  return {
    ...controlsOf(state.site),
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
    tenant: (identifier) => controlsOf(ownSite(state, identifier)),
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

/** The tenant's own site; made when it is first named. */
function ownSite({ siteOf, options, closing }: EmulatorState, identifier: string): Site {
  const key = identifier.toLowerCase();
  const own = { ...options, script: undefined, contextIdentifier: identifier };
  const site = siteOf.get(key) ?? newSite(own, options.clock ?? systemClock, closing.signal);
  siteOf.set(key, site);
  return site;
}

const siteAt = ({ siteOf, site }: EmulatorState, path: string): Site =>
  siteOf.get(tenantPath.exec(path)?.[1]?.toLowerCase() ?? '') ?? site;

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
  const site = siteAt(state, target.path);
  const admin = isAdmin ? await respondToAdmin(site.webhooks, { method, target, bodyText: body.text }) : null;
  const content = responseWithFault(
    fault,
    () => admin ?? routeRequest({ method, target, port: socket.localPort ?? 0, headers, body }, { ...state, ...site }),
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
