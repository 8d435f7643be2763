/**
 * A gateway with service credentials: when it logs in, when it does so again, and what callers get while it cannot. The emulator's
 * login service checks signatures, secrets and tickets.
 */
import { describe, expect, it } from '@jest/globals';
import type { LoginOptions } from '../../src/emulator/index.js';
import { runningClock } from '../support/clocks.js';
import { strangersJwk, strangersKey } from '../support/login-world.js';
import {
  asConsole,
  basicSettings,
  counted,
  loginLines,
  ownGateway,
  refreshTokenSettings,
} from '../support/own-gateway.js';

const query = '{ chatSession(id: 192) { status } }';
const read = 'GetChatSessionEntity';
const settings = { BREAKER_MIN_CALLS: '10000' };
const write = 'mutation { addChatMessage(sessionId: 4, message: "Hello") { message { id } } }';

const send = (gateway: Awaited<ReturnType<typeof ownGateway>>, document = query) =>
  gateway.query(document, {}, asConsole);

const authorizations = (gateway: Awaited<ReturnType<typeof ownGateway>>) =>
  gateway.emulator.log.filter(({ operation }) => operation !== null).map(({ headers }) => headers.authorization);

const hourMs = 3_600_000;

describe('a system user', () => {
  it('is logged in once for 200 simultaneous operations, which all use its ticket', async () => {
    await using gateway = await ownGateway({ settings });

    const responses = await Promise.all(Array.from({ length: 200 }, () => send(gateway)));

    expect(new Set(responses.map(({ data }) => data?.chatSession?.status))).toEqual(new Set(['CLOSED']));
    expect(counted(gateway.emulator.requests)).toEqual({ [loginLines.ticket]: 1, [loginLines.keys]: 1, [read]: 200 });
    expect(new Set(authorizations(gateway))).toEqual(new Set([expect.stringMatching(/^SOTicket 7T:/)]));
    expect(gateway.emulator.log.at(-1)?.headers['so-apptoken']).toBe('client-secret-of-the-partner');
  });

  it.each([401, 403] as const)(
    'whose ticket expires (%i) during 200 operations is logged in once more, and none fails',
    async (expiredStatus) => {
      let calls = 0;
      const onRequest = ({ operation }: { operation: string | null }): void => {
        calls += operation === null ? 0 : 1;
        if (calls === 100) gateway.emulator.expireLogins();
      };
      await using gateway = await ownGateway({
        login: { expiredStatus },
        emulator: { onRequest, latencyMs: 5 },
        settings,
      });

      const responses = await Promise.all(Array.from({ length: 200 }, () => send(gateway)));

      expect(responses.flatMap(({ errors = [] }) => errors)).toEqual([]);
      const { [read]: reads = 0, ...logins } = counted(gateway.emulator.requests);
      expect(logins).toEqual({ [loginLines.ticket]: 2, [loginLines.keys]: 1 });
      const refused = gateway.emulator.log.filter(({ status }) => status === expiredStatus).length;
      expect({ reads, some: refused > 0 }).toEqual({ reads: 200 + refused, some: true });
      expect(new Set(authorizations(gateway)).size).toBe(2);
    },
  );

  it('keeps its ticket while it is used, and logs in again when it is idle for six hours', async () => {
    const clock = runningClock();
    await using gateway = await ownGateway({ clock });

    for (const hours of [0, 5, 5, 5, 6]) {
      clock.moveBy(hours * hourMs);
      expect((await send(gateway)).data.chatSession).toEqual({ status: 'CLOSED' });
    }

    const { [loginLines.ticket]: logins, [read]: reads } = counted(gateway.emulator.requests);
    expect({ logins, reads, statuses: [...new Set(gateway.emulator.log.map(({ status }) => status))] }).toEqual({
      logins: 2,
      reads: 5,
      statuses: [200],
    });
  });

  it('does an action once when the ticket has expired before it', async () => {
    await using gateway = await ownGateway();
    await send(gateway);
    gateway.emulator.expireLogins();
    gateway.emulator.clearLog();

    const { data, errors } = await send(gateway, write);

    expect({ errors, isDone: Number(data.addChatMessage.message.id) > 0 }).toEqual({ errors: undefined, isDone: true });
    const statuses = gateway.emulator.log.map(({ operation, path, status }) => `${operation ?? path} ${status}`);
    expect(statuses).toEqual([
      'AddChatMessage 401',
      '/Login/api/PartnerSystemUser/Authenticate 200',
      'AddChatMessage 200',
    ]);
  });

  it('without a right gets FORBIDDEN; at most one login a minute is made because of it', async () => {
    const clock = runningClock();
    await using gateway = await ownGateway({ clock });
    await send(gateway);
    gateway.emulator.injectFault({ kind: 'status', status: 403, match: { id: '7' }, times: Infinity });
    const forbidden = () => send(gateway, '{ chatSession(id: 7) { status } }');

    const codes = [await forbidden(), await forbidden(), await forbidden()].map(
      ({ errors }) => errors?.[0]?.extensions.code,
    );

    expect(codes).toEqual(['FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN']);
    expect(counted(gateway.emulator.requests)).toMatchObject({ [loginLines.ticket]: 2, [read]: 5 });
    clock.moveBy(0.1 * hourMs);
    await send(gateway);
    await forbidden();
    expect(counted(gateway.emulator.requests)[loginLines.ticket]).toBe(3);
  });
});

describe('a refusal of one record, which a new login does not fix', () => {
  const exception = JSON.stringify({ Error: true, ErrorType: 'SoSessionException', Message: 'no' });
  const body = { kind: 'body', body: exception } as const;

  it.each([
    ['401', { kind: 'status', status: 401 } as const],
    ['the exception', body],
  ])('by %s makes one login, however often it is requested', async (_name, fault) => {
    await using gateway = await ownGateway();
    await send(gateway);
    gateway.emulator.injectFault({ ...fault, match: { id: '7' }, times: Infinity });

    for (let round = 0; round < 5; round += 1) {
      expect((await send(gateway)).data?.chatSession?.status).toBe('CLOSED');
      expect((await send(gateway, '{ chatSession(id: 7) { status } }')).errors).toHaveLength(1);
    }

    expect(counted(gateway.emulator.requests)).toMatchObject({ [loginLines.ticket]: 2, [read]: 12 });
  });

  it.each([
    [401, 'UPSTREAM_UNAVAILABLE'],
    [403, 'FORBIDDEN'],
  ])('by %i does not affect others while logins fail', async (status, code) => {
    await using gateway = await ownGateway();
    await send(gateway);
    gateway.emulator.injectFault({ kind: 'status', status, match: { id: '7' }, times: Infinity });
    gateway.emulator.injectFault({ kind: 'status', status: 503, match: { pathEnd: '/Authenticate' }, times: Infinity });

    const forbidden = await send(gateway, '{ chatSession(id: 7) { status } }');
    const others = await send(gateway);

    expect(forbidden.errors?.map(({ extensions }) => extensions.code)).toEqual([code]);
    expect([others.data?.chatSession?.status, others.errors]).toEqual(['CLOSED', undefined]);
    expect(counted(gateway.emulator.requests)).toMatchObject({ [loginLines.ticket]: 2, [read]: 3 });
  });

  it('by 401 does not prevent a login when the ticket expires', async () => {
    const clock = runningClock();
    await using gateway = await ownGateway({ clock });
    await send(gateway);
    gateway.emulator.injectFault({ kind: 'status', status: 401, match: { id: '7' }, times: 2 });
    await send(gateway, '{ chatSession(id: 7) { status } }');
    expect((await send(gateway)).errors).toBeUndefined();
    gateway.emulator.expireLogins();
    clock.moveBy(5_000);

    expect((await send(gateway)).data?.chatSession?.status).toBe('CLOSED');
  });
});

describe('a login that fails', () => {
  it.each<[string, Partial<LoginOptions>]>([
    ['another key', { publicKey: strangersKey }],
    ['a system token that was revoked', { systemToken: null }],
    ['another tenant', { contextIdentifier: 'Cust1' }],
  ])('because of %s is an outage for callers, and the log has the reason', async (_name, login) => {
    await using gateway = await ownGateway({ login });

    const { data, errors } = await send(gateway);

    expect(data.chatSession).toBeNull();
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['UPSTREAM_UNAVAILABLE']);
    expect(gateway.emulator.requests).toEqual([loginLines.ticket]);
    expect(gateway.log()).toMatch(
      /"event":"login".*the system user was refused, status 200, (InvalidSignature|Denied)/,
    );
  });

  it('is not repeated for every request', async () => {
    await using gateway = await ownGateway({ login: { systemToken: null } });

    await Promise.all(Array.from({ length: 20 }, () => send(gateway)));
    await send(gateway);

    expect(gateway.emulator.requests).toEqual([loginLines.ticket]);
  });

  it('for a moment is followed by one that succeeds, and both are counted', async () => {
    const clock = runningClock();
    await using gateway = await ownGateway({ clock });
    gateway.emulator.injectFault({ kind: 'reset', match: { pathEnd: '/Authenticate' } });

    expect((await send(gateway)).errors?.[0]?.extensions.code).toBe('UPSTREAM_UNAVAILABLE');
    clock.moveBy(0.01 * hourMs);
    expect((await send(gateway)).data.chatSession).toEqual({ status: 'CLOSED' });
    const metrics = await (await fetch(`${gateway.url}/metrics`)).text();
    expect(metrics.match(/^superoffice_chat_logins_total.*$/gm)).toEqual([
      'superoffice_chat_logins_total{outcome="UPSTREAM_UNAVAILABLE"} 1',
      'superoffice_chat_logins_total{outcome="ok"} 1',
    ]);
  });

  it('by a response with a foreign signature is not accepted', async () => {
    await using gateway = await ownGateway();
    const keys = JSON.stringify({ keys: [strangersJwk] });
    gateway.emulator.injectFault({ kind: 'body', body: keys, match: { pathEnd: '/jwks' } });

    expect((await send(gateway)).errors?.[0]?.extensions.code).toBe('UPSTREAM_INVALID_RESPONSE');
    expect(gateway.log()).toContain('login: the token is not valid: ERR_JWS_SIGNATURE_VERIFICATION_FAILED');
    expect(counted(gateway.emulator.requests)[read]).toBeUndefined();
  });

  it('that never ends holds up no operation, and is tried again later', async () => {
    const clock = runningClock();
    await using gateway = await ownGateway({
      clock,
      settings: { UPSTREAM_TIMEOUT_MS: '400', ATTEMPT_TIMEOUT_MS: '300', CONNECT_TIMEOUT_MS: '200' },
    });
    gateway.emulator.injectFault({ kind: 'hang', match: { pathEnd: '/Authenticate' } });

    const { errors } = await send(gateway);

    expect(errors?.[0]?.extensions.code).toBe('UPSTREAM_TIMEOUT');
    clock.moveBy(0.01 * hourMs);
    expect((await send(gateway)).data.chatSession).toEqual({ status: 'CLOSED' });
  });
});

describe('new credentials that SuperOffice does not accept', () => {
  it('are an outage for callers, and are not renewed for every call', async () => {
    await using gateway = await ownGateway();
    gateway.emulator.injectFault({ kind: 'status', status: 401, times: Infinity, match: { operation: read } });

    const codes = [await send(gateway), await send(gateway)].map(({ errors }) => errors?.[0]?.extensions.code);

    expect(codes).toEqual(['UPSTREAM_UNAVAILABLE', 'UPSTREAM_UNAVAILABLE']);
    expect(counted(gateway.emulator.requests)).toEqual({ [loginLines.ticket]: 1, [loginLines.keys]: 1, [read]: 2 });
    expect(gateway.log()).toContain("SuperOffice does not accept the gateway's own credentials");
  });
});

describe('a refresh token', () => {
  it('gets an access token before the current one expires, and again after a 401', async () => {
    const clock = runningClock();
    await using gateway = await ownGateway({
      kind: refreshTokenSettings,
      clock,
      login: { rotatesRefreshTokens: true },
    });

    await send(gateway);
    clock.moveBy(0.9 * hourMs);
    await send(gateway);
    expect(counted(gateway.emulator.requests)).toEqual({ [loginLines.refresh]: 1, [read]: 2 });
    clock.moveBy(0.09 * hourMs);
    await send(gateway);
    gateway.emulator.expireLogins();
    expect((await send(gateway)).data.chatSession).toEqual({ status: 'CLOSED' });

    expect(counted(gateway.emulator.requests)).toEqual({ [loginLines.refresh]: 3, [read]: 5 });
    expect(authorizations(gateway).every((value) => value?.startsWith('Bearer 8A:Cust12345.'))).toBe(true);
  });

  it('that was revoked is an outage for callers', async () => {
    await using gateway = await ownGateway({ kind: refreshTokenSettings, login: { refreshToken: null } });

    expect((await send(gateway)).errors?.[0]?.extensions.code).toBe('UPSTREAM_UNAVAILABLE');
    expect(gateway.log()).toContain('login: the refresh token was refused, status 400');
  });
});

describe('user and password', () => {
  it('are forwarded unchanged; a 401 is an outage for callers, and is not retried', async () => {
    await using gateway = await ownGateway({ kind: basicSettings });
    expect((await send(gateway)).data.chatSession).toEqual({ status: 'CLOSED' });
    gateway.emulator.injectFault({ kind: 'status', status: 401 });

    expect((await send(gateway)).errors?.[0]?.extensions.code).toBe('UPSTREAM_UNAVAILABLE');
    const basic = `Basic ${Buffer.from('tje0:Jøe').toString('base64')}`;
    expect(authorizations(gateway)).toEqual([basic, basic]);
  });
});
