/** `npm run test:browser`: what the panel of the page at / says of each response, and what it offers. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { execFile } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import {
  emulator,
  gateway,
  linesOf,
  openPage,
  panelOf,
  responseOf,
  runByKeyboard,
  shoot,
  startDemo,
  startForCallers,
  totalsOf,
} from './ide-stage.mjs';

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

test('names are shown as text, whatever they contain', async () => {
  const { page, complaints, close } = await openPage();
  const hostile = '<img src=x onerror="document.title=1">';
  const call = {
    operation: hostile,
    id: hostile,
    select: hostile,
    status: 503,
    attempt: 2,
    startMs: 0,
    durationMs: 1,
    bytes: 1,
  };
  const superoffice = { callsMade: 1, callsSaved: 0, calls: [call] };
  await page.route('**/graphql', (route) => route.fulfill({ json: { data: {}, extensions: { superoffice } } }));
  await runByKeyboard(page);
  await totalsOf(page).getByText('1 call, 0 saved').waitFor();
  assert.deepEqual(await linesOf(page), [`${hostile} ${hostile} $select=${hostile}`]);
  assert.match(await panelOf(page).innerText(), /503\s+1 ms\s+from 0 ms\s+1 B\s+attempt 2/);
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

test('without a token the panel says where it belongs', async () => {
  const callers = await startForCallers();
  const { page, close } = await openPage(callers.url);
  await panelOf(page).getByText('put your token into authorization').waitFor();
  await runByKeyboard(page);
  await panelOf(page).getByText('Your credentials are missing or not accepted').waitFor();
  assert.match(await panelOf(page).locator('.notes').innerText(), /^UNAUTHENTICATED: /);
  await shoot(page, 'no-token');
  await page.locator('[track-id="show_set_headers"]').click();
  const value = page.getByRole('dialog').getByText('Bearer <your token>');
  await value.click();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('Bearer a-token');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Send Request' }).click();
  await totalsOf(page).getByText('3 calls').waitFor();
  assert.equal(await panelOf(page).getByText('Your credentials are missing').count(), 0);
  await close();
  await callers.stop();
});

test('a gateway that does not respond, and a device that is offline', async () => {
  const short = await startDemo();
  const { page, close } = await openPage(short.url);
  await page.context().setOffline(true);
  await runByKeyboard(page);
  await totalsOf(page).getByText('Offline').waitFor();
  await panelOf(page).getByText('Connect to the network').waitFor();
  await shoot(page, 'offline');
  await page.context().setOffline(false);
  await short.stop();
  await runByKeyboard(page);
  await totalsOf(page).getByText('The gateway is unreachable').waitFor();
  await panelOf(page).getByText('Check that the gateway runs').waitFor();
  await close();
});

test('a document that is refused shows the codes and messages', async () => {
  const documents = join(mkdtempSync(join(tmpdir(), 'ide-')), 'documents.json');
  writeFileSync(documents, JSON.stringify({ a: '{ __typename }' }));
  const trusting = await startDemo({ TRUSTED_DOCUMENTS: documents });
  const limited = await startDemo({ MAX_DEPTH: '1' });
  for (const [{ url }, code] of [
    [trusting, /PERSISTED_QUERY_\w+: /],
    [limited, /OPERATION_TOO_LARGE: At most 1 levels/],
  ]) {
    const { page, close } = await openPage(url);
    await runByKeyboard(page);
    await totalsOf(page).getByText('OneSession: refused before any call').waitFor();
    assert.match(await panelOf(page).locator('.notes').innerText(), code);
    await close();
  }
  await trusting.stop();
  await limited.stop();
});

test('the copied command is the request without its credentials, and runs in sh', async () => {
  const { page, close } = await openPage();
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: gateway.url });
  await page.locator('app-query-editor .cm-content').first().click();
  await page.keyboard.press('Control+Home');
  await page.keyboard.type(`# it's "$HOME" \`date\` \\ !\n`);
  await page.keyboard.press('Control+Enter');
  await totalsOf(page).getByText('3 calls').waitFor();
  const response = JSON.parse((await responseOf(page)).replace(/^\d+$/gm, ''));
  await panelOf(page).getByRole('button', { name: 'Copy as curl' }).click();
  await panelOf(page).getByRole('button', { name: 'Copied' }).waitFor();
  const command = await page.evaluate(() => navigator.clipboard.readText());
  assert.match(command, /"authorization: Basic \$TOKEN"/);
  assert.doesNotMatch(command, /dGplMDpUamUw/);
  emulator.clearLog();
  const { stdout } = await promisify(execFile)('sh', ['-c', command], {
    env: { ...process.env, TOKEN: 'dGplMDpUamUw' },
  });
  assert.deepEqual(JSON.parse(stdout).data, response.data);
  assert.equal(emulator.requests.length, 3);
  await close();
});

/** As WCAG 2 defines it, of colours as browsers compute them. */
function contrast(...colours) {
  const luminances = colours.map((colour) => {
    const [red, green, blue] = colour.match(/\d+/g).map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  });
  return (Math.max(...luminances) + 0.05) / (Math.min(...luminances) + 0.05);
}

/** Each text of the panel with its colour and the background behind it; each bar with its colour and its lane's. */
const coloursIn = (page) =>
  panelOf(page).evaluate((panel) => {
    const behind = (element) => {
      const { backgroundColor } = getComputedStyle(element);
      return backgroundColor === 'rgba(0, 0, 0, 0)' ? behind(element.parentElement) : backgroundColor;
    };
    const hasText = (element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    const texts = [...panel.querySelectorAll('*')].filter((element) => hasText(element) && element.checkVisibility());
    const bars = [...panel.querySelectorAll('.bar')];
    return [
      ...texts.map((element) => [element.textContent, getComputedStyle(element).color, behind(element), 4.5]),
      ...bars.map((element) => ['bar', behind(element), behind(element.parentElement), 3]),
    ];
  });

for (const colorScheme of ['light', 'dark'])
  test(`texts and bars have sufficient contrast: ${colorScheme}`, async () => {
    const callers = await startForCallers();
    const { page, close } = await openPage(callers.url, { colorScheme });
    await page.route('**/graphql', async (route) => {
      const headers = { ...route.request().headers(), authorization: 'Bearer a-token' };
      await route.continue({ headers });
    });
    emulator.injectFault({ kind: 'status', status: 503 });
    await runByKeyboard(page);
    await totalsOf(page).getByText('4 calls').waitFor();
    const colours = await coloursIn(page);
    const names = colours.map(([name]) => name).join('\n');
    for (const shown of ['503', 'attempt 2', '$select=', 'Copy as curl', 'Your credentials', 'bar'])
      assert.match(names, new RegExp(shown.replace('$', '\\$')));
    for (const [name, ...pair] of colours) {
      const least = pair.pop();
      assert.ok(contrast(...pair) >= least, `${name}: ${pair.join(' on ')} has ${contrast(...pair)}`);
    }
    await close();
    await callers.stop();
  });

test('the bars follow the figures', async () => {
  const { page, close } = await openPage();
  await runByKeyboard(page);
  await totalsOf(page).getByText('3 calls').waitFor();
  const rows = await panelOf(page)
    .locator('li')
    .evaluateAll((items) =>
      items.map((item) => {
        const [bar, lane] = ['.bar', '.lane'].map((part) => item.querySelector(part).getBoundingClientRect());
        const [, durationMs, startMs] = /(\d+) ms\s*from (\d+) ms/.exec(item.querySelector('.figures').innerText);
        return {
          start: (bar.left - lane.left) / lane.width,
          end: (bar.right - lane.left) / lane.width,
          startMs,
          durationMs,
        };
      }),
    );
  const totalMs = Math.max(...rows.map(({ startMs, durationMs }) => Number(startMs) + Number(durationMs)));
  for (const { start, end, startMs, durationMs } of rows) {
    assert.ok(Math.abs(start - startMs / totalMs) < 0.02);
    assert.ok(end <= 1.011 && end + 0.02 >= (Number(startMs) + Number(durationMs)) / totalMs);
  }
  await close();
});
