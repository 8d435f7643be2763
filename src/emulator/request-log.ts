/**
 * Every request that arrived, in order of arrival; its status and body are filled in when they are known.
 */
import type { IncomingMessage } from 'node:http';
import type { RecordedRequest } from './emulator-options.js';
import type { RequestTarget } from './request-target.js';

export type OpenEntry = { -readonly [Key in keyof RecordedRequest]: RecordedRequest[Key] };

export class RequestLog {
  #entries: OpenEntry[] = [];

  get entries(): readonly RecordedRequest[] {
    return [...this.#entries];
  }

  arrive({ method = '', url = '', headers }: IncomingMessage, target: RequestTarget): OpenEntry {
    const { path, operation, id, select } = target;
    const line = method === 'POST' && operation !== null ? lineFor(operation, target) : `${method} ${path}`;
    const entry = { method, url, path, operation, id, select, headers, status: 0, bodyText: '', line };
    this.#entries.push(entry);
    return entry;
  }

  clear(): void {
    this.#entries = [];
  }
}

function lineFor(operation: string, { id, select }: RequestTarget): string {
  const parts = [operation, id, select === null ? null : `$select=${select}`];
  return parts.filter((part) => part !== null).join(' ');
}
