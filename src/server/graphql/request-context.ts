/** Creates the context of one HTTP request, or of one round of reads for streams, from the client's headers and the settings. */
import type { IncomingHttpHeaders } from 'node:http';
import type { FastifyRequest } from 'fastify';
import { LightAbortController } from '../../base/abort-signal.js';
import type { Clock } from '../../base/clock.js';
import { deadlineWithin } from '../../base/deadline.js';
import type { GatewayConfig } from '../../config/gateway-config.js';
import type { Delivery, GatewayContext } from '../../context.js';
import { CallerRefusedError } from '../../errors/caller-errors.js';
import { ClientLeftError, noResultWithin } from '../../errors/upstream-errors.js';
import type { Round } from '../../live/round.js';
import { clientLabels, type ClientLabelOf } from '../../observability/client-label.js';
import { requestTrace } from '../../observability/request-trace.js';
import { forwardedHeaders, type ForwardedHeaders } from '../../superoffice/forwarded-headers.js';
import type { PrincipalKeys } from '../../superoffice/principal-key.js';
import type { Authenticator, IdentifiedCaller } from '../authentication/authenticator.js';
import type { RouterCheck } from '../authentication/router-access.js';
import { addressOf } from '../http/refusal-log.js';
import { requestLifetime } from '../http/request-lifetime.js';
import type { Exchange } from '../http/request-end.js';
import type { ServedTenant } from '../tenants/served-tenant.js';
import type { Tenants } from '../tenants/tenants.js';
import { createContext, type RequestParts } from './create-context.js';
import { refusedRequest } from './format-error.js';

/** With the value `1`, the response lists its calls in `extensions.superoffice`. */
export const explainHeader = 'x-superoffice-explain';

export interface ContextParts {
  readonly config: GatewayConfig;
  readonly tenants: Tenants;
  readonly router: RouterCheck;
  readonly clock: Clock;
}

/** Who sends a request, or has opened a stream. */
export interface Client {
  readonly requestId: string;
  readonly headers: IncomingHttpHeaders;
  /** undefined: SuperOffice authenticates the callers. */
  readonly caller: IdentifiedCaller | undefined;
  readonly address: string;
}

/** @param callers null: SuperOffice authenticates the callers */
export class RequestContexts {
  readonly #labelOf: ClientLabelOf;

  constructor(
    private readonly parts: ContextParts,
    private readonly callers: Authenticator | null,
  ) {
    const { config } = parts;
    this.#labelOf = clientLabels(config.metricsClients);
  }

  tenantOf(client: Client): ServedTenant {
    return this.parts.tenants.of(client);
  }

  clientOf(request: FastifyRequest): Client {
    return {
      requestId: request.id,
      headers: request.headers,
      caller: this.callers?.callerOf(request),
      address: addressOf(request),
    };
  }

  /** @throws the error of a request that is refused, e.g. for a header that is not accepted */
  ofRequest(client: Client, delivery: Delivery, exchange: Exchange): GatewayContext {
    const { clock, config } = this.parts;
    const tenant = this.tenantOf(client);
    const { shared } = tenant;
    const { operationTimeoutMs: timeoutMs } = config.server;
    const held = shared.client.holdBytes();
    try {
      const parts = this.#partsOf(client, tenant);
      const signal = requestLifetime(exchange, { timeoutMs, clock, onEnd: () => held.release() });
      return createContext(shared, { held, signal, delivery, ...parts }); // new keys in front: behind a spread they are slow
    } catch (error) {
      throw refusedRequest(error, 400);
    }
  }

  /** The same for a message of a WebSocket, which only admits a subscription. */
  ofMessage(client: Client, delivery: Delivery): GatewayContext {
    try {
      const signal = new LightAbortController();
      const tenant = this.tenantOf(client);
      return createContext(tenant.shared, { ...this.#partsOf(client, tenant), signal, delivery });
    } catch (error) {
      throw refusedRequest(error, 400);
    }
  }

  keysOf(client: Client): PrincipalKeys {
    const tenant = this.tenantOf(client);
    return tenant.shared.principalKeysOf(this.#forwardedOf(client, tenant));
  }

  /** Reads for the streams of this client's caller. @throws {CallerRefusedError} their API key was taken back */
  newRound(client: Client, streams: number): Round {
    if (client.caller?.isListed() === false) throw new CallerRefusedError('the API key is no longer listed');
    const { clock, config } = this.parts;
    const tenant = this.tenantOf(client);
    const { shared } = tenant;
    const held = shared.client.holdBytes();
    const controller = new LightAbortController();
    const limit = { limitMs: config.server.operationTimeoutMs, clock, expired: noResultWithin };
    const deadline = deadlineWithin(controller, limit);
    const { signal } = deadline;
    const parts = { ...this.#partsOf(client, tenant), isExplained: false, isLive: true, operations: streams };
    return {
      context: createContext(shared, { ...parts, held, signal }),
      abort: () => controller.abort(new ClientLeftError('the last stream of the caller has ended')),
      end: () => {
        deadline[Symbol.dispose]();
        held.release();
      },
    };
  }

  #forwardedOf({ headers, caller }: Client, { forwarding }: ServedTenant): ForwardedHeaders {
    return forwardedHeaders(headers, forwarding, caller?.name);
  }

  #partsOf(client: Client, tenant: ServedTenant): Omit<RequestParts, 'signal'> {
    const { config, router } = this.parts;
    return {
      requestId: client.requestId,
      isRouter: router.isRouter(client.headers),
      isExplained: config.explain && client.headers[explainHeader] === '1',
      forwarded: this.#forwardedOf(client, tenant),
      client: this.#labelOf(client.headers),
      address: config.logClientAddress ? client.address : null,
      trace: requestTrace(client.headers),
    };
  }
}
