/** Clients of subscriptions by each transport, over real HTTP and WebSockets. */
import { createClient, type Client } from 'graphql-ws';
import { WebSocket } from 'ws';
import { comesTrue } from './eventually.js';

export const transports = ['websocket', 'sse', 'multipart'] as const;
export type Transport = (typeof transports)[number];

export interface LiveResult {
  // The shape of the data is what each test asserts.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly data?: Readonly<Record<string, any>> | null;
  readonly errors?: readonly { readonly message: string; readonly extensions: Readonly<Record<string, unknown>> }[];
}

export interface LiveClient {
  /** In order of arrival. */
  readonly events: readonly LiveResult[];
  /** Waits until so many events have arrived. @returns the last one of them */
  event(number: number, withinMs?: number): Promise<LiveResult>;
  /** How the stream has ended; null: it is open. */
  readonly end: () => { readonly status?: number; readonly code?: number; readonly text?: string } | null;
  ended(withinMs?: number): Promise<{ readonly status?: number; readonly code?: number; readonly text?: string }>;
  leave(): void;
}

export interface Subscription {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
}

type End = ReturnType<LiveClient['end']>;

function clientOf(events: LiveResult[], endOf: () => End, leave: () => void): LiveClient {
  return {
    events,
    event: async (number, withinMs = 4_000) => {
      if (!(await comesTrue(() => events.length >= number, withinMs)))
        throw new Error(
          `${events.length} events of ${number} arrived, end ${JSON.stringify(endOf())}: ${JSON.stringify(events)}`,
        );
      return events[number - 1] ?? {};
    },
    end: endOf,
    ended: async (withinMs = 4_000) => {
      if (!(await comesTrue(() => endOf() !== null, withinMs))) throw new Error('the stream did not end');
      return endOf() ?? {};
    },
    leave,
  };
}

const accepts = {
  sse: 'text/event-stream',
  multipart:
    'multipart/mixed;boundary=graphql;subscriptionSpec=1.0,application/graphql-response+json,application/json;q=0.9',
};

/** Splits what has arrived into complete pieces. */
function pieces(kind: 'sse' | 'multipart', text: string): readonly [complete: readonly string[], rest: string] {
  const parts = text.split(kind === 'sse' ? '\n\n' : '\r\n--graphql');
  return [parts.slice(0, -1), parts.at(-1) ?? ''];
}

/** @returns null: a heartbeat, or the end */
function resultIn(kind: 'sse' | 'multipart', piece: string): LiveResult | null {
  if (kind === 'sse') {
    const [, json] = /^event: next\ndata: (.*)$/s.exec(piece) ?? [];
    return json === undefined ? null : JSON.parse(json);
  }
  const json = piece.split('\r\n\r\n')[1] ?? '{}';
  return (JSON.parse(json) as { payload?: LiveResult }).payload ?? null; // JSON of the gateway
}

export function overHttp(
  url: string,
  kind: 'sse' | 'multipart',
  { query, variables, headers }: Subscription,
): LiveClient {
  const events: LiveResult[] = [];
  const leaving = new AbortController();
  let end: End = null;
  async function read(): Promise<void> {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: accepts[kind], ...headers },
      body: JSON.stringify({ query, variables }),
      signal: leaving.signal,
    });
    const { status } = response;
    if (!/event-stream|multipart/.test(response.headers.get('content-type') ?? '')) {
      end = { status, text: await response.text() };
      return;
    }
    let text = '';
    for await (const chunk of response.body ?? []) {
      const [complete, rest] = pieces(kind, text + Buffer.from(chunk).toString('utf8'));
      text = rest;
      for (const piece of complete) {
        const result = resultIn(kind, piece);
        if (result) events.push(result);
      }
    }
    end = { status };
  }
  read().catch((error: unknown) => (end ??= { text: String(error) }));
  return clientOf(
    events,
    () => end,
    () => leaving.abort(),
  );
}

export interface SocketOptions {
  readonly retryAttempts?: number;
  readonly connectionParams?: () => Record<string, unknown>;
  readonly webSocketImpl?: unknown;
}

export function socketClient(
  url: string,
  headers: Readonly<Record<string, string>>,
  options: SocketOptions = {},
): Client {
  return createClient({
    url: `${url.replace('http', 'ws')}/graphql`,
    webSocketImpl: options.webSocketImpl ?? WebSocket,
    lazy: true,
    retryAttempts: options.retryAttempts ?? 0,
    shouldRetry: () => true,
    connectionParams: options.connectionParams ?? (() => ({ headers })),
  });
}

export function overSocket(client: Client, { query, variables }: Subscription): LiveClient {
  const events: LiveResult[] = [];
  let end: End = null;
  const unsubscribe = client.subscribe<Record<string, unknown>>(
    { query, ...(variables && { variables }) },
    {
      next: (result) => void events.push(result as LiveResult), // as the gateway formats it
      error: (error) => {
        const code = (error as { code?: number }).code; // a close event, or errors
        end = code === undefined ? { text: JSON.stringify(error) } : { code };
      },
      complete: () => (end ??= {}),
    },
  );
  return clientOf(events, () => end, unsubscribe);
}

export function subscribeBy(transport: Transport, url: string, subscription: Subscription): LiveClient {
  if (transport !== 'websocket') return overHttp(url, transport, subscription);
  return overSocket(socketClient(url, subscription.headers ?? {}), subscription);
}
