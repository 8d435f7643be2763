/**
 * Watches the webhooks of chats for a while, to see what no documentation describes: with a webhook of the doctor's own, which is deleted
 * at the end. For each webhook it reads the session at once and again after a moment, and the last one every three seconds, without names
 * and texts.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { reads } from '../../catalog/catalog.js';
import { GatewayError } from '../../errors/gateway-error.js';
import { attemptsOver, type Attempts } from '../../superoffice/attempt.js';
import { WebhookDefinitions } from '../../superoffice/webhooks/webhook-definitions.js';
import { webhookSender } from '../../superoffice/webhooks/webhook-sender.js';
import { recordIn, send, valueAt, type ProbeTarget } from '../probe-client.js';
import { sessionQuery } from '../probes/connection.js';
import type { Report } from '../report.js';
import { webhookFindings, type SessionRead } from './webhook-findings.js';
import { webhookReceiver, type ReceivedWebhook } from './webhook-receiver.js';

const webhookName = 'superoffice-chat-graphql-doctor';

/** Reads of sessions in one watch. */
const maxReads = 300;

/** A change that a webhook has overtaken can be read by then. */
const laterMs = 2_000;

/** How often the last session is read without a webhook: a change of it may have none. */
const everyMs = 3_000;

/** The status of the response to the first webhook: whether SuperOffice repeats it. */
const [ok, noContent] = [200, 204];

export interface WatchOptions {
  readonly target: ProbeTarget;
  /** Leads to this port. */
  readonly url: string;
  readonly port: number;
  readonly durationMs: number;
  /** Ends the watch early. */
  readonly signal: AbortSignal;
  /** The webhook is registered. */
  onReady(): void;
}

interface Reader {
  readonly attempts: Attempts;
  readonly target: ProbeTarget;
  readonly found: SessionRead[];
  sent: number;
}

const textOf = (value: unknown): string | null =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : null;

async function readSession(reader: Reader, sessionId: string, isOnArrival: boolean): Promise<void> {
  if (reader.sent >= maxReads) return;
  reader.sent += 1;
  const { attempts, target, found } = reader;
  const response = await send(attempts, target, {
    purpose: 'a session of a webhook',
    operation: reads.chatSession,
    query: sessionQuery(sessionId, 'ChatSessionId,Status,User/AssociateId,WhenIdle'),
  });
  const record = recordIn(response);
  if (record === null) return;
  const agent = textOf(valueAt(record, 'User/AssociateId'));
  found.push({
    ...{ sessionId, isOnArrival, atMs: response.atMs },
    status: textOf(record['Status']),
    agent: agent === '0' ? null : agent,
    idle: textOf(record['WhenIdle']),
  });
}

/** Reads the session of a webhook twice. */
async function look(reader: Reader, { sessionId }: ReceivedWebhook): Promise<void> {
  await readSession(reader, sessionId, true);
  await pause(laterMs);
  await readSession(reader, sessionId, false);
}

/** Reads the last session from time to time, until the watch ends. */
async function wait(reader: Reader, webhooks: readonly ReceivedWebhook[], options: WatchOptions): Promise<void> {
  const { durationMs, signal } = options;
  for (let waitedMs = 0; waitedMs < durationMs && !signal.aborted; waitedMs += everyMs) {
    await pause(Math.min(everyMs, durationMs - waitedMs), undefined, { signal }).catch(() => undefined);
    const last = webhooks.findLast(({ kind }) => kind !== null);
    if (last !== undefined) await readSession(reader, last.sessionId, false);
  }
}

/** Deletes also what a run that was killed has left. @returns whether SuperOffice has counted errors */
async function deleteAll(definitions: WebhookDefinitions): Promise<boolean> {
  const ours = await definitions.ours(null);
  for (const definition of ours) await definitions.delete(definition);
  return ours.some(({ record }) => typeof record['TotalErrors'] === 'number' && record['TotalErrors'] > 0);
}

async function isAccepted(registration: Promise<void>): Promise<boolean> {
  try {
    await registration;
    return true;
  } catch (error) {
    if (error instanceof GatewayError) return false;
    throw error;
  }
}

/** @throws {Error} the port is in use @throws {GatewayError} the webhook cannot be deleted */
export async function watchWebhooks(options: WatchOptions): Promise<Report> {
  const { target, url, port, onReady } = options;
  const { config, baseUrl, authorization, clock } = target;
  using attempts = attemptsOver(config.superoffice, clock);
  using sender = webhookSender({ config: config.superoffice, baseUrl, authorization });
  const reader: Reader = { attempts, target, found: [], sent: 0 };
  const looks = new Set<Promise<void>>();
  await using receiver = await webhookReceiver({
    ...{ host: config.server.host, port, clock },
    onWebhook: (webhook) => {
      const isFirst = looks.size === 0;
      looks.add(look(reader, webhook));
      return isFirst ? noContent : ok;
    },
  });
  const { secret, path, webhooks } = receiver;
  const definitions = new WebhookDefinitions(sender, webhookName);
  const isRegistered = await isAccepted(definitions.register(`${url}${path}`, secret));
  if (isRegistered) {
    onReady();
    await wait(reader, webhooks, options);
  }
  const hasErrors = isRegistered && (await deleteAll(definitions));
  await Promise.all(looks);
  const results = webhookFindings({ isRegistered, hasErrors, webhooks, reads: reader.found });
  return { results, calls: reader.sent };
}
