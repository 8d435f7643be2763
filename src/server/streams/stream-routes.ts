/** Where streams are opened: responses of /graphql, and WebSockets. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Clock } from '../../base/clock.js';
import type { GatewayConfig } from '../../config/gateway-config.js';
import type { AdmittedSubscription } from '../../context.js';
import { GatewayError } from '../../errors/gateway-error.js';
import type { Logger } from '../../observability/logger.js';
import type { Authenticator } from '../authentication/authenticator.js';
import type { RouterCheck } from '../authentication/router-access.js';
import type { AdmitDocument } from '../documents/document-admission.js';
import type { Respond, RouteParts } from '../graphql/graphql-route.js';
import type { OperationRules } from '../graphql/pipeline.js';
import type { RequestContexts } from '../graphql/request-context.js';
import type { ClientConnections } from '../http/client-connections.js';
import { isLocalName, isOriginAllowed } from '../http/cross-origin.js';
import type { Readiness } from '../http/health.js';
import { sendRefusal } from '../http/http-errors.js';
import { mediaTypeFor } from '../http/media-type.js';
import { addressOf } from '../http/refusal-log.js';
import { becomeStream } from '../http/request-end.js';
import { sendStream } from './event-stream.js';
import type { LiveStreams } from './live-streams.js';
import type { TenantRequest } from '../tenants/tenants.js';
import { streamOpener, type OpenStream } from './stream-operations.js';
import { webSockets, type WebSockets } from './websocket.js';

export interface StreamRouteParts {
  readonly config: GatewayConfig;
  readonly live: LiveStreams | null;
  readonly rules: OperationRules;
  readonly contexts: RequestContexts;
  readonly respond: Respond;
  readonly callers: Authenticator | null;
  readonly router: RouterCheck;
  readonly admitDocument: AdmitDocument | null;
  readonly readiness: Readiness;
  readonly connections: ClientConnections;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Counts an operation among those in progress. @returns ends it; null: there are too many */
  begin(tenant: TenantRequest): (() => void) | null;
  /** The path without BASE_PATH. */
  pathOf(url: string): string;
}

/** Sends a stream as the response. */
const streamResponse =
  (parts: StreamRouteParts, open: OpenStream) =>
  (request: FastifyRequest, reply: FastifyReply, subscription: AdmittedSubscription): void => {
    const transport = mediaTypeFor(request.headers.accept).stream;
    if (transport === null) throw new TypeError('the client accepts no stream');
    if (request.raw.socket.destroyed || reply.raw.closed) return; // the client has left during the admission
    try {
      const client = parts.contexts.clientOf(request);
      const stream = open({ client, subscription, transport, announcesEnd: true });
      becomeStream({ response: reply.raw });
      sendStream(reply, stream, { type: transport, heartbeatMs: parts.config.live?.heartbeatMs ?? 0 });
    } catch (error) {
      if (!(error instanceof GatewayError)) throw error;
      sendRefusal(reply.header('retry-after', 1), 503, error);
    }
  };

function acceptWebSockets(server: FastifyInstance, parts: StreamRouteParts, open: OpenStream): WebSockets {
  const { config, readiness } = parts;
  const sockets = webSockets({
    ...parts,
    open,
    credentialsHeader: config.superoffice.credentialsHeader,
    tenantHeader: config.tenants?.header ?? null,
    maxPayload: config.server.maxBodyBytes,
    maxSockets: config.live?.maxStreams ?? 0,
    heartbeatMs: config.live?.heartbeatMs ?? 0,
    maxAgeMs: config.live?.maxAgeMs ?? 0,
    addressOf: ({ socket: { remoteAddress = '' } }) => addressOf({ ip: remoteAddress }),
    isOriginAllowed: (origin) => isOriginAllowed(origin, config.server.corsOrigins),
    isHostAllowed: (host) => isLocalName(host, config),
    isBusy: () => !readiness.isReady || (server.hasDecorator('isUnderPressure') && server.isUnderPressure()),
  });
  server.server.on('upgrade', (request, socket, head) => sockets.accept(request, socket, head));
  return sockets;
}

/** @returns sends a stream as the response to a request; null: there are no subscriptions */
export function streamRoutes(server: FastifyInstance, parts: StreamRouteParts): RouteParts['stream'] {
  const { live } = parts;
  if (live === null) return null;
  const open = streamOpener(parts);
  live.sockets = acceptWebSockets(server, parts, open);
  return streamResponse(parts, open);
}
