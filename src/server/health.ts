/**
 * /live says that the process runs, /ready that it takes requests. Neither asks SuperOffice: an outage there must not take the
 * gateway out of service, which answers it with clear errors.
 */
import type { FastifyInstance } from 'fastify';

export interface Readiness {
  isReady: boolean;
}

export function answerHealth(server: FastifyInstance, readiness: Readiness): void {
  // While draining, a connection ends with its answer: an idle one would hold the server open.
  server.addHook('onSend', async (_request, reply) => {
    if (!readiness.isReady) void reply.header('connection', 'close');
  });
  server.get('/live', async () => ({ status: 'live' }));
  server.get('/ready', async (_request, reply) => {
    void reply.code(readiness.isReady ? 200 : 503);
    return { status: readiness.isReady ? 'ready' : 'draining' };
  });
}
