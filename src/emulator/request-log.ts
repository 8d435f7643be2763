/**
 * The received requests in order of arrival. Status and body, and what depends on the body, are filled in later.
 */
import type { IncomingMessage } from 'node:http';
import type { RecordedRequest } from './emulator-options.js';
import type { RequestTarget } from './request-target.js';

/** Limits memory: past `maxEntries`, only the newest `keptEntries` are kept. */
const maxEntries = 100_000;
const keptEntries = 50_000;

export type OpenEntry = { -readonly [Key in keyof RecordedRequest]: RecordedRequest[Key] };

export class RequestLog {
  #entries: OpenEntry[] = [];

  get entries(): readonly RecordedRequest[] {
    return [...this.#entries];
  }

  add({ method = '', url = '', headers }: IncomingMessage, target: RequestTarget): OpenEntry {
    const { path, operation, id, select } = target;
    const line = lineFor(method, target);
    const entry = { method, url, path, operation, id, select, headers, status: 0, bodyText: '', line };
    this.#entries.push(entry);
    if (this.#entries.length > maxEntries) this.#entries = this.#entries.slice(-keptEntries);
    return entry;
  }

  clear(): void {
    this.#entries = [];
  }
}

export function recordBody(entry: OpenEntry, bodyText: string, target: RequestTarget): void {
  entry.bodyText = bodyText;
  entry.id = target.id;
  entry.line = lineFor(entry.method, target);
}

function lineFor(method: string, { operation, path, id, details, select }: RequestTarget): string {
  if (method !== 'POST' || operation === null) return [method, path, ...details].join(' ');
  const parts = [operation, id, ...details, select === null ? null : `$select=${select}`];
  return parts.filter((part) => part !== null).join(' ');
}
