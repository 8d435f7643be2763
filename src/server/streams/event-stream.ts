/**
 * Writes a stream as the response to an HTTP request, as server-sent events or as Apollo's multipart. A client that does not read costs
 * one event: the next one is executed when the one before has left the process.
 * @see GraphQL over SSE, "Distinct connections mode"; Apollo, "Multipart HTTP protocol for GraphQL subscriptions"
 */
import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import type { FastifyReply } from 'fastify';
import type { LiveStream } from '../../live/live-stream.js';
import type { StreamType } from '../http/media-type.js';

interface Framing {
  readonly contentType: string;
  readonly opening: string;
  readonly heartbeat: string;
  readonly closing: string;
  event(json: string): string;
}

const part = (json: string): string => `\r\ncontent-type: application/json\r\n\r\n${json}\r\n--graphql`;

const framings: Readonly<Record<StreamType, Framing>> = {
  sse: {
    contentType: 'text/event-stream; charset=utf-8',
    opening: ':\n\n',
    heartbeat: ':\n\n',
    closing: 'event: complete\ndata:\n\n',
    event: (json) => `event: next\ndata: ${json}\n\n`, // Hive looks for the event's name before its data
  },
  multipart: {
    contentType: 'multipart/mixed;boundary="graphql";subscriptionSpec=1.0',
    opening: '\r\n--graphql',
    heartbeat: part('{}'),
    closing: '--\r\n',
    event: (json) => part(`{"payload":${json}}`),
  },
};

interface Writing {
  readonly framing: Framing;
  /** Milliseconds between two heartbeats. */
  readonly heartbeatMs: number;
}

/** A client that takes nothing for as many heartbeats is dropped. */
const maxMissed = 2;

/** ASCII only: a client that decodes each packet alone breaks a character that two packets share. */
const asciiJson = (value: unknown): string =>
  JSON.stringify(value).replace(/[\u0080-\uffff]/g, (character) => {
    const hex = character.charCodeAt(0).toString(16).padStart(4, '0');
    return `\\u${hex}`;
  });

async function write(response: ServerResponse, text: string, maxStallMs: number): Promise<void> {
  if (response.destroyed || response.write(text)) return;
  const timer = setTimeout(() => response.destroy(), maxStallMs);
  const closed = new AbortController();
  const close = (): void => closed.abort();
  response.once('close', close);
  try {
    await once(response, 'drain', { signal: closed.signal });
  } catch {
    // the client has left
  } finally {
    clearTimeout(timer);
    response.off('close', close);
  }
}

async function writeEvents(
  response: ServerResponse,
  stream: LiveStream,
  { framing, heartbeatMs }: Writing,
): Promise<void> {
  const heartbeat = setInterval(() => {
    if (!response.writableNeedDrain) response.write(framing.heartbeat);
  }, heartbeatMs);
  response.once('close', () => void stream.return());
  if (response.closed || response.destroyed) stream.end('left'); // the client has left before
  try {
    for await (const result of stream) await write(response, framing.event(asciiJson(result)), maxMissed * heartbeatMs);
  } finally {
    clearInterval(heartbeat);
    if (!response.destroyed) response.end(framing.closing);
  }
}

/** The headers are sent at once, so that the client and proxies know that the stream is open. */
export function sendStream(
  reply: FastifyReply,
  stream: LiveStream,
  { type, heartbeatMs }: { readonly type: StreamType; readonly heartbeatMs: number },
): void {
  const framing = framings[type];
  const { raw: response } = reply.hijack();
  response.writeHead(200, {
    ...(reply.getHeaders() as Record<string, string>), // CORS
    'x-request-id': reply.request.id,
    'content-type': framing.contentType,
    'cache-control': 'no-store, no-transform',
    'x-accel-buffering': 'no',
  });
  response.write(framing.opening);
  response.flushHeaders();
  void writeEvents(response, stream, { framing, heartbeatMs });
}
