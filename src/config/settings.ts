/**
 * All settings of the gateway: name in the environment, schema, default and description.
 * The parser, `--help`, `.env.example` and the tables of docs/settings.md and docs/limits.md use this list (`npm run docs`).
 */
import { z } from 'zod';
import { archiveSettings } from './archive-settings.js';
import { clientSettings } from './client-settings.js';
import { credentialsSettings } from './credentials-settings.js';
import { liveSettings } from './live-settings.js';
import { observabilitySettings } from './observability-settings.js';
import { operationSettings } from './operation-settings.js';
import { redisSettings } from './redis-settings.js';
import { serverSettings } from './server-settings.js';
import { limit, setting } from './setting.js';
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
import { publishedDocuments } from './trusted-documents.js';
import { upstreamSettings } from './upstream-settings.js';

/** The default timeouts are measured ones: operation > call > attempt > connect. */
export const settings = {
  SUPEROFFICE_URL: setting(
    z
      .url({ protocol: /^https?$/, error: 'expected an http(s) URL such as https://online3.superoffice.com/Cust12345' })
      .optional(),
    'URL of your SuperOffice, with or without a trailing /api or /api/v1. Plain http is refused except for loopback.',
    'none: the embedded emulator is used (the demo)',
  ),
  ...tenantSettings,
  SUPEROFFICE_APP_TOKEN: {
    ...setting(
      z
        .string()
        .regex(/^[\x21-\x7e]{1,512}$/, 'expected printable ASCII without spaces')
        .optional(),
      'Secret of the partner application, sent as SO-AppToken.',
    ),
    isSecret: true,
  },
  SUPEROFFICE_TIME_ZONE: setting(
    z.string().refine(isTimeZone, 'expected an IANA time zone such as Europe/Oslo').default('UTC'),
    'IANA name of the base time zone, for dates without an offset.',
  ),
  SUPEROFFICE_LANGUAGE: setting(
    z
      .string()
      .regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'expected a language code such as en or nb-NO')
      .default('en'),
    'Language of the request when the caller names none.',
  ),
  CREDENTIALS_HEADER: setting(
    credentialsHeaderName.default('authorization'),
    "Request header with SuperOffice's credentials; behind a router, Authorization often holds other credentials.",
  ),
  FORWARD_COOKIES: setting(
    cookieNames.default([]),
    'Names of the cookies that are forwarded with X-XSRF-TOKEN, separated by commas.',
  ),
  ...credentialsSettings,
  INTROSPECTION: setting(optionalFlag, 'Allow introspection, and suggest names in errors.', 'false (demo: true)'),
  IDE: setting(
    optionalFlag,
    'Serve a query editor at /; it reads the schema by INTROSPECTION, and shows calls by EXPLAIN.',
    'false (demo: true)',
  ),
  EXPLAIN: setting(
    optionalFlag,
    'Report the calls that a response took to callers that send x-superoffice-explain: 1.',
    'false (demo: true)',
  ),
  EXPOSE_SESSION_KEY: setting(
    flagOr(false),
    "Include ChatSession.sessionKey, which authenticates the customer's session, in the schema.",
  ),
  ROUTER_SECRET: {
    ...setting(
      secretText.optional(),
      'Secret that a router sends in Router-Authorization; _entities and _service are then refused without it.',
    ),
    isSecret: true,
  },
  PREVIOUS_ROUTER_SECRET: {
    ...setting(secretText.optional(), 'Is accepted like ROUTER_SECRET, while routers change from one to the other.'),
    isSecret: true,
  },
  ROUTER_ONLY: setting(flagOr(false), 'Refuse every request without ROUTER_SECRET, not only _entities and _service.'),
  EXPOSE_SDL: setting(
    optionalFlag,
    'Allow any caller to read _service { sdl } when there is no ROUTER_SECRET.',
    'as INTROSPECTION',
  ),
  MAX_REPRESENTATIONS: limit('those beyond are null with `OPERATION_TOO_LARGE`, the others are resolved')(
    optionalNumber(1, 10_000),
    'Distinct references that one request to _entities resolves, over all its aliases; each further one fails.',
    '100; with ROUTER_SECRET 1000',
  ),
  MUTATIONS: setting(flagOr(true), 'Include the mutations, by which callers change chats, in the schema.'),
  ADMIN_MUTATIONS: setting(
    flagOr(false),
    'Include the mutations that create, change and delete topics and their users, and that delete sessions; not with MUTATIONS=false.',
  ),
  CUSTOMER_GONE_SECONDS: setting(
    wholeNumber(1, 86_400, 60),
    "Seconds that a customer's browser may be silent before ChatSession.isCustomerGone is true.",
  ),
  ...archiveSettings,
  ...liveSettings,
  ...clientSettings,
  APQ: setting(flagOr(false), 'Store queries that clients register by their hash (automatic persisted queries).'),
  TRUSTED_DOCUMENTS: setting(
    publishedDocuments.optional(),
    "The documents that are accepted: builtin (the console's operations of the client package), a file with Apollo's persisted query manifest or codegen's documents by hash, or both: builtin,<file>.",
  ),
  TRUSTED_DOCUMENTS_MODE: setting(
    z.enum(['off', 'log', 'enforce'], 'expected off, log or enforce').default('enforce'),
    "Treatment of other documents: enforce refuses them (except the router's), log accepts them and logs their hash.",
  ),
  ...operationSettings,
  ...upstreamSettings,
  ...serverSettings,
  ...redisSettings,
  ...observabilitySettings,
} as const;

export type SettingName = keyof typeof settings;

/** The parsed values. */
export type SettingValues = { readonly [Name in SettingName]: z.infer<(typeof settings)[Name]['schema']> };
