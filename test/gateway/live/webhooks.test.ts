/** The endpoint of webhooks: what is accepted, what starts a read, and that it always answers 200 after a valid signature. */
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { isSignedBy } from '../../../src/superoffice/webhooks/signature.js';
import { overHttp } from '../../support/live-clients.js';
import {
  liveGateway,
  liveSettings,
  registerWebhook,
  sendWebhook,
  signal,
  signatureOf,
  webhookBody,
  webhookSecret,
} from '../../support/live-gateway.js';
import { authorization, gatewayOnEmulator } from '../../support/query-gateway.js';

const headers = { authorization };
const query = 'subscription { chatSessionChanged(id: "18") { session { status lastMessage } } }';

/** The signature of these bytes is known from another implementation: openssl dgst -sha256 -hmac. */
const published = {
  secret: 'the-shared-secret-of-a-webhook-in-a-document',
  body: '{ "Event" : "chatsession.changed",\n"PrimaryKey":18, "æøå": "«ø»" }',
};

describe('L13 webhooks', () => {
  it('are accepted by their signature over the raw bytes, and by nothing else', async () => {
    await using gateway = await liveGateway();
    const { emulator, url } = gateway;
    const client = overHttp(url, 'sse', { query, headers });
    await client.event(1);
    await pause(300);
    emulator.clearLog();
    const event = { event: 'chatsession.changed', id: 18 };
    const spaced = `  ${webhookBody({ ...event, more: { Note: 'æ ø å 👋' } }).replaceAll(':', ' : ')}\n`;
    for (const [body, signature, status] of [
      [webhookBody(event), null, 401],
      [webhookBody(event), '', 401],
      [webhookBody(event), 'AAAA', 401],
      [webhookBody(event), signatureOf('another body'), 401],
      [webhookBody(event), signatureOf(webhookBody(event), 'another-secret-of-32-characters-xxxxx'), 401],
    ] as const)
      expect(await sendWebhook(url, body, signature)).toBe(status);
    await pause(300);
    expect(emulator.requests).toEqual([]);
    expect(await sendWebhook(url, spaced)).toBe(200);
    await pause(300);
    expect(emulator.requests.length).toBeGreaterThan(0);
    client.leave();
  });

  it('are signed as openssl does', () => {
    const bytes = Buffer.from(published.body);
    const signature = '4fWNhY8bHCvD0vOju2V8LR+YVJfh2vJfB7kNK4qvCdg=';
    expect(isSignedBy([webhookSecret, published.secret], bytes, signature)).toBe(true);
    expect(isSignedBy([webhookSecret], bytes, signature)).toBe(false);
    expect(isSignedBy([published.secret], Buffer.from(published.body.trimEnd().replace('18', '19')), signature)).toBe(
      false,
    );
  });

  it('are answered with 200 and ignored where they are of no use: test, another tenant, unknown events, no JSON', async () => {
    await using gateway = await liveGateway();
    const { emulator, url } = gateway;
    const client = overHttp(url, 'sse', { query, headers });
    await client.event(1);
    await pause(300);
    emulator.clearLog();
    const about = { event: 'chatsession.changed', id: 18 };
    for (const body of [
      webhookBody({ event: 'test', id: 0 }),
      webhookBody({ event: 'ticket.changed', id: 18 }),
      webhookBody({ event: 'webhook7.errors', id: 7 }),
      webhookBody({ ...about, more: { ContextIdentifier: 'Cust12345' } }),
      webhookBody({ ...about, id: 0 }),
      webhookBody({ ...about, id: 'x' }),
      webhookBody({ ...about, id: 4_000_000_000 }),
      '[]',
      'null',
      'no json',
      '',
    ])
      expect({ body, status: await sendWebhook(url, body) }).toEqual({ body, status: 200 });
    await pause(300);
    expect(emulator.requests).toEqual([]);
    const metrics = await (await fetch(`${url}/metrics`)).text();
    expect(metrics).toContain('superoffice_chat_webhooks_total{outcome="tenant"} 1');
    client.leave();
  });

  it('may be spelt as on any page of the documentation', async () => {
    await using gateway = await liveGateway();
    const { emulator, url } = gateway;
    const client = overHttp(url, 'sse', { query, headers });
    await client.event(1);
    for (const event of ['chatSession.changed', 'CHATSESSION.CHANGED', 'chatsession.message']) {
      await pause(500);
      emulator.clearLog();
      await signal(url, { event, id: event.startsWith('C') ? 18 : '18' });
      await pause(300);
      expect(emulator.requests.length).toBeGreaterThan(0);
    }
    client.leave();
  });

  it('of up to 64 KiB are read; larger ones are refused', async () => {
    await using gateway = await liveGateway();
    const { url } = gateway;
    const padded = (bytes: number): string => {
      const body = webhookBody({ event: 'test', id: 0, more: { Pad: '' } });
      return body.replace('"Pad":""', `"Pad":"${'x'.repeat(bytes - body.length)}"`);
    };
    expect(await sendWebhook(url, padded(65_536))).toBe(200);
    expect(await sendWebhook(url, padded(65_537))).toBe(413);
  });

  it('are accepted with the previous secret as well', async () => {
    const previous = 'the-previous-secret-of-the-webhook-0123456789';
    await using gateway = await liveGateway({}, { PREVIOUS_WEBHOOK_SECRET: previous });
    const body = webhookBody({ event: 'test', id: 0 });
    expect(await sendWebhook(gateway.url, body, signatureOf(body, previous))).toBe(200);
    await registerWebhook(gateway.emulator.url, gateway.url, previous);
  });

  it('are answered with 200 where no caller subscribes, and not at all without a secret', async () => {
    await using gateway = await liveGateway();
    expect(await signal(gateway.url, { event: 'chatsession.changed', id: 18 })).toBe(200);
    await using without = await gatewayOnEmulator({}, { ...liveSettings, WEBHOOK_SECRET: '', LIVE_SOURCE: 'auto' });
    expect(await signal(without.url, { event: 'chatsession.changed', id: 18 })).toBe(404);
  });

  it('are reported to monitors: the source, and when the last one arrived', async () => {
    await using gateway = await liveGateway();
    const reported = async (): Promise<unknown> => {
      const ready = (await (await fetch(`${gateway.url}/ready?deep=1`)).json()) as { readonly live: unknown };
      return ready.live;
    };
    expect(await reported()).toEqual({ source: 'webhooks', lastWebhookSecondsAgo: null, missedChanges: 0 });
    await signal(gateway.url, { event: 'chatsession.changed', id: 192 });
    const after = { source: 'webhooks', lastWebhookSecondsAgo: expect.any(Number), missedChanges: 0 };
    expect(await reported()).toEqual(after);
  });

  it('are at WEBHOOK_PATH, below BASE_PATH or not', async () => {
    await using gateway = await gatewayOnEmulator(
      {},
      { ...liveSettings, WEBHOOK_PATH: '/hooks/chat', BASE_PATH: '/chat' },
    );
    const body = webhookBody({ event: 'test', id: 0 });
    for (const path of ['/chat/hooks/chat', '/hooks/chat']) {
      const response = await fetch(`${gateway.url}${path}`, {
        method: 'POST',
        headers: { 'x-superoffice-signature': signatureOf(body), 'content-type': 'application/json; charset=utf-8' },
        body,
      });
      expect(response.status).toBe(200);
      expect(await response.text()).toBe('');
    }
  });

  it('say nothing to a client: no value of a payload is returned, logged or measured', async () => {
    await using gateway = await liveGateway({}, { LOG_LEVEL: 'debug' });
    const { url } = gateway;
    const client = overHttp(url, 'sse', { query, headers });
    await client.event(1);
    const fields = { CustomerAlias: 'canary-alias', Status: 'canary-status', TopicId: '1', LastMessage: 'canary-text' };
    await signal(url, { event: 'chatsession.changed', id: 18, fields, more: { WebhookName: 'canary-name' } });
    await pause(400);
    const metrics = await (await fetch(`${url}/metrics`)).text();
    expect(`${JSON.stringify(client.events)} ${gateway.log()} ${metrics}`).not.toContain('canary');
    client.leave();
  });
});
