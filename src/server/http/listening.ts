/** Listens on one address or on all, and on a separate port for metrics where one is configured. */
import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { networkInterfaces } from 'node:os';
import type { FastifyInstance } from 'fastify';
import type { ServerConfig } from '../../config/server-config.js';

export interface ListeningUrls {
  readonly url: string;
  /** null: metrics have no separate port. */
  readonly metricsUrl: string | null;
}

/** @returns `::`, which includes IPv4, or `0.0.0.0` where IPv6 is switched off */
function wildcardAddress(): string {
  const addresses = Object.values(networkInterfaces()).flatMap((found) => found ?? []);
  return addresses.some(({ family }) => family === 'IPv6') ? '::' : '0.0.0.0';
}

/** The wildcard address is shown as localhost. */
function urlOf({ address, family, port }: AddressInfo): string {
  if (address === '::' || address === '0.0.0.0') return `http://localhost:${port}`;
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`;
}

/** @param metricsServer creates the server for the metrics port @throws node's error when it cannot listen */
export async function listenAt(
  { host: address, port, metrics, metricsPort }: ServerConfig,
  server: FastifyInstance,
  metricsServer: () => Server,
): Promise<ListeningUrls> {
  const host = address ?? wildcardAddress();
  await server.listen({ host, port });
  const [listening] = server.addresses();
  if (!listening) throw new TypeError('fastify listens at no address');
  const url = urlOf(listening as AddressInfo); // a TCP port, not the path of a socket
  if (!metrics || metricsPort === null) return { url, metricsUrl: null };
  const metricsListener = metricsServer().listen({ host, port: metricsPort });
  await once(metricsListener, 'listening'); // throws the error of an `error` event
  const metricsAddress = metricsListener.address() as AddressInfo; // a TCP port, not the path of a socket
  return { url, metricsUrl: urlOf(metricsAddress) };
}
