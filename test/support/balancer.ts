/**
 * A simple load balancer: requests go in turn to the replicas that are ready. One whose connection was refused goes to the next
 * replica; a sent one is never repeated, and is lost with its replica.
 */
import { Agent, createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Balancer extends AsyncDisposable {
  readonly url: string;
}

interface Replica {
  readonly url: string;
  isReady: boolean;
}

const checkEveryMs = 50;

/** Response header with the replica of the request, also when it was lost. */
export const replicaHeader = 'x-replica';

async function check(replica: Replica): Promise<void> {
  replica.isReady = await fetch(`${replica.url}/ready`).then(
    (response) => response.ok,
    () => false,
  );
}

export async function balancer(urls: readonly string[]): Promise<Balancer> {
  const replicas: readonly Replica[] = urls.map((url) => ({ url, isReady: true }));
  const agent = new Agent({ keepAlive: true });
  const checking = setInterval(() => void Promise.all(replicas.map(check)), checkEveryMs);
  let next = 0;

  function forward(incoming: IncomingMessage, body: Buffer, outgoing: ServerResponse): void {
    const ready = replicas.filter(({ isReady }) => isReady);
    const replica = ready[(next += 1) % ready.length];
    if (replica === undefined) return void outgoing.writeHead(503).end('{}');
    const { method, headers } = incoming;
    request(`${replica.url}${incoming.url}`, { method, headers, agent }, (response) => {
      outgoing.writeHead(response.statusCode ?? 502, { ...response.headers, [replicaHeader]: replica.url });
      response.pipe(outgoing);
      response.once('error', () => outgoing.destroy());
    })
      .once('error', ({ code }: NodeJS.ErrnoException) => {
        replica.isReady = false;
        if (code === 'ECONNREFUSED') forward(incoming, body, outgoing);
        else if (!outgoing.headersSent) outgoing.writeHead(502, { [replicaHeader]: replica.url }).end('{}');
      })
      .end(body);
  }

  const server = createServer((incoming, outgoing) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.once('end', () => forward(incoming, Buffer.concat(chunks), outgoing));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // listening on TCP
  return {
    url: `http://127.0.0.1:${port}`,
    [Symbol.asyncDispose]: async () => {
      clearInterval(checking);
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      agent.destroy();
    },
  };
}
