/** Real HTTP servers on free ports, for what the emulator does not do: endless responses, counts of sockets. */
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';

export interface SeenRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
}

export interface UpstreamServer extends AsyncDisposable {
  /** `http://127.0.0.1:PORT` */
  readonly url: string;
  readonly requests: readonly SeenRequest[];
  /** Count of all connections so far. */
  readonly connections: () => number;
  /** Resolves when this many requests have arrived. */
  readonly arrived: (count: number) => Promise<void>;
  /** Resolves when every connection is closed by the other side, or by a response that closes it. */
  readonly socketsClosed: () => Promise<void>;
}

type Handler = (response: ServerResponse, request: IncomingMessage) => void;

export function answerJson(response: ServerResponse, value: unknown): void {
  response.writeHead(200, { 'Content-Type': 'application/json; charset=utf-8' }).end(JSON.stringify(value));
}

export async function startUpstream(handler: Handler): Promise<UpstreamServer> {
  const requests: SeenRequest[] = [];
  const sockets: Promise<void>[] = [];
  const waiting: { readonly count: number; readonly resolve: () => void }[] = [];
  const server = createServer((request, response) => {
    const { method = '', url = '', headers } = request;
    requests.push({ method, url, headers });
    for (const { count, resolve } of waiting) if (requests.length >= count) resolve();
    handler(response, request);
  });
  server.on('connection', (socket) => {
    sockets.push(new Promise<void>((resolve) => socket.once('close', () => resolve())));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
    requests,
    connections: () => sockets.length,
    arrived: (count) =>
      new Promise<void>((resolve) => {
        waiting.push({ count, resolve });
        if (requests.length >= count) resolve();
      }),
    socketsClosed: async () => {
      await Promise.all(sockets);
    },
    [Symbol.asyncDispose]: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** The URL of a closed port. */
export async function refusingUrl(): Promise<string> {
  await using server = await startUpstream(() => undefined);
  return server.url;
}
