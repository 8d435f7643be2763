/**
 * What the tests of the page at / share: a gateway on the emulator, and the page in Chromium with every other host blocked.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before } from 'node:test';
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

export let emulator, gateway;
let browser;

export async function startDemo(settings = {}) {
  const config = gatewayConfig({ PORT: '0', MAX_EVENT_LOOP_DELAY_MS: '0', DRAIN_TIMEOUT_MS: '300', ...settings });
  const logger = gatewayLogger({ level: 'silent', secretHeaders: [] });
  return startGateway({ config, baseUrl: `${emulator.url}/api/v1`, logger });
}

/** Where callers have credentials of their own. */
export const startForCallers = (settings = {}) =>
  startDemo({
    SUPEROFFICE_URL: emulator.url,
    HOST: '127.0.0.1',
    IDE: 'true',
    EXPLAIN: 'true',
    INTROSPECTION: 'true',
    ...settings,
  });

before(async () => {
  mkdirSync(screenshots, { recursive: true });
  emulator = await startEmulator({ rejectCredentials: ['Bearer <your token>'] });
  gateway = await startDemo();
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args });
});

after(async () => {
  await browser?.close();
  await gateway?.stop();
  await emulator?.close();
});

/** The loaded page; its requests to other hosts, and the errors and warnings of the browser. */
export async function openPage(url = gateway.url, { isOpen = true, ...options } = {}) {
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
  if (isOpen) await page.goto(`${url}/`);
  if (isOpen) await page.getByText('Send query OneSession').waitFor();
  emulator.clearLog();
  return { page, elsewhere, complaints, close: () => context.close() };
}

export const panelOf = (page) => page.getByRole('complementary', { name: 'REST calls that this query made' });
export const totalsOf = (page) => panelOf(page).getByRole('status');

/** The lines of the panel, in the format of the emulator's log. */
export const linesOf = (page) =>
  panelOf(page)
    .locator('li')
    .evaluateAll((items) =>
      items.map((item) => {
        const [operation, select] = ['.operation', '.select'].map((part) => item.querySelector(part)?.textContent);
        return operation + (select === undefined ? '' : ` $select=${select}`);
      }),
    );

export const responseOf = (page) => page.locator('app-query-result .cm-content').first().innerText();

export async function runByKeyboard(page) {
  await page.locator('app-query-editor .cm-content').first().click();
  await page.keyboard.press('Control+Enter');
}

/** Without Altair's notice about the schema, which disappears by itself. */
export async function shoot(page, name) {
  await page.getByText('Reloaded doc successfully').waitFor({ state: 'hidden' });
  const folder = published.includes(name) ? pictures : screenshots;
  await page.screenshot({ path: join(folder, `ide-${name}.png`) });
}

/** The data that the page has stored in the browser, as text; another document of its origin reads it. */
export async function keptBy(page) {
  const other = await page.context().newPage();
  await other.goto(`${gateway.url}/live`);
  return other.evaluate(async () => {
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
}
