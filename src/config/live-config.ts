/** The configuration of live updates. */
import type { LiveSource } from '../signals/source-health.js';
import type { SettingValues } from './settings.js';

export interface WebhookConfig {
  /** Both are accepted. */
  readonly secrets: readonly string[];
  readonly path: string;
  /** The tenant as SuperOffice names it in its webhooks. */
  readonly tenant: string;
  /** How often its state is looked at, with the gateway's own credentials; 0: never. */
  readonly checkMs: number;
}

export interface LiveConfig {
  /** null: no webhook is accepted. */
  readonly webhook: WebhookConfig | null;
  readonly source: LiveSource;
  readonly maxStreams: number;
  readonly maxPerPayer: number;
  readonly intervalMs: number;
  readonly callsPerMinute: number;
  readonly pollMs: number;
  readonly safetyMs: number;
  readonly heartbeatMs: number;
  readonly maxAgeMs: number;
}

/** SuperOffice on site names its only tenant so. */
export const onSiteTenant = 'Default';

function tenantName({ SUPEROFFICE_TENANT, SUPEROFFICE_URL }: SettingValues): string {
  if (SUPEROFFICE_TENANT !== undefined) return SUPEROFFICE_TENANT;
  return /\/(Cust\d+)(?=\/|$)/i.exec(SUPEROFFICE_URL ?? '')?.[1] ?? onSiteTenant;
}

function webhookConfig(values: SettingValues): WebhookConfig | null {
  const { WEBHOOK_SECRET: secret, PREVIOUS_WEBHOOK_SECRET: previous, WEBHOOK_PATH: path } = values;
  if (secret === undefined) return null;
  const checkMs = values.WEBHOOK_CHECK_SECONDS * 1000;
  return { secrets: previous === undefined ? [secret] : [secret, previous], path, tenant: tenantName(values), checkMs };
}

/** @returns null: there are no subscriptions */
export function liveConfig(values: SettingValues, isDemo: boolean): LiveConfig | null {
  if (!(values.SUBSCRIPTIONS ?? isDemo)) return null;
  return Object.freeze({
    webhook: webhookConfig(values),
    source: values.LIVE_SOURCE,
    maxStreams: values.MAX_SUBSCRIPTIONS,
    maxPerPayer: values.MAX_SUBSCRIPTIONS_PER_CALLER,
    intervalMs: values.LIVE_INTERVAL_MS,
    callsPerMinute: values.LIVE_CALLS_PER_MINUTE,
    pollMs: values.LIVE_POLL_SECONDS * 1000,
    safetyMs: values.LIVE_SAFETY_SECONDS * 1000,
    heartbeatMs: values.LIVE_HEARTBEAT_SECONDS * 1000,
    maxAgeMs: values.SUBSCRIPTION_MAX_AGE_SECONDS * 1000,
  });
}

/** @param texts the settings as set */
export function liveProblems(
  { LIVE_SOURCE, WEBHOOK_PATH }: Partial<SettingValues>,
  texts: Readonly<Record<string, string | undefined>>,
): readonly string[] {
  const isSecret = texts['WEBHOOK_SECRET'] !== undefined || texts['SUPEROFFICE_TENANTS'] !== undefined; // else it is each tenant's
  return [
    ...(LIVE_SOURCE === 'webhooks' && !isSecret ? ['LIVE_SOURCE: expected WEBHOOK_SECRET with webhooks'] : []),
    ...(texts['PREVIOUS_WEBHOOK_SECRET'] !== undefined && !isSecret
      ? ['PREVIOUS_WEBHOOK_SECRET: expected a WEBHOOK_SECRET with it']
      : []),
    ...(WEBHOOK_PATH === '/graphql' ? ['WEBHOOK_PATH: expected another path than /graphql'] : []),
  ];
}
