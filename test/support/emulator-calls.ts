/** Calls to the emulator by plain HTTP, for its contract tests only: no gateway takes part. */
import { connect } from 'node:net';
import type { Emulator, JsonRecord, JsonValue } from '../../src/emulator/index.js';
import { isRecord } from '../../src/emulator/json-record.js';

export const sampleHeaders = { Authorization: 'Basic dGplMDpUamUw', 'Accept-Language': 'en' };
export const operationPath = '/api/v1/Agents/Chat/GetChatSessionEntity';

/** POSTs to GetChatSessionEntity; `query` is sent unchanged, with its `?`. */
export function post(
  emulator: Emulator,
  query = '',
  headers: Record<string, string> = sampleHeaders,
): Promise<Response> {
  return fetch(`${emulator.url}${operationPath}${query}`, { method: 'POST', headers });
}

export async function readJson(response: Response): Promise<JsonValue> {
  return JSON.parse(await response.text()) as JsonValue; // JSON from the wire
}

/** The session with this id. @throws {Error} the response is not a JSON object */
export async function fetchSession(
  emulator: Emulator,
  id: number,
  { select, headers }: { select?: string; headers?: Record<string, string> } = {},
): Promise<JsonRecord> {
  const selectPart = select === undefined ? '' : `&$select=${select}`;
  const value = await readJson(await post(emulator, `?chatSessionEntityId=${id}${selectPart}`, headers));
  if (!isRecord(value)) throw new Error(`session ${id}: expected an object, got ${JSON.stringify(value)}`);
  return value;
}

/** The path walked through objects: `at(session, 'Ticket', 'CustId')`; undefined where it ends early. */
export function at(value: JsonValue | undefined, ...names: readonly string[]): JsonValue | undefined {
  return names.reduce<JsonValue | undefined>((current, name) => (isRecord(current) ? current[name] : undefined), value);
}

/** For what fetch cannot send: writes the text unchanged and returns all bytes until the socket closes. */
export function sendBytes(emulator: Emulator, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(emulator.port, '127.0.0.1', () => socket.write(text));
    let received = '';
    socket.setEncoding('utf8');
    socket.on('data', (chunk: string) => (received += chunk));
    socket.on('error', reject);
    socket.on('close', () => {
      resolve(received);
    });
  });
}

/** One HTTP/1.1 request as text, with `Connection: close`. */
export function requestText(startLine: string, headers: Readonly<Record<string, string>>): string {
  const lines = Object.entries({ Host: 'emulator', Connection: 'close', ...headers }).map(([k, v]) => `${k}: ${v}`);
  return [`${startLine} HTTP/1.1`, ...lines, '', ''].join('\r\n');
}
