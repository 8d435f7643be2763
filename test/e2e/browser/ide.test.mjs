/**
 * `npm run test:browser`: the page at / in Chromium, with every other host blocked. The page is compared with the emulator's
 * log; screenshots/ide-*.png show it.
 */
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { chromium } from 'playwright-core';
import { gatewayConfig } from '../../../dist/config/gateway-config.js';
import { startEmulator } from '../../../dist/emulator/index.js';
import { gatewayLogger } from '../../../dist/observability/logger.js';
import { startGateway } from '../../../dist/server/gateway.js';

const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--no-proxy-server',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];
const screenshots = join(import.meta.dirname, 'screenshots');
const pictures = join(import.meta.dirname, '../../../docs/pictures');

/** Those of the README; they are updated on request only, so that a run changes no file of git. */
const published = process.env.KEEP_SCREENSHOTS ? ['one-session', 'dark'] : [];

let emulator, gateway, browser;

async function startDemo(settings = {}) {
  const config = gatewayConfig({ PORT: '0', MAX_EVENT_LOOP_DELAY_MS: '0', DRAIN_TIMEOUT_MS: '300', ...settings });
  const logger = gatewayLogger({ level: 'silent', secretHeaders: [] });
  return startGateway({ config, baseUrl: `${emulator.url}/api/v1`, logger });
}

before(async () => {
  mkdirSync(screenshots, { recursive: true });
  emulator = await startEmulator();
  gateway = await startDemo();
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args });
});

after(async () => {
  await browser?.close();
  await gateway?.stop();
  await emulator?.close();
});

/** The loaded page; its requests to other hosts, and the errors and warnings of the browser. */
async function openPage(url = gateway.url, options = {}) {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    locale: 'en-GB',
    timezoneId: 'UTC',
    ...options,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const [elsewhere, complaints] = [[], []];
  await context.route(
    (address) => address.origin !== new URL(url).origin,
    (route) => {
      elsewhere.push(route.request().url());
      return route.abort();
    },
  );
  page.on('console', (message) => ['error', 'warning'].includes(message.type()) && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.stack));
  await page.goto(`${url}/`);
  await page.getByText('Send query OneSession').waitFor();
  emulator.clearLog();
  return { page, elsewhere, complaints, close: () => context.close() };
}

const panelOf = (page) => page.getByRole('complementary', { name: 'REST calls that this query made' });
const totalsOf = (page) => panelOf(page).getByRole('status');

/** The lines of the panel, in the format of the emulator's log. */
const linesOf = (page) =>
  panelOf(page)
    .locator('li')
    .evaluateAll((items) =>
      items.map((item) => {
        const [operation, select] = ['.operation', '.select'].map((part) => item.querySelector(part)?.textContent);
        return operation + (select === undefined ? '' : ` $select=${select}`);
      }),
    );

const responseOf = (page) => page.locator('app-query-result .cm-content').first().innerText();

async function runByKeyboard(page) {
  await page.locator('app-query-editor .cm-content').first().click();
  await page.keyboard.press('Control+Enter');
}

/** Without Altair's notice about the schema, which disappears by itself. */
async function shoot(page, name) {
  await page.getByText('Reloaded doc successfully').waitFor({ state: 'hidden' });
  const folder = published.includes(name) ? pictures : screenshots;
  await page.screenshot({ path: join(folder, `ide-${name}.png`) });
}

/** The data that the page has stored in the browser, as text. */
const keptBy = (page) =>
  page.evaluate(async () => {
    const done = (request) => new Promise((resolve) => (request.onsuccess = () => resolve(request.result)));
    const kept = [JSON.stringify({ ...localStorage, ...sessionStorage }), document.cookie];
    for (const { name } of await indexedDB.databases()) {
      const database = await done(indexedDB.open(name));
      for (const store of database.objectStoreNames) {
        const objects = database.transaction(store).objectStore(store);
        kept.push(JSON.stringify([await done(objects.getAllKeys()), await done(objects.getAll())]));
      }
    }
    return kept.join('\n');
  });

test('the prepared query, its response and its REST calls, without any other host', async () => {
  const { page, elsewhere, complaints, close } = await openPage();
  await runByKeyboard(page);
  await totalsOf(page).getByText('OneSession: 3 calls, 0 saved').waitFor();
  assert.match(await responseOf(page), /"customerName": "Barton Inc and Sons"/);
  assert.deepEqual(await linesOf(page), [...emulator.requests]);
  assert.equal(emulator.requests.length, 3);
  await shoot(page, 'one-session');
  assert.deepEqual({ elsewhere, complaints }, { elsewhere: [], complaints: [] });
  await close();
});

test("a console's start page: each record once, and the calls that joining saved", async () => {
  const { page, elsewhere, complaints, close } = await openPage();
  await page.getByText('Start page', { exact: true }).click();
  await page.getByText('Send query StartPage').waitFor();
  await page.getByRole('button', { name: 'Send Request' }).click();
  await totalsOf(page)
    .getByText(/^StartPage: \d+ calls, \d+ saved/)
    .waitFor();
  assert.match(await responseOf(page), /"myChatSessions"/);
  assert.deepEqual((await linesOf(page)).sort(), [...emulator.requests].sort());
  assert.ok(emulator.requests.length > 8);
  await shoot(page, 'start-page');
  assert.deepEqual({ elsewhere, complaints }, { elsewhere: [], complaints: [] });
  await close();
});

test('a subscription shows what is now, and what changes', async () => {
  const live = await startDemo({ LIVE_POLL_SECONDS: '1' });
  const { page, elsewhere, complaints, close } = await openPage(live.url);
  await page.getByText('Live', { exact: true }).click();
  await page.locator('app-query-editor').getByText('myChatSessionsChanged').first().waitFor();
  await page.getByRole('button', { name: 'Send Request' }).click();
  await page.getByText('"isComplete": true').first().waitFor();
  emulator.putSession({ ChatSessionId: 9501, TopicId: 1, Status: 'InQueue', CustomerName: 'Somebody new' });
  await page.getByText('Somebody new').first().waitFor();
  await shoot(page, 'live');
  assert.deepEqual({ elsewhere, complaints }, { elsewhere: [], complaints: [] });
  await close();
  await live.stop();
  emulator.putSession({ ChatSessionId: 9501, TopicId: 1, Status: 'Closed' });
});

test('the headers are prepared, documentation opens from the schema, and no credentials are stored in the browser', async () => {
  const { page, elsewhere, complaints, close } = await openPage();
  await runByKeyboard(page);
  await totalsOf(page).getByText('3 calls').waitFor();
  await page
    .locator('app-header .side-menu-item, .side-menu-item')
    .filter({ has: page.locator('.lucide-loader') })
    .click();
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  const shown = await dialog
    .locator('.cm-content, input')
    .evaluateAll((all) => all.map((one) => one.value ?? one.innerText));
  for (const text of ['authorization', 'SO-Language', 'x-superoffice-explain']) assert.ok(shown.includes(text), text);
  await shoot(page, 'headers');
  await page.keyboard.press('Escape');
  await page.getByText('Docs', { exact: true }).click();
  await page.waitForFunction(() => document.querySelector('app-doc-viewer').clientWidth > 200); // closed, it is 1 px wide
  assert.match(await page.locator('app-doc-viewer').innerText(), /Query\s+Mutation/);
  await shoot(page, 'documentation');
  const kept = await keptBy(page);
  assert.match(kept, /AltairDB|altair/i);
  assert.doesNotMatch(kept, /dGplMDpUamUw|authorization|Barton/i);
  assert.deepEqual({ elsewhere, complaints }, { elsewhere: [], complaints: [] });
  await close();
});

test('the panel closes and opens by keyboard, and the query uses its space', async () => {
  const { page, close } = await openPage();
  const toggle = page.getByRole('button', { name: 'Hide' });
  await toggle.focus();
  await page.keyboard.press('Enter');
  const show = page.getByRole('button', { name: 'Show REST calls' });
  assert.equal(await show.getAttribute('aria-expanded'), 'false');
  assert.equal(await page.locator('app-root').evaluate((root) => root.clientWidth), 1280);
  await runByKeyboard(page);
  await show.press('Space');
  await totalsOf(page).getByText('3 calls').waitFor();
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'rest-calls-body'); // and arrows scroll it
  await close();
});

test('on a phone the panel is closed at first, and opens as a sheet that leaves the query in view', async () => {
  const { page, elsewhere, complaints, close } = await openPage(gateway.url, { viewport: { width: 390, height: 844 } });
  await page.getByText('Send query OneSession').waitFor();
  assert.equal(await page.locator('app-root').evaluate((root) => root.clientWidth), 390);
  await runByKeyboard(page);
  await shoot(page, 'phone');
  await page.getByRole('button', { name: 'Show REST calls' }).click();
  await totalsOf(page).getByText('3 calls').waitFor();
  const { y, width } = await panelOf(page).boundingBox();
  assert.equal(width, 390);
  assert.ok(y >= 300, `the sheet begins at ${y}`);
  await shoot(page, 'phone-calls');
  assert.deepEqual({ elsewhere, complaints }, { elsewhere: [], complaints: [] });
  await close();
});

test('where the system is dark, so is the page', async () => {
  const { page, complaints, close } = await openPage(gateway.url, { colorScheme: 'dark' });
  await runByKeyboard(page);
  await totalsOf(page).getByText('3 calls').waitFor();
  const brightness = (locator) =>
    locator.evaluate((element) =>
      Math.max(...getComputedStyle(element).backgroundColor.match(/\d+/g).slice(0, 3).map(Number)),
    );
  assert.ok((await brightness(panelOf(page))) < 80);
  assert.ok((await brightness(page.locator('body'))) < 80);
  await shoot(page, 'dark');
  assert.deepEqual(complaints, []);
  await close();
});

test('names are shown as text, whatever they contain', async () => {
  const { page, complaints, close } = await openPage();
  const hostile = '<img src=x onerror="document.title=1">';
  const call = { operation: hostile, id: hostile, select: hostile, status: 503, attempt: 2, durationMs: 1, bytes: 1 };
  const superoffice = { callsMade: 1, callsSaved: 0, calls: [call] };
  await page.route('**/graphql', (route) => route.fulfill({ json: { data: {}, extensions: { superoffice } } }));
  await runByKeyboard(page);
  await totalsOf(page).getByText('1 call, 0 saved').waitFor();
  assert.deepEqual(await linesOf(page), [`${hostile} ${hostile} $select=${hostile}`]);
  assert.match(await panelOf(page).innerText(), /503\s+1 ms\s+1 B\s+attempt 2/);
  assert.equal(await panelOf(page).locator('img').count(), 0);
  assert.deepEqual(complaints, []);
  await close();
});

test('where the gateway does not list the calls, the panel explains how to enable it, and the response is shown', async () => {
  const silent = await startDemo({ EXPLAIN: 'false' });
  const { page, close } = await openPage(silent.url);
  await runByKeyboard(page);
  await panelOf(page).getByText('EXPLAIN=true').waitFor();
  assert.match(await responseOf(page), /Barton/);
  assert.deepEqual(await linesOf(page), []);
  await close();
  await silent.stop();
});
