/**
 * Settings of service credentials and of the check of callers. Part of the list in settings.ts. Key material is read from files only.
 */
import { z } from 'zod';
import { apiKeysFile } from './api-keys.js';
import { privateKeyFile, secretFile } from './key-material.js';
import { setting } from './setting.js';
import { algorithms, plainText, webUrl } from './setting-grammars.js';

const credentialsExpectation = 'expected caller, system-user, refresh-token or basic';

export const credentialsSettings = {
  SUPEROFFICE_CREDENTIALS: setting(
    z.enum(['caller', 'system-user', 'refresh-token', 'basic'], credentialsExpectation).default('caller'),
    "Credentials of calls to SuperOffice: each caller's, or service credentials (system-user, refresh-token, basic), which require API_KEYS_FILE or JWT_ISSUER.",
  ),
  SUPEROFFICE_LOGIN_URL: setting(
    webUrl('https://online.superoffice.com').optional(),
    "SuperOffice's login service, for system-user and refresh-token.",
    'from SUPEROFFICE_TENANT, or from the host of SUPEROFFICE_URL',
  ),
  SUPEROFFICE_SYSTEM_TOKEN_FILE: setting(
    secretFile('system token').optional(),
    "File with the customer's system user token, for system-user.",
  ),
  SUPEROFFICE_PRIVATE_KEY_FILE: setting(
    privateKeyFile.optional(),
    "File with the application's RSA private key that signs the system user token: PEM, or the developer portal's XML.",
  ),
  SUPEROFFICE_CLIENT_ID: setting(
    plainText(256, 'expected the client id of the application').optional(),
    "The application's client id, for refresh-token.",
  ),
  SUPEROFFICE_REDIRECT_URI: setting(
    webUrl('https://partner.example.com/callback').optional(),
    'A redirect URI that the application has registered, for refresh-token.',
  ),
  SUPEROFFICE_REFRESH_TOKEN_FILE: setting(
    secretFile('refresh token').optional(),
    'File with the refresh token of the user that the gateway acts as, for refresh-token.',
  ),
  SUPEROFFICE_BASIC_FILE: setting(
    secretFile('user name, a colon and the password')
      .refine((text) => /^[^:]+:./.test(text), 'expected user:password in the file')
      .optional(),
    'File with user:password, for basic; for SuperOffice on site only.',
  ),
  API_KEYS_FILE: setting(
    apiKeysFile.optional(),
    'File with one line per caller: a name, and sha256: with the hash of the API key that the caller sends as Bearer.',
  ),
  JWT_ISSUER: setting(
    plainText(512, 'expected the issuer as in the tokens').optional(),
    'Issuer of the tokens that callers send as Bearer, as in their claim iss.',
  ),
  JWT_AUDIENCE: setting(
    plainText(512, 'expected the audience as in the tokens').optional(),
    "Audience that the claim aud of callers' tokens has to contain.",
  ),
  JWT_JWKS_URL: setting(
    webUrl('https://login.example.com/.well-known/jwks.json').optional(),
    "URL of the issuer's keys (JSON Web Key Set).",
  ),
  JWT_ALGORITHMS: setting(
    algorithms.default(['RS256']),
    "Allowed signature algorithms of callers' tokens, separated by commas: RS, PS and ES with 256, 384 or 512, and EdDSA.",
  ),
} as const;
