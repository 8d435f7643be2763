/**
 * Reads the state document of a tenant: the base URL of its API, whether it runs, and until when the document is valid. Pure.
 * Source: "Tenant status" of SuperOffice's best practices.
 */
import { z } from 'zod';
import { baseUrlProblem, normalizedBaseUrl } from '../../config/base-url.js';
import type { TenantConfig } from '../../config/tenant-config.js';
import { UpstreamInvalidResponseError } from '../../errors/upstream-errors.js';

export interface TenantState {
  /** SuperOffice's name of the state; `Unknown`: not in any published list. */
  readonly name: string;
  /** Ends in `/api/v1`. null: the tenant does not run, so no call may be sent. */
  readonly baseUrl: string | null;
  /** Milliseconds since 1970; always later than the arrival of the document. */
  readonly validUntilMs: number;
  /** Version of the tenant's server; null: unknown. */
  readonly version: string | null;
}

const stateNames = new Map([
  [0, 'Unknown'],
  [1, 'Provisioning'],
  [2, 'Running'],
  [3, 'Deleted'],
  [4, 'Suspended'],
  [5, 'OnlineMaintenance'],
  [6, 'OfflineMaintenance'],
  [8, 'ProvisioningFailed'],
  [10, 'Deleting'],
  [11, 'DeleteFailed'],
  [12, 'MigrationPending'],
]);

const stateNameSet = new Set(stateNames.values());
const runningNames = new Set(['Running', 'OnlineMaintenance']);

/** Only the properties that are needed; the document of a deleted tenant may lack all but the first. */
const documentSchema = z.object({
  ContextIdentifier: z.string(),
  State: z.union([z.string(), z.number()]).nullish(),
  IsRunning: z.boolean().nullish(),
  ValidUntil: z.string().nullish(),
  Api: z.string().nullish(),
  Endpoint: z.string().nullish(),
  Version: z.string().nullish(),
});

type StateDocument = z.infer<typeof documentSchema>;

const invalid = (what: string): UpstreamInvalidResponseError =>
  new UpstreamInvalidResponseError(`tenant state: ${what}`);

function nameOf({ State }: StateDocument): string {
  const name = typeof State === 'number' ? stateNames.get(State) : State;
  return name && stateNameSet.has(name) ? name : 'Unknown';
}

/** IsRunning false always wins; otherwise it is used only for an unknown state. */
function isRunning(document: StateDocument, name: string): boolean {
  if (document.IsRunning === false) return false;
  return runningNames.has(name) || (name === 'Unknown' && document.IsRunning === true);
}

function isAllowed(hostname: string, domains: readonly string[]): boolean {
  return domains.some((domain) => hostname === domain || hostname.endsWith(`.${domain}`));
}

/** All tenants share hosts: the path says whose API it is, once its dots are resolved. */
const isPathOf = (identifier: string, { pathname }: URL): boolean =>
  pathname.toLowerCase().startsWith(`/${identifier.toLowerCase()}/`);

function baseUrlOf({ Api, Endpoint }: StateDocument, tenant: TenantConfig): string {
  const { allowedHosts, allowInsecure, identifier } = tenant;
  const text = Api ?? Endpoint ?? '';
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol)) throw invalid('it has no address of the API');
  if (!isAllowed(new URL(text).hostname, allowedHosts))
    throw invalid('the host is not under SUPEROFFICE_ALLOWED_HOSTS');
  if (baseUrlProblem(text, allowInsecure) !== null) throw invalid('the API address is not acceptable');
  const baseUrl = normalizedBaseUrl(text);
  if (!isPathOf(identifier, new URL(baseUrl))) throw invalid("the path is not this tenant's");
  return baseUrl;
}

/** For a document that has expired on arrival or has no expiry, so that not every call requests a new one. */
const shortestMs = 10_000;

/** A date in the far future must not extend a maintenance indefinitely. */
const longestMs = 86_400_000;

function validUntilMs({ ValidUntil }: StateDocument, nowMs: number): number {
  const expiryMs = Date.parse(ValidUntil ?? '');
  return expiryMs > nowMs ? Math.min(expiryMs, nowMs + longestMs) : nowMs + shortestMs;
}

/** @throws {UpstreamInvalidResponseError} not a state document, or about another tenant, or its host is not allowed */
export function tenantState(json: unknown, tenant: TenantConfig, nowMs: number): TenantState {
  const parsed = documentSchema.safeParse(json);
  if (!parsed.success) throw invalid('it is not a state document');
  const document = parsed.data;
  if (document.ContextIdentifier.toLowerCase() !== tenant.identifier.toLowerCase())
    throw invalid('it is about another tenant');
  const name = nameOf(document);
  const version = document.Version ?? '';
  return {
    name,
    baseUrl: isRunning(document, name) ? baseUrlOf(document, tenant) : null,
    validUntilMs: validUntilMs(document, nowMs),
    version: /^[\w.-]{1,64}$/.test(version) ? version : null,
  };
}
