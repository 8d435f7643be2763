/**
 * Writes a response to the socket, whole or damaged by a fault.
 */
import type { ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { jsonContentType } from './http-response.js';
import type { HttpResponse } from './http-response.js';
import type { Fault } from './faults.js';

export interface OutgoingResponse {
  readonly content: HttpResponse;
  readonly fault: Fault | null;
  /** Aborts pauses when the emulator closes. */
  readonly signal: AbortSignal;
}

/** The response under this fault; null under a fault that sends no HTTP response. */
export function responseWithFault(fault: Fault | null, normalResponse: () => HttpResponse): HttpResponse | null {
  switch (fault?.kind) {
    case 'status':
      return {
        status: fault.status,
        headers: { 'Content-Type': jsonContentType, ...fault.headers },
        body: fault.body ?? '',
      };
    case 'body': {
      const contentType = fault.contentType ?? jsonContentType;
      return { status: 200, headers: { 'Content-Type': contentType, ...fault.headers }, body: fault.body };
    }
    case 'reset':
    case 'hang':
    case 'raw':
      return null;
    case 'delay':
    case 'drip':
    case 'truncate':
    case undefined:
      return normalResponse();
  }
}

export async function sendResponse(
  response: ServerResponse,
  { content, fault, signal }: OutgoingResponse,
): Promise<void> {
  const bytes = Buffer.from(content.body);
  response.writeHead(content.status, { ...content.headers, ...lengthHeader(content, bytes) });
  if (fault?.kind === 'truncate') {
    response.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => response.destroy());
    return;
  }
  if (fault?.kind !== 'drip') {
    response.end(bytes);
    return;
  }
  for (let sent = 0; sent < bytes.length && !response.destroyed; sent += fault.bytesPerStep) {
    response.write(bytes.subarray(sent, sent + fault.bytesPerStep));
    await pause(fault.stepMs, undefined, { signal });
  }
  response.end();
}

/** For the faults that send no HTTP response. */
export function breakConnection(response: ServerResponse, fault: Fault | null): void {
  if (fault?.kind === 'hang') return;
  if (fault?.kind === 'raw') response.socket?.end(fault.bytes);
  else response.socket?.destroy();
}

function lengthHeader({ status }: HttpResponse, bytes: Buffer): Record<string, number> {
  return status === 204 || status === 304 ? {} : { 'Content-Length': bytes.length };
}
