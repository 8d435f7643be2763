/**
 * Chooses the response to a request, without faults: it checks path, method, length and credentials, then invokes the operation.
 */
import type { IncomingHttpHeaders } from 'node:http';
import { archiveAt, respondToArchive } from './archive/rest-archive.js';
import { bodyTooLarge, errorObject, jsonResponse, lengthRequired, notFound, unauthorized } from './http-response.js';
import type { HttpResponse } from './http-response.js';
import { hasCredentials } from './credentials.js';
import type { EmulatorOptions } from './emulator-options.js';
import { languageOf } from './languages.js';
import type { LoginServer } from './login/login-server.js';
import { currentPrincipal, principalPath } from './operations/current-principal.js';
import { patchSession, sessionPath } from './operations/patch-session.js';
import type { Operation } from './operations/operation.js';
import { RefusedCallError } from './operations/refused-call-error.js';
import { findOperation } from './operations/registry.js';
import type { RequestTarget } from './request-target.js';
import { tenantInStatePath, type Tenants } from './tenants.js';
import type { CustomerScript } from './script/customer-script.js';
import { callerOf, findAgent } from './world/agents.js';
import type { ChatWorld } from './world/chat-world.js';

export interface ReceivedRequest {
  readonly method: string;
  readonly target: RequestTarget;
  /** Local port of the connection; it identifies which of the emulator's hosts was called. */
  readonly port: number;
  readonly headers: Readonly<IncomingHttpHeaders>;
  readonly body: { readonly text: string; readonly isComplete: boolean };
}

export interface RoutingContext {
  readonly world: ChatWorld;
  readonly tenants: Tenants;
  /** Null: customers do nothing by themselves. */
  readonly script: CustomerScript | null;
  readonly options: EmulatorOptions;
  /** Null: there is no login server, and no ticket is checked. */
  readonly login: LoginServer | null;
}

export function routeRequest(request: ReceivedRequest, context: RoutingContext): HttpResponse {
  const { method, target, headers, body, port } = request;
  if (method === 'POST' && !hasLength(headers)) return lengthRequired;
  if (!body.isComplete) return bodyTooLarge;
  if ((target.queryText ?? '').length > (context.options.maxQueryChars ?? Infinity)) return notFound(target.path);
  const tenant = tenantInStatePath(target.path);
  if (method === 'GET' && tenant !== null) return context.tenants.stateOf(tenant);
  const misdirection = context.tenants.misdirection(target.path, port);
  if (misdirection !== null) return misdirection;
  if (method === 'GET' && /\/api\/?$/i.test(target.path)) return version;
  const { path, queryText } = target;
  const loginResponse = context.login?.respond({ method, path, queryText, bodyText: body.text }) ?? null;
  if (loginResponse !== null) return loginResponse;
  if (method === 'GET' && principalPath.test(target.path)) return invoke(currentPrincipal, request, context);
  if (method === 'PATCH' && sessionPath.test(target.path)) return invoke(patchSession(target.path), request, context);
  if (archiveAt(target.path) !== null) return invoke(archiveOperation(method, target.path), request, context);
  const operation = target.operation === null ? null : findOperation(target.operation);
  if (operation === null) return notFound(target.path);
  if (method === 'GET') return description(operation);
  if (method !== 'POST') return errorObject('SoNotSupportedException', `${method} does not invoke an agent`, 405);
  return invoke(operation, request, context);
}

const archiveOperation = (method: string, path: string): Operation => ({
  name: path,
  description: 'Gets rows of an archive.',
  invoke: (call) => respondToArchive(method, call, path),
});

function invoke(
  operation: Operation,
  { target, headers, body }: ReceivedRequest,
  context: RoutingContext,
): HttpResponse {
  const { world, script, options, login } = context;
  if (!hasCredentials(headers, options.rejectCredentials ?? [])) return unauthorized;
  const refusal = login?.refusal(headers) ?? null;
  if (refusal !== null) return refusal;
  script?.advance();
  const { queryText, parameters } = target;
  const language = languageOf(headers, options.languages);
  const timeZone = headers['so-timezone']?.toString() ?? null;
  const caller = findAgent(login?.userOf(headers) ?? '') ?? callerOf(headers);
  try {
    return operation.invoke({
      operation: operation.name,
      queryText,
      parameters,
      bodyText: body.text,
      language,
      timeZone,
      caller,
      world,
      options,
    });
  } catch (error) {
    if (error instanceof RefusedCallError) return error.response;
    throw error;
  }
}

function hasLength(headers: Readonly<IncomingHttpHeaders>): boolean {
  return headers['content-length'] !== undefined || headers['transfer-encoding'] !== undefined;
}

/** "A GET on an agent URL never invokes it; it only returns a description" (facts.md, section 1). */
function description({ agent = 'Chat', name, description: text }: Operation): HttpResponse {
  return jsonResponse({ Agent: agent, Operation: name, Method: 'POST', Description: text });
}

const version = jsonResponse({
  NetServerVersion: '10.1.1234.1200',
  ReleaseName: 'Emulator',
  ApiVersions: ['v1'],
});
