/**
 * `npm run test:browser`: the page at / in Chromium, with every other host blocked. The page is compared with the emulator's
 * log; screenshots/ide-*.png show it.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  emulator,
  gateway,
  keptBy,
  linesOf,
  openPage,
  panelOf,
  responseOf,
  runByKeyboard,
  shoot,
  startDemo,
  totalsOf,
} from './ide-stage.mjs';

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
  assert.match(kept, /^{"[^}]*altair/); // of localStorage
  assert.doesNotMatch(kept, /AltairDB|dGplMDpUamUw|authorization|Barton|chatSession/i);
  assert.deepEqual({ elsewhere, complaints }, { elsewhere: [], complaints: [] });
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

test('the schema is requested once, and again only by the button', async () => {
  const { page, complaints, close } = await openPage(gateway.url, { isOpen: false });
  const schemas = [];
  page.on('request', (request) => request.postData()?.includes('IntrospectionQuery') && schemas.push(request));
  await page.goto(`${gateway.url}/`);
  for (const [tab, query] of [
    ['Messages', 'query Messages'],
    ['Start page', 'query StartPage'],
    ['Search', 'query LongWaits'],
  ]) {
    await page.getByText(tab, { exact: true }).click();
    await page.getByText(`Send ${query}`).waitFor();
  }
  await page.getByText('Docs', { exact: true }).click();
  await page.locator('app-doc-viewer').getByText('Mutation').first().waitFor();
  assert.equal(schemas.length, 1);
  const again = page.waitForRequest((request) => request.postData()?.includes('IntrospectionQuery'));
  await page.locator('[track-id="reload_docs"]').click();
  await again;
  assert.equal(schemas.length, 2);
  assert.deepEqual(complaints, []);
  await close();
});

test('tabs with variables show them, and those that were closed stay closed', async () => {
  const { page, complaints, close } = await openPage();
  const variables = page.locator('app-variables-editor');
  assert.equal(await variables.count(), 0); // of the first query
  const openTab = async (name, query) => {
    await page.getByText(name, { exact: true }).click();
    await page.getByText(`Send ${query}`).waitFor();
  };
  await openTab('Messages', 'query Messages');
  await variables.getByText('"session": "192"').waitFor();
  await shoot(page, 'variables');
  await openTab('Pick up', 'mutation PickUp');
  await variables.getByText('"id": "4"').waitFor();
  await page.getByText('Variables', { exact: true }).click();
  await variables.waitFor({ state: 'detached' });
  await openTab('Messages', 'query Messages');
  await variables.waitFor();
  await openTab('Pick up', 'mutation PickUp');
  assert.equal(await variables.count(), 0);
  assert.deepEqual(complaints, []);
  await close();
});

test('the browser asks before a reload that would lose what was typed, and only then', async () => {
  const { page, close } = await openPage();
  const asked = [];
  page.on('dialog', async (dialog) => {
    asked.push(dialog.type());
    await dialog.accept();
  });
  const reload = async () => {
    await page.reload();
    await page.getByText('Send query OneSession').waitFor();
  };
  await runByKeyboard(page);
  await reload();
  await page.locator('app-query-editor .cm-content').first().click();
  await page.keyboard.type('#');
  await page.keyboard.press('Backspace');
  await reload();
  assert.deepEqual(asked, []);
  await page.locator('app-query-editor .cm-content').first().click();
  await page.keyboard.type('#');
  await reload();
  assert.deepEqual(asked, ['beforeunload']);
  await page.locator('app-query-editor .cm-content').first().click();
  await page.keyboard.press('Enter');
  await page.getByText('Start page', { exact: true }).click();
  await page.getByText('Send query StartPage').waitFor();
  await reload();
  assert.deepEqual(asked, ['beforeunload', 'beforeunload']); // of a tab that is not in front
  await close();
});

/** What has the focus: its name, and whether its outline shows it. */
const focused = (page) =>
  page.evaluate(() => {
    const { activeElement: element } = document;
    const text = (element.querySelector('.window-switcher__input') ?? element).textContent.trim();
    const name = element.getAttribute('aria-label') ?? element.getAttribute('track-id') ?? text;
    const isEditor = element.matches('.cm-content, input, body'); // these show a caret
    return { name, isSeen: isEditor || getComputedStyle(element).outlineStyle === 'solid' };
  });

test('everything is reached by Tab, with a visible focus, and works by Enter', async () => {
  const { page, complaints, close } = await openPage();
  await page.locator('app-query-editor .cm-content').first().click();
  const names = [];
  for (let steps = 0; steps < 60 && !names.includes('show_docs'); steps += 1) {
    await page.keyboard.press('Escape'); // leaves an editor, in which Tab indents
    await page.keyboard.press('Tab');
    const { name, isSeen } = await focused(page);
    assert.ok(isSeen, `${name} shows no focus`);
    names.push(name);
  }
  for (const name of [
    'toggle_variables',
    'Hide',
    'List of REST calls',
    'Start page',
    'Set Headers',
    'Settings',
    'Query tools',
    'Prettify',
    'show_docs',
  ])
    assert.ok(names.includes(name), `${name} is not among ${names.join(', ')}`);
  await page.locator('.window-switcher__item').filter({ hasText: 'Start page' }).press('Enter');
  await page.getByText('Send query StartPage').waitFor();
  await page.locator('[track-id="show_set_headers"]').press('Enter');
  await page.getByRole('dialog').waitFor();
  assert.deepEqual(complaints, []);
  await close();
});
