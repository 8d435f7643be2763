/** Where the gateway listens: at one address or all, with metrics on a port of their own where that is wanted. */
import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { networkInterfaces } from 'node:os';
import type { FastifyInstance } from 'fastify';
import type { ServerConfig } from '../../config/server-config.js';

export interface ListeningUrls {
  readonly url: string;
  /** null: metrics have no port of their own. */
  readonly metricsUrl: string | null;
}

/** IPv6's takes IPv4, too, and is not there where IPv6 is switched off. */
function allAddresses(): string {
  const addresses = Object.values(networkInterfaces()).flatMap((some) => some ?? []);
  return addresses.some(({ family }) => family === 'IPv6') ? '::' : '0.0.0.0';
}

/** All addresses are told as this machine's name. */
function urlOf({ address, family, port }: AddressInfo): string {
  if (address === '::' || address === '0.0.0.0') return `http://localhost:${port}`;
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`;
}

/** @param metricsServer makes it, where it is needed @throws node's own, when it cannot listen there */
export async function listenAt(
  { host: address, port, metrics, metricsPort }: ServerConfig,
  server: FastifyInstance,
  metricsServer: () => Server,
): Promise<ListeningUrls> {
  const host = address ?? allAddresses();
  await server.listen({ host, port });
  const [place] = server.addresses();
  if (!place) throw new TypeError('fastify listens at no address');
  const url = urlOf(place as AddressInfo); // no path of a socket
  if (!metrics || metricsPort === null) return { url, metricsUrl: null };
  const beside = metricsServer().listen({ host, port: metricsPort });
  await once(beside, 'listening'); // or it throws what `error` brings
  const besidePlace = beside.address() as AddressInfo; // no path of a socket
  return { url, metricsUrl: urlOf(besidePlace) };
}
