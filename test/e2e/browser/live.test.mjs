/**
 * The console with subscriptions in Chromium, over HTTP/1.1 from another origin: nothing polls, and two streams carry the list and all open
 * conversations.
 */
import '../../witness/quiet-environment.mjs';
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { liveAgentAt, messagesOn, openBrowser, press, queueOn, rowOf } from './agents.mjs';
import { startStage } from './stage.mjs';
import { callsTo } from './truth.mjs';

const chats = [9001, 9002, 9003, 9004, 9005];

let stage, browser, kari;

before(async () => {
  stage = await startStage({ isLive: true, script: undefined });
  browser = await openBrowser();
  for (const id of chats) stage.emulator.putSession(sessionOf(id, 'InQueue'));
});

after(async () => {
  await browser?.close();
  await stage?.close();
});

const sessionOf = (ChatSessionId, Status) => ({
  ChatSessionId,
  TopicId: 1,
  Status,
  CustomerName: `Customer ${ChatSessionId}`,
  FirstMessage: 'Hei!',
  WhenRequested: '2026-03-02T09:29:00Z',
});

async function streams() {
  const text = await (await fetch(`${stage.gatewayUrl}/metrics`)).text();
  return Number(/^superoffice_chat_streams\{transport="multipart"\} (\d+)$/m.exec(text)?.[1] ?? 0);
}

async function until(condition, what) {
  for (let check = 0; check < 300; check += 1) {
    if (await condition()) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  assert.fail(`not in time: ${typeof what === 'function' ? what() : what}`);
}

test('the list is there with two calls, and a customer who arrives appears by one more', async () => {
  kari = await liveAgentAt(browser, stage.site, 'kari');
  await queueOn(kari).getByText('Customer 9001').waitFor();
  const start = () =>
    callsTo(stage)
      .filter((call) => call.startsWith('Chat'))
      .sort();
  await until(() => start().length === 3, start); // the topics' names are a query of their own
  stage.emulator.clearLog();
  stage.emulator.putSession(sessionOf(9006, 'InQueue'));
  await rowOf(kari, 9006).waitFor();
  assert.deepEqual(callsTo(stage), ['GetChatSessionEntity 9006']);
});

test('five open conversations are one stream: two connections are enough, and actions are not delayed', async () => {
  for (const id of chats) {
    await rowOf(kari, id).click();
    await kari.getByRole('heading', { name: `Customer ${id}` }).waitFor();
  }
  await until(async () => (await streams()) === 2, 'two streams');
  await press(kari, 'Pick up');
  await messagesOn(kari).getByText('An agent has joined').waitFor();
  await kari.getByLabel(/^Answer to/).fill('Hello! Æ, ø & å');
  await press(kari, 'Send');
  await messagesOn(kari).getByText('Hello! Æ, ø & å').waitFor();
  stage.emulator.addMessage(9001, { Message: 'to the first' });
  await rowOf(kari, 9001).click();
  await messagesOn(kari).getByText('to the first').waitFor();
  stage.emulator.addMessage(9001, { Message: 'på norsk 👋' });
  await messagesOn(kari).getByText('på norsk 👋').waitFor();
  assert.equal(await streams(), 2);
});

test('a session that is picked up elsewhere changes, and one that is over leaves the list', async () => {
  stage.emulator.putSession(sessionOf(9006, 'UserLast'));
  await kari.getByRole('region', { name: 'Of colleagues' }).getByText('Customer 9006').waitFor();
  stage.emulator.putSession(sessionOf(9006, 'Finished'));
  await rowOf(kari, 9006).waitFor({ state: 'detached' });
});

test('two tabs of one agent are both up to date', async () => {
  const other = await liveAgentAt(browser, stage.site, 'kari');
  stage.emulator.putSession(sessionOf(9007, 'InQueue'));
  await Promise.all([rowOf(kari, 9007).waitFor(), rowOf(other, 9007).waitFor()]);
  await other.context().close();
});

test('a tab that sleeps is up to date when it wakes', async () => {
  const session = await kari.context().newCDPSession(kari);
  await session.send('Page.setWebLifecycleState', { state: 'frozen' });
  stage.emulator.putSession(sessionOf(9008, 'InQueue'));
  stage.emulator.putSession(sessionOf(9007, 'Finished'));
  stage.emulator.addMessage(9001, { Message: 'while you slept' });
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  await session.send('Page.setWebLifecycleState', { state: 'active' });
  await rowOf(kari, 9008).waitFor();
  await rowOf(kari, 9007).waitFor({ state: 'detached' });
  await messagesOn(kari).getByText('while you slept').waitFor();
});

test('a restart of the gateway under an open console loses nothing', async () => {
  await stage.stopGateway();
  stage.emulator.putSession(sessionOf(9009, 'InQueue'));
  stage.emulator.addMessage(9001, { Message: 'during the restart' });
  await stage.startGatewayAgain();
  await rowOf(kari, 9009).waitFor({ timeout: 10_000 });
  await messagesOn(kari).getByText('during the restart').waitFor({ timeout: 10_000 });
  assert.equal(await messagesOn(kari).getByText('to the first').count(), 1);
});

test('the pages had no errors, and only requested the console and the gateway', () => {
  assert.deepEqual(browser.pageErrors, []);
  const hosts = [stage.site.url, stage.gatewayUrl].map((url) => new URL(url).host);
  assert.deepEqual([...browser.askedHosts].sort(), hosts.sort());
});
