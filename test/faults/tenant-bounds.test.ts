/** What a tenant must never cause: mixed-up callers, a leak, trust without reason, or open handles. */
import { describe, expect, it } from '@jest/globals';
import { startEmulator, type Fault } from '../../src/emulator/index.js';
import { canary, expectNoCanary } from '../support/canaries.js';
import { authorityFile, certificate, type ServerCertificate } from '../support/certificates.js';
import { comesTrue } from '../support/eventually.js';
import { leftOpen, openHandles } from '../support/open-handles.js';
import { gatewayAt, type RunningGateway } from '../support/query-gateway.js';
import { rawAnswer, sessionAnswer } from '../support/raw-answers.js';
import { scriptedUpstream, write } from '../support/scripted-upstream.js';
import { callsMade, gatewayOfTenant, tenant, tenantSettings } from '../support/tenant-gateway.js';
import { clockAt } from '../support/clocks.js';

const one = '{ chatSession(id: 192) { status } }';
const expected = { chatSession: { status: 'CLOSED' } };

describe('callers of tenants', () => {
  const key = { PRINCIPAL_KEY: 'the-same-for-all-of-them' };

  const callersIn = (gateway: RunningGateway): readonly string[] => [
    ...new Set([...gateway.log().matchAll(/"principal":"([^"]+)"/g)].map(([, caller = '']) => caller)),
  ];

  it('a caller has the same key before and after a move, and another one in another tenant or environment', async () => {
    await using gateway = await gatewayOfTenant({}, key);
    await gateway.query(one);
    await gateway.emulator.moveTenant(tenant);
    await gateway.query(one);
    const settings = tenantSettings(gateway.emulator.url);
    await using neighbour = await gatewayAt(null, { ...settings, ...key, SUPEROFFICE_TENANT: 'Cust1234' });
    await neighbour.query(one);
    await using elsewhere = await gatewayOfTenant({}, key);
    await elsewhere.query(one);

    const callers = [gateway, neighbour, elsewhere].map(callersIn);
    expect(callers.map(({ length }) => length)).toEqual([1, 1, 1]);
    expect(new Set(callers.flat()).size).toBe(3);
    expect(callsMade(gateway.emulator).map(({ status }) => status)).toEqual([200, 421, 200, 200]);
  });
});

describe('a tenant that has moved off a failing host', () => {
  it('is called at once on its new host, which has its own circuit', async () => {
    const clock = clockAt(0);
    const settings = { UPSTREAM_RETRIES: '0', BREAKER_MIN_CALLS: '5', BREAKER_HALF_OPEN_MS: '600000' };
    await using gateway = await gatewayOfTenant({ clock }, settings, clock);
    const { emulator } = gateway;
    emulator.putTenant(tenant, { validForMs: 60_000 });
    emulator.injectFault({ kind: 'status', status: 503, match: { operation: 'GetChatSessionEntity' }, times: 10 });
    await gateway.query('{ chatSessions(ids: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]) { id status } }');
    emulator.clearLog();
    expect((await gateway.query(one)).errors).toHaveLength(1);
    expect(emulator.requests).toEqual([]); // the circuit is open

    const moved = await emulator.moveTenant(tenant);
    clock.moveBy(60_000);

    expect((await gateway.query(one)).data).toEqual(expected);
    expect(callsMade(emulator)).toEqual([{ host: moved, status: 200 }]);
    const metrics = await (await fetch(`${gateway.url}/metrics`)).text();
    expect(metrics).toContain('superoffice_chat_upstream_breaker_state 0');
    expect(metrics).toContain('superoffice_chat_tenant_states_total{outcome="running"} 2');
  });
});

describe('a state endpoint that leaves HTTP unfinished', () => {
  it('is aborted at the deadline, and requested again: no caller waits for ever', async () => {
    const hasty = { UPSTREAM_TIMEOUT_MS: '1000', ATTEMPT_TIMEOUT_MS: '400', CONNECT_TIMEOUT_MS: '200' };
    const clock = clockAt(Date.now());
    await using gateway = await gatewayOfTenant({ clock }, hasty, clock);
    const bytes = 'HTTP/1.1 101 Switching Protocols\r\nConnection: upgrade\r\nUpgrade: x\r\n\r\n';
    gateway.emulator.injectFault({ kind: 'raw', bytes, match: { operation: 'TenantState' } });

    expect((await gateway.query(one)).errors?.map(({ extensions }) => extensions.code)).toEqual(['UPSTREAM_TIMEOUT']);

    clock.moveBy(60_000);
    expect((await gateway.query(one)).data).toEqual(expected);
  });
});

describe('a response of the state endpoint', () => {
  const { person, bearer } = canary;
  const loud = {
    State: person,
    Version: bearer,
    Api: `https://${person}`,
    Endpoint: bearer,
    ContextIdentifier: person,
  };

  it.each<readonly [string, Fault]>([
    ['a document', { kind: 'body', body: JSON.stringify(loud) }],
    [
      'a document of this tenant',
      { kind: 'body', body: JSON.stringify({ ...loud, ContextIdentifier: tenant, IsRunning: true }) },
    ],
    ['a state', { kind: 'body', body: JSON.stringify({ ContextIdentifier: tenant, State: person }) }],
    ['a truncated document', { kind: 'body', body: JSON.stringify(loud).slice(0, -1) }],
    ['an error', { kind: 'status', status: 500, body: person, headers: { 'X-Echo': bearer } }],
    ['a redirect', { kind: 'status', status: 302, headers: { Location: `https://example.com/${'c4n4ry'}` } }],
    ['not HTTP', { kind: 'raw', bytes: `${bearer}\r\n\r\n` }],
  ])('%s: none of it is in responses or the log', async (_name, fault) => {
    await using gateway = await gatewayOfTenant({}, { LOG_LEVEL: 'debug', SUPEROFFICE_APP_TOKEN: canary.appToken });
    gateway.emulator.injectFault({ ...fault, match: { operation: 'TenantState' } });

    const { errors } = await gateway.query(one, {}, { authorization: bearer });
    const health = await (await fetch(`${gateway.url}/ready?deep=1`)).text();
    const metrics = await (await fetch(`${gateway.url}/metrics`)).text();

    expect(errors).toHaveLength(1);
    expectNoCanary('errors', JSON.stringify(errors));
    expectNoCanary('health', health);
    expectNoCanary('metrics', metrics);
    expect(gateway.log()).toContain('"event":"tenant"');
    expectNoCanary('log', gateway.log());
    expect(JSON.stringify(gateway.emulator.log.map(({ headers }) => headers))).not.toContain('c4n4ry');
  });
});

describe('TLS of the state endpoint', () => {
  /** SuperOffice Online and the tenant on one server with this certificate. */
  async function secureUpstream(own: ServerCertificate) {
    const upstream = await scriptedUpstream(
      ({ head, id }) => {
        const Api = `${upstream.url}/${tenant}/api`;
        const document = { ContextIdentifier: tenant, State: 'Running', IsRunning: true, Api };
        return [
          write(head.startsWith('GET /api/state/') ? rawAnswer({ body: JSON.stringify(document) }) : sessionAnswer(id)),
        ];
      },
      { certificate: () => own },
    );
    return upstream;
  }

  it('is trusted with SUPEROFFICE_CA_FILE as the tenant is', async () => {
    await using upstream = await secureUpstream(certificate('good'));
    await using gateway = await gatewayAt(null, {
      ...tenantSettings(upstream.url),
      SUPEROFFICE_CA_FILE: authorityFile,
    });

    expect((await gateway.query(one)).data).toEqual(expected);
    expect(upstream.requests).toHaveLength(2);
  });

  it.each(['self-signed', 'expired', 'wrong-host'] as const)('%s: no request and no call', async (wrong) => {
    await using upstream = await secureUpstream(certificate(wrong));
    await using gateway = await gatewayAt(null, {
      ...tenantSettings(upstream.url),
      SUPEROFFICE_CA_FILE: authorityFile,
    });

    const { errors } = await gateway.query(one);

    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['UPSTREAM_UNAVAILABLE']);
    expect(upstream.requests).toEqual([]);
  });
});

describe('a gateway that stops while the state is requested', () => {
  it('leaves nothing open', async () => {
    const before = openHandles();
    const emulator = await startEmulator();
    const gateway = await gatewayAt(null, { ...tenantSettings(emulator.url), DRAIN_TIMEOUT_MS: '100' });
    emulator.injectFault({ kind: 'hang', match: { operation: 'TenantState' } });
    const waiting = gateway.query(one).catch(() => null);
    expect(await comesTrue(() => emulator.requests.length === 1)).toBe(true);

    await gateway[Symbol.asyncDispose]();
    await waiting;

    await emulator.close();
    expect(await leftOpen(before)).toEqual([]);
  });
});
