/**
 * Secrets of a gateway with service credentials (private key, system token, client secret, ticket, refresh and access token, user and
 * password) and of its callers (API key, token), through all faults of the API and of the login service: none is in any of its output.
 */
import { describe, expect, it } from '@jest/globals';
import type { Fault, LoginOptions } from '../../src/emulator/index.js';
import { canary, canariesIn, expectNoCanary, loudFaults, personalSession } from '../support/canaries.js';
import { partnerKey } from '../support/login-world.js';
import {
  basicSettings,
  files,
  keyLine,
  ownGateway,
  refreshTokenSettings,
  systemUserSettings,
  type Files,
  type Kind,
} from '../support/own-gateway.js';
import { sendQuery, type PlainAnswer } from '../support/plain-http.js';
import { expectNothingWritten, expectQuiet, keepOutput, talkative } from '../support/quiet-gateway.js';
import { issuer, jwtSettings, tokenFor, tokenIssuer } from '../support/token-issuer.js';

keepOutput();

const id = 777;
const body = { query: `{ chatSession(id: ${id}) { id status customerName person { fullName } } }` };

const apiKey = 'c4n4ry-api-key-0123456789';
const callers = [{ authorization: `Bearer ${apiKey}` }, { authorization: 'Bearer c4n4ry-unknown-key' }];

const login: Partial<LoginOptions> = {
  systemToken: 'App-c4n4ry-system-token',
  refreshToken: 'c4n4ry-refresh-token',
  clientSecret: canary.appToken,
  mark: 'c4n4ry',
};

/** Lines of the key without its frame; 24 characters of one are enough to recognise it. */
const keyPieces = partnerKey
  .split('\n')
  .filter((line) => line.length > 40 && !line.startsWith('-----'))
  .map((line) => line.slice(8, 32));

function expectNoSecret(where: string, text: string): void {
  expectNoCanary(where, text);
  expect({ where, found: keyPieces.filter((piece) => text.includes(piece)) }).toEqual({ where, found: [] });
}

const kinds: readonly (readonly [string, Kind])[] = [
  ['system user', systemUserSettings],
  ['refresh token', refreshTokenSettings],
  ['basic', (folder, url) => ({ ...basicSettings(folder, url), ...basicFile(folder) })],
];

const basicFile = (folder: Files) => ({ SUPEROFFICE_BASIC_FILE: folder.write('basic', 'kari:c4n4ry-password') });

async function quietGateway(kind: Kind, folder: Files) {
  const API_KEYS_FILE = folder.write('canary-keys', keyLine('console', apiKey));
  const gateway = await ownGateway({ kind, login, settings: { ...talkative, API_KEYS_FILE } });
  gateway.emulator.putSession(personalSession(id));
  return gateway;
}

/** Two rounds, as the second one runs with the state that the first one left. */
async function sendTwice(gateway: Awaited<ReturnType<typeof ownGateway>>): Promise<readonly (PlainAnswer | null)[]> {
  const responses: (PlainAnswer | null)[] = [];
  for (const headers of [...callers, ...callers]) responses.push(await sendQuery(gateway.url, body, headers));
  for (const response of responses) expectQuiet('answer', response, expectNoSecret);
  await expectNothingWritten(gateway, expectNoSecret);
  return responses;
}

const named = (faults: readonly Fault[]) =>
  faults.map(
    (fault) =>
      [
        JSON.stringify(fault)
          .slice(0, 90)
          .replace(/c4n4ry/gi, '…'),
        fault,
      ] as const,
  );

const atLogin = (fault: Fault, pathEnd: string): Fault => ({ ...fault, match: { pathEnd } });

describe("the gateway's own secrets", () => {
  it('are recognised by the check', () => {
    const sent = { login, apiKey, basic: Buffer.from('kari:c4n4ry-password').toString('base64') };
    for (const text of Object.values({ ...login, ...sent })) {
      expect(canariesIn(typeof text === 'string' ? text : JSON.stringify(text))).not.toEqual([]);
    }
    expect(() => expectNoSecret('key', partnerKey)).toThrow();
    expect(keyPieces.length).toBeGreaterThan(20);
  });

  it.each(kinds)('are used and never output, healthy or expired: %s', async (_kind, kind) => {
    using folder = files();
    await using gateway = await quietGateway(kind, folder);

    const responses = await sendTwice(gateway);
    gateway.emulator.expireLogins();
    const later = await sendTwice(gateway);

    expect([...responses, ...later].map((response) => response?.status)).toEqual([
      200, 401, 200, 401, 200, 401, 200, 401,
    ]);
    const sent = JSON.stringify(gateway.emulator.log.map(({ headers, bodyText }) => [headers, bodyText]));
    expect(canariesIn(sent)).not.toEqual([]);
  });

  it.each(named(loudFaults(id)))('are not output on a fault of the API: %s', async (_name, fault) => {
    using folder = files();
    await Promise.all(
      kinds.map(async ([, kind]) => {
        await using gateway = await quietGateway(kind, folder);
        gateway.emulator.injectFault(fault);
        await sendTwice(gateway);
      }),
    );
  });

  it.each(named(loudFaults(id)))('are not output on a fault of the login service: %s', async (_name, fault) => {
    using folder = files();
    const flows = [
      [systemUserSettings, '/Authenticate'],
      [systemUserSettings, '/jwks'],
      [refreshTokenSettings, '/oauth/tokens'],
    ] as const;
    await Promise.all(
      flows.map(async ([kind, pathEnd]) => {
        await using gateway = await quietGateway(kind, folder);
        gateway.emulator.injectFault(atLogin(fault, pathEnd));
        await sendTwice(gateway);
        expect(gateway.emulator.log.some(({ path }) => /^\/login/i.test(path))).toBe(true);
      }),
    );
  });

  it('are not output when the login service repeats them', async () => {
    using folder = files();
    await using gateway = await quietGateway(systemUserSettings, folder);
    const said = `${login.systemToken} ${canary.appToken} Expired`;
    const echo = JSON.stringify({ IsSuccessful: false, Token: said, ErrorMessage: said });
    gateway.emulator.injectFault({ kind: 'body', body: echo, match: { pathEnd: '/Authenticate' }, times: Infinity });

    await sendTwice(gateway);

    expect(gateway.log()).toContain('the system user was refused, status 200, Expired');
  });
});

describe("callers' tokens", () => {
  it('are never output, valid or not', async () => {
    await using tokens = await tokenIssuer();
    await using gateway = await ownGateway({
      kind: systemUserSettings,
      settings: { ...talkative, ...jwtSettings(tokens) },
    });
    gateway.emulator.putSession(personalSession(192));
    const good = await tokenFor('kari-c4n4ry');
    const audited = `{"by":"jwt","issuer":"${issuer}","name":"kari-c4n4ry"}`;
    const bad = [
      await tokenFor('kari-c4n4ry', { isForged: true }),
      await tokenFor('kari-c4n4ry', { kid: 'c4n4ry' }),
      await tokenFor('kari-c4n4ry', { claims: { iss: `${issuer}c4n4ry` } }),
      await tokenFor('kari-c4n4ry', { claims: { exp: 1, aud: 'c4n4ry' } }),
      `${good.slice(0, -8)}`,
      'c4n4ry.c4n4ry.c4n4ry',
    ];
    const pieces = [good, ...bad].flatMap((token) => token.split('.')).filter((piece) => piece.length > 60);
    const expectNoToken = (where: string, text: string): void => {
      expectNoSecret(where, text.replace(audited, '')); // the accepted caller, once
      expect({ where, found: pieces.filter((piece) => text.includes(piece.slice(30, 60))) }).toEqual({
        where,
        found: [],
      });
    };

    const statuses = [];
    for (const token of [good, ...bad]) {
      const query = { query: '{ chatSession(id: 192) { status } }' };
      const response = await sendQuery(gateway.url, query, { authorization: `Bearer ${token}` });
      expectQuiet('answer', response, expectNoToken);
      statuses.push(response?.status);
    }

    expect(statuses).toEqual([200, 401, 401, 401, 401, 401, 401]);
    await expectNothingWritten(gateway, expectNoToken);
    expect(gateway.log().split(audited)).toHaveLength(2);
  });
});
