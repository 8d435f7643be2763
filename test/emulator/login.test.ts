/**
 * The emulator's login server over plain HTTP: what it issues and refuses, and how long tickets and tokens are valid.
 */
import { createHash, createPublicKey, generateKeyPairSync, verify, type JsonWebKey } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { startEmulator, type Emulator, type LoginOptions } from '../../src/emulator/index.js';
import { post } from '../support/emulator-calls.js';
import { application, signedSystemToken } from '../support/login-world.js';
import { manualClock } from './chat-agent-calls.js';

const noon = '2026-02-03T12:00:30Z';
const minute = '202602031200';
const ticketClaim = 'http://schemes.superoffice.net/identity/ticket';

function emulatorWith(login: Partial<LoginOptions> = {}, clock = manualClock(noon)): Promise<Emulator> {
  return startEmulator({ login: { ...application, ...login }, clock });
}

async function authenticate({ url }: Emulator, more: object = {}) {
  const response = await fetch(`${url}/Login/api/PartnerSystemUser/Authenticate`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      SignedSystemToken: signedSystemToken(minute),
      ApplicationToken: application.clientSecret,
      ContextIdentifier: application.contextIdentifier,
      ReturnTokenType: 'JWT',
      ...more,
    }),
  });
  return (await response.json()) as { IsSuccessful: boolean; Token: string; ErrorMessage: string };
}

const decoded = (part = ''): Record<string, string> => JSON.parse(Buffer.from(part, 'base64url').toString());

async function ticketOf(emulator: Emulator): Promise<string> {
  return decoded((await authenticate(emulator)).Token.split('.')[1])[ticketClaim] ?? '';
}

async function refresh({ url }: Emulator, more: Record<string, string> = {}) {
  const body = new URLSearchParams({
    grant_type: 'refresh_token',
    client_id: application.clientId,
    client_secret: application.clientSecret,
    refresh_token: application.refreshToken,
    redirect_uri: application.redirectUri,
    ...more,
  });
  const response = await fetch(`${url}/login/common/oauth/tokens`, { method: 'POST', body });
  return { status: response.status, json: (await response.json()) as Record<string, string> };
}

const statusOf = async (
  emulator: Emulator,
  authorization: string,
  appToken = application.clientSecret,
): Promise<number> =>
  (await post(emulator, '?chatSessionEntityId=192', { authorization, 'so-apptoken': appToken })).status;

describe('a system user', () => {
  it('gets a ticket in a token that is signed with the published key', async () => {
    await using emulator = await emulatorWith();

    const { IsSuccessful, Token } = await authenticate(emulator);

    const [head, claims, signature = ''] = Token.split('.');
    const { keys } = (await (await fetch(`${emulator.url}/login/.well-known/jwks`)).json()) as { keys: [JsonWebKey] };
    const key = createPublicKey({ key: keys[0], format: 'jwk' });
    const isSigned = verify('RSA-SHA256', Buffer.from(`${head}.${claims}`), key, Buffer.from(signature, 'base64url'));
    expect({ IsSuccessful, isSigned }).toEqual({ IsSuccessful: true, isSigned: true });
    expect(await statusOf(emulator, `SOTicket ${decoded(claims)[ticketClaim]}`)).toBe(200);
  });

  const { privateKey: foreignKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });

  it.each<[string, object, string]>([
    ['another key', { SignedSystemToken: signedSystemToken(minute, { key: foreignKey }) }, 'InvalidSignature'],
    ['another token', { SignedSystemToken: signedSystemToken(minute, { token: 'x' }) }, 'Denied'],
    ['six minutes ago', { SignedSystemToken: signedSystemToken('202602031154') }, 'InvalidTimestamp'],
    ['no time', { SignedSystemToken: signedSystemToken('today') }, 'InvalidTimestamp'],
    ['no signature', { SignedSystemToken: application.systemToken }, 'Denied'],
    ['another application', { ApplicationToken: 'x' }, 'Denied'],
    ['another tenant', { ContextIdentifier: 'Cust1' }, 'Denied'],
  ])('is refused with 200 and a reason: %s', async (_what, more, ErrorMessage) => {
    await using emulator = await emulatorWith();

    expect(await authenticate(emulator, more)).toEqual({ IsSuccessful: false, Token: '', ErrorMessage });
  });

  it('has a ticket that is valid for six hours since its last use, with the application token', async () => {
    const clock = manualClock(noon);
    await using emulator = await emulatorWith({}, clock);
    const ticket = await ticketOf(emulator);

    for (let use = 1; use <= 3; use += 1) {
      clock.pass(5 * 3600);
      expect(await statusOf(emulator, `SOTicket ${ticket}`)).toBe(200);
    }
    expect(await statusOf(emulator, `SOTicket ${ticket}`, 'another')).toBe(401);
    clock.pass(6 * 3600);
    expect(await statusOf(emulator, `SOTicket ${ticket}`)).toBe(401);
  });

  it('gets the configured status for an unknown or expired ticket', async () => {
    await using emulator = await emulatorWith({ expiredStatus: 403 });
    const ticket = await ticketOf(emulator);
    expect(await statusOf(emulator, `SOTicket ${ticket}`)).toBe(200);

    emulator.expireLogins();

    expect([await statusOf(emulator, `SOTicket ${ticket}`), await statusOf(emulator, 'SOTicket 7T:x')]).toEqual([
      403, 403,
    ]);
    expect(await statusOf(emulator, 'Basic dGplMDpUamUw')).toBe(200);
  });
});

describe('a refresh token', () => {
  it('returns an access token that is valid for an hour, used or not', async () => {
    const clock = manualClock(noon);
    await using emulator = await emulatorWith({}, clock);
    const { json } = await refresh(emulator);
    const authorization = `Bearer ${json['access_token']}`;

    clock.pass(3599);
    expect(await statusOf(emulator, authorization)).toBe(200);
    clock.pass(1);
    expect(await statusOf(emulator, authorization)).toBe(401);
    expect(json).toEqual({ token_type: 'Bearer', access_token: expect.stringMatching(/^8A:Cust/), expires_in: 3600 });
  });

  it.each([
    [{ client_id: 'x' }, 401, 'invalid_client'],
    [{ client_secret: 'x' }, 401, 'invalid_client'],
    [{ refresh_token: 'x' }, 400, 'invalid_grant'],
    [{ redirect_uri: 'x' }, 400, 'invalid_grant'],
    [{ grant_type: 'password' }, 400, 'invalid_grant'],
  ])('is refused with %j', async (more, status, error) => {
    await using emulator = await emulatorWith();

    expect(await refresh(emulator, more as Record<string, string>)).toEqual({ status, json: { error } }); // each lists other keys
  });

  it('is replaced by each refresh, when they rotate', async () => {
    await using emulator = await emulatorWith({ rotatesRefreshTokens: true });

    const next = (await refresh(emulator)).json['refresh_token'] ?? '';

    expect((await refresh(emulator)).status).toBe(400);
    expect((await refresh(emulator, { refresh_token: next })).status).toBe(200);
  });
});

describe('without a login server', () => {
  it('its endpoints are 404, and any ticket is accepted', async () => {
    await using emulator = await startEmulator();

    expect((await fetch(`${emulator.url}/login/.well-known/jwks`)).status).toBe(404);
    expect(await statusOf(emulator, 'SOTicket 7T:x')).toBe(200);
  });
});

describe('a fault for the login server', () => {
  it('applies to it alone', async () => {
    await using emulator = await emulatorWith();
    const ticket = await ticketOf(emulator);
    emulator.injectFault({ kind: 'status', status: 503, match: { pathEnd: '/oauth/tokens' }, body: '{}' });

    expect(await statusOf(emulator, `SOTicket ${ticket}`)).toBe(200);
    expect((await refresh(emulator)).status).toBe(503);
    expect(emulator.requests).toEqual([
      'POST /Login/api/PartnerSystemUser/Authenticate',
      'GetChatSessionEntity 192',
      'POST /login/common/oauth/tokens',
    ]);
  });
});

describe('the sign-in of users', () => {
  const verifier = 'a-verifier-of-at-least-43-characters-for-the-challenge';
  const challenge = createHash('sha256').update(verifier).digest('base64url');
  const { clientId, clientSecret, redirectUri } = application;
  const sent = {
    ...{ client_id: clientId, redirect_uri: redirectUri, response_type: 'code', scope: 'openid', state: 's/1' },
    ...{ code_challenge: challenge, code_challenge_method: 'S256', nonce: 'n' },
  };

  const authorize = ({ url }: Emulator, more: Record<string, string> = {}) =>
    fetch(`${url}/login/common/oauth/authorize?${new URLSearchParams({ ...sent, ...more })}`, { redirect: 'manual' });

  async function codeOf(emulator: Emulator, user = 'KARI'): Promise<string> {
    const back = new URL((await authorize(emulator, { user })).headers.get('location') ?? '');
    expect([back.origin + back.pathname, back.searchParams.get('state')]).toEqual([redirectUri, 's/1']);
    return back.searchParams.get('code') ?? '';
  }

  const redeem = (emulator: Emulator, code: string, more: Record<string, string> = {}) =>
    refresh(emulator, { grant_type: 'authorization_code', refresh_token: '', code, code_verifier: verifier, ...more });

  const nameOf = async ({ url }: Emulator, token = '') => {
    const response = await fetch(`${url}/api/v1/User/currentPrincipal`, {
      headers: { authorization: `Bearer ${token}` },
    });
    return response.status === 200 ? ((await response.json()) as { FullName: string }).FullName : response.status;
  };

  it('shows the users, goes back with a code, and issues tokens of the user', async () => {
    await using emulator = await emulatorWith();
    const page = await (await authorize(emulator)).text();
    expect(page).toContain('Kari Ødegård');
    for (const [user, name] of [
      ['KARI', 'Kari Ødegård'],
      ['JAN', 'Jan van Dijk'],
    ]) {
      const { status, json } = await redeem(emulator, await codeOf(emulator, user));
      expect([status, json['token_type'], json['expires_in']]).toEqual([200, 'Bearer', 3600]);
      expect(decoded(json['id_token']?.split('.')[1])).toMatchObject({ sub: user, nonce: 'n', aud: clientId });
      expect(await nameOf(emulator, json['access_token'])).toBe(name);
      const renewed = await refresh(emulator, { refresh_token: json['refresh_token'] ?? '' });
      expect(await nameOf(emulator, renewed.json['access_token'])).toBe(name);
    }
  });

  it('takes a code once, from the same application, with its verifier; the secret may be missing then', async () => {
    await using emulator = await emulatorWith();
    for (const more of [{ code_verifier: 'another' }, { redirect_uri: 'https://other.example.com/' }]) {
      expect((await redeem(emulator, await codeOf(emulator), more)).json).toEqual({ error: 'invalid_grant' });
    }
    const code = await codeOf(emulator);
    expect((await redeem(emulator, code, { client_secret: '' })).status).toBe(200);
    expect((await redeem(emulator, code)).json).toEqual({ error: 'invalid_grant' });
    const withSecret = await redeem(emulator, await codeOf(emulator), { client_secret: 'wrong' });
    expect([withSecret.status, withSecret.json]).toEqual([401, { error: 'invalid_client' }]);
    expect(clientSecret).not.toBe('wrong');
  });

  it('refuses unknown applications and other flows, without a redirect', async () => {
    await using emulator = await emulatorWith();
    for (const more of [{ client_id: 'x' }, { redirect_uri: 'https://evil.example.com' }, { response_type: 'token' }]) {
      const response = await authorize(emulator, { ...more, user: 'KARI' });
      expect([response.status, response.headers.get('location')]).toEqual([400, null]);
    }
  });

  it('ends by expiry, and by revoking the refresh token', async () => {
    const clock = manualClock(noon);
    await using emulator = await emulatorWith({}, clock);
    const { json } = await redeem(emulator, await codeOf(emulator));
    clock.pass(3_600);
    expect(await nameOf(emulator, json['access_token'])).toBe(401);
    emulator.revokeSignIns();
    expect((await refresh(emulator, { refresh_token: json['refresh_token'] ?? '' })).status).toBe(400);
  });
});
