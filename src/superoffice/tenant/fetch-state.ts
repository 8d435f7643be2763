/** Fetches the state document of the tenant from SuperOffice Online, without credentials. */
import type { TenantConfig } from '../../config/tenant-config.js';
import { UpstreamInvalidResponseError, UpstreamUnavailableError } from '../../errors/upstream-errors.js';
import type { Clock } from '../../base/clock.js';
import type { AbortSignalLike } from '../../base/abort-signal.js';
import { authHttpClient, type AuthHttpConfig } from '../../http/auth-http-client.js';
import { tenantState, type TenantState } from './tenant-state.js';

const hints = new Map([[404, ': is SUPEROFFICE_TENANT right?']]);

/** @throws {GatewayError} every failure, classified; also when the signal aborts */
export type FetchState = (signal: AbortSignalLike) => Promise<TenantState>;

export function stateFetcher(tenant: TenantConfig, config: AuthHttpConfig, clock: Clock): FetchState {
  return async (signal) => {
    using client = authHttpClient(config, clock);
    const abort = (): void => client[Symbol.dispose]();
    signal.addEventListener('abort', abort);
    const response = client.request({ name: 'tenant state', url: tenant.stateUrl });
    const { status, json } = await response.finally(() => signal.removeEventListener('abort', abort));
    if (status !== 200) throw new UpstreamUnavailableError(`tenant state: status ${status}${hints.get(status) ?? ''}`);
    if (json === null) throw new UpstreamInvalidResponseError('tenant state: the body is not JSON');
    return tenantState(json, tenant, clock.now());
  };
}
