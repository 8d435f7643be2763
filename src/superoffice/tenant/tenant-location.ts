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
  update(state: TenantState): void;
  /** Once a document has come. @throws {TenantNotRunningError} */
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
  let endpoint: Endpoint | null = null;
  return {
    update(state) {
      latest = state;
      if (endpoint?.baseUrl === state.baseUrl) return;
      if (endpoint !== null && state.baseUrl !== null) onMove();
      endpoint = state.baseUrl === null ? null : endpointAt(state.baseUrl);
    },
    current() {
      if (endpoint === null) throw notRunning(latest, clock.now());
      return endpoint;
    },
    isCurrent: (endpoint) => endpoint === endpoint,
  };
}
