/**
 * Agents who use the console, each in their own browser context. Names other than 127.0.0.1 do not resolve, and every
 * host that a page requests is recorded. Requests are not intercepted: playwright would then respond to preflights itself.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { pollSeconds } from './stage.mjs';

/** Those in `screenshots/` are updated on request only, so that a run changes no file of git. */
const screenshots = join(import.meta.dirname, process.env.KEEP_SCREENSHOTS ? 'screenshots' : 'dist/screenshots');
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--no-proxy-server',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];

export async function openBrowser() {
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args });
  const askedHosts = new Set();
  const pageErrors = [];
  const complaints = []; // of the browser's console
  /** @param isLive the page has the real clock; the rest are options of the browser's context */
  const visit = async (url, { isLive = false, ...options } = {}) => {
    const context = await browser.newContext({
      viewport: { width: 1280, height: 800 },
      locale: 'en-GB',
      timezoneId: 'UTC',
      ...options,
    });
    context.on('request', (request) => askedHosts.add(new URL(request.url()).host));
    const page = await context.newPage();
    page.on('pageerror', (error) => pageErrors.push(error.stack));
    page.on('console', (message) => ['error', 'warning'].includes(message.type()) && complaints.push(message.text()));
    page.setDefaultTimeout(5_000);
    if (!isLive) await page.clock.install();
    await page.goto(url);
    return page;
  };
  return { askedHosts, pageErrors, complaints, visit, close: () => browser.close() };
}

export async function signIn(page, token) {
  await page.getByLabel('SuperOffice access token').fill(token);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

/** A signed-in agent, after the first round. */
export async function agentAt(browser, site, token, options) {
  const page = await browser.visit(site.url, options);
  await signIn(page, token);
  await roundsDone(page, 1);
  return page;
}

const roundsDone = (page, count) => page.locator(`.desk[data-rounds="${count}"]`).waitFor();

/** The same where the console subscribes. */
export async function liveAgentAt(browser, site, token) {
  const page = await browser.visit(site.url, { isLive: true });
  await signIn(page, token);
  await roundsDone(page, 1);
  return page;
}

/** Moves the page's clock forward to the next round, and waits until it is over. */
export async function nextRound(page) {
  const before = Number(await page.locator('.desk').getAttribute('data-rounds'));
  await page.clock.fastForward(pollSeconds * 1000);
  await roundsDone(page, before + 1);
}

export const rowOf = (page, id) => page.locator(`[data-session="${id}"]`);

export async function shoot(page, name) {
  mkdirSync(screenshots, { recursive: true });
  await page.screenshot({ path: join(screenshots, `${name}.png`) });
}

export const messagesOn = (page) => page.getByRole('log', { name: 'Messages' });
export const alertOn = (page) => page.getByRole('alert');
export const queueOn = (page) => page.getByRole('region', { name: 'In the queue' });
export const press = (page, name) => page.getByRole('button', { name, exact: true }).click();
