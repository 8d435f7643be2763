/** Webhook definitions, as SuperOffice stores and returns them. */
import { isoSeconds } from '../clock.js';
import { isList, isRecord } from '../json-record.js';
import type { JsonRecord, JsonValue } from '../json-record.js';

export type WebhookState = 'Active' | 'Stopped' | 'TooManyErrors';

export interface WebhookDefinition {
  id: number;
  name: string;
  events: readonly string[];
  targetUrl: string;
  secret: string;
  state: WebhookState;
  headers: JsonRecord;
  properties: JsonRecord;
  registered: string;
  updated: string;
  totalCalls: number;
  totalErrors: number;
  consecutiveErrors: number;
  lastError: string;
}

export function blankDefinition(): WebhookDefinition {
  const when = isoSeconds(0);
  return {
    ...{ id: 0, name: '', events: [], targetUrl: '', secret: '', state: 'Active', headers: {}, properties: {} },
    ...{ registered: when, updated: when, totalCalls: 0, totalErrors: 0, consecutiveErrors: 0, lastError: '' },
  };
}

const text = (value: JsonValue | undefined): string => (typeof value === 'string' ? value : '');
const record = (value: JsonValue | undefined): JsonRecord => (isRecord(value) ? value : {});

/** @param before the stored definition, whose counters stay */
export function definitionFrom(sent: JsonRecord, before: WebhookDefinition, now: string): WebhookDefinition {
  const isRestarted = sent['State'] === 'Active' && before.state !== 'Active';
  return {
    ...before,
    name: text(sent['Name']),
    events: isList(sent['Events']) ? sent['Events'].map(String) : [],
    targetUrl: text(sent['TargetUrl']),
    secret: text(sent['Secret']),
    state: sent['State'] === 'Stopped' ? 'Stopped' : 'Active',
    headers: record(sent['Headers']),
    properties: record(sent['Properties']),
    updated: now,
    ...(isRestarted && { consecutiveErrors: 0 }),
  };
}

/** The secret comes back, as from SuperOffice. */
export function carrierOf(definition: WebhookDefinition): JsonRecord {
  return {
    WebhookId: definition.id,
    Name: definition.name,
    Events: definition.events,
    TargetUrl: definition.targetUrl,
    Secret: definition.secret,
    State: definition.state,
    Type: 'webhook',
    Headers: definition.headers,
    Properties: definition.properties,
    Registered: definition.registered,
    Updated: definition.updated,
    TotalCalls: definition.totalCalls,
    TotalErrors: definition.totalErrors,
    ConsecutiveErrors: definition.consecutiveErrors,
    LastError: definition.lastError,
  };
}
