/**
 * A proxy in front of an emulator that takes `$select` away, so that SuperOffice answers with everything.
 * What the gateway gives out must be the same either way.
 */
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface StrippingProxy extends AsyncDisposable {
  readonly url: string;
}

const withoutSelect = (url: string): string => url.replace(/([?&])\$select=[^&]*&?/, '$1').replace(/[?&]$/, '');

export async function strippingProxy(emulatorUrl: string): Promise<StrippingProxy> {
  const server = createServer((incoming, outgoing) => {
    const { method, headers } = incoming;
    const forwarded = request(`${emulatorUrl}${withoutSelect(incoming.url ?? '')}`, { method, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    incoming.pipe(forwarded);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // listening on TCP
  return {
    url: `http://127.0.0.1:${port}`,
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
