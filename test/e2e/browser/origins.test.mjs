/**
 * `npm run test:browser`: refused callers. Credentials that are refused, and pages from an origin that is not in CORS_ORIGINS.
 * Chromium and the gateway stop them, so each test checks which requests reached SuperOffice.
 */
import '../../witness/quiet-environment.mjs';
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { agentAt, alertOn, openBrowser, press, queueOn, shoot, signIn } from './agents.mjs';
import { startStage } from './stage.mjs';
import { callsTo } from './truth.mjs';

let stage, browser;

before(async () => {
  stage = await startStage();
  browser = await openBrowser();
});

after(async () => {
  await browser?.close();
  await stage?.close();
});

test('a wrong token leads to the sign-in, with the reason; a right one is accepted', async () => {
  const page = await browser.visit(stage.site.url);
  await signIn(page, 'expired');
  await alertOn(page).getByText('UNAUTHENTICATED').waitFor();
  assert.equal(callsTo(stage).length, 3); // of the first round, and no further one
  await signIn(page, 'jan');
  await queueOn(page).waitFor();
});

test('an expired token does, too', async () => {
  const page = await agentAt(browser, stage.site, 'jan');
  stage.emulator.injectFault({ kind: 'status', status: 401, match: { operation: 'ChatSessionsForUser' } });
  await press(page, 'Check now');
  await alertOn(page).getByText('You are signed out').waitFor();
  await shoot(page, 'signed-out');
});

test('a page from an origin that is not allowed reads nothing, and reaches nothing', async () => {
  const page = await browser.visit(stage.strangerSite.url);
  const refusals = [];
  page.on('console', (message) => refusals.push(message.text()));
  stage.emulator.clearLog();
  await signIn(page, 'kari');
  await alertOn(page).getByText('The gateway cannot be reached').waitFor();
  assert.ok(
    refusals.some((text) => text.includes('blocked by CORS policy')),
    refusals.join('\n'),
  );
  assert.deepEqual(callsTo(stage), []);
});

const forgedTypes = ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'];

test('a forged post, which a browser sends without a preflight, is refused before any action', async () => {
  const page = await browser.visit(stage.strangerSite.url);
  const url = `${stage.gatewayUrl}/graphql`;
  const body = JSON.stringify({ query: 'mutation { pickUpNextChatSession { session { id } } }' });
  const forge = ([address, type, text]) =>
    fetch(address, { method: 'POST', mode: 'no-cors', headers: { 'content-type': type }, body: text }).then(
      () => 'sent',
    );
  stage.emulator.clearLog();
  for (const type of forgedTypes) {
    const responded = page.waitForResponse(url);
    assert.equal(await page.evaluate(forge, [url, type, body]), 'sent');
    const status = (await responded).status();
    assert.ok(status >= 400 && status < 500, `${type}: ${status}`);
  }
  assert.deepEqual(callsTo(stage), []);
});

test('no page failed, and no other host was contacted', () => {
  assert.deepEqual(browser.pageErrors, []);
  const own = [stage.site.url, stage.strangerSite.url, stage.gatewayUrl].map((url) => new URL(url).host);
  assert.deepEqual([...browser.askedHosts].sort(), own.sort());
});
