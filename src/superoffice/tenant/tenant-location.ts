/**
 * Where the tenant is by the latest state document, as one endpoint for as long as it stays there and runs: who holds another one knows that
 * it is left.
 */
import { TenantNotRunningError } from '../../errors/upstream-errors.js';
import type { Clock } from '../../base/clock.js';
import type { Endpoint } from '../endpoints.js';
import type { TenantState } from './tenant-state.js';

export interface TenantLocation {
  /** A new document has come, whoever asked for it. */
  settle(state: TenantState): void;
  /** Once a document has come. @throws {TenantNotRunningError} */
  here(): Endpoint;
  isHere(endpoint: Endpoint): boolean;
}

export interface TenantPlaceOptions {
  readonly clock: Pick<Clock, 'now'>;
  endpointAt(baseUrl: string): Endpoint;
  onMove(): void;
}

const maxRetryAfterSeconds = 3_600;

function notRunning({ name, validUntilMs }: TenantState, nowMs: number): TenantNotRunningError {
  const seconds = Math.ceil((validUntilMs - nowMs) / 1000);
  return new TenantNotRunningError(name, Math.min(Math.max(seconds, 1), maxRetryAfterSeconds));
}

export function tenantLocation({ clock, endpointAt, onMove }: TenantPlaceOptions): TenantLocation {
  let latest: TenantState = { name: 'Unknown', baseUrl: null, validUntilMs: 0, version: null };
  let place: Endpoint | null = null;
  return {
    settle(state) {
      latest = state;
      if (place?.baseUrl === state.baseUrl) return;
      if (place !== null && state.baseUrl !== null) onMove();
      place = state.baseUrl === null ? null : endpointAt(state.baseUrl);
    },
    here() {
      if (place === null) throw notRunning(latest, clock.now());
      return place;
    },
    isHere: (endpoint) => endpoint === place,
  };
}
