/**
 * A TCP proxy with faults, in the terms of toxiproxy. Toxics can be added and removed at any time, with effect on open
 * connections.
 * @see https://github.com/Shopify/toxiproxy#toxics
 */
import { connect, createServer, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** upstream: from the gateway to SuperOffice; downstream: back. */
export type Direction = 'upstream' | 'downstream';

export type Toxic = { readonly stream?: Direction } & (
  | { readonly type: 'latency'; readonly latencyMs: number; readonly jitterMs?: number }
  | { readonly type: 'bandwidth'; readonly bytesPerSecond: number }
  /** Delays the end of a connection. */
  | { readonly type: 'slow_close'; readonly delayMs: number }
  /** Lets no byte through, and closes the connection after the time; 0: never. */
  | { readonly type: 'timeout'; readonly timeoutMs: number }
  /** RST after the time, to both sides. */
  | { readonly type: 'reset_peer'; readonly timeoutMs: number }
  /** Cuts the bytes into pieces. */
  | { readonly type: 'slicer'; readonly averageBytes: number; readonly delayMs: number }
  /** Closes the connection after that many bytes, counted for each connection from the time the toxic is added. */
  | { readonly type: 'limit_data'; readonly bytes: number }
);

export interface FaultProxy extends AsyncDisposable {
  readonly url: string;
  /** `stream` defaults to downstream. */
  add(toxic: Toxic): void;
  clear(): void;
  /** Leads to another server from now on; open connections are reset. */
  retarget(url: string): void;
  connections(): number;
  openSockets(): number;
}

/** One connection: the gateway's socket and the one to SuperOffice. */
interface Link {
  readonly client: Socket;
  readonly server: Socket;
  /** Aborts with the connection. */
  readonly closed: AbortController;
}

/** One direction of a connection. */
interface Flow {
  readonly link: Link;
  readonly direction: Direction;
  readonly sink: Socket;
  passedBytes: number;
}

type ToxicOf<Type extends Toxic['type']> = Extract<Toxic, { type: Type }>;

type Toxics = <Type extends Toxic['type']>(direction: Direction, type: Type) => ToxicOf<Type> | undefined;

function endWith({ client, server, closed }: Link, how: 'destroy' | 'resetAndDestroy'): void {
  client[how]();
  server[how]();
  closed.abort();
}

/** Milliseconds from the arrival of the bytes. */
function latencyOf({ latencyMs, jitterMs = 0 }: ToxicOf<'latency'>): number {
  return latencyMs + (Math.random() * 2 - 1) * jitterMs;
}

function pieces(chunk: Buffer, sizeBytes: number): readonly Buffer[] {
  const count = Math.ceil(chunk.length / sizeBytes);
  return Array.from({ length: count }, (_, index) => chunk.subarray(index * sizeBytes, (index + 1) * sizeBytes));
}

/** Writes up to the limit, and ends the connection when it is reached. */
function passLimited(flow: Flow, piece: Buffer, limitBytes: number | undefined): void {
  if (limitBytes === undefined) {
    flow.passedBytes = 0;
    flow.sink.write(piece);
    return;
  }
  const part = piece.subarray(0, Math.max(0, limitBytes - flow.passedBytes));
  flow.passedBytes += part.length;
  flow.sink.write(part);
  if (flow.passedBytes < limitBytes) return;
  flow.link.client.destroySoon();
  flow.link.server.destroySoon();
}

async function forward(flow: Flow, toxics: Toxics, { chunk, arrivedMs }: { chunk: Buffer; arrivedMs: number }) {
  const { direction, link } = flow;
  const { signal } = link.closed;
  if (toxics(direction, 'timeout') || toxics(direction, 'reset_peer')) return;
  const latency = toxics(direction, 'latency');
  const waitMs = latency ? arrivedMs + latencyOf(latency) - performance.now() : 0;
  if (waitMs > 0) await pause(waitMs, undefined, { signal });
  const [slicer, bandwidth] = [toxics(direction, 'slicer'), toxics(direction, 'bandwidth')];
  const pieceBytes = slicer?.averageBytes ?? (bandwidth ? Math.ceil(bandwidth.bytesPerSecond / 20) : chunk.length);
  for (const piece of pieces(chunk, Math.max(1, pieceBytes))) {
    const pieceMs = (bandwidth ? (piece.length * 1000) / bandwidth.bytesPerSecond : 0) + (slicer?.delayMs ?? 0);
    if (pieceMs > 0) await pause(pieceMs, undefined, { signal });
    passLimited(flow, piece, toxics(direction, 'limit_data')?.bytes);
  }
}

async function finish({ link, direction, sink }: Flow, toxics: Toxics): Promise<void> {
  const slow = toxics(direction, 'slow_close');
  if (slow) await pause(slow.delayMs, undefined, { signal: link.closed.signal });
  if (!toxics(direction, 'timeout')) sink.end();
}

/** Ends the connection after the time of its toxics, counted from the first byte. */
async function endByToxic(flow: Flow, toxics: Toxics): Promise<void> {
  const [timeout, reset] = [toxics(flow.direction, 'timeout'), toxics(flow.direction, 'reset_peer')];
  if (!reset && !timeout?.timeoutMs) return;
  await pause(reset?.timeoutMs ?? timeout?.timeoutMs, undefined, { signal: flow.link.closed.signal });
  endWith(flow.link, reset ? 'resetAndDestroy' : 'destroy');
}

function pump(source: Socket, flow: Flow, toxics: Toxics): void {
  let last = Promise.resolve();
  const enqueue = (work: () => Promise<void>): void => {
    last = last.then(work).catch(() => undefined); // the end of the connection aborted a wait
  };
  source.on('data', (chunk: Buffer) => {
    const arrived = { chunk, arrivedMs: performance.now() };
    endByToxic(flow, toxics).catch(() => undefined);
    enqueue(() => forward(flow, toxics, arrived));
  });
  source.once('end', () => enqueue(() => finish(flow, toxics)));
}

/** @param targetUrl of the emulator, or of any TCP server */
export async function faultProxy(targetUrl: string): Promise<FaultProxy> {
  let target = new URL(targetUrl);
  const links = new Set<Link>();
  const active: Toxic[] = [];
  let connections = 0;

  const toxics: Toxics = <Type extends Toxic['type']>(direction: Direction, type: Type) =>
    active.find((toxic): toxic is ToxicOf<Type> => toxic.type === type && (toxic.stream ?? 'downstream') === direction);

  function accept(client: Socket): void {
    connections += 1;
    const server = connect({ host: target.hostname, port: Number(target.port), allowHalfOpen: true });
    const link = { client, server, closed: new AbortController() };
    links.add(link);
    for (const socket of [client, server]) {
      socket.on('error', () => endWith(link, 'resetAndDestroy')); // a reset is passed on
      socket.once('close', () => {
        if (client.destroyed && server.destroyed) links.delete(link);
      });
    }
    // The gateway never half-closes: after its end, delayed bytes have no reader.
    client.once('end', () => void (toxics('upstream', 'slow_close') ?? endWith(link, 'destroy')));
    client.once('close', () => endWith(link, 'destroy'));
    pump(client, { link, direction: 'upstream', sink: server, passedBytes: 0 }, toxics);
    pump(server, { link, direction: 'downstream', sink: client, passedBytes: 0 }, toxics);
  }

  const proxy = createServer({ allowHalfOpen: true }, accept);
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  const address = proxy.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
    add: (toxic) => void active.push(toxic),
    clear: () => void active.splice(0),
    retarget: (url) => {
      target = new URL(url);
      for (const link of links) endWith(link, 'resetAndDestroy');
    },
    connections: () => connections,
    openSockets: () => [...links].filter(({ client }) => !client.destroyed).length,
    [Symbol.asyncDispose]: () =>
      new Promise<void>((resolve) => {
        proxy.close(() => resolve());
        for (const link of links) endWith(link, 'destroy');
      }),
  };
}
