/**
 * The definitions of webhooks in SuperOffice. Each is read and saved as a whole, except for its secret, which may come back empty: it is
 * always sent.
 * @see SuperOffice: REST, Webhook
 */
import { isRecord, type JsonRecord } from '../../base/json-record.js';

/** Names the webhooks of gateways; an app sees only its own. */
const webhookName = 'superoffice-chat-graphql';

export const webhookEvents = ['chatsession.created', 'chatsession.changed', 'chatsession.message'];

export interface WebhookRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Below /api/v1. */
  readonly path: string;
  readonly body?: object;
}

/** @returns the JSON of the response; null: it has none @throws {GatewayError} */
export type SendWebhookRequest = (request: WebhookRequest) => Promise<unknown>;

export interface WebhookDefinition {
  readonly id: number;
  /** Active, Stopped or TooManyErrors, as SuperOffice names it. */
  readonly state: string;
  readonly targetUrl: string;
  /** null: SuperOffice does not say. */
  readonly calls: number | null;
  readonly errors: number | null;
  readonly lastError: string | null;
  /** As SuperOffice stores it. */
  readonly record: JsonRecord;
}

const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
const numberOf = (value: unknown): number | null => (typeof value === 'number' ? value : null);

function definitionOf(record: JsonRecord): WebhookDefinition {
  return {
    id: numberOf(record['WebhookId']) ?? 0,
    state: textOf(record['State']) ?? 'Unknown',
    targetUrl: textOf(record['TargetUrl']) ?? '',
    calls: numberOf(record['TotalCalls']),
    errors: numberOf(record['ConsecutiveErrors']),
    lastError: textOf(record['LastError']),
    record,
  };
}

export class WebhookDefinitions {
  /** @param name of the webhooks to look after */
  constructor(
    private readonly send: SendWebhookRequest,
    private readonly name = webhookName,
  ) {}

  /** The webhooks that gateways have registered. @param targetUrl null: at any URL */
  async ours(targetUrl: string | null): Promise<readonly WebhookDefinition[]> {
    const found = await this.send({ method: 'GET', path: `Webhook?nameFilter=${this.name}` });
    const records = Array.isArray(found) ? found.filter(isRecord) : [];
    return records
      .filter((record) => record['Name'] === this.name)
      .map(definitionOf)
      .filter((definition) => targetUrl === null || definition.targetUrl === targetUrl);
  }

  /** SuperOffice calls the URL at once, and refuses the webhook if the gateway does not accept the call. */
  async register(targetUrl: string, secret: string): Promise<void> {
    const body = { Name: this.name, Events: webhookEvents, TargetUrl: targetUrl, Secret: secret, State: 'Active' };
    await this.send({ method: 'POST', path: 'Webhook', body: { ...body, Type: 'webhook' } });
  }

  /** Active again, with this secret. */
  async restart({ id, record }: WebhookDefinition, secret: string): Promise<void> {
    const body = { ...record, State: 'Active', Secret: secret };
    await this.send({ method: 'PUT', path: `Webhook/${id}`, body });
  }

  async delete({ id }: WebhookDefinition): Promise<void> {
    await this.send({ method: 'DELETE', path: `Webhook/${id}` });
  }

  /** SuperOffice calls the URL with a test event. @returns why the gateway has not accepted it; null: it has */
  async test({ record }: WebhookDefinition, secret: string): Promise<string | null> {
    const result = await this.send({ method: 'POST', path: 'Webhook/Test', body: { ...record, Secret: secret } });
    if (!isRecord(result) || result['Success'] === true) return null;
    return textOf(result['Message']) ?? 'no reason';
  }
}
