/**
 * `npm run test:browser`: a transfer reaches the colleague who was clicked, on a SuperOffice whose list has ejUser
 * ids and on one whose list has associate ids. In the emulator each number of a person is another person's number of the other kind.
 */
import '../../witness/quiet-environment.mjs';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { agentAt, openBrowser, press, rowOf, signIn } from './agents.mjs';
import { startStage } from './stage.mjs';
import { openSessions } from './truth.mjs';

const colleagues = ['Terje Nordmann', 'Jan van Dijk', '李 小龙'];

for (const chatUserIds of ['ej-user', 'associate']) {
  test(`a conversation is offered to the colleague who was clicked: ${chatUserIds} ids`, async (t) => {
    const stage = await startStage({ chatUserIds });
    const browser = await openBrowser();
    t.after(async () => {
      await browser.close();
      await stage.close();
    });
    const kari = await agentAt(browser, stage.site, 'kari');
    const [{ ChatSessionId: id }] = await openSessions(stage);
    await rowOf(kari, id).click();
    await press(kari, 'Pick up');
    for (const name of colleagues) {
      await press(kari, 'Hand over');
      await kari.getByRole('group', { name: 'Hand over to' }).getByRole('button', { name }).click();
      await kari.getByText(`offered to ${name}`).waitFor();
      const { TransferTo } = (await openSessions(stage)).find(({ ChatSessionId }) => ChatSessionId === id);
      assert.equal(TransferTo.FullName, name);
      await reopen(kari, id);
    }
    assert.deepEqual(browser.pageErrors, []);
  });
}

/** From the sign-in on, so that the list of colleagues is fetched again. */
async function reopen(page, id) {
  await page.reload();
  await signIn(page, 'kari');
  await rowOf(page, id).click();
  await page.getByRole('button', { name: 'Hand over' }).waitFor();
}
