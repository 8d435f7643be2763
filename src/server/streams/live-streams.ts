/** The streams of all tenants, and the WebSockets that carry them. */
import type { FastifyInstance } from 'fastify';
import type { StoppableStreams } from '../http/shutdown.js';
import type { LiveGateway } from './live-gateway.js';
import { registerWebhookRoute } from './webhook-route.js';
import type { WebSockets } from './websocket.js';

export class LiveStreams implements StoppableStreams {
  /** null: the server does not accept them yet. */
  sockets: WebSockets | null = null;

  constructor(private readonly ofTenants: readonly LiveGateway[]) {}

  async registerWebhooks(server: FastifyInstance): Promise<void> {
    for (const { webhook } of this.ofTenants) if (webhook) await registerWebhookRoute(server, webhook);
  }

  async drain(withinMs: number): Promise<void> {
    await Promise.all(this.ofTenants.map(({ hub }) => hub.drain(withinMs)));
    this.sockets?.close();
  }

  [Symbol.dispose](): void {
    for (const { hub } of this.ofTenants) hub[Symbol.dispose]();
  }
}
