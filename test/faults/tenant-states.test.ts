/** The state of the tenant: how long it is cached, its effect, and calls while it is unavailable. */
import { describe, expect, it } from '@jest/globals';
import type { Fault } from '../../src/emulator/index.js';
import { comesTrue } from '../support/eventually.js';
import { callsMade, gatewayOfTenant, statesAsked, tenant } from '../support/tenant-gateway.js';
import { clockAt } from '../support/clocks.js';
import type { GraphqlResponse } from '../support/query-gateway.js';

const one = '{ chatSession(id: 192) { status } }';
const expected = { chatSession: { status: 'CLOSED' } };
const minute = 60_000;
const start = Date.parse('2026-02-23T09:47:00Z');

const ofState = { operation: 'TenantState' };

const codesOf = ({ errors = [] }: GraphqlResponse): readonly string[] =>
  errors.map(({ extensions }) => extensions.code);

describe('the state document', () => {
  it('is requested once for all waiting calls, and cached until it expires', async () => {
    const clock = clockAt(start);
    await using gateway = await gatewayOfTenant({ clock, latencyMs: 20 }, {}, clock);
    const { emulator } = gateway;
    emulator.putTenant(tenant, { validForMs: 5 * minute });
    const many = '{ chatSessions(ids: [1, 2, 3, 4, 5, 6, 7, 8]) { id } }';

    await Promise.all([gateway.query(many), gateway.query(many), gateway.query(one)]);
    clock.moveBy(5 * minute - 1);
    await gateway.query(one);
    expect(statesAsked(emulator)).toBe(1);

    clock.moveBy(1);
    const responses = await Promise.all([gateway.query(one), gateway.query(one)]);
    expect(responses.map(({ data }) => data)).toEqual([expected, expected]);
    expect(statesAsked(emulator)).toBe(2);
    expect(callsMade(emulator)).toHaveLength(20);
  });

  it('is requested without credentials', async () => {
    await using gateway = await gatewayOfTenant({}, { SUPEROFFICE_APP_TOKEN: 'the-app-token' });
    await gateway.query(one);

    const [stateRequest, call] = gateway.emulator.log;
    expect(Object.keys(stateRequest?.headers ?? {}).sort()).toEqual([
      'accept',
      'accept-encoding',
      'connection',
      'host',
      'user-agent',
    ]);
    expect(call?.headers).toMatchObject({ 'so-apptoken': 'the-app-token' });
  });

  it('is not requested for a caller without credentials', async () => {
    await using gateway = await gatewayOfTenant();

    expect(codesOf(await gateway.query(one, {}, {}))).toEqual(['UNAUTHENTICATED']);
    expect(gateway.emulator.requests).toEqual([]);
  });
});

describe('U41 a tenant that does not run', () => {
  it.each(['OfflineMaintenance', 'Suspended', 'Deleted', 'Provisioning', 'MigrationPending'])(
    'U41 %s: UPSTREAM_UNAVAILABLE with the state and the time, and no call',
    async (state) => {
      const clock = clockAt(start);
      await using gateway = await gatewayOfTenant({ clock }, {}, clock);
      gateway.emulator.putTenant(tenant, { state, validForMs: 90_500 });

      const { data, errors, status } = await gateway.query(one);

      expect([status, data]).toEqual([200, { chatSession: null }]);
      expect(errors).toMatchObject([
        {
          message: `SuperOffice reports that this tenant is not running (${state}). Try again after \`retryAfterSeconds\`.`,
          extensions: { code: 'UPSTREAM_UNAVAILABLE', tenantState: state, retryAfterSeconds: 91 },
        },
      ]);
      expect(gateway.emulator.requests).toEqual([`GET /api/state/${tenant}`]);
    },
  );

  it('U41 gets no call until its document expires, and is used when it runs again', async () => {
    const clock = clockAt(start);
    await using gateway = await gatewayOfTenant({ clock }, {}, clock);
    const { emulator } = gateway;
    emulator.putTenant(tenant, { state: 'OfflineMaintenance', validForMs: minute });
    await gateway.query('mutation { pickUpChatSession(id: 5) { session { id } } }');
    emulator.putTenant(tenant, { state: 'OnlineMaintenance' });
    clock.moveBy(minute - 1);

    expect(codesOf(await gateway.query(one))).toEqual(['UPSTREAM_UNAVAILABLE']);
    expect([statesAsked(emulator), callsMade(emulator).length]).toEqual([1, 0]);

    clock.moveBy(1);
    expect((await gateway.query(one)).data).toEqual(expected);
    expect([statesAsked(emulator), callsMade(emulator).length]).toEqual([2, 1]);
  });

  it('U41 that stops while its old host sends 421: callers get the state', async () => {
    await using gateway = await gatewayOfTenant();
    const { emulator } = gateway;
    await gateway.query(one);
    emulator.putTenant(tenant, { state: 'Suspended' });
    await emulator.moveTenant(tenant);

    const { errors } = await gateway.query('mutation { pickUpChatSession(id: 5) { session { id } } }');

    expect(errors).toMatchObject([{ extensions: { code: 'UPSTREAM_UNAVAILABLE', tenantState: 'Suspended' } }]);
    expect(callsMade(emulator).map(({ status }) => status)).toEqual([200, 421]);
  });
});

/** Failures of the document, and the code that callers get where none is cached. */
const failures: readonly (readonly [what: string, fault: Fault, code: string])[] = [
  ['503', { kind: 'status', status: 503 }, 'UPSTREAM_UNAVAILABLE'],
  ['401', { kind: 'status', status: 401 }, 'UPSTREAM_UNAVAILABLE'],
  ['404', { kind: 'status', status: 404 }, 'UPSTREAM_UNAVAILABLE'],
  ['204', { kind: 'status', status: 204 }, 'UPSTREAM_UNAVAILABLE'],
  [
    'a redirect',
    { kind: 'status', status: 302, headers: { Location: '/api/state/Cust12345' } },
    'UPSTREAM_UNAVAILABLE',
  ],
  ['a reset', { kind: 'reset' }, 'UPSTREAM_UNAVAILABLE'],
  ['no response', { kind: 'hang' }, 'UPSTREAM_TIMEOUT'],
  ['a truncated response', { kind: 'truncate' }, 'UPSTREAM_INVALID_RESPONSE'],
  ['a login page', { kind: 'body', body: '<html>login</html>', contentType: 'text/html' }, 'UPSTREAM_INVALID_RESPONSE'],
  ['an empty body', { kind: 'body', body: '' }, 'UPSTREAM_INVALID_RESPONSE'],
  ['a large body', { kind: 'body', body: JSON.stringify({ a: 'x'.repeat(300_000) }) }, 'UPSTREAM_INVALID_RESPONSE'],
  ['not HTTP', { kind: 'raw', bytes: 'garbage\r\n\r\n' }, 'UPSTREAM_INVALID_RESPONSE'],
  ['another tenant', { kind: 'body', body: '{"ContextIdentifier":"Cust1"}' }, 'UPSTREAM_INVALID_RESPONSE'],
];

const hasty = { CONNECT_TIMEOUT_MS: '200', ATTEMPT_TIMEOUT_MS: '400' };

describe('a document that is unavailable', () => {
  it('is not read to its end when it is too large, even if it is valid', async () => {
    await using gateway = await gatewayOfTenant();
    const { emulator } = gateway;
    const document = {
      ContextIdentifier: tenant,
      State: 'Running',
      IsRunning: true,
      Api: `${emulator.url}/${tenant}/api`,
    };
    const stateOf = (padding: number) => JSON.stringify({ ...document, padding: 'x'.repeat(padding) });
    emulator.injectFault({ kind: 'body', body: stateOf(300_000), match: ofState });

    expect(codesOf(await gateway.query(one))).toEqual(['UPSTREAM_INVALID_RESPONSE']);
    expect(gateway.log()).toContain('tenant state: the response is larger than 262144 bytes');

    await using other = await gatewayOfTenant();
    other.emulator.injectFault({ kind: 'body', body: stateOf(200_000), match: ofState });
    expect((await other.query(one)).data).toEqual(expected);
  });

  it.each(failures)('%s: where none is cached, no call is sent', async (_name, fault, code) => {
    const clock = clockAt(start);
    await using gateway = await gatewayOfTenant({ clock }, hasty, clock);
    const { emulator } = gateway;
    emulator.injectFault({ ...fault, match: ofState });

    expect(codesOf(await gateway.query(one))).toEqual([code]);
    expect(codesOf(await gateway.query(one))).toEqual([code]); // not requested by every call
    expect(emulator.requests).toEqual([`GET /api/state/${tenant}`]);

    clock.moveBy(2_000);
    expect((await gateway.query(one)).data).toEqual(expected);
    expect(statesAsked(emulator)).toBe(2);
  });

  it.each(failures)('%s: where one is cached, it is used until a new one is available', async (_name, fault) => {
    const clock = clockAt(start);
    await using gateway = await gatewayOfTenant({ clock }, hasty, clock);
    const { emulator } = gateway;
    emulator.putTenant(tenant, { validForMs: minute });
    await gateway.query(one);
    emulator.injectFault({ ...fault, match: ofState });
    clock.moveBy(minute);

    expect((await gateway.query(one)).data).toEqual(expected);
    expect((await gateway.query(one)).data).toEqual(expected);
    expect(statesAsked(emulator)).toBe(2);

    const moved = await emulator.moveTenant(tenant);
    clock.moveBy(2_000);
    await gateway.query(one); // requests it once more
    expect(await comesTrue(() => statesAsked(emulator) === 3)).toBe(true);
    expect((await gateway.query(one)).data).toEqual(expected);
    expect(callsMade(emulator).at(-1)).toEqual({ host: moved, status: 200 });
    expect(statesAsked(emulator)).toBe(3);
  });

  it('does not help a call that got 421: the cached one is wrong', async () => {
    await using gateway = await gatewayOfTenant();
    const { emulator } = gateway;
    await gateway.query(one);
    await emulator.moveTenant(tenant);
    emulator.injectFault({ kind: 'status', status: 503, match: ofState });

    expect(codesOf(await gateway.query(one))).toEqual(['UPSTREAM_UNAVAILABLE']);
    expect(callsMade(emulator).map(({ status }) => status)).toEqual([200, 421]);
    expect(statesAsked(emulator)).toBe(2);
  });

  it('with a host outside SUPEROFFICE_ALLOWED_HOSTS gets no call, and no credentials', async () => {
    await using stranger = await gatewayOfTenant();
    await using gateway = await gatewayOfTenant({}, { SUPEROFFICE_ALLOWED_HOSTS: 'superoffice.com' });

    expect(codesOf(await gateway.query(one))).toEqual(['UPSTREAM_INVALID_RESPONSE']);
    gateway.emulator.putTenant(tenant, { document: { Api: `${stranger.emulator.url}/Cust12345/api` } });
    expect(codesOf(await gateway.query(one))).toEqual(['UPSTREAM_INVALID_RESPONSE']);

    expect(callsMade(gateway.emulator)).toEqual([]);
    expect(stranger.emulator.requests).toEqual([]);
    expect(gateway.log()).toContain('SUPEROFFICE_ALLOWED_HOSTS');
    expect(gateway.log()).not.toContain(stranger.emulator.url);
  });

  it('holds no caller longer than their deadline, and the next one still gets it', async () => {
    await using gateway = await gatewayOfTenant(
      {},
      { ...hasty, UPSTREAM_TIMEOUT_MS: '450', ATTEMPT_TIMEOUT_MS: '449' },
    );
    const { emulator } = gateway;
    emulator.injectFault({ kind: 'delay', delayMs: 300, match: ofState });
    const leaving = new AbortController();
    const body = JSON.stringify({ query: one });
    const headers = { 'content-type': 'application/json', authorization: 'Basic dGplMDpUamUw' };
    const left = fetch(`${gateway.url}/graphql`, { method: 'POST', headers, body, signal: leaving.signal });
    expect(await comesTrue(() => statesAsked(emulator) === 1)).toBe(true);
    leaving.abort();
    await expect(left).rejects.toThrow('abort');

    expect((await gateway.query(one)).data).toEqual(expected);
    expect(statesAsked(emulator)).toBe(1);
  });
});
