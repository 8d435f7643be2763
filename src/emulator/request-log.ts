/**
 * Every request that arrived, in order of arrival; its status and body, and what the body tells, are filled in when known.
 */
import type { IncomingMessage } from 'node:http';
import type { RecordedRequest } from './emulator-options.js';
import type { RequestTarget } from './request-target.js';

/** An emulator that runs for weeks must not fill the memory: past this number the oldest are forgotten. */
const maxEntries = 100_000;
const keptEntries = 50_000;

export type OpenEntry = { -readonly [Key in keyof RecordedRequest]: RecordedRequest[Key] };

export class RequestLog {
  #entries: OpenEntry[] = [];

  get entries(): readonly RecordedRequest[] {
    return [...this.#entries];
  }

  arrive({ method = '', url = '', headers }: IncomingMessage, target: RequestTarget): OpenEntry {
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

/** Fills in what the body has told. */
export function recordBody(entry: OpenEntry, bodyText: string, target: RequestTarget): void {
  entry.bodyText = bodyText;
  entry.id = target.id;
  entry.line = lineFor(entry.method, target);
}

function lineFor(method: string, { operation, path, id, details: words, select }: RequestTarget): string {
  if (method !== 'POST' || operation === null) return `${method} ${path}`;
  const parts = [operation, id, ...words, select === null ? null : `$select=${select}`];
  return parts.filter((part) => part !== null).join(' ');
}
