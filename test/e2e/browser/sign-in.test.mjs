/**
 * `npm run test:browser`: examples/sign-in with the emulator's login. Users sign in, their tokens stay on the server, are renewed during a session,
 * and end it when they cannot be.
 */
import '../../witness/quiet-environment.mjs';
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { consoleServer } from '../../../examples/sign-in/server.mjs';
import { alertOn, messagesOn, openBrowser, press, queueOn, shoot } from './agents.mjs';
import { startStage } from './stage.mjs';
import { callsTo } from './truth.mjs';

const application = { clientId: 'console', clientSecret: 'a-secret-of-the-console' };
const login = { systemToken: null, refreshToken: null, publicKey: '', mark: 'only-for-servers.' };
const site = join(import.meta.dirname, '../../../examples/console/dist');

const config = { pollSeconds: 300 };

let stage, server, origin, browser, kari;

/** The server's origin is part of what the login server knows, so its port is chosen first. */
async function listen() {
  const { createServer } = await import('node:http');
  const probe = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => probe.once('listening', resolve));
  const { port } = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

before(async () => {
  const port = await listen();
  origin = `http://127.0.0.1:${port}`;
  const redirectUri = `${origin}/callback`;
  stage = await startStage({ isLive: true, login: { ...application, ...login, redirectUri } });
  const options = { loginUrl: `${stage.emulator.url}/login`, gatewayUrl: `${stage.gatewayUrl}/graphql` };
  server = consoleServer({ ...application, ...options, origin, site, config });
  await new Promise((resolve) => server.listen(port, '127.0.0.1', resolve));
  browser = await openBrowser();
});

after(async () => {
  await browser?.close();
  server?.close();
  server?.closeAllConnections();
  await stage?.close();
});

async function signedIn(name) {
  const page = await browser.visit(origin, { isLive: true });
  await page.getByRole('link', { name: 'Sign in with SuperOffice' }).click();
  await page.getByRole('link', { name }).click();
  await page.getByText(name).first().waitFor();
  return page;
}

test('agents sign in at SuperOffice, and are themselves', async () => {
  kari = await signedIn('Kari Ødegård');
  assert.deepEqual(browser.complaints, []); // signed out, the page sends no request that is refused
  await queueOn(kari).locator('.row').first().waitFor();
  await shoot(kari, 'signed-in');
  const jan = await signedIn('Jan van Dijk');
  assert.equal(await kari.getByText('Jan van Dijk').count(), 0);
  await jan.context().close();
});

test('no token reaches the browser, and no cookie a script', async () => {
  const requests = [];
  const responses = [];
  kari.on('request', (request) => requests.push(request.allHeaders()));
  kari.on('response', (response) => responses.push(response.text().catch(() => '')));
  await press(kari, 'Check now');
  await kari.locator('.desk[data-rounds="2"]').waitFor();
  const seen = JSON.stringify([await Promise.all(requests), await Promise.all(responses), kari.url()]);
  assert.ok(requests.length > 0 && !/only-for-servers|authorization/.test(seen));
  const kept = await kari.evaluate(() => JSON.stringify([document.cookie, { ...localStorage, ...sessionStorage }]));
  assert.equal(kept, '["",{}]');
  const cookies = await kari.context().cookies();
  const session = cookies.find(({ name }) => name === 'session');
  assert.deepEqual([session.httpOnly, session.sameSite], [true, 'Lax']);
});

test('a token that expires during the session is renewed, and nothing is seen of it', async () => {
  stage.emulator.expireLogins();
  stage.emulator.clearLog();
  await press(kari, 'Check now');
  await kari.locator('.desk[data-rounds="3"]').waitFor();
  await kari.getByText('Up to date').waitFor();
  assert.equal(callsTo(stage).filter((line) => /oauth\/tokens/.test(line)).length, 1);
});

test('an action with an expired token is done once, with the next one', async () => {
  await queueOn(kari).locator('.row').first().click();
  await press(kari, 'Pick up');
  await kari.getByLabel(/^Answer to/).waitFor();
  stage.emulator.expireLogins();
  await kari.getByLabel(/^Answer to/).fill('After an hour');
  await press(kari, 'Send');
  await messagesOn(kari).getByText('Sending …').waitFor({ state: 'hidden' });
  assert.equal(await messagesOn(kari).getByText('After an hour').count(), 1);
});

test('while the login is away, the agent stays signed in', async () => {
  stage.emulator.expireLogins();
  stage.emulator.injectFault({ kind: 'status', status: 503, match: { pathEnd: '/oauth/tokens' } });
  await press(kari, 'Check now');
  await alertOn(kari).getByText('NO_CONNECTION').waitFor();
  await press(kari, 'Check now');
  await kari.getByText('Up to date').waitFor();
});

test('a sign-in that was revoked ends at the sign-in, with the reason, and begins again', async () => {
  stage.emulator.expireLogins();
  stage.emulator.revokeSignIns();
  await press(kari, 'Check now');
  await alertOn(kari).getByText('You are signed out').waitFor();
  await kari.getByRole('link', { name: 'Sign in with SuperOffice' }).click();
  await kari.getByRole('link', { name: 'Kari Ødegård' }).click();
  await queueOn(kari).locator('.row').first().waitFor();
});

test('streams go through the server, and go on with the next token', async () => {
  config.isLive = true;
  await kari.reload();
  await queueOn(kari).locator('.row').first().waitFor();
  const arrives = (ChatSessionId) =>
    stage.emulator.putSession({
      ChatSessionId,
      TopicId: 1,
      Status: 'InQueue',
      CustomerName: `Customer ${ChatSessionId}`,
    });
  arrives(9101);
  await queueOn(kari).getByText('Customer 9101').waitFor();
  stage.emulator.expireLogins();
  arrives(9102);
  await queueOn(kari).getByText('Customer 9102').waitFor();
  assert.equal(await kari.getByText('You are signed out').count(), 0);
});

test('signing out ends the session on the server', async () => {
  const [{ value }] = (await kari.context().cookies()).filter(({ name }) => name === 'session');
  await press(kari, 'Sign out');
  await kari.getByRole('link', { name: 'Sign in with SuperOffice' }).waitFor();
  const headers = { cookie: `session=${value}`, 'content-type': 'application/json' };
  const response = await fetch(`${origin}/graphql`, { method: 'POST', headers, body: '{}' });
  assert.equal(response.status, 401);
});

test('a sign-in that another browser has begun is refused, and no token is requested for it', async () => {
  const begun = await fetch(`${origin}/sign-in`, { redirect: 'manual' });
  const state = new URL(begun.headers.get('location')).searchParams.get('state');
  stage.emulator.clearLog();
  for (const cookie of [undefined, 'state=another']) {
    const headers = cookie && { cookie };
    const response = await fetch(`${origin}/callback?code=x&state=${state}`, { headers, redirect: 'manual' });
    assert.deepEqual([response.status, response.headers.get('set-cookie')], [400, null]);
  }
  assert.deepEqual(callsTo(stage), []);
});

test('no page failed, and the browser contacted only the server and the login', () => {
  assert.deepEqual(browser.pageErrors, []);
  const own = [origin, stage.emulator.url].map((url) => new URL(url).host);
  assert.deepEqual([...browser.askedHosts].sort(), own.sort());
});
