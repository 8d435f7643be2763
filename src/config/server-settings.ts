/** Settings of the server: its address, its limits, and its shutdown. */
import { z } from 'zod';
import { limit, setting } from './setting.js';
import { basePath, flagOr, networks, wholeNumber, timeoutMs } from './setting-grammars.js';

const loadLimit = limit('HTTP 503, `REQUEST_CONCURRENCY_LIMITED`');

export const serverSettings = {
  HOST: setting(z.string().min(1).optional(), 'Address to listen on.', 'all, IPv6 and IPv4 (demo: 127.0.0.1)'),
  PORT: setting(wholeNumber(0, 65_535, 4000), 'Port to listen on; 0: any free port.'),
  BASE_PATH: setting(
    basePath.default(''),
    'Prefix of all paths, such as /chat, for an ingress that does not remove it.',
  ),
  COMPRESSION: setting(flagOr(true), 'Compress responses of 8 KiB or more, for clients that accept it.'),
  TRUSTED_PROXIES: setting(
    networks.default([]),
    "Addresses and networks such as 10.0.0.0/8, separated by commas, of the proxies whose X-Forwarded-For gives the client's address.",
  ),
  MAX_OPERATIONS_IN_FLIGHT: loadLimit(
    wholeNumber(1, 100_000, 256),
    'Operations in progress at once; more are refused with 503.',
  ),
  MAX_EVENT_LOOP_DELAY_MS: loadLimit(
    wholeNumber(0, 60_000, 250),
    'Milliseconds of event loop lag above which requests are refused with 503; 0: no limit.',
  ),
  OPERATION_TIMEOUT_MS: setting(timeoutMs(20_000), 'Milliseconds for one operation.'),
  MAX_BODY_BYTES: limit('HTTP 413')(
    wholeNumber(1_024, 16 * 1_048_576, 262_144),
    'Bytes of the body of a GraphQL request.',
  ),
  HEADERS_TIMEOUT_MS: setting(timeoutMs(10_000), 'Milliseconds in which a client has to send its headers.'),
  REQUEST_TIMEOUT_MS: setting(timeoutMs(30_000), 'Milliseconds in which a client has to send its full request.'),
  KEEP_ALIVE_MS: setting(
    timeoutMs(70_000),
    "Milliseconds that an idle connection stays open; longer than the load balancer's.",
  ),
  SHUTDOWN_DELAY_MS: setting(
    wholeNumber(0, 600_000, 0),
    'Milliseconds from SIGTERM (/ready then responds 503) until the gateway stops listening; 5000 suits Kubernetes.',
  ),
  DRAIN_TIMEOUT_MS: setting(
    timeoutMs(10_000),
    'Milliseconds in which requests in flight may complete after SIGTERM. Idle connections stay open for a tenth of it.',
  ),
} as const;
