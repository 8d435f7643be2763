/**
 * A SuperOffice that writes into whatever it answers, errors and headers included, a digest of all that it was told about
 * the caller. What bears another caller's stamp has come from another caller's request.
 */
import { createHash } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

const stampedHeaders = [
  'authorization',
  'x-xsrf-token',
  'cookie',
  'accept-language',
  'so-language',
  'so-culture',
  'so-timezone',
  'so-apptoken',
] as const;

/** A caller's stamp, from the headers as SuperOffice must receive them. */
export function stampOf(headers: IncomingHttpHeaders): string {
  const told = JSON.stringify(stampedHeaders.map((name) => headers[name] ?? null));
  return `stamp-${createHash('sha256').update(told).digest('hex').slice(0, 16)}`;
}

/** How a call ends; all but `answer` and `another-record` carry the stamp where none must surface. */
export type Behaviour =
  | { readonly kind: 'answer'; readonly afterMs: number }
  | { readonly kind: 'status'; readonly status: number; readonly afterMs: number }
  | { readonly kind: 'error-object'; readonly type: string }
  | { readonly kind: 'another-record' | 'reset' | 'truncate' | 'hang' };

export interface StampingUpstream extends AsyncDisposable {
  readonly url: string;
  /** `stamp id` of every call, in order of arrival. */
  readonly calls: readonly string[];
}

function record(stamp: string, id: number): string {
  return JSON.stringify({
    ChatSessionId: id,
    CustomerAlias: `${stamp}:${id}`,
    CustomerName: stamp,
    Status: 'Closed',
    Person: { PersonId: 1, Firstname: stamp },
  });
}

function deliver(
  response: ServerResponse,
  { stamp, id, behaviour }: { stamp: string; id: number; behaviour: Behaviour },
) {
  const headers = { 'Content-Type': 'application/json', 'X-Stamp': stamp, 'Set-Cookie': `stamp=${stamp}` };
  const error = (type: string): string =>
    JSON.stringify({ Error: true, ErrorType: type, ErrorMessage: `${stamp} did it`, ErrorSource: stamp });
  switch (behaviour.kind) {
    case 'answer':
      setTimeout(() => response.writeHead(200, headers).end(record(stamp, id)), behaviour.afterMs);
      return;
    case 'status': {
      const challenge = { ...headers, 'WWW-Authenticate': `Basic realm="${stamp}"` };
      setTimeout(() => response.writeHead(behaviour.status, challenge).end(error('SoException')), behaviour.afterMs);
      return;
    }
    case 'error-object':
      response.writeHead(200, headers).end(error(behaviour.type));
      return;
    case 'another-record':
      response.writeHead(200, headers).end(record(stamp, id + 1));
      return;
    case 'truncate':
      response.writeHead(200, { ...headers, 'Content-Length': 4_000 });
      response.write(record(stamp, id), () => response.socket?.end()); // FIN: an RST could overtake what was written
      return;
    case 'reset':
      response.socket?.destroy();
      return;
    case 'hang':
  }
}

export async function stampingUpstream(behaves: (stamp: string, id: string) => Behaviour): Promise<StampingUpstream> {
  const calls: string[] = [];
  const server = createServer((request, response) => {
    const id = /[?&]chatSessionEntityId=(\d+)/i.exec(request.url ?? '')?.[1] ?? '0';
    const stamp = stampOf(request.headers);
    calls.push(`${stamp} ${id}`);
    deliver(response, { stamp, id: Number(id), behaviour: behaves(stamp, id) });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // listening on TCP
  return {
    url: `http://127.0.0.1:${port}`,
    calls,
    [Symbol.asyncDispose]: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
