/** Settings of calls to SuperOffice: connections, timeouts, retries, concurrency and memory. */
import { z } from 'zod';
import { callLimit } from './operation-settings.js';
import { setting } from './setting.js';
import { proxyAt } from './proxies.js';
import { optionalNumber, flagOr, wholeNumber, timeoutMs, certificatesFile } from './setting-grammars.js';

export const upstreamSettings = {
  SUPEROFFICE_CA_FILE: setting(
    certificatesFile.optional(),
    "PEM file with certificate authorities to trust in addition to node's own and those of NODE_EXTRA_CA_CERTS, for SuperOffice on site.",
    "none: node's own",
  ),
  UPSTREAM_PROXY: {
    ...setting(
      z
        .string()
        .refine(
          (text) => text === 'off' || proxyAt(text) !== null,
          'expected off, or the URL of a proxy such as http://proxy.example.com:3128',
        )
        .optional(),
      'Proxy for requests to SuperOffice, its login and token issuers, except for hosts in NO_PROXY and loopback; with user:password@ if it requires them; off: no proxy.',
      'HTTPS_PROXY and HTTP_PROXY',
    ),
    isSecret: true,
  },
  ALLOW_INSECURE_UPSTREAM: setting(flagOr(false), 'Allow a plain http SUPEROFFICE_URL beyond loopback.'),
  MAX_UPSTREAM_CONCURRENCY: setting(wholeNumber(1, 1024, 64), 'Calls to SuperOffice in flight at once.'),
  MAX_UPSTREAM_PER_PRINCIPAL: setting(
    wholeNumber(1, 1024, 32),
    'Calls to SuperOffice in flight at once for one caller.',
  ),
  MAX_UPSTREAM_QUEUE: setting(
    optionalNumber(0, 100_000),
    'Calls that may wait for a call in flight to end; more are refused. Waiting counts against the deadline.',
    'as MAX_UPSTREAM_CALLS, at least 1024',
  ),
  MAX_UPSTREAM_CALLS_PER_SECOND: callLimit(
    wholeNumber(0, 10_000, 0),
    'Calls to SuperOffice in a second, including retries; more wait, fairly among callers, and fail if they would wait too long. SuperOffice allows custom apps 10.',
    '0 (no limit)',
  ),
  UPSTREAM_TIMEOUT_MS: setting(timeoutMs(10_000), 'Milliseconds for one call with its retries and waiting.'),
  ATTEMPT_TIMEOUT_MS: setting(timeoutMs(5_000), 'Milliseconds for one attempt of a call.'),
  CONNECT_TIMEOUT_MS: setting(timeoutMs(2_000), 'Milliseconds to connect to SuperOffice.'),
  UPSTREAM_KEEP_ALIVE_MS: setting(
    timeoutMs(30_000),
    'Milliseconds that an idle connection to SuperOffice stays open, unless its Keep-Alive header gives another time.',
  ),
  UPSTREAM_RETRIES: setting(
    wholeNumber(0, 1, 1),
    'Retries of a call that is safe to repeat (0 or 1). Retries are metered calls.',
  ),
  RETRY_BUDGET_PERCENT: setting(
    wholeNumber(0, 100, 20),
    'Retries of the process per hundred calls; three in ten seconds are always allowed.',
  ),
  BREAKER_FAILURE_PERCENT: setting(
    wholeNumber(1, 99, 50),
    'Percentage of failed calls at which the circuit breaker opens.',
  ),
  BREAKER_MIN_CALLS: setting(wholeNumber(1, 10_000, 20), 'Calls in the window before the circuit breaker can open.'),
  BREAKER_WINDOW_MS: setting(wholeNumber(100, 600_000, 10_000), 'Milliseconds of the window of the circuit breaker.'),
  BREAKER_HALF_OPEN_MS: setting(
    wholeNumber(10, 600_000, 5_000),
    'Milliseconds until an open circuit breaker sends one call as a probe.',
  ),
  MAX_RESPONSE_BYTES: setting(
    wholeNumber(1_024, 64 * 1_048_576, 4 * 1_048_576),
    'Bytes of one response of SuperOffice after decompression.',
  ),
  MAX_HELD_BYTES: setting(
    wholeNumber(0, 9_999_999_999, 0),
    "Bytes of SuperOffice's responses that are held at once; calls beyond it wait or fail. 0: a twelfth of what the container or the heap has beyond 128 MiB.",
    '0 (by memory)',
  ),
  SELECT_MAX_LENGTH: setting(
    wholeNumber(400, 16_000, 1800),
    'Characters of $select before the longest group is replaced by its bare name.',
  ),
  SESSION_CHANGES: setting(
    z.enum(['patch', 'save'], 'expected patch or save').default('patch'),
    'How a session is changed: patch names only what changes; save reads the complete record and saves it, for servers on which doctor finds no PATCH.',
  ),
  JOIN_CALLS_IN_FLIGHT: setting(
    flagOr(false),
    'Join identical reads of one caller that are under way at the same moment, also those of several requests: one call instead of several.',
  ),
  CACHE_SLOW_SECONDS: setting(
    wholeNumber(0, 3_600, 0),
    'Seconds for which topics, agents of topics and transfer targets are kept for the caller that has read them; 0: not at all.',
  ),
} as const;
