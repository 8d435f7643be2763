/** Whole responses of SuperOffice, requested without the gateway, and their part for a selection. */
import type { JsonRecord, JsonValue } from '../../../src/emulator/index.js';
import { isList, isRecord } from '../../../src/emulator/json-record.js';
import type { Paths } from './required-properties.js';

/** A call of the Chat agent, as the emulator's log writes it, without `$select`. */
export interface AgentCall {
  readonly operation: string;
  readonly query?: string;
  readonly body?: JsonRecord;
  readonly line: string;
}

/** The caller of query-gateway.ts, whose module would import the gateway. */
const authorization = 'Basic dGplMDpUamUw';

export async function fetchInFull(emulatorUrl: string, { operation, query = '', body }: AgentCall): Promise<JsonValue> {
  const response = await fetch(`${emulatorUrl}/api/v1/Agents/Chat/${operation}${query}`, {
    method: 'POST',
    headers: { authorization, 'accept-language': 'en', 'content-type': 'application/json' },
    body: body === undefined ? '' : JSON.stringify(body),
  });
  return JSON.parse(await response.text()) as JsonValue; // JSON from the wire
}

/** The value with only these properties. A list is thinned item by item. */
export function thinned(value: JsonValue, paths: Paths): JsonValue {
  if (isList(value)) return value.map((item) => thinned(item, paths));
  if (!isRecord(value)) return value;
  const inside = (name: string): Paths =>
    new Set([...paths].filter((path) => path.startsWith(`${name}/`)).map((path) => path.slice(name.length + 1)));
  const entries = Object.entries(value).flatMap(([name, item]): readonly [string, JsonValue][] => {
    if (paths.has(name)) return [[name, item]];
    const children = inside(name);
    return children.size === 0 ? [] : [[name, thinned(item, children)]];
  });
  return Object.fromEntries(entries);
}

/** Size in UTF-8. */
export const jsonBytes = (value: JsonValue): number => Buffer.byteLength(JSON.stringify(value));
