/**
 * The settings of a gateway that has credentials of its own for SuperOffice, and checks its callers itself. Part of the list in
 * settings.ts. Key material comes by file only.
 */
import { z } from 'zod';
import { apiKeysFile } from './api-keys.js';
import { privateKeyFile, secretFile } from './key-material.js';
import { setting } from './setting.js';
import { algorithms, plainText, webUrl } from './setting-grammars.js';

const own = 'expected caller, system-user, refresh-token or basic';

export const credentialsSettings = {
  SUPEROFFICE_CREDENTIALS: setting(
    z.enum(['caller', 'system-user', 'refresh-token', 'basic'], own).default('caller'),
    'caller',
    "Whose credentials SuperOffice gets: each caller's, or the gateway's own (system-user, refresh-token, basic), which needs API_KEYS_FILE or JWT_ISSUER.",
  ),
  SUPEROFFICE_LOGIN_URL: setting(
    webUrl('https://online.superoffice.com').optional(),
    'as SUPEROFFICE_TENANT, or by the host of SUPEROFFICE_URL',
    "SuperOffice's login service, for system-user and refresh-token.",
  ),
  SUPEROFFICE_SYSTEM_TOKEN_FILE: setting(
    secretFile('system token').optional(),
    'none',
    'File with the system user token of this customer, for system-user.',
  ),
  SUPEROFFICE_PRIVATE_KEY_FILE: setting(
    privateKeyFile.optional(),
    'none',
    "File with the application's RSA private key that signs the system user token: PEM, or the developer portal's XML.",
  ),
  SUPEROFFICE_CLIENT_ID: setting(
    plainText(256, 'expected the client id of the application').optional(),
    'none',
    "The application's client id, for refresh-token.",
  ),
  SUPEROFFICE_REDIRECT_URI: setting(
    webUrl('https://partner.example.com/callback').optional(),
    'none',
    'A redirect URI that the application has registered, for refresh-token.',
  ),
  SUPEROFFICE_REFRESH_TOKEN_FILE: setting(
    secretFile('refresh token').optional(),
    'none',
    'File with the refresh token of the user as whom the gateway acts, for refresh-token.',
  ),
  SUPEROFFICE_BASIC_FILE: setting(
    secretFile('user name, a colon and the password')
      .refine((text) => /^[^:]+:./.test(text), 'expected user:password in the file')
      .optional(),
    'none',
    'File with user:password, for basic: SuperOffice on site only.',
  ),
  API_KEYS_FILE: setting(
    apiKeysFile.optional(),
    'none',
    'File with a line for each caller, a name and sha256: with the hash of its API key, which callers send as Bearer.',
  ),
  JWT_ISSUER: setting(
    plainText(512, 'expected the issuer as it stands in the tokens').optional(),
    'none',
    'Who issues the tokens that callers send as Bearer, as in their claim iss.',
  ),
  JWT_AUDIENCE: setting(
    plainText(512, 'expected the audience as it stands in the tokens').optional(),
    'none',
    "What the claim aud of callers' tokens has to name.",
  ),
  JWT_JWKS_URL: setting(
    webUrl('https://login.example.com/.well-known/jwks.json').optional(),
    'none',
    'Where the issuer publishes its keys (JSON Web Key Set).',
  ),
  JWT_ALGORITHMS: setting(
    algorithms.default(['RS256']),
    'RS256',
    "Algorithms that callers' tokens may be signed with, separated by commas: RS, PS and ES with 256, 384 or 512, and EdDSA.",
  ),
} as const;
