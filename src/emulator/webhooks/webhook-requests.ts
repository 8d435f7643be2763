/** The administration of webhooks: REST at /api/v1/Webhook, and the agent at /api/v1/Agents/Webhook. */
import { errorObject, jsonResponse, notFound } from '../http-response.js';
import type { HttpResponse } from '../http-response.js';
import { isRecord } from '../json-record.js';
import type { JsonRecord } from '../json-record.js';
import { parseBody } from '../operations/read-parameters.js';
import { findParameter } from '../query-parameters.js';
import type { RequestTarget } from '../request-target.js';
import { blankDefinition, carrierOf, type WebhookDefinition } from './webhook-definition.js';
import type { Webhooks } from './webhooks.js';

const webhookPath = /\/api\/v1\/(Agents\/)?Webhook(\/.*)?$/i;

interface AdminRequest {
  readonly method: string;
  readonly parts: readonly string[];
  readonly target: RequestTarget;
  readonly body: JsonRecord;
}

const none: HttpResponse = { status: 204, headers: {}, body: '' };

const refused = (message: string): HttpResponse => errorObject('ArgumentException', message, 400);

/** @returns null: it is no request for webhooks */
export async function respondToAdmin(
  webhooks: Webhooks,
  { method, target, bodyText }: { readonly method: string; readonly target: RequestTarget; readonly bodyText: string },
): Promise<HttpResponse | null> {
  const found = webhookPath.exec(target.path);
  if (!found) return null;
  const [, agent, rest = ''] = found;
  const parts = rest.split('/').filter((part) => part !== '');
  const request = { method, parts, target, body: parseBody(bodyText) ?? {} };
  return agent === undefined ? restRequest(webhooks, request) : agentOperation(webhooks, request);
}

async function save(webhooks: Webhooks, sent: JsonRecord): Promise<HttpResponse> {
  try {
    const saved = await webhooks.save(sent);
    return saved === null ? notFound('Webhook') : jsonResponse(carrierOf(saved));
  } catch (error) {
    return refused(error instanceof Error ? error.message : 'The webhook cannot be saved');
  }
}

const foundOr404 = (definition: WebhookDefinition | null): HttpResponse =>
  definition === null ? notFound('Webhook') : jsonResponse(carrierOf(definition));

interface Filters {
  readonly name: string;
  readonly event: string;
  readonly status: string;
}

function listed(webhooks: Webhooks, { name, event, status }: Filters): HttpResponse {
  const matches = webhooks.all.filter(
    (definition) =>
      definition.name.startsWith(name) &&
      (event === '' || definition.events.includes(event)) &&
      (status === '' || definition.state === status),
  );
  return jsonResponse(matches.map(carrierOf));
}

async function tested(webhooks: Webhooks, sent: JsonRecord): Promise<HttpResponse> {
  const definition = {
    ...blankDefinition(),
    targetUrl: String(sent['TargetUrl']),
    secret: String(sent['Secret'] ?? ''),
  };
  const failure = await webhooks.test(definition);
  return jsonResponse({ Success: failure === null, Message: failure ?? '' });
}

async function restRequest(webhooks: Webhooks, { method, parts, target, body }: AdminRequest): Promise<HttpResponse> {
  const [first = '', second] = parts;
  const parameter = (name: string): string => findParameter(target.parameters, name)?.value ?? '';
  if (method === 'GET' && first === '')
    return listed(webhooks, {
      name: parameter('nameFilter'),
      event: parameter('eventFilter'),
      status: parameter('statusFilter'),
    });
  if (method === 'GET' && first.toLowerCase() === 'default') return jsonResponse(carrierOf(blankDefinition()));
  if (method === 'GET' && second?.toLowerCase() === 'lasterror')
    return jsonResponse(webhooks.find(Number(first))?.lastError ?? '');
  if (method === 'GET') return foundOr404(webhooks.find(Number(first)));
  if (method === 'PUT') return save(webhooks, { ...body, WebhookId: Number(first) });
  if (method === 'DELETE') {
    webhooks.delete(Number(first));
    return none;
  }
  if (first === '') return save(webhooks, { ...body, WebhookId: 0 });
  if (first.toLowerCase() === 'test') return tested(webhooks, body);
  webhooks.signal(first, Number(second), Object.keys(body).length === 0 ? null : body);
  return none;
}

async function agentOperation(webhooks: Webhooks, { parts, target, body }: AdminRequest): Promise<HttpResponse> {
  const id = Number(findParameter(target.parameters, 'webhookId')?.value ?? body['WebhookId'] ?? 0);
  const filter = (name: string): string => (typeof body[name] === 'string' ? body[name] : '');
  switch (parts[0]?.toLowerCase() ?? '') {
    case 'createdefaultwebhook':
      return jsonResponse(carrierOf(blankDefinition()));
    case 'savewebhook':
      return save(webhooks, body);
    case 'getwebhook':
      return foundOr404(webhooks.find(id));
    case 'deletewebhook':
      webhooks.delete(id);
      return none;
    case 'getallwebhooks':
      return listed(webhooks, {
        name: filter('NameFilter'),
        event: filter('EventFilter'),
        status: filter('StatusFilter'),
      });
    case 'testwebhook':
      return tested(webhooks, isRecord(body['Webhook']) ? body['Webhook'] : {});
    case 'signalevent':
      webhooks.signal(filter('EventName'), Number(body['PrimaryKey']), isRecord(body['Data']) ? body['Data'] : null);
      return none;
    case 'getlasterror':
      return jsonResponse(webhooks.find(id)?.lastError ?? '');
    default:
      return notFound(target.path);
  }
}
