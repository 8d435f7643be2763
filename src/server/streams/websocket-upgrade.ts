/** Which requests to upgrade a connection are accepted. */
import { STATUS_CODES, type IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import type { ClientConnections } from '../http/client-connections.js';

export interface UpgradeRules {
  /** Whether pages of this origin may subscribe. */
  isOriginAllowed(origin: string): boolean;
  /** Whether this name of the gateway is accepted; in the demo, only names of this machine are. */
  isHostAllowed(host: string | undefined): boolean;
  /** The path without BASE_PATH and query. */
  pathOf(url: string): string;
  /** Whether the gateway stops, or has too much to do. */
  isBusy(): boolean;
}

/** The page of the gateway itself. */
function isOwnPage(origin: string, host: string | undefined): boolean {
  return URL.canParse(origin) && new URL(origin).host === host;
}

/** Browsers send the Origin of the page, and apply no CORS to WebSockets. @returns the status of the refusal; null: accepted */
export function upgradeRefusal(rules: UpgradeRules, { url = '', headers }: IncomingMessage): number | null {
  const { origin, host } = headers;
  if (rules.pathOf(url) !== '/graphql') return 404;
  if (!rules.isHostAllowed(host)) return 421;
  if (origin !== undefined && !isOwnPage(origin, host) && !rules.isOriginAllowed(origin)) return 403;
  return rules.isBusy() ? 503 : null;
}

const advice = new Map([
  [403, 'Pages of this origin may not connect. Ask the operator for CORS_ORIGINS.'],
  [404, 'There is nothing here. Subscribe at /graphql.'],
  [421, 'The demo answers to localhost only.'],
  [503, 'The gateway accepts no more connections at the moment. Try again later.'],
]);

export function refuseUpgrade(socket: Duplex, status: number, requestId: string): void {
  const extensions = { code: status === 503 ? 'REQUEST_CONCURRENCY_LIMITED' : 'BAD_REQUEST', requestId };
  const body = JSON.stringify({ errors: [{ message: advice.get(status), extensions }] });
  const retry = status === 503 ? 'retry-after: 1\r\n' : '';
  const headers = `content-type: application/json; charset=utf-8\r\ncontent-length: ${body.length}\r\n${retry}connection: close`;
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${headers}\r\n\r\n${body}`, () => socket.destroy());
}

const upgradeHeaders = ['connection', 'upgrade', 'http2-settings'];

/**
 * A request that offers another protocol, such as h2c, is answered in HTTP/1.1: node gives up the connection of every such request as
 * soon as one protocol is listened to, so it is read again without the offer.
 */
export function resumeAsRequest(
  connections: ClientConnections,
  { method = '', url = '', rawHeaders }: IncomingMessage,
  { socket, head }: { readonly socket: Duplex; readonly head: Buffer },
): void {
  const lines: string[] = [];
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const [name = '', value = ''] = rawHeaders.slice(index, index + 2);
    if (!upgradeHeaders.includes(name.toLowerCase())) lines.push(`${name}: ${value}`);
  }
  const request = Buffer.from(`${[`${method} ${url} HTTP/1.1`, ...lines].join('\r\n')}\r\n\r\n`, 'latin1');
  socket.removeAllListeners('error');
  socket.unshift(Buffer.concat([request, head]));
  connections.readAgain(socket as Socket); // node passes the socket of the connection
}
