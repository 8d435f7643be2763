/** Settings of the way to SuperOffice: connections, times, retries, and how much goes over them at once. */
import { z } from 'zod';
import { setting } from './setting.js';
import { proxyAt } from './proxies.js';
import { optionalNumber, flagOr, wholeNumber, timeoutMs, certificatesFile } from './setting-grammars.js';

export const upstreamSettings = {
  SUPEROFFICE_CA_FILE: setting(
    certificatesFile.optional(),
    "none: node's own",
    "PEM file with certificate authorities to trust beside node's own and those of NODE_EXTRA_CA_CERTS, for SuperOffice on site.",
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
      'HTTPS_PROXY and HTTP_PROXY',
      'Proxy for requests to SuperOffice, its login and issuers of tokens, but those that NO_PROXY names and loopback; with user:password@ where it wants them; off: none.',
    ),
    isSecret: true,
  },
  ALLOW_INSECURE_UPSTREAM: setting(flagOr(false), 'false', 'Allow a plain http SUPEROFFICE_URL beyond loopback.'),
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
  MAX_UPSTREAM_CALLS_PER_SECOND: setting(
    wholeNumber(0, 10_000, 0),
    '0 (no limit)',
    'Calls to SuperOffice in a second, retries included; more wait, the callers taking turns, and those fail that would wait too long. SuperOffice allows custom apps 10.',
  ),
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
  SELECT_MAX_LENGTH: setting(
    wholeNumber(400, 16_000, 1800),
    '1800',
    'Characters that $select may have before the longest group collapses to its bare name.',
  ),
} as const;
