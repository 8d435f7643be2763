/** A proxy in front of an emulator that can rewrite requests, and counts the bytes of responses. */
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ForwardingProxy extends AsyncDisposable {
  readonly url: string;
  /** Size of all response bodies so far, on the wire. */
  bytes(): number;
}

/** @param rewriteUrl from the received path and query to those that are requested */
export async function forwardingProxy(
  upstreamUrl: string,
  rewriteUrl: (url: string) => string = (url) => url,
): Promise<ForwardingProxy> {
  let bytes = 0;
  const server = createServer((incoming, outgoing) => {
    const { method, headers, url = '' } = incoming;
    const forwarded = request(`${upstreamUrl}${rewriteUrl(url)}`, { method, headers }, (response) => {
      outgoing.writeHead(response.statusCode ?? 502, response.headers);
      response.on('data', (chunk: Buffer) => (bytes += chunk.length)).pipe(outgoing);
    });
    incoming.pipe(forwarded);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // listening on TCP
  return {
    url: `http://127.0.0.1:${port}`,
    bytes: () => bytes,
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
