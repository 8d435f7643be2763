/**
 * The location of the tenant by the latest state document. The endpoint object stays the same while the tenant runs at its base URL, so any
 * other endpoint object is outdated.
 */
import { TenantNotRunningError } from '../../errors/upstream-errors.js';
import type { Clock } from '../../base/clock.js';
import type { Endpoint } from '../endpoints.js';
import type { TenantState } from './tenant-state.js';

export interface TenantLocation {
  /** Takes a new state document. */
  update(state: TenantState): void;
  /** To be called after the first document. @throws {TenantNotRunningError} */
  current(): Endpoint;
  isCurrent(endpoint: Endpoint): boolean;
}

export interface TenantLocationOptions {
  readonly clock: Pick<Clock, 'now'>;
  endpointAt(baseUrl: string): Endpoint;
  onMove(): void;
}

const maxRetryAfterSeconds = 3_600;

function notRunning({ name, validUntilMs }: TenantState, nowMs: number): TenantNotRunningError {
  const seconds = Math.ceil((validUntilMs - nowMs) / 1000);
  return new TenantNotRunningError(name, Math.min(Math.max(seconds, 1), maxRetryAfterSeconds));
}

export function tenantLocation({ clock, endpointAt, onMove }: TenantLocationOptions): TenantLocation {
  let latest: TenantState = { name: 'Unknown', baseUrl: null, validUntilMs: 0, version: null };
  let latestEndpoint: Endpoint | null = null;
  return {
    update(state) {
      latest = state;
      if (latestEndpoint?.baseUrl === state.baseUrl) return;
      if (latestEndpoint !== null && state.baseUrl !== null) onMove();
      latestEndpoint = state.baseUrl === null ? null : endpointAt(state.baseUrl);
    },
    current() {
      if (latestEndpoint === null) throw notRunning(latest, clock.now());
      return latestEndpoint;
    },
    isCurrent: (endpoint) => endpoint === latestEndpoint,
  };
}
