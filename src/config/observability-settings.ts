/** Settings of logs, metrics and the audit log. */
import { z } from 'zod';
import { setting } from './setting.js';
import { flagOr, optionalNumber, clientNames, secretText } from './setting-grammars.js';

export const observabilitySettings = {
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
  LOG_CALLS: setting(
    z.enum(['debug', 'info'], 'expected debug or info').optional(),
    'debug (demo: info)',
    'Level of the line for each call to SuperOffice that went well: debug or info.',
  ),
  LOG_CLIENT_ADDRESS: setting(flagOr(true), 'true', "Have the client's address in the line of each operation."),
  METRICS: setting(flagOr(true), 'true', 'Answer GET /metrics for Prometheus.'),
  METRICS_LISTEN_PORT: setting(
    optionalNumber(0, 65_535),
    'as PORT',
    'Port of its own for GET /metrics, which then is not answered on PORT; 0 takes a free one.',
  ),
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
} as const;
