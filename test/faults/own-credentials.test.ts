/**
 * A gateway with credentials of its own: when it logs in, when again, and what callers see while it cannot. On a real login service of
 * the emulator, which checks signatures, secrets and tickets.
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

const ask = (gateway: Awaited<ReturnType<typeof ownGateway>>, document = query) =>
  gateway.query(document, {}, asConsole);

const authorizations = (gateway: Awaited<ReturnType<typeof ownGateway>>) =>
  gateway.emulator.log.filter(({ operation }) => operation !== null).map(({ headers }) => headers.authorization);

const hourMs = 3_600_000;

describe('a system user', () => {
  it('is logged in once for 200 operations that come at once, and is nobody of the callers', async () => {
    await using gateway = await ownGateway({ settings });

    const answers = await Promise.all(Array.from({ length: 200 }, () => ask(gateway)));

    expect(new Set(answers.map(({ data }) => data?.chatSession?.status))).toEqual(new Set(['CLOSED']));
    expect(counted(gateway.emulator.requests)).toEqual({ [loginLines.ticket]: 1, [loginLines.keys]: 1, [read]: 200 });
    expect(new Set(authorizations(gateway))).toEqual(new Set([expect.stringMatching(/^SOTicket 7T:/)]));
    expect(gateway.emulator.log.at(-1)?.headers['so-apptoken']).toBe('client-secret-of-the-partner');
  });

  it.each([401, 403] as const)(
    'whose ticket expires (%i) during 200 concurrent operations is logged in once again, and none fails',
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

      const answers = await Promise.all(Array.from({ length: 200 }, () => ask(gateway)));

      expect(answers.flatMap(({ errors = [] }) => errors)).toEqual([]);
      const { [read]: reads = 0, ...logins } = counted(gateway.emulator.requests);
      expect(logins).toEqual({ [loginLines.ticket]: 2, [loginLines.keys]: 1 });
      const refused = gateway.emulator.log.filter(({ status }) => status === expiredStatus).length;
      expect({ reads, some: refused > 0 }).toEqual({ reads: 200 + refused, some: true });
      expect(new Set(authorizations(gateway)).size).toBe(2);
    },
  );

  it('keeps its ticket for as long as it is used, and logs in again when it was not for six hours', async () => {
    const clock = runningClock();
    await using gateway = await ownGateway({ clock });

    for (const hours of [0, 5, 5, 5, 6]) {
      clock.moveBy(hours * hourMs);
      expect((await ask(gateway)).data.chatSession).toEqual({ status: 'CLOSED' });
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
    await ask(gateway);
    gateway.emulator.expireLogins();
    gateway.emulator.clearLog();

    const { data, errors } = await ask(gateway, write);

    expect({ errors, isDone: Number(data.addChatMessage.message.id) > 0 }).toEqual({ errors: undefined, isDone: true });
    const statuses = gateway.emulator.log.map(({ operation, path, status }) => `${operation ?? path} ${status}`);
    expect(statuses).toEqual([
      'AddChatMessage 401',
      '/Login/api/PartnerSystemUser/Authenticate 200',
      'AddChatMessage 200',
    ]);
  });

  it('who may not do something is told so; a login is spent on it once a minute at most', async () => {
    const clock = runningClock();
    await using gateway = await ownGateway({ clock });
    await ask(gateway);
    gateway.emulator.injectFault({ kind: 'status', status: 403, match: { id: '7' }, times: Infinity });
    const forbidden = () => ask(gateway, '{ chatSession(id: 7) { status } }');

    const codes = [await forbidden(), await forbidden(), await forbidden()].map(
      ({ errors }) => errors?.[0]?.extensions.code,
    );

    expect(codes).toEqual(['FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN']);
    expect(counted(gateway.emulator.requests)).toMatchObject({ [loginLines.ticket]: 2, [read]: 5 });
    clock.moveBy(0.1 * hourMs);
    await ask(gateway);
    await forbidden();
    expect(counted(gateway.emulator.requests)[loginLines.ticket]).toBe(3);
  });
});

describe('a refusal of one record, which no login mends', () => {
  const exception = JSON.stringify({ Error: true, ErrorType: 'SoSessionException', Message: 'no' });
  const body = { kind: 'body', body: exception } as const;

  it.each([
    ['401', { kind: 'status', status: 401 } as const],
    ['the exception', body],
  ])('by %s spends one login on finding out, however often it is asked for', async (_what, fault) => {
    await using gateway = await ownGateway();
    await ask(gateway);
    gateway.emulator.injectFault({ ...fault, match: { id: '7' }, times: Infinity });

    for (let round = 0; round < 5; round += 1) {
      expect((await ask(gateway)).data?.chatSession?.status).toBe('CLOSED');
      expect((await ask(gateway, '{ chatSession(id: 7) { status } }')).errors).toHaveLength(1);
    }

    expect(counted(gateway.emulator.requests)).toMatchObject({ [loginLines.ticket]: 2, [read]: 12 });
  });

  it.each([
    [401, 'UPSTREAM_UNAVAILABLE'],
    [403, 'FORBIDDEN'],
  ])('by %i takes nothing from the others while nobody can log in', async (status, code) => {
    await using gateway = await ownGateway();
    await ask(gateway);
    gateway.emulator.injectFault({ kind: 'status', status, match: { id: '7' }, times: Infinity });
    gateway.emulator.injectFault({ kind: 'status', status: 503, match: { pathEnd: '/Authenticate' }, times: Infinity });

    const forbidden = await ask(gateway, '{ chatSession(id: 7) { status } }');
    const others = await ask(gateway);

    expect(forbidden.errors?.map(({ extensions }) => extensions.code)).toEqual([code]);
    expect([others.data?.chatSession?.status, others.errors]).toEqual(['CLOSED', undefined]);
    expect(counted(gateway.emulator.requests)).toMatchObject({ [loginLines.ticket]: 2, [read]: 3 });
  });

  it('by 401 keeps nobody from another login when the ticket does run out', async () => {
    const clock = runningClock();
    await using gateway = await ownGateway({ clock });
    await ask(gateway);
    gateway.emulator.injectFault({ kind: 'status', status: 401, match: { id: '7' }, times: 2 });
    await ask(gateway, '{ chatSession(id: 7) { status } }');
    expect((await ask(gateway)).errors).toBeUndefined();
    gateway.emulator.expireLogins();
    clock.moveBy(5_000);

    expect((await ask(gateway)).data?.chatSession?.status).toBe('CLOSED');
  });
});

describe('a login that fails', () => {
  it.each<[string, Partial<LoginOptions>]>([
    ['another key', { publicKey: strangersKey }],
    ['a system token that was revoked', { systemToken: null }],
    ['another tenant', { contextIdentifier: 'Cust1' }],
  ])('because of %s is an outage for callers, and the operator reads why', async (_what, login) => {
    await using gateway = await ownGateway({ login });

    const { data, errors } = await ask(gateway);

    expect(data.chatSession).toBeNull();
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['UPSTREAM_UNAVAILABLE']);
    expect(gateway.emulator.requests).toEqual([loginLines.ticket]);
    expect(gateway.log()).toMatch(
      /"event":"login".*the system user was refused, status 200, (InvalidSignature|Denied)/,
    );
  });

  it('is not asked for again by every request', async () => {
    await using gateway = await ownGateway({ login: { systemToken: null } });

    await Promise.all(Array.from({ length: 20 }, () => ask(gateway)));
    await ask(gateway);

    expect(gateway.emulator.requests).toEqual([loginLines.ticket]);
  });

  it('for a moment is over after that moment, and both are counted', async () => {
    const clock = runningClock();
    await using gateway = await ownGateway({ clock });
    gateway.emulator.injectFault({ kind: 'reset', match: { pathEnd: '/Authenticate' } });

    expect((await ask(gateway)).errors?.[0]?.extensions.code).toBe('UPSTREAM_UNAVAILABLE');
    clock.moveBy(0.01 * hourMs);
    expect((await ask(gateway)).data.chatSession).toEqual({ status: 'CLOSED' });
    const metrics = await (await fetch(`${gateway.url}/metrics`)).text();
    expect(metrics.match(/^superoffice_chat_logins_total.*$/gm)).toEqual([
      'superoffice_chat_logins_total{outcome="UPSTREAM_UNAVAILABLE"} 1',
      'superoffice_chat_logins_total{outcome="ok"} 1',
    ]);
  });

  it('by an answer that is signed by somebody else is not believed', async () => {
    await using gateway = await ownGateway();
    const keys = JSON.stringify({ keys: [strangersJwk] });
    gateway.emulator.injectFault({ kind: 'body', body: keys, match: { pathEnd: '/jwks' } });

    expect((await ask(gateway)).errors?.[0]?.extensions.code).toBe('UPSTREAM_INVALID_RESPONSE');
    expect(gateway.log()).toContain('login: the token is not valid: ERR_JWS_SIGNATURE_VERIFICATION_FAILED');
    expect(counted(gateway.emulator.requests)[read]).toBeUndefined();
  });

  it('that never ends leaves no operation waiting, and is tried again after a while', async () => {
    const clock = runningClock();
    await using gateway = await ownGateway({
      clock,
      settings: { UPSTREAM_TIMEOUT_MS: '400', ATTEMPT_TIMEOUT_MS: '300', CONNECT_TIMEOUT_MS: '200' },
    });
    gateway.emulator.injectFault({ kind: 'hang', match: { pathEnd: '/Authenticate' } });

    const { errors } = await ask(gateway);

    expect(errors?.[0]?.extensions.code).toBe('UPSTREAM_TIMEOUT');
    clock.moveBy(0.01 * hourMs);
    expect((await ask(gateway)).data.chatSession).toEqual({ status: 'CLOSED' });
  });
});

describe('credentials that SuperOffice does not accept although they are new', () => {
  it('are an outage for callers, and are not renewed for every call', async () => {
    await using gateway = await ownGateway();
    gateway.emulator.injectFault({ kind: 'status', status: 401, times: Infinity, match: { operation: read } });

    const codes = [await ask(gateway), await ask(gateway)].map(({ errors }) => errors?.[0]?.extensions.code);

    expect(codes).toEqual(['UPSTREAM_UNAVAILABLE', 'UPSTREAM_UNAVAILABLE']);
    expect(counted(gateway.emulator.requests)).toEqual({ [loginLines.ticket]: 1, [loginLines.keys]: 1, [read]: 2 });
    expect(gateway.log()).toContain("SuperOffice does not accept the gateway's own credentials");
  });
});

describe('a refresh token', () => {
  it('gets an access token before the one that it has runs out, and again after a 401', async () => {
    const clock = runningClock();
    await using gateway = await ownGateway({
      kind: refreshTokenSettings,
      clock,
      login: { rotatesRefreshTokens: true },
    });

    await ask(gateway);
    clock.moveBy(0.9 * hourMs);
    await ask(gateway);
    expect(counted(gateway.emulator.requests)).toEqual({ [loginLines.refresh]: 1, [read]: 2 });
    clock.moveBy(0.09 * hourMs);
    await ask(gateway);
    gateway.emulator.expireLogins();
    expect((await ask(gateway)).data.chatSession).toEqual({ status: 'CLOSED' });

    expect(counted(gateway.emulator.requests)).toEqual({ [loginLines.refresh]: 3, [read]: 5 });
    expect(authorizations(gateway).every((value) => value?.startsWith('Bearer 8A:Cust12345.'))).toBe(true);
  });

  it('that was revoked is an outage for callers', async () => {
    await using gateway = await ownGateway({ kind: refreshTokenSettings, login: { refreshToken: null } });

    expect((await ask(gateway)).errors?.[0]?.extensions.code).toBe('UPSTREAM_UNAVAILABLE');
    expect(gateway.log()).toContain('login: the refresh token was refused, status 400');
  });
});

describe('user and password', () => {
  it('go along as they are; a 401 is an outage for callers, and is not sent twice', async () => {
    await using gateway = await ownGateway({ kind: basicSettings });
    expect((await ask(gateway)).data.chatSession).toEqual({ status: 'CLOSED' });
    gateway.emulator.injectFault({ kind: 'status', status: 401 });

    expect((await ask(gateway)).errors?.[0]?.extensions.code).toBe('UPSTREAM_UNAVAILABLE');
    const basic = `Basic ${Buffer.from('tje0:Jøe').toString('base64')}`;
    expect(authorizations(gateway)).toEqual([basic, basic]);
  });
});
