/** A proxy that accepts CONNECT for any host and connects to one port of this machine; a script can refuse. */
import { createServer, type IncomingMessage } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { createSecureContext, TLSSocket } from 'node:tls';
import { certificate, type ServerCertificate } from './certificates.js';

export interface ConnectProxy extends AsyncDisposable {
  readonly url: string;
  readonly port: number;
  /** Target and credentials of each CONNECT. */
  readonly connects: readonly { readonly target: string; readonly authorization: string | undefined }[];
  openTunnels(): number;
}

export interface ConnectProxyOptions {
  /** The port on this machine to which all tunnels go. */
  readonly port: number;
  /** The proxy ends TLS with it, for a target without TLS; default: bytes pass unchanged. */
  readonly target?: ServerCertificate;
  /** Certificate of the proxy itself; default: it has no TLS. */
  readonly own?: ServerCertificate;
  /** The response instead of a tunnel; null: none, ever; undefined: the tunnel opens. */
  readonly refuse?: (target: string, attempt: number) => string | null | undefined;
}

/** Joins the tunnel with the target; TLS ends here where `target` has a certificate. */
function joined(tunnel: Socket, { port, target }: ConnectProxyOptions): void {
  const near: Socket = target
    ? new TLSSocket(tunnel, { isServer: true, secureContext: createSecureContext({ ...target }) })
    : tunnel;
  const far = connect(port, '127.0.0.1');
  for (const [from, to] of [
    [near, far],
    [far, near],
  ] as const) {
    from.on('error', () => to.destroy());
    from.on('close', () => to.destroy());
    from.pipe(to);
  }
}

export async function connectProxy(options: ConnectProxyOptions): Promise<ConnectProxy> {
  const connects: { target: string; authorization: string | undefined }[] = [];
  const sockets = new Set<Socket>();
  const server = options.own ? createSecureServer({ ...options.own }) : createServer();
  server.on('connect', ({ url: target = '', headers }: IncomingMessage, socket: Socket) => {
    connects.push({ target, authorization: headers['proxy-authorization'] });
    sockets.add(socket);
    socket.on('error', () => undefined).once('close', () => sockets.delete(socket));
    const refusal = options.refuse?.(target, connects.length);
    if (refusal === null) return void socket.resume().once('end', () => socket.end());
    if (refusal !== undefined) return void socket.end(refusal);
    socket.write('HTTP/1.1 200 Connection established\r\nvia: 1.1 test\r\n\r\n');
    joined(socket, options);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // listening on TCP
  return {
    url: `${options.own ? 'https' : 'http'}://127.0.0.1:${port}`,
    port,
    connects,
    openTunnels: () => sockets.size,
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
        for (const socket of sockets) socket.destroy();
      }),
  };
}

/** A host name that is not this machine's, and its certificate. */
export const elsewhere = { host: 'elsewhere.invalid', certificate: certificate('wrong-host') };
