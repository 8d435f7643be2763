/**
 * The endpoint of SuperOffice's webhooks. A webhook is a hint that something has changed: it starts reads, and nothing in it reaches a
 * client. After a valid signature the response is always 200, because SuperOffice switches a webhook off that fails nine times.
 */
import { hash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { LRUCache } from 'lru-cache';
import type { Clock } from '../../base/clock.js';
import type { WebhookConfig } from '../../config/live-config.js';
import type { Logger } from '../../observability/logger.js';
import type { GatewayMetrics } from '../../observability/metrics.js';
import type { SignalBus } from '../../signals/signal.js';
import type { SourceHealth } from '../../signals/source-health.js';
import { isSignedBy } from '../../superoffice/webhooks/signature.js';
import { readWebhook } from '../../superoffice/webhooks/webhook-payload.js';
import { sendError } from '../http/http-errors.js';

const maxBytes = 65_536;

/** Events that were seen, so that a repeated one costs nothing. */
const maxSeen = 10_000;
const seenForMs = 900_000;

/** Older events are delivered again by hand, or replayed. */
const maxAgeMs = 900_000;
const maxAheadMs = 300_000;

const signatureLogIntervalMs = 10_000;

export interface WebhookParts {
  readonly config: WebhookConfig;
  /** The tenant in the keys of streams. */
  readonly tenant: string;
  readonly bus: SignalBus;
  readonly health: SourceHealth;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly metrics: GatewayMetrics;
}

type Outcome = 'accepted' | 'test' | 'ignored' | 'duplicate' | 'late' | 'tenant';

/** @returns takes the body of a webhook with a valid signature */
function webhookReader({ config, tenant, bus, health, clock }: WebhookParts): (body: Uint8Array) => Outcome {
  const seen = new LRUCache<string, true>({ max: maxSeen, ttl: seenForMs });
  const topics = new LRUCache<string, string>({ max: maxSeen }); // only the first event of a session names its topic
  return (body) => {
    const event = readWebhook(body);
    if (event === null) return 'ignored';
    if (event.tenant.toLowerCase() !== config.tenant.toLowerCase()) return 'tenant';
    if (event.kind === null) return event.sessionId === '' ? 'test' : 'ignored';
    const key = hash('sha256', body, 'base64'); // not the event's id: only the body is signed
    if (seen.has(key)) return 'duplicate';
    seen.set(key, true);
    const ageMs = event.atMs === null ? 0 : clock.now() - event.atMs;
    if (ageMs > maxAgeMs || ageMs < -maxAheadMs) return 'late';
    health.noteWebhook();
    const { kind, sessionId } = event;
    if (event.topicId !== null) topics.set(sessionId, event.topicId);
    const topicId = event.topicId ?? topics.get(sessionId) ?? null;
    bus.publish({ tenant, kind, sessionId, topicId, origin: 'webhook', atMs: clock.monotonicMs() });
    return 'accepted';
  };
}

/** Bad signatures are logged once in an interval: anybody can send them. */
function signatureLog({ clock, logger }: WebhookParts): () => void {
  let lastMs = -Infinity;
  return () => {
    const nowMs = clock.monotonicMs();
    const level = nowMs - lastMs < signatureLogIntervalMs ? 'debug' : 'warn';
    if (level === 'warn') lastMs = nowMs;
    logger[level]({ event: 'webhook', outcome: 'signature' }, 'A webhook was refused: its signature is not valid');
  };
}

/** Each tenant has a path, and so secrets, of its own. */
export async function registerWebhookRoute(server: FastifyInstance, parts: WebhookParts): Promise<void> {
  const { config, metrics, logger } = parts;
  const read = webhookReader(parts);
  const logSignature = signatureLog(parts);
  await server.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: maxBytes }, (_request, body, done) =>
      done(null, body),
    );
    scope.post(config.path, { bodyLimit: maxBytes }, async (request, reply) => {
      const body = request.body instanceof Uint8Array ? request.body : new Uint8Array();
      if (!isSignedBy(config.secrets, body, request.headers['x-superoffice-signature'])) {
        metrics.webhooks.inc({ outcome: 'signature' });
        logSignature();
        return sendError(reply, 401);
      }
      const outcome = read(body);
      metrics.webhooks.inc({ outcome });
      logger.debug({ event: 'webhook', outcome }, 'a webhook has arrived');
      return reply.code(200).send('');
    });
  });
}
