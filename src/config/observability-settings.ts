/** Settings of logs, metrics and the audit log. */
import { z } from 'zod';
import { setting } from './setting.js';
import { flagOr, optionalNumber, clientNames, secretText } from './setting-grammars.js';

export const observabilitySettings = {
  LOG_LEVEL: setting(
    z
      .enum(['silent', 'fatal', 'error', 'warn', 'info', 'debug'], 'expected silent, fatal, error, warn, info or debug')
      .default('info'),
    'Lowest level that is logged: silent, fatal, error, warn, info or debug.',
  ),
  LOG_FORMAT: setting(
    z.enum(['auto', 'json', 'pretty'], 'expected auto, json or pretty').default('auto'),
    'json: one object per line; pretty: readable lines; auto: pretty when stdout is a terminal.',
  ),
  LOG_CALLS: setting(
    z.enum(['debug', 'info'], 'expected debug or info').optional(),
    'Level of the log line of each successful call to SuperOffice: debug or info.',
    'debug (demo: info)',
  ),
  LOG_CLIENT_ADDRESS: setting(flagOr(true), "Include the client's address in the log line of each operation."),
  METRICS: setting(flagOr(true), 'Serve GET /metrics for Prometheus.'),
  METRICS_LISTEN_PORT: setting(
    optionalNumber(0, 65_535),
    'Separate port for GET /metrics, which is then not served on PORT; 0: any free port.',
    'as PORT',
  ),
  METRICS_CLIENTS: setting(
    clientNames.default([]),
    'Names in apollographql-client-name that metrics count separately, separated by commas; all others count as other.',
  ),
  AUDIT_LOG: setting(
    z.enum(['off', 'stdout'], 'expected off or stdout').default('off'),
    'stdout: one line per operation with the caller, the sessions and the personal fields that were read.',
  ),
  PRINCIPAL_KEY: {
    ...setting(
      secretText.optional(),
      'Key of the fingerprints of callers in logs; set the same key on all replicas, so that their logs match.',
      'random for each process',
    ),
    isSecret: true,
  },
} as const;
