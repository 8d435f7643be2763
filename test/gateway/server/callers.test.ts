/**
 * Access where the gateway has service credentials; callers stay separate although SuperOffice sees one user.
 */
import { createHmac } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { asConsole, asReport, basicSettings, files, ownGateway } from '../../support/own-gateway.js';
import { sendPlain } from '../../support/plain-http.js';
import { gatewayAt, queryAt } from '../../support/query-gateway.js';
import { sessionAnswer } from '../../support/raw-answers.js';
import { scriptedUpstream, write } from '../../support/scripted-upstream.js';
import { runningClock } from '../../support/clocks.js';
import { audience, issuer, issuerPublicKey, jwtSettings, tokenFor, tokenIssuer } from '../../support/token-issuer.js';

const query = '{ chatSession(id: 192) { status } }';
const closed = { chatSession: { status: 'CLOSED' } };
const seconds = (): number => Math.floor(Date.now() / 1000);
const basic = { kind: basicSettings };

describe('a caller without a known key', () => {
  it.each<[string, Record<string, string>, string]>([
    ['none', {}, 'no credentials'],
    ['another key', { authorization: 'Bearer api-key-of-no-caller' }, 'unknown key'],
    ['half a key', { authorization: asConsole.authorization.slice(0, -1) }, 'unknown key'],
    ['no key', { authorization: 'Bearer ' }, 'not Bearer'],
    ["SuperOffice's own credentials", { authorization: 'Basic dGplMDpUamUw' }, 'not Bearer'],
    ['a session of the browser', { 'x-xsrf-token': 'x', cookie: 'session=1' }, 'no credentials'],
    ['the hash of a key', { authorization: `Bearer ${'a'.repeat(64)}` }, 'unknown key'],
  ])('is refused before anything is read: %s', async (_what, headers, reason) => {
    await using gateway = await ownGateway(basic);

    const { status, headers: sent, errors, data } = await queryAt(gateway.url, { query }, headers);

    expect({ status, data, challenge: sent.get('www-authenticate') }).toEqual({
      status: 401,
      data: undefined,
      challenge: 'Bearer',
    });
    expect(errors).toEqual([
      {
        message: expect.stringContaining('API key or token'),
        extensions: { code: 'UNAUTHENTICATED', requestId: sent.get('x-request-id') },
      },
    ]);
    expect(gateway.log()).toContain(`"detail":"the caller was refused: ${reason}"`);
    expect(gateway.emulator.requests).toEqual([]);
  });

  it('sees nothing of the schema or of the errors in its request; health and metrics respond as before', async () => {
    await using gateway = await ownGateway({ ...basic, settings: { INTROSPECTION: 'true' } });

    expect((await queryAt(gateway.url, { query: '{ __schema { types { name } } }' })).status).toBe(401);
    const broken = { method: 'POST', body: '{', headers: { 'content-type': 'application/json' } };
    expect((await sendPlain(`${gateway.url}/graphql`, broken))?.status).toBe(401);
    expect((await sendPlain(`${gateway.url}/ready`, { method: 'GET' }))?.status).toBe(200);
    expect((await sendPlain(`${gateway.url}/metrics`, { method: 'GET' }))?.text).toContain(
      'refusals_total{reason="caller"} 2',
    );
  });
});

describe('a caller with an API key', () => {
  it('gets what the gateway may read; its credentials are not forwarded, its language is', async () => {
    await using gateway = await ownGateway({ ...basic, settings: { FORWARD_COOKIES: 'session' } });
    const headers = { ...asConsole, 'x-xsrf-token': 'x', cookie: 'session=1', 'so-language': 'no' };

    const { data, status } = await queryAt(gateway.url, { query }, headers);

    expect({ data, status }).toEqual({ data: closed, status: 200 });
    const sent = gateway.emulator.log[0]?.headers ?? {};
    expect(sent.authorization).toMatch(/^Basic /);
    expect([sent['x-xsrf-token'], sent.cookie, sent['so-language']]).toEqual([undefined, undefined, 'no']);
  });

  it('may send it in the header of CREDENTIALS_HEADER, and only there', async () => {
    await using gateway = await ownGateway({ ...basic, settings: { CREDENTIALS_HEADER: 'x-gateway-key' } });

    expect((await queryAt(gateway.url, { query }, { 'x-gateway-key': asConsole.authorization })).data).toEqual(closed);
    expect((await queryAt(gateway.url, { query }, asConsole)).status).toBe(401);
  });
});

describe('a caller with a token', () => {
  it('of the issuer for this audience gets a response; the keys are fetched once', async () => {
    await using tokens = await tokenIssuer();
    await using gateway = await ownGateway({ ...basic, settings: jwtSettings(tokens) });
    const authorization = `Bearer ${await tokenFor('kari')}`;

    const responses = await Promise.all(
      Array.from({ length: 20 }, () => queryAt(gateway.url, { query }, { authorization })),
    );

    expect(responses.map(({ data }) => data)).toEqual(Array.from({ length: 20 }, () => closed));
    expect(tokens.fetches()).toBe(1);
    expect((await queryAt(gateway.url, { query }, asConsole)).data).toEqual(closed); // keys work, too
  });

  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const claims = () => ({ iss: issuer, aud: audience, sub: 'kari', exp: seconds() + 300 });
  const unsigned = () => `${part({ alg: 'none' })}.${part(claims())}.`;
  const symmetric = () => {
    const text = `${part({ alg: 'HS256', kid: 'one' })}.${part(claims())}`;
    return `${text}.${createHmac('sha256', issuerPublicKey).update(text).digest('base64url')}`;
  };

  it.each<[string, () => Promise<string> | string, string]>([
    ['that has expired', () => tokenFor('kari', { claims: { exp: seconds() - 31 } }), 'ERR_JWT_EXPIRED'],
    ['that never expires', () => tokenFor('kari', { claims: { exp: undefined } }), 'ERR_JWT_CLAIM_VALIDATION_FAILED'],
    ['for later', () => tokenFor('kari', { claims: { nbf: seconds() + 120 } }), 'ERR_JWT_CLAIM_VALIDATION_FAILED'],
    ['of another issuer', () => tokenFor('kari', { claims: { iss: 'x' } }), 'ERR_JWT_CLAIM_VALIDATION_FAILED'],
    ['for another audience', () => tokenFor('kari', { claims: { aud: 'x' } }), 'ERR_JWT_CLAIM_VALIDATION_FAILED'],
    ['with an empty subject', () => tokenFor('', {}), 'no subject'],
    ['without a subject', () => tokenFor('kari', { claims: { sub: undefined } }), 'ERR_JWT_CLAIM_VALIDATION_FAILED'],
    ['that is forged', () => tokenFor('kari', { isForged: true }), 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED'],
    ['of a key that is not published', () => tokenFor('kari', { kid: 'two' }), 'ERR_JWKS_NO_MATCHING_KEY'],
    ['without a signature', unsigned, 'unknown key'],
    ['with the public key as a shared secret', symmetric, 'ERR_JOSE_ALG_NOT_ALLOWED'],
  ])('%s is refused', async (_what, make, reason) => {
    await using tokens = await tokenIssuer();
    await using gateway = await ownGateway({ ...basic, settings: jwtSettings(tokens) });

    const token = await make();
    const { status, errors } = await queryAt(gateway.url, { query }, { authorization: `Bearer ${token}` });

    expect({ status, code: errors?.[0]?.extensions.code }).toEqual({ status: 401, code: 'UNAUTHENTICATED' });
    expect(gateway.log()).toContain(`the caller was refused: ${reason}`);
    expect(gateway.emulator.requests).toEqual([]);
  });

  it('is named in the audit log: by the name of the key, or by issuer and subject of the token', async () => {
    await using tokens = await tokenIssuer();
    const settings = { ...jwtSettings(tokens), AUDIT_LOG: 'stdout', LOG_LEVEL: 'error' };
    await using gateway = await ownGateway({ ...basic, settings });
    const token = `Bearer ${await tokenFor('kari')}`;
    for (const headers of [asConsole, asReport, { authorization: token }])
      await queryAt(gateway.url, { query }, headers);

    const audited = gateway
      .log()
      .split('\n')
      .filter((line) => line.includes('"event":"audit"'));
    expect(audited.map((line) => JSON.parse(line).caller)).toEqual([
      { by: 'api-key', name: 'console' },
      { by: 'api-key', name: 'report' },
      { by: 'jwt', issuer, name: 'kari' },
    ]);
  });

  it.each([302, 404, 500])(
    'gets a Retry-After while the keys cannot be fetched (%i), and access afterwards',
    async (status) => {
      await using tokens = await tokenIssuer();
      const clock = runningClock();
      await using gateway = await ownGateway({ ...basic, clock, settings: jwtSettings(tokens) });
      const headers = { authorization: `Bearer ${await tokenFor('kari')}` };
      tokens.answerWith(status);

      const refused = await queryAt(gateway.url, { query }, headers);
      tokens.answerWith(200);
      expect((await queryAt(gateway.url, { query }, headers)).status).toBe(503); // any caller could cause fetches
      expect(tokens.fetches()).toBe(1);
      clock.moveBy(5_000);
      const admitted = await queryAt(gateway.url, { query }, headers);

      expect([refused.status, refused.errors?.[0]?.extensions.code]).toEqual([503, 'UPSTREAM_UNAVAILABLE']);
      expect([admitted.status, admitted.data]).toEqual([200, closed]);
      expect(tokens.fetches()).toBe(2); // no redirect was followed
    },
  );

  it('causes one error line in ten seconds while the keys cannot be fetched', async () => {
    await using tokens = await tokenIssuer();
    const clock = runningClock();
    await using gateway = await ownGateway({ ...basic, clock, settings: jwtSettings(tokens) });
    const headers = { authorization: `Bearer ${await tokenFor('kari')}` };
    tokens.answerWith(500);

    for (const passedMs of [0, 0, 9_000, 1_000]) {
      clock.moveBy(passedMs);
      expect((await queryAt(gateway.url, { query }, headers)).status).toBe(503);
    }

    const levels = gateway.log().matchAll(/"level":(\d+)[^\n]*"event":"caller-check"/g);
    expect([...levels].map(([, level]) => level)).toEqual(['50', '50']);
  });
});

describe('two callers', () => {
  it('share no connection to SuperOffice, although it sees the same user', async () => {
    using folder = files();
    await using tokens = await tokenIssuer();
    await using upstream = await scriptedUpstream(({ id }) => [write(sessionAnswer(id))]);
    await using gateway = await gatewayAt(upstream.url, {
      ...basicSettings(folder, upstream.url),
      ...jwtSettings(tokens),
    });
    const kari = { authorization: `Bearer ${await tokenFor('kari')}` };
    const kariAgain = { authorization: `Bearer ${await tokenFor('kari', { claims: { jti: 'another' } })}` };
    const ola = { authorization: `Bearer ${await tokenFor('console')}` };

    for (const headers of [asConsole, asReport, kari, ola, asConsole, asReport, kariAgain, ola]) {
      expect((await queryAt(gateway.url, { query }, headers)).data).toEqual(closed);
    }

    expect(upstream.requests.map(({ connection }) => connection)).toEqual([1, 2, 3, 4, 1, 2, 3, 4]);
    expect(new Set(upstream.requests.map(({ head }) => /authorization: (.*)/i.exec(head)?.[1])).size).toBe(1);
  });

  it('have separate call budgets', async () => {
    await using gateway = await ownGateway({ ...basic, settings: { MAX_UPSTREAM_CALLS_PER_MINUTE: '1' } });

    const responses = [];
    for (const headers of [asConsole, asConsole, asReport]) {
      responses.push(await queryAt(gateway.url, { query }, headers));
    }

    expect(responses.map(({ errors }) => errors?.[0]?.extensions.code)).toEqual([
      undefined,
      'UPSTREAM_CALL_LIMIT',
      undefined,
    ]);
  });
});
