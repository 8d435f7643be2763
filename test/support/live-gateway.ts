/** A gateway with subscriptions, on an emulator that sends it webhooks. */
import { createHmac } from 'node:crypto';
import type { EmulatorOptions } from '../../src/emulator/index.js';
import { authorization, gatewayOnEmulator, type GatewayWithEmulator } from './query-gateway.js';

export const webhookSecret = 'a-secret-of-the-webhook-of-at-least-32-characters';

export const liveSettings = {
  SUBSCRIPTIONS: 'true',
  WEBHOOK_SECRET: webhookSecret,
  LIVE_SOURCE: 'webhooks',
  LIVE_INTERVAL_MS: '200',
  LIVE_CALLS_PER_MINUTE: '10000',
  METRICS: 'true',
} as const;

export const chatEvents = ['chatsession.created', 'chatsession.changed', 'chatsession.message'];

export async function registerWebhook(emulatorUrl: string, gatewayUrl: string, secret = webhookSecret): Promise<void> {
  const response = await fetch(`${emulatorUrl}/api/v1/Webhook`, {
    method: 'POST',
    headers: { authorization, 'content-type': 'application/json' },
    body: JSON.stringify({
      Name: 'gateway',
      Events: chatEvents,
      TargetUrl: `${gatewayUrl}/webhooks/superoffice`,
      Secret: secret,
    }),
  });
  if (response.status !== 200) throw new Error(`the webhook was not accepted: ${await response.text()}`);
}

export async function liveGateway(
  options: EmulatorOptions = {},
  settings: Readonly<Record<string, string>> = {},
): Promise<GatewayWithEmulator> {
  const gateway = await gatewayOnEmulator(options, { ...liveSettings, ...settings });
  await registerWebhook(gateway.emulator.url, gateway.url);
  gateway.emulator.clearLog();
  return gateway;
}

export interface SentWebhook {
  readonly event: string;
  readonly id: number | string;
  readonly fields?: Readonly<Record<string, unknown>>;
  readonly more?: Readonly<Record<string, unknown>>;
}

let lastEvent = 0;

/** The body of a webhook, as SuperOffice writes it; each is another one. */
export function webhookBody({ event, id, fields, more }: SentWebhook): string {
  lastEvent += 1;
  return JSON.stringify({
    EventId: `5f1ed5c2-0000-0000-0000-${String(lastEvent).padStart(12, '0')}`,
    Timestamp: new Date().toISOString(),
    Changes: [],
    Event: event,
    PrimaryKey: id,
    Entity: 'chatsession',
    ContextIdentifier: 'Default',
    ChangedByAssociateId: 1,
    WebhookName: 'test',
    ...(fields && { FieldValues: fields }),
    ...more,
  });
}

export const signatureOf = (body: string | Buffer, secret = webhookSecret): string =>
  createHmac('sha256', secret).update(body).digest('base64');

export async function sendWebhook(
  gatewayUrl: string,
  body: string,
  signature: string | null = signatureOf(body),
): Promise<number> {
  const response = await fetch(`${gatewayUrl}/webhooks/superoffice`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(signature !== null && { 'x-superoffice-signature': signature }),
    },
    body,
  });
  await response.arrayBuffer();
  return response.status;
}

/** Signals, as from SuperOffice, without anything happening there. */
export const signal = (gatewayUrl: string, webhook: SentWebhook): Promise<number> =>
  sendWebhook(gatewayUrl, webhookBody(webhook));
