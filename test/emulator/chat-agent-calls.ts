/**
 * Calls of the emulated chat agent's operations over plain HTTP, without a gateway, and a clock that tests advance.
 */
import type { Emulator, JsonRecord, JsonValue } from '../../src/emulator/index.js';
import { isList, isRecord } from '../../src/emulator/json-record.js';
import { readJson } from '../support/emulator-calls.js';

/** Authorization values of agents. */
export const terje = 'Basic dGplMDpUamUw'; // 701
export const kari = 'Bearer kari'; // 702
export const jan = 'Bearer jan'; // 703

export interface CallOptions {
  /** Default: Terje. */
  readonly as?: string;
  readonly select?: string;
  readonly language?: string;
}

/** Sends `body` unchanged. */
export function send(
  emulator: Emulator,
  operation: string,
  { body = '', query = '', as = terje, language = '' }: CallOptions & { body?: string; query?: string } = {},
): Promise<Response> {
  const headers = { Authorization: as, 'Content-Type': 'application/json', 'Accept-Language': language };
  return fetch(`${emulator.url}/api/v1/Agents/Chat/${operation}${query}`, { method: 'POST', headers, body });
}

/** The response of an operation with parameters in its body. Without parameters, the body is `null`. */
export async function call(
  emulator: Emulator,
  operation: string,
  body: JsonValue = null,
  { select, ...options }: CallOptions = {},
): Promise<JsonValue> {
  const query = select === undefined ? '' : `?$select=${select}`;
  return readJson(await send(emulator, operation, { ...options, query, body: JSON.stringify(body) }));
}

/** As `call`, for an object. @throws {Error} the response is something else */
export async function callRecord(...parameters: Parameters<typeof call>): Promise<JsonRecord> {
  const value = await call(...parameters);
  if (!isRecord(value)) throw new Error(`${parameters[1]}: expected an object, got ${JSON.stringify(value)}`);
  return value;
}

/** As `call`, for a list of objects. @throws {Error} the response is something else */
export async function callList(...parameters: Parameters<typeof call>): Promise<readonly JsonRecord[]> {
  const value = await call(...parameters);
  if (!isList(value) || !value.every(isRecord)) throw new Error(`${parameters[1]}: got ${JSON.stringify(value)}`);
  return value;
}

/** The special types of a session's messages, in order. */
export async function noticesOf(emulator: Emulator, sessionId: number, after = 300_000): Promise<JsonValue[]> {
  const messages = await callList(emulator, 'GetChatMessages', { ChatSessionId: sessionId, After: after });
  return messages.map((message) => message['SpecialType'] ?? null);
}

export function idsOf(records: readonly JsonRecord[], property = 'ChatSessionId'): (JsonValue | undefined)[] {
  return records.map((record) => record[property]);
}

export interface ManualClock {
  now(): number;
  pass(seconds: number): void;
}

export function manualClock(start = '2026-03-02T09:00:00Z'): ManualClock {
  let timeMs = Date.parse(start);
  return {
    now: () => timeMs,
    pass: (seconds) => {
      timeMs += seconds * 1000;
    },
  };
}
