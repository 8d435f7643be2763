/**
 * The body of a webhook, as far as it is a hint: which session, how it may have changed, and in which topic. Nothing else of it is kept.
 * @see SuperOffice: automation/webhook/reference/chat-events
 */
import { z } from 'zod';
import type { SignalKind } from '../../signals/signal.js';
import { isRecordId } from '../record-ids.js';

/** New members must be tolerated. */
const payload = z.object({
  Event: z.string().max(200),
  PrimaryKey: z.union([z.number(), z.string().max(20)]),
  ContextIdentifier: z.string().max(200),
  Timestamp: z.string().max(50),
  FieldValues: z.record(z.string(), z.unknown()).nullish(),
});

export interface WebhookEvent {
  /** null: the event is of no use here, e.g. `test`. */
  readonly kind: SignalKind | null;
  readonly sessionId: string;
  /** null: not known. */
  readonly topicId: string | null;
  /** As SuperOffice names the tenant; `Default` on site. */
  readonly tenant: string;
  /** Milliseconds since 1970; null: not known. */
  readonly atMs: number | null;
}

/** The spelling differs between SuperOffice's pages. */
const kinds = new Map<string, SignalKind>([
  ['chatsession.created', 'created'],
  ['chatsession.changed', 'changed'],
  ['chatsession.message', 'message'],
]);

/** Numbers arrive as numbers or as texts. @returns null: it is no id */
function idOf(value: unknown): string | null {
  const number = typeof value === 'string' && /^\d{1,10}$/.test(value) ? Number(value) : value;
  return isRecordId(number) ? String(number) : null;
}

function fieldNamed(name: string, fields: Readonly<Record<string, unknown>>): unknown {
  return Object.entries(fields).find(([key]) => key.toLowerCase() === name)?.[1];
}

/** @returns null: it is no event of SuperOffice */
export function readWebhook(body: Uint8Array): WebhookEvent | null {
  const parsed = payload.safeParse(jsonOrNull(body)).data;
  if (!parsed) return null;
  const sessionId = idOf(parsed.PrimaryKey);
  const atMs = Date.parse(parsed.Timestamp);
  return {
    kind: sessionId === null ? null : (kinds.get(parsed.Event.toLowerCase()) ?? null),
    sessionId: sessionId ?? '',
    topicId: idOf(fieldNamed('topicid', parsed.FieldValues ?? {})),
    tenant: parsed.ContextIdentifier,
    atMs: Number.isNaN(atMs) ? null : atMs,
  };
}

function jsonOrNull(body: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(body).toString('utf8'));
  } catch {
    return null;
  }
}
