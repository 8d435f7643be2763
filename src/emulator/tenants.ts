/**
 * The tenants of SuperOffice Online: the state of each, and which of the emulator's hosts it is on. Every identifier of the
 * form `Cust12345` exists, runs, and is on the emulator's first host, until `put` or `move` changes it.
 */
import { errorObject, jsonResponse, type HttpResponse } from './http-response.js';
import type { Clock } from './clock.js';
import type { TenantOptions } from './emulator-options.js';

interface Tenant {
  readonly origin: string;
  readonly options: TenantOptions;
}

const statePath = /\/api\/state\/([^/]+)\/?$/i;
/** The paths of a tenant's API. */
export const tenantPath = /^\/([^/]+)\/api\//i;
const customer = /^Cust\d{1,9}$/i;

const runningStates = ['Running', 'OnlineMaintenance'];

const defaultValidForMs = 300_000;

/** Seven fraction digits and `Z`, as in the state document. */
const stamp = (timeMs: number): string => new Date(timeMs).toISOString().replace('Z', '0000Z');

/** IIS's own response. */
const misdirected: HttpResponse = {
  status: 421,
  headers: { 'Content-Type': 'text/html' },
  body: 'Wrong subdomain used to access tenant',
};

/** The tenant in the path of the state endpoint; null for other paths. */
export function tenantInStatePath(path: string): string | null {
  return statePath.exec(path)?.[1] ?? null;
}

export class Tenants {
  readonly #tenants = new Map<string, Tenant>();
  readonly #clock: Clock;
  #defaultOrigin = '';

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** The origin of tenants that were not moved. */
  setDefaultOrigin(origin: string): void {
    this.#defaultOrigin = origin;
  }

  put(identifier: string, options: TenantOptions): void {
    const { origin } = this.#find(identifier) ?? { origin: this.#defaultOrigin };
    this.#tenants.set(identifier.toLowerCase(), { origin, options });
  }

  move(identifier: string, origin: string): void {
    const { options } = this.#find(identifier) ?? { options: {} };
    this.#tenants.set(identifier.toLowerCase(), { origin, options });
  }

  stateOf(identifier: string): HttpResponse {
    const tenant = this.#find(identifier);
    if (tenant === null) return errorObject('SoNotFoundException', 'No such tenant', 404);
    const { state = 'Running', validForMs = defaultValidForMs, document = {} } = tenant.options;
    const endpoint = `${tenant.origin}/${identifier}`;
    return jsonResponse({
      ContextIdentifier: identifier,
      Endpoint: endpoint,
      State: state,
      IsRunning: runningStates.includes(state),
      ValidUntil: stamp(this.#clock.now() + validForMs),
      Api: `${endpoint}/api`,
      Version: 'Release_11.10_2026.02.24-02',
      ...document,
    });
  }

  /** 421 when the path names a tenant that is on another host; else null. */
  misdirection(path: string, port: number): HttpResponse | null {
    const tenant = this.#tenants.get(tenantPath.exec(path)?.[1]?.toLowerCase() ?? '');
    return tenant && new URL(tenant.origin).port !== String(port) ? misdirected : null;
  }

  #find(identifier: string): Tenant | null {
    const known = this.#tenants.get(identifier.toLowerCase());
    if (known) return known;
    return customer.test(identifier) ? { origin: this.#defaultOrigin, options: {} } : null;
  }
}
