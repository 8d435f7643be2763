/**
 * Every setting of the gateway: its name in the environment, what it may be, its default, and one line about it.
 * `--help`, `.env.example`, the README's table and the parser are all this list (test/architecture holds the documents to it).
 */
import { z } from 'zod';
import { clientSettings } from './client-settings.js';
import { credentialsSettings } from './credentials-settings.js';
import { operationSettings } from './operation-settings.js';
import { setting } from './setting.js';
import {
  isTimeZone,
  optionalFlag,
  optionalNumber,
  flagOr,
  wholeNumber,
  timeoutMs,
  credentialsHeaderName,
  cookieNames,
  clientNames,
  certificatesFile,
  secretText,
} from './setting-grammars.js';
import { tenantSettings } from './tenant-settings.js';
import { trustedDocumentsFile } from './trusted-documents.js';

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
  SUPEROFFICE_CA_FILE: setting(
    certificatesFile.optional(),
    "none: node's own",
    "PEM file with certificate authorities to trust beside node's own and those of NODE_EXTRA_CA_CERTS, for SuperOffice on site.",
  ),
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
  ALLOW_INSECURE_UPSTREAM: setting(flagOr(false), 'false', 'Allow a plain http SUPEROFFICE_URL beyond loopback.'),
  HOST: setting(z.string().min(1).optional(), '0.0.0.0 (demo: 127.0.0.1)', 'Address to listen on.'),
  PORT: setting(wholeNumber(0, 65_535, 4000), '4000', 'Port to listen on; 0 takes a free one.'),
  LOG_LEVEL: setting(
    z
      .enum(['silent', 'fatal', 'error', 'warn', 'info', 'debug'], 'expected silent, fatal, error, warn, info or debug')
      .default('info'),
    'info',
    'The least level that is logged: silent, fatal, error, warn, info or debug.',
  ),
  LOG_FORMAT: setting(
    z.enum(['auto', 'json', 'pretty'], 'expected auto, json or pretty').default('auto'),
    'auto',
    'json: one object per line; pretty: for people; auto: pretty when stdout is a terminal.',
  ),
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
  METRICS: setting(flagOr(true), 'true', 'Answer GET /metrics for Prometheus.'),
  METRICS_CLIENTS: setting(
    clientNames.default([]),
    'none',
    'Names in apollographql-client-name that metrics tell apart, separated by commas; all others count as other.',
  ),
  AUDIT_LOG: setting(
    z.enum(['off', 'stdout'], 'expected off or stdout').default('off'),
    'off',
    'stdout: one line per operation that says who read which sessions and which personal fields.',
  ),
  PRINCIPAL_KEY: {
    ...setting(
      secretText.optional(),
      'random for each process',
      'Key of the fingerprints of callers in logs; the same on all replicas makes their logs agree.',
    ),
    isSecret: true,
  },
  ...operationSettings,
  MAX_OPERATIONS_IN_FLIGHT: setting(
    wholeNumber(1, 100_000, 256),
    '256',
    'Operations that are worked on at once; more are refused with 503.',
  ),
  MAX_EVENT_LOOP_DELAY_MS: setting(
    wholeNumber(0, 60_000, 250),
    '250',
    'Milliseconds that the process may lag behind before requests are refused with 503; 0 switches it off.',
  ),
  SELECT_MAX_LENGTH: setting(
    wholeNumber(400, 16_000, 1800),
    '1800',
    'Characters that $select may have before the longest group collapses to its bare name.',
  ),
  MAX_UPSTREAM_CONCURRENCY: setting(wholeNumber(1, 1024, 64), '64', 'Calls to SuperOffice in flight at once.'),
  MAX_UPSTREAM_PER_PRINCIPAL: setting(
    wholeNumber(1, 1024, 32),
    '32',
    'Calls to SuperOffice in flight at once for one caller.',
  ),
  MAX_UPSTREAM_QUEUE: setting(
    optionalNumber(0, 100_000),
    'as MAX_UPSTREAM_CALLS, at least 1024',
    'Calls that may wait for one in flight to end; more are refused. Waiting counts against the deadline.',
  ),
  OPERATION_TIMEOUT_MS: setting(timeoutMs(20_000), '20000', 'Milliseconds for a whole operation.'),
  UPSTREAM_TIMEOUT_MS: setting(
    timeoutMs(10_000),
    '10000',
    'Milliseconds for one call with its retries and its waiting.',
  ),
  ATTEMPT_TIMEOUT_MS: setting(timeoutMs(5_000), '5000', 'Milliseconds for one attempt of a call.'),
  CONNECT_TIMEOUT_MS: setting(timeoutMs(2_000), '2000', 'Milliseconds to connect to SuperOffice.'),
  UPSTREAM_KEEP_ALIVE_MS: setting(
    timeoutMs(30_000),
    '30000',
    'Milliseconds that a connection to SuperOffice stays open without a call, unless its Keep-Alive header says another time.',
  ),
  UPSTREAM_RETRIES: setting(
    wholeNumber(0, 1, 1),
    '1',
    'Retries of a call that is safe to repeat (0 or 1). Retries are metered calls.',
  ),
  RETRY_BUDGET_PERCENT: setting(
    wholeNumber(0, 100, 20),
    '20',
    'Retries of the whole process for each hundred calls; three in ten seconds are always allowed.',
  ),
  BREAKER_FAILURE_PERCENT: setting(
    wholeNumber(1, 99, 50),
    '50',
    'Percent of calls that fail before no more are sent for a while.',
  ),
  BREAKER_MIN_CALLS: setting(wholeNumber(1, 10_000, 20), '20', 'Calls in the window before that is decided.'),
  BREAKER_WINDOW_MS: setting(wholeNumber(100, 600_000, 10_000), '10000', 'Milliseconds of the window.'),
  BREAKER_HALF_OPEN_MS: setting(
    wholeNumber(10, 600_000, 5_000),
    '5000',
    'Milliseconds until one call is sent as a probe.',
  ),
  MAX_RESPONSE_BYTES: setting(
    wholeNumber(1_024, 64 * 1_048_576, 4 * 1_048_576),
    '4194304',
    "Bytes that one of SuperOffice's answers may have after decompression.",
  ),
  MAX_HELD_BYTES: setting(
    wholeNumber(0, 9_999_999_999, 0),
    '0 (by memory)',
    "Bytes of SuperOffice's answers that are held at once; calls beyond it wait or fail. 0: a twelfth of what the container or the heap has beyond 128 MiB.",
  ),
  MAX_BODY_BYTES: setting(
    wholeNumber(1_024, 16 * 1_048_576, 262_144),
    '262144',
    'Bytes that a GraphQL request may have.',
  ),
  HEADERS_TIMEOUT_MS: setting(timeoutMs(10_000), '10000', 'Milliseconds that a client has to send its headers.'),
  REQUEST_TIMEOUT_MS: setting(timeoutMs(30_000), '30000', 'Milliseconds that a client has to send a whole request.'),
  KEEP_ALIVE_MS: setting(
    timeoutMs(70_000),
    '70000',
    "Milliseconds that an idle connection stays open; longer than the load balancer's.",
  ),
  SHUTDOWN_DELAY_MS: setting(
    wholeNumber(0, 600_000, 0),
    '0',
    'Milliseconds between SIGTERM (then /ready says 503) and the end of listening; 5000 suits Kubernetes.',
  ),
  DRAIN_TIMEOUT_MS: setting(
    timeoutMs(10_000),
    '10000',
    'Milliseconds that requests in flight get to complete on SIGTERM. Idle connections stay open for a tenth of it.',
  ),
} as const;

export type SettingName = keyof typeof settings;

/** What they are read as. */
export type SettingValues = { readonly [Name in SettingName]: z.infer<(typeof settings)[Name]['schema']> };
