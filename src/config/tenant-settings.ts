/**
 * Settings that locate a tenant of SuperOffice Online, instead of a fixed URL, which a move of the tenant would invalidate. Part of the
 * list in settings.ts.
 */
import { z } from 'zod';
import { setting } from './setting.js';
import { domainNames } from './setting-grammars.js';

export const tenantSettings = {
  SUPEROFFICE_TENANT: setting(
    z
      .string()
      .regex(/^[A-Za-z][A-Za-z0-9]{0,63}$/, 'expected the identifier of a tenant such as Cust12345')
      .optional(),
    'Your tenant of SuperOffice Online, e.g. Cust12345, instead of SUPEROFFICE_URL: the gateway finds its host, also after a move.',
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
