/**
 * The settings by which a tenant of SuperOffice Online is found, instead of by a URL that a move would make wrong. Merged into `settings.ts`.
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
    'none',
    'Your tenant of SuperOffice Online, e.g. Cust12345, instead of SUPEROFFICE_URL: the gateway finds its host, also after a move.',
  ),
  SUPEROFFICE_ENVIRONMENT: setting(
    z.enum(['sod', 'qaonline', 'online'], 'expected sod, qaonline or online').default('online'),
    'online',
    'Where the tenant is: sod (development), qaonline (stage) or online (production).',
  ),
  SUPEROFFICE_ALLOWED_HOSTS: setting(
    domainNames.default(['superoffice.com']),
    'superoffice.com',
    'Domains, separated by commas, that the host of a tenant has to be under; credentials go nowhere else.',
  ),
  SUPEROFFICE_ONLINE_URL: setting(
    z.url({ protocol: /^https?$/, error: 'expected an http(s) URL such as https://online.superoffice.com' }).optional(),
    'by SUPEROFFICE_ENVIRONMENT',
    'Where the state of the tenant is asked for; for the emulator.',
  ),
} as const;
