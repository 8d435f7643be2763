/** Receives webhooks for the doctor: at a path that cannot be guessed, because it accepts them whatever signs them. */
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Clock } from '../../base/clock.js';
import { isRecord } from '../../base/json-record.js';
import { randomId } from '../../base/randomness.js';
import type { SignalKind } from '../../signals/signal.js';
import { readWebhook } from '../../superoffice/webhooks/webhook-payload.js';

const maxBytes = 65_536;

/** Further ones are answered and not looked at. */
const maxWebhooks = 5_000;

/** Which bytes of the secret are the key of the signature. */
export type SignatureKey = 'text' | 'base64' | 'neither';

export interface ReceivedWebhook {
  /** null: a test event, or one that is of no use to the gateway. */
  readonly kind: SignalKind | null;
  readonly sessionId: string;
  /** null: it has none. */
  readonly eventId: string | null;
  /** By the clock of SuperOffice, milliseconds since 1970; null: not known. */
  readonly sentAtMs: number | null;
  readonly atMs: number;
  readonly hasFields: boolean;
  readonly key: SignatureKey;
}

export interface WebhookReceiver extends AsyncDisposable {
  /** Valid base64 with at least 32 characters, so that the two kinds of keys differ. */
  readonly secret: string;
  readonly path: string;
  readonly webhooks: readonly ReceivedWebhook[];
}

interface ReceiverOptions {
  /** null: all addresses. */
  readonly host: string | null;
  readonly port: number;
  readonly clock: Clock;
  /** It is one of a session. @returns the status of the response */
  onWebhook(webhook: ReceivedWebhook): number;
}

function keyOf(secret: string, body: Buffer, signature: unknown): SignatureKey {
  const signed = (key: string | Buffer): boolean =>
    createHmac('sha256', key).update(body).digest('base64') === signature;
  if (signed(secret)) return 'text';
  return signed(Buffer.from(secret, 'base64')) ? 'base64' : 'neither';
}

/** @returns null: it is too large */
async function bodyOf(request: IncomingMessage): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    bytes += chunk.length;
    if (bytes > maxBytes) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function recordOf(body: Buffer): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(body.toString('utf8'));
    return isRecord(value) ? value : {};
  } catch {
    return {};
  }
}

function webhookIn(body: Buffer, key: SignatureKey, atMs: number): ReceivedWebhook {
  const { kind = null, sessionId = '', atMs: sentAtMs = null } = readWebhook(body) ?? {};
  const { EventId: eventId, FieldValues: fields } = recordOf(body);
  const hasFields = isRecord(fields) && Object.keys(fields).length > 0;
  return { kind, sessionId, eventId: typeof eventId === 'string' ? eventId : null, sentAtMs, atMs, hasFields, key };
}

async function closed(server: Server): Promise<void> {
  server.close();
  server.closeAllConnections();
  await once(server, 'close');
}

/** @throws {Error} the port is in use */
export async function webhookReceiver({ host, port, clock, onWebhook }: ReceiverOptions): Promise<WebhookReceiver> {
  const [path, secret] = [`/${randomId()}`, Buffer.from(randomId()).toString('base64')];
  const webhooks: ReceivedWebhook[] = [];
  async function receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method !== 'POST' || request.url?.endsWith(path) !== true) return void response.writeHead(404).end();
    const body = await bodyOf(request);
    if (body === null) return void response.writeHead(413, { connection: 'close' }).end();
    const webhook = webhookIn(body, keyOf(secret, body, request.headers['x-superoffice-signature']), clock.now());
    const isLookedAt = webhooks.length < maxWebhooks;
    if (isLookedAt) webhooks.push(webhook);
    response.writeHead(isLookedAt && webhook.kind !== null ? onWebhook(webhook) : 200).end();
  }
  const server = createServer((request, response) => {
    receive(request, response).catch(() => response.destroy()); // the client has gone
  });
  server.listen(port, host ?? undefined);
  await once(server, 'listening');
  return { secret, path, webhooks, [Symbol.asyncDispose]: () => closed(server) };
}
