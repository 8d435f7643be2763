/**
 * Settings that locate a tenant of SuperOffice Online, instead of a fixed URL, which a move of the tenant would invalidate. Part of the
 * list in settings.ts.
 */
import { z } from 'zod';
import { setting } from './setting.js';
import { credentialsHeaderName, domainNames } from './setting-grammars.js';
import { tenantList } from './tenants.js';

export const tenantSettings = {
  SUPEROFFICE_TENANT: setting(
    z
      .string()
      .regex(/^[A-Za-z][A-Za-z0-9]{0,63}$/, 'expected the identifier of a tenant such as Cust12345')
      .optional(),
    'Your tenant of SuperOffice Online, e.g. Cust12345, instead of SUPEROFFICE_URL: the gateway finds its host, also after a move.',
  ),
  SUPEROFFICE_TENANTS: setting(
    tenantList.optional(),
    'Several tenants: their names, separated by commas, or a JSON file with the settings of each: {"Cust12345": {"WEBHOOK_SECRET_FILE": "…"}}. A token of SuperOffice Online names its tenant.',
  ),
  TENANT_HEADER: setting(
    credentialsHeaderName.optional(),
    'Request header that names the tenant of credentials that do not, such as tickets; with SUPEROFFICE_TENANTS.',
  ),
  JWT_TENANT_CLAIM: setting(
    z
      .string()
      .regex(/^[\w:./-]{1,128}$/, 'expected the name of a claim such as tenant')
      .optional(),
    "Claim of the caller's JSON Web Token that names the tenant; with SUPEROFFICE_TENANTS and service credentials.",
  ),
  SUPEROFFICE_ENVIRONMENT: setting(
    z.enum(['sod', 'qaonline', 'online'], 'expected sod, qaonline or online').default('online'),
    'Environment of the tenant: sod (development), qaonline (stage) or online (production).',
  ),
  SUPEROFFICE_ALLOWED_HOSTS: setting(
    domainNames.default(['superoffice.com']),
    "Domains, separated by commas, that the tenant's host has to be in; credentials are sent to no other host.",
  ),
  SUPEROFFICE_ONLINE_URL: setting(
    z.url({ protocol: /^https?$/, error: 'expected an http(s) URL such as https://online.superoffice.com' }).optional(),
    "URL that the tenant's state is requested from; for the emulator.",
    'from SUPEROFFICE_ENVIRONMENT',
  ),
} as const;
