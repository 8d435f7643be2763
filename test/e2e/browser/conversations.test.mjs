/** `npm run test:browser`: conversations that are opened one after the other each show their own customer. */
import '../../witness/quiet-environment.mjs';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { agentAt, messagesOn, openBrowser, rowOf } from './agents.mjs';
import { startStage } from './stage.mjs';
import { callsTo, messagesOf, openSessions } from './truth.mjs';

test('two conversations show their own customer and messages, each read once', async (t) => {
  const stage = await startStage();
  const browser = await openBrowser();
  t.after(async () => {
    await browser.close();
    await stage.close();
  });
  const kari = await agentAt(browser, stage.site, 'kari');
  const [first, second] = await openSessions(stage);
  assert.notEqual(first.CustomerName, second.CustomerName);
  stage.emulator.clearLog();

  for (const { ChatSessionId, CustomerName } of [first, second, first, second]) {
    await rowOf(kari, ChatSessionId).click();
    await kari.getByRole('heading', { name: CustomerName }).waitFor();
    const { Message } = (await messagesOf(stage, ChatSessionId)).at(-1);
    await messagesOn(kari).getByText(Message).first().waitFor();
    const label = await kari.getByRole('main').getAttribute('aria-label');
    assert.equal(label, `Conversation with ${CustomerName}`);
  }

  assert.deepEqual(
    callsTo(stage),
    [first, second].map(({ ChatSessionId }) => `GetChatMessages ${ChatSessionId}`),
  );
  assert.deepEqual([browser.pageErrors, browser.complaints], [[], []]);
});
