/**
 * Every setting of the gateway: its name in the environment, what it may be, its default, and one line about it.
 * `--help`, `.env.example`, the README's table and the parser are all this list (test/architecture holds the documents to it).
 */
import { z } from 'zod';
import { clientSettings } from './client-settings.js';
import { credentialsSettings } from './credentials-settings.js';
import { observabilitySettings } from './observability-settings.js';
import { operationSettings } from './operation-settings.js';
import { serverSettings } from './server-settings.js';
import { setting } from './setting.js';
import {
  isTimeZone,
  optionalFlag,
  optionalNumber,
  flagOr,
  wholeNumber,
  credentialsHeaderName,
  cookieNames,
  secretText,
} from './setting-grammars.js';
import { tenantSettings } from './tenant-settings.js';
import { trustedDocumentsFile } from './trusted-documents.js';
import { upstreamSettings } from './upstream-settings.js';

/** The sources of the defaults are the measured ones: operation > upstream total > attempt > connect. */
export const settings = {
  SUPEROFFICE_URL: setting(
    z
      .url({ protocol: /^https?$/, error: 'expected an http(s) URL such as https://online3.superoffice.com/Cust12345' })
      .optional(),
    'none: the embedded emulator answers (the demo)',
    "Your SuperOffice, with or without a trailing /api or /api/v1. Plain http is refused unless it's loopback.",
  ),
  ...tenantSettings,
  SUPEROFFICE_APP_TOKEN: {
    ...setting(
      z
        .string()
        .regex(/^[\x21-\x7e]{1,512}$/, 'expected printable ASCII without spaces')
        .optional(),
      'none',
      'Secret of the partner application, sent as SO-AppToken.',
    ),
    isSecret: true,
  },
  SUPEROFFICE_TIME_ZONE: setting(
    z.string().refine(isTimeZone, 'expected an IANA time zone such as Europe/Oslo').default('UTC'),
    'UTC',
    'IANA name of the base time zone, for dates that come without an offset.',
  ),
  SUPEROFFICE_LANGUAGE: setting(
    z
      .string()
      .regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'expected a language code such as en or nb-NO')
      .default('en'),
    'en',
    'Language that is asked for when the caller names none.',
  ),
  CREDENTIALS_HEADER: setting(
    credentialsHeaderName.default('authorization'),
    'authorization',
    "Incoming header that holds SuperOffice's credentials; behind a router Authorization is often somebody else's.",
  ),
  FORWARD_COOKIES: setting(
    cookieNames.default([]),
    'none',
    'Names of the cookies that go along with X-XSRF-TOKEN, separated by commas.',
  ),
  ...credentialsSettings,
  INTROSPECTION: setting(optionalFlag, 'false (demo: true)', 'Answer introspection, and suggest names in errors.'),
  IDE: setting(
    optionalFlag,
    'false (demo: true)',
    'Serve a page at / on which to write queries; it reads the schema by INTROSPECTION, and shows calls by EXPLAIN.',
  ),
  EXPLAIN: setting(
    optionalFlag,
    'false (demo: true)',
    'Tell callers who send x-superoffice-explain: 1 which calls their answer took.',
  ),
  EXPOSE_SESSION_KEY: setting(
    flagOr(false),
    'false',
    "Have ChatSession.sessionKey, which authenticates the customer's session, in the schema.",
  ),
  ROUTER_SECRET: {
    ...setting(
      secretText.optional(),
      'none',
      'What a router sends in Router-Authorization; then _entities and _service answer nobody else.',
    ),
    isSecret: true,
  },
  PREVIOUS_ROUTER_SECRET: {
    ...setting(
      secretText.optional(),
      'none',
      'Counts as ROUTER_SECRET, too, while routers change from one to the other.',
    ),
    isSecret: true,
  },
  ROUTER_ONLY: setting(
    flagOr(false),
    'false',
    'Refuse every request without ROUTER_SECRET, not only _entities and _service.',
  ),
  EXPOSE_SDL: setting(
    optionalFlag,
    'as INTROSPECTION',
    'Answer _service { sdl } to anyone, where there is no ROUTER_SECRET.',
  ),
  MAX_REPRESENTATIONS: setting(
    optionalNumber(1, 10_000),
    '100; with ROUTER_SECRET 1000',
    'Different references that one request to _entities resolves, over all its aliases; the others fail one by one.',
  ),
  MUTATIONS: setting(flagOr(true), 'true', 'Have the mutations, by which callers change chats, in the schema.'),
  CUSTOMER_GONE_SECONDS: setting(
    wholeNumber(1, 86_400, 60),
    '60',
    "Seconds that a customer's browser may be silent before ChatSession.isCustomerGone is true.",
  ),
  ...clientSettings,
  APQ: setting(
    flagOr(false),
    'false',
    'Keep queries that clients register by their hash (automatic persisted queries).',
  ),
  TRUSTED_DOCUMENTS: setting(
    trustedDocumentsFile.optional(),
    'none',
    "File of the documents that are let in: Apollo's persisted query manifest, or codegen's documents by hash.",
  ),
  TRUSTED_DOCUMENTS_MODE: setting(
    z.enum(['off', 'log', 'enforce'], 'expected off, log or enforce').default('enforce'),
    'enforce',
    'What becomes of other documents: enforce refuses them (but for the router), log lets them in and logs their hash.',
  ),
  ...operationSettings,
  ...upstreamSettings,
  ...serverSettings,
  ...observabilitySettings,
} as const;

export type SettingName = keyof typeof settings;

/** What they are read as. */
export type SettingValues = { readonly [Name in SettingName]: z.infer<(typeof settings)[Name]['schema']> };
