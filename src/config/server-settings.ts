/** Settings of the server: where it listens, how much it takes on, and how it stops. */
import { z } from 'zod';
import { setting } from './setting.js';
import { basePath, flagOr, networks, wholeNumber, timeoutMs } from './setting-grammars.js';

export const serverSettings = {
  HOST: setting(z.string().min(1).optional(), 'all, IPv6 and IPv4 (demo: 127.0.0.1)', 'Address to listen on.'),
  PORT: setting(wholeNumber(0, 65_535, 4000), '4000', 'Port to listen on; 0 takes a free one.'),
  BASE_PATH: setting(
    basePath.default(''),
    'none',
    'Path such as /chat that all paths are below, for an ingress that does not take it away.',
  ),
  COMPRESSION: setting(flagOr(true), 'true', 'Compress responses from 8 KiB on, for clients that accept it.'),
  TRUSTED_PROXIES: setting(
    networks.default([]),
    'none',
    'Addresses and networks such as 10.0.0.0/8, separated by commas, of the proxies whose X-Forwarded-For tells the address of a client.',
  ),
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
  OPERATION_TIMEOUT_MS: setting(timeoutMs(20_000), '20000', 'Milliseconds for a whole operation.'),
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
