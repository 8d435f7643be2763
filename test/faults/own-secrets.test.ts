/**
 * What a gateway with credentials of its own knows (private key, system token, client secret, ticket, refresh and access token, user and
 * password) and what its callers show it (API key, token), through the whole fault matrix, of the API and of the login service: looked for in
 * all that leaves it.
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

/** No line of the key but its frame; 24 characters of one are enough to recognise it. */
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

/** Two rounds, so that the second one meets what the first has left behind. */
async function askTwice(gateway: Awaited<ReturnType<typeof ownGateway>>): Promise<readonly (PlainAnswer | null)[]> {
  const answers: (PlainAnswer | null)[] = [];
  for (const headers of [...callers, ...callers]) answers.push(await sendQuery(gateway.url, body, headers));
  for (const answer of answers) expectQuiet('answer', answer, expectNoSecret);
  await expectNothingWritten(gateway, expectNoSecret);
  return answers;
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
  it('are recognised where they are', () => {
    const told = { login, apiKey, basic: Buffer.from('kari:c4n4ry-password').toString('base64') };
    for (const text of Object.values({ ...login, ...told })) {
      expect(canariesIn(typeof text === 'string' ? text : JSON.stringify(text))).not.toEqual([]);
    }
    expect(() => expectNoSecret('key', partnerKey)).toThrow();
    expect(keyPieces.length).toBeGreaterThan(20);
  });

  it.each(kinds)(
    'are used and told nobody when all is well, and when the credentials expire: %s',
    async (_kind, kind) => {
      using folder = files();
      await using gateway = await quietGateway(kind, folder);

      const answers = await askTwice(gateway);
      gateway.emulator.expireLogins();
      const later = await askTwice(gateway);

      expect([...answers, ...later].map((answer) => answer?.status)).toEqual([200, 401, 200, 401, 200, 401, 200, 401]);
      const sent = JSON.stringify(gateway.emulator.log.map(({ headers, bodyText }) => [headers, bodyText]));
      expect(canariesIn(sent)).not.toEqual([]);
    },
  );

  it.each(named(loudFaults(id)))('are not let out by the API: %s', async (_what, fault) => {
    using folder = files();
    for (const [, kind] of kinds) {
      await using gateway = await quietGateway(kind, folder);
      gateway.emulator.injectFault(fault);
      await askTwice(gateway);
    }
  });

  it.each(named(loudFaults(id)))('are not let out by the login service: %s', async (_what, fault) => {
    using folder = files();
    for (const [kind, pathEnd] of [
      [systemUserSettings, '/Authenticate'],
      [systemUserSettings, '/jwks'],
      [refreshTokenSettings, '/oauth/tokens'],
    ] as const) {
      await using gateway = await quietGateway(kind, folder);
      gateway.emulator.injectFault(atLogin(fault, pathEnd));
      await askTwice(gateway);
      expect(gateway.emulator.log.some(({ path }) => /^\/login/i.test(path))).toBe(true);
    }
  });

  it('are not let out by a login service that repeats what it was sent', async () => {
    using folder = files();
    await using gateway = await quietGateway(systemUserSettings, folder);
    const said = `${login.systemToken} ${canary.appToken} Expired`;
    const echo = JSON.stringify({ IsSuccessful: false, Token: said, ErrorMessage: said });
    gateway.emulator.injectFault({ kind: 'body', body: echo, match: { pathEnd: '/Authenticate' }, times: Infinity });

    await askTwice(gateway);

    expect(gateway.log()).toContain('the system user was refused, status 200, Expired');
  });
});

describe("callers' tokens", () => {
  it('are told nobody, whether they are good or not', async () => {
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
      expectNoSecret(where, text.replace(audited, '')); // who was let in, once
      expect({ where, found: pieces.filter((piece) => text.includes(piece.slice(30, 60))) }).toEqual({
        where,
        found: [],
      });
    };

    const statuses = [];
    for (const token of [good, ...bad]) {
      const query = { query: '{ chatSession(id: 192) { status } }' };
      const answer = await sendQuery(gateway.url, query, { authorization: `Bearer ${token}` });
      expectQuiet('answer', answer, expectNoToken);
      statuses.push(answer?.status);
    }

    expect(statuses).toEqual([200, 401, 401, 401, 401, 401, 401]);
    await expectNothingWritten(gateway, expectNoToken);
    expect(gateway.log().split(audited)).toHaveLength(2);
  });
});
