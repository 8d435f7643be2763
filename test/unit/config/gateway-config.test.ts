/** The configuration from an environment: defaults, problems, and secrets that are not repeated. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { openHeaders, secretHeaders } from '../../../src/superoffice/request-headers.js';
import { gatewayConfig } from '../../../src/config/gateway-config.js';
import { problemsOf } from '../../support/setting-problems.js';

const url = 'https://online3.superoffice.com/Cust12345';

/** The problems of the settings. @throws {Error} there are none */
/** A file with this text, deleted at the end of the test. */
async function fileWith(text: string): Promise<{ readonly path: string } & AsyncDisposable> {
  const folder = await mkdtemp(join(tmpdir(), 'settings-'));
  const path = join(folder, 'secret');
  await writeFile(path, text);
  return { path, [Symbol.asyncDispose]: () => rm(folder, { recursive: true }) };
}

describe('defaults', () => {
  it('an empty environment is the demo: embedded emulator, loopback, any localhost origin, introspection on', () => {
    expect(gatewayConfig({})).toEqual({
      isDemo: true,
      admin: false,
      callers: null,
      router: {
        exposeSdl: true,
        isRouterOnly: false,
        secret: null,
        previousSecret: null,
        secretPath: null,
        previousSecretPath: null,
      },
      documents: { automatic: false, trusted: null, mode: 'enforce' },
      limits: {
        maxTokens: 4000,
        maxDepth: 12,
        maxAliases: 50,
        maxRootFields: 50,
        maxDirectives: 10,
        maxRecursiveSelections: 5_000,
        forCallers: { maxRepresentations: 100, maxUpstreamCalls: 100 },
        forRouter: { maxRepresentations: 1_000, maxUpstreamCalls: 1_000 },
        maxAnswerRecords: 20_000,
      },
      superoffice: {
        baseUrl: null,
        tenant: null,
        appToken: null,
        ownCredentials: null,
        language: 'en',
        credentialsHeader: 'authorization',
        forwardCookies: [],
        selectMaxLength: 1800,
        hasPatch: true,
        joinsCalls: false,
        keepSlowMs: 0,
        maxConcurrency: 64,
        maxQueued: 1024,
        totalTimeoutMs: 10_000,
        attemptTimeoutMs: 5_000,
        connectTimeoutMs: 2_000,
        maxRetries: 1,
        maxPerPrincipal: 32,
        maxCallsPerSecond: 0,
        maxCallsPerMinute: 0,
        retryBudgetPercent: 20,
        breaker: { failurePercent: 50, minCalls: 20, windowMs: 10_000, halfOpenMs: 5_000 },
        certificateAuthorities: [],
        proxies: { https: null, http: null, exceptions: [] },
        callLogLevel: 'info',
        keepAliveMs: 30_000,
        maxResponseBytes: 4_194_304,
        maxHeldBytes: expect.any(Number),
      },
      server: {
        host: '127.0.0.1',
        port: 4000,
        basePath: '',
        compression: true,
        trustedProxies: [],
        corsOrigins: 'localhost',
        corsHeaders: [],
        maxBodyBytes: 262_144,
        operationTimeoutMs: 20_000,
        headersTimeoutMs: 10_000,
        requestTimeoutMs: 30_000,
        keepAliveMs: 70_000,
        maxOperationsInFlight: 256,
        maxEventLoopDelayMs: 250,
        getQueries: false,
        metrics: true,
        metricsPort: null,
        shutdownDelayMs: 0,
        drainTimeoutMs: 10_000,
      },
      baseTimeZone: 'UTC',
      introspection: true,
      ide: true,
      explain: true,
      live: {
        ...{ webhook: null, source: 'auto', maxStreams: 5_000, maxPerPayer: 50, callsPerMinute: 60 },
        ...{ intervalMs: 1_000, pollMs: 5_000, safetyMs: 120_000, maxAgeMs: 3_600_000, heartbeatMs: 15_000 },
      },
      archive: true,
      archiveAccess: { isOwnTopicsOnly: true, hasDynamic: true, hasTimeSpans: true, batchMin: null },
      subscriptions: true,
      mutations: true,
      customerGoneAfterMs: 60_000,
      exposeSessionKey: false,
      logLevel: 'info',
      logFormat: 'auto',
      logClientAddress: true,
      metricsClients: [],
      auditLog: false,
      principalKey: null,
      redis: null,
      tenants: null,
      warnings: [],
      settings: expect.any(Object),
    });
  });

  it('a configured SuperOffice disables the open defaults of the demo', () => {
    const { isDemo, introspection, server } = gatewayConfig({ SUPEROFFICE_URL: url });

    expect({ isDemo, introspection, host: server.host, corsOrigins: server.corsOrigins }).toEqual({
      isDemo: false,
      introspection: false,
      host: null,
      corsOrigins: [],
    });
  });

  it.each([
    ['true', true],
    ['false', false],
  ])('INTROSPECTION=%s applies in the demo and with SuperOffice', (text, introspection) => {
    expect(gatewayConfig({ INTROSPECTION: text }).introspection).toBe(introspection);
    expect(gatewayConfig({ INTROSPECTION: text, SUPEROFFICE_URL: url }).introspection).toBe(introspection);
  });

  it('an empty text counts as unset', () => {
    expect(gatewayConfig({ PORT: '', SUPEROFFICE_URL: '', SUPEROFFICE_APP_TOKEN: '' })).toEqual(gatewayConfig({}));
  });

  it('settings of other programs are ignored', () => {
    expect(gatewayConfig({ PATH: '/bin', NODE_ENV: 'production', SUPER: 'x' })).toEqual(gatewayConfig({}));
  });

  it('the configuration is deeply frozen', () => {
    const config = gatewayConfig({ SUPEROFFICE_URL: url });

    expect([config, config.superoffice, config.server].every(Object.isFrozen)).toBe(true);
  });
});

describe('lists and names', () => {
  it('lists are split at commas, and spaces around the items are removed', () => {
    const { superoffice, server } = gatewayConfig({
      FORWARD_COOKIES: ' a , b,,',
      CORS_ORIGINS: 'https://one.example, http://two.example:8080',
    });

    expect(superoffice.forwardCookies).toEqual(['a', 'b']);
    expect(server.corsOrigins).toEqual(['https://one.example', 'http://two.example:8080']);
  });

  const browsers = 'accept content-type host origin range user-agent sec-fetch-site traceparent x-request-id'.split(
    ' ',
  );
  it.each([...openHeaders, ...secretHeaders.filter((name) => name !== 'authorization'), ...browsers])(
    'CREDENTIALS_HEADER is not %s, which has another meaning',
    (name) => {
      expect(() => gatewayConfig({ CREDENTIALS_HEADER: name.toUpperCase() })).toThrow(
        'CREDENTIALS_HEADER: expected the name of a header that has no other meaning',
      );
    },
  );

  it('CREDENTIALS_HEADER is lower-cased, like the header names of node', () => {
    expect(gatewayConfig({ CREDENTIALS_HEADER: 'X-SuperOffice-Auth' }).superoffice.credentialsHeader).toBe(
      'x-superoffice-auth',
    );
  });
});

describe('problems', () => {
  it.each([
    ['PORT', '65536', 'PORT: expected a whole number from 0 to 65535'],
    ['PORT', '4e3', 'PORT: expected a whole number from 0 to 65535'],
    ['PORT', '-1', 'PORT: expected a whole number from 0 to 65535'],
    ['UPSTREAM_RETRIES', '2', 'UPSTREAM_RETRIES: expected a whole number from 0 to 1'],
    ['SELECT_MAX_LENGTH', '399', 'SELECT_MAX_LENGTH: expected a whole number from 400 to 16000'],
    ['EXPOSE_SESSION_KEY', 'yes', 'EXPOSE_SESSION_KEY: expected true or false'],
    ['SUPEROFFICE_TIME_ZONE', 'Oslo', 'SUPEROFFICE_TIME_ZONE: expected an IANA time zone such as Europe/Oslo'],
    ['SUPEROFFICE_LANGUAGE', 'en_US', 'SUPEROFFICE_LANGUAGE: expected a language code such as en or nb-NO'],
    ['LOG_LEVEL', 'loud', 'LOG_LEVEL: expected silent, fatal, error, warn, info or debug'],
    ['CREDENTIALS_HEADER', 'x auth', 'CREDENTIALS_HEADER: expected the name of a header'],
    ['FORWARD_COOKIES', 'a b', 'FORWARD_COOKIES: expected names of cookies, separated by commas'],
    [
      'CORS_ORIGINS',
      'https://one.example/path',
      'CORS_ORIGINS: expected whole origins such as https://console.example.com, without *, separated by commas',
    ],
    [
      'CORS_ORIGINS',
      'https://*.example.com',
      'CORS_ORIGINS: expected whole origins such as https://console.example.com, without *, separated by commas',
    ],
    ['CORS_HEADERS', 'x y', 'CORS_HEADERS: expected names of headers, separated by commas'],
    ['CORS_HEADERS', '*', 'CORS_HEADERS: expected names of headers, separated by commas'],
    [
      'SUPEROFFICE_URL',
      'ftp://superoffice.example',
      'SUPEROFFICE_URL: expected an http(s) URL such as https://online3.superoffice.com/Cust12345',
    ],
  ])('%s=%s is refused with what is expected', (name, value, problem) => {
    expect(problemsOf({ [name]: value })).toEqual([problem]);
  });

  it('all problems are listed at once', () => {
    const problems = problemsOf({ PORT: 'x', LOG_LEVEL: 'loud', SUPEROFFICE_URI: url, HOST: 'ok' });

    expect(problems.map((problem) => problem.split(':')[0])).toEqual(['SUPEROFFICE_URI', 'PORT', 'LOG_LEVEL']);
  });

  // Settings that conflict are checked only once each of them is valid.
  it('conflicting settings are listed together with invalid ones', () => {
    const problems = problemsOf({
      PORT: 'x',
      SUPEROFFICE_URL: 'http://superoffice.example',
      ATTEMPT_TIMEOUT_MS: '9',
      CONNECT_TIMEOUT_MS: '9',
    });

    expect(problems.map((problem) => problem.split(':')[0])).toEqual(['PORT', 'CONNECT_TIMEOUT_MS', 'SUPEROFFICE_URL']);
  });

  it.each([
    [{ CONNECT_TIMEOUT_MS: '5000' }, 'CONNECT_TIMEOUT_MS: expected less than ATTEMPT_TIMEOUT_MS (5000)'],
    [{ ATTEMPT_TIMEOUT_MS: '10000' }, 'ATTEMPT_TIMEOUT_MS: expected less than UPSTREAM_TIMEOUT_MS (10000)'],
    [{ OPERATION_TIMEOUT_MS: '10000' }, 'UPSTREAM_TIMEOUT_MS: expected less than OPERATION_TIMEOUT_MS (10000)'],
  ])('deadlines are nested: %j is refused', (environment, problem) => {
    expect(problemsOf(environment)).toEqual([problem]);
  });
});

describe('secrets', () => {
  it('a refused secret is not repeated', () => {
    const problems = problemsOf({ SUPEROFFICE_APP_TOKEN: 'hunter2 with spaces' }).join('\n');

    expect(problems).toBe('SUPEROFFICE_APP_TOKEN: expected printable ASCII without spaces');
  });

  it('a password in SUPEROFFICE_URL is refused and not repeated', () => {
    const environment = { SUPEROFFICE_URL: 'https://tim:hunter2@superoffice.example' };

    expect(problemsOf(environment)).toEqual(['SUPEROFFICE_URL: expected a URL without user name and password']);
  });

  it('a secret can be given as a file, without its line end', async () => {
    await using file = await fileWith('hunter2\n');

    const { superoffice } = gatewayConfig({ SUPEROFFICE_APP_TOKEN_FILE: file.path });

    expect(superoffice.appToken).toBe('hunter2');
  });

  it('a secret given twice is refused, and neither value is repeated', async () => {
    await using file = await fileWith('hunter2');

    const problems = problemsOf({ SUPEROFFICE_APP_TOKEN: 'swordfish', SUPEROFFICE_APP_TOKEN_FILE: file.path });

    expect(problems).toEqual(['SUPEROFFICE_APP_TOKEN and SUPEROFFICE_APP_TOKEN_FILE are both set: keep one']);
  });

  it('a file that cannot be read is refused without its path', () => {
    expect(problemsOf({ SUPEROFFICE_APP_TOKEN_FILE: '/nowhere/hunter2' })).toEqual([
      'SUPEROFFICE_APP_TOKEN_FILE: expected a file that can be read',
    ]);
  });

  it('an empty file is not a secret', async () => {
    await using file = await fileWith('\n');

    expect(problemsOf({ SUPEROFFICE_APP_TOKEN_FILE: file.path })).toEqual([
      'SUPEROFFICE_APP_TOKEN: expected printable ASCII without spaces',
    ]);
  });
});
