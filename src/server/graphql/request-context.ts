/** Creates the context of one HTTP request from its headers, its connection and the settings. */
import type { GatewayConfig } from '../../config/gateway-config.js';
import type { Clock } from '../../base/clock.js';
import { clientLabels } from '../../observability/client-label.js';
import { requestTrace } from '../../observability/request-trace.js';
import { forwardedHeaders, sampleAuthorization } from '../../superoffice/forwarded-headers.js';
import type { Authenticator } from '../authentication/authenticator.js';
import type { RouterCheck } from '../authentication/router-access.js';
import { addressOf } from '../http/refusal-log.js';
import { requestLifetime } from '../http/request-lifetime.js';
import { createContext, type SharedParts } from './create-context.js';
import { refusedRequest } from './format-error.js';
import type { ContextOf } from './graphql-route.js';

/** With the value `1`, the response lists its calls in `extensions.superoffice`. */
export const explainHeader = 'x-superoffice-explain';

export interface ContextParts {
  readonly config: GatewayConfig;
  readonly shared: SharedParts;
  readonly router: RouterCheck;
  readonly clock: Clock;
}

/** @param callers null: SuperOffice authenticates the callers */
export function contextsOf({ config, shared, router, clock }: ContextParts, callers: Authenticator | null): ContextOf {
  const defaultAuthorization = config.isDemo ? sampleAuthorization : null;
  const rules = { ...config.superoffice, defaultAuthorization };
  const clientOf = clientLabels(config.metricsClients);
  return (request, { raw: response }) => {
    const { headers } = request;
    const exchange = { request: request.raw, response };
    const held = shared.client.holdBytes();
    try {
      return createContext(shared, {
        requestId: request.id,
        isRouter: router.isRouter(headers),
        isExplained: config.explain && headers[explainHeader] === '1',
        forwarded: forwardedHeaders(headers, rules, callers?.callerOf(request)),
        held,
        signal: requestLifetime(exchange, {
          timeoutMs: config.server.operationTimeoutMs,
          clock,
          onEnd: () => held.release(),
        }),
        client: clientOf(headers),
        address: config.logClientAddress ? addressOf(request) : null,
        trace: requestTrace(headers),
      });
    } catch (error) {
      throw refusedRequest(error, 400);
    }
  };
}
