/**
 * Asks SuperOffice Online for the state document of the tenant, without credentials.
 */
import type { TenantConfig } from '../../config/tenant-config.js';
import { UpstreamInvalidResponseError, UpstreamUnavailableError } from '../../errors/upstream-errors.js';
import type { Clock } from '../../base/clock.js';
import type { EndSignal } from '../../base/abort-signal.js';
import { sideExchange, type SideExchangeConfig } from '../../http/auth-http-client.js';
import { tenantState, type TenantState } from './tenant-state.js';

const hints = new Map([[404, ': is SUPEROFFICE_TENANT right?']]);

/** @throws {GatewayError} it cannot be had, classified; also when the signal aborts */
export type FetchState = (signal: EndSignal) => Promise<TenantState>;

export function stateFetcher(tenant: TenantConfig, config: SideExchangeConfig, clock: Clock): FetchState {
  return async (signal) => {
    using exchange = sideExchange(config, clock);
    const end = (): void => exchange[Symbol.dispose]();
    signal.addEventListener('abort', end);
    const asked = exchange.ask({ name: 'tenant state', url: tenant.stateUrl });
    const { status, json } = await asked.finally(() => signal.removeEventListener('abort', end));
    if (status !== 200) throw new UpstreamUnavailableError(`tenant state: status ${status}${hints.get(status) ?? ''}`);
    if (json === null) throw new UpstreamInvalidResponseError('tenant state: the body is not JSON');
    return tenantState(json, tenant, clock.now());
  };
}
