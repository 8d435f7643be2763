/**
 * `npm run test:browser`: the console on a phone, in the dark and by keyboard; the contrast of all its texts.
 */
import '../../witness/quiet-environment.mjs';
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { agentAt, messagesOn, openBrowser, press, rowOf, shoot } from './agents.mjs';
import { startStage } from './stage.mjs';
import { openSessions } from './truth.mjs';

let stage, browser, id;

before(async () => {
  stage = await startStage();
  browser = await openBrowser();
  [{ ChatSessionId: id }] = await openSessions(stage);
});

after(async () => {
  await browser?.close();
  await stage?.close();
});

/** Texts with a contrast below 4.5 to 1 (WCAG AA), with their ratio. */
const weakTexts = (page) =>
  page.evaluate(() => {
    const channels = (colour) => colour.match(/[\d.]+/g).map(Number);
    const isSeen = (colour) => channels(colour)[3] !== 0;
    const brightness = (colour) => {
      const [red, green, blue] = channels(colour).map((value) =>
        value / 255 <= 0.03928 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4,
      );
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const ground = (element) => {
      const { backgroundColor } = getComputedStyle(element);
      return isSeen(backgroundColor) || !element.parentElement ? backgroundColor : ground(element.parentElement);
    };
    const hasText = ({ childNodes }) => [...childNodes].some(({ nodeType, data }) => nodeType === 3 && data.trim());
    return [...document.body.querySelectorAll('*')].flatMap((element) => {
      if (!hasText(element) || element.closest(':disabled')) return [];
      const [dark, bright] = [brightness(getComputedStyle(element).color), brightness(ground(element))].sort(
        (one, other) => one - other,
      );
      const ratio = (bright + 0.05) / (dark + 0.05);
      return ratio < 4.5 ? [`${element.textContent.slice(0, 40)}: ${ratio.toFixed(2)}`] : [];
    });
  });

for (const colorScheme of ['light', 'dark']) {
  test(`every text can be read: ${colorScheme}`, async () => {
    const page = await agentAt(browser, stage.site, 'kari', { colorScheme });
    await rowOf(page, id).click();
    await messagesOn(page).getByRole('listitem').first().waitFor();
    assert.deepEqual(await weakTexts(page), []);
    await shoot(page, `console-${colorScheme}`);
    await page.context().close();
  });
}

test('on a phone there is the list, or one conversation, and nothing is wider than the screen', async () => {
  const page = await agentAt(browser, stage.site, 'kari', { viewport: { width: 390, height: 844 } });
  const isTooWide = () => page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
  assert.equal(await isTooWide(), false);
  await shoot(page, 'console-phone-list');
  await rowOf(page, id).click();
  await press(page, 'Pick up');
  await page.getByLabel(/^Answer to/).waitFor();
  assert.equal(await isTooWide(), false);
  assert.equal(await rowOf(page, id).isVisible(), false);
  await shoot(page, 'console-phone');
  await press(page, 'Back');
  await rowOf(page, id).waitFor();
  await page.context().close();
});

test('by keyboard: a conversation is opened, and a message sent', async () => {
  const page = await agentAt(browser, stage.site, 'kari');
  const focused = () => page.evaluate(() => document.activeElement?.dataset?.session ?? document.activeElement?.id);
  const tabTo = async (wanted) => {
    for (let presses = 0; presses < 40; presses += 1) {
      await page.keyboard.press('Tab');
      if ((await focused()) === wanted) return;
    }
    assert.fail(`${wanted} is not reached`);
  };
  await tabTo(String(id));
  await page.keyboard.press('Enter');
  await page.getByLabel(/^Answer to/).waitFor();
  await tabTo('answer');
  const width = await page.evaluate(() => getComputedStyle(document.activeElement).outlineWidth);
  assert.equal(width, '3px'); // the focus is visible
  await page.keyboard.type('By keyboard');
  await page.keyboard.press('Control+Enter');
  await messagesOn(page).getByText('By keyboard').waitFor();
  await page.context().close();
});

test('no page failed', () => assert.deepEqual([browser.pageErrors, browser.complaints], [[], []]));
