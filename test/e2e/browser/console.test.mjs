/**
 * `npm run test:browser`: a chat console in Chromium, against the gateway on the emulator, from another origin. Each scenario
 * checks the screen and the calls to SuperOffice. The scenarios depend on each other, like a working day of an agent.
 */
import '../../witness/quiet-environment.mjs';
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { agentAt, alertOn, messagesOn, nextRound, openBrowser, press, queueOn, rowOf, shoot } from './agents.mjs';
import { startStage } from './stage.mjs';
import { callsTo, messagesOf, openSessions } from './truth.mjs';

let stage, browser, kari, first, second, third;

before(async () => {
  stage = await startStage();
  browser = await openBrowser();
});

after(async () => {
  await browser?.close();
  await stage?.close();
});

/** One round of the page, and its calls. */
async function costOfRound(page) {
  stage.emulator.clearLog();
  await nextRound(page);
  return callsTo(stage);
}

/** The calls for the list in the next round: a second one when a new person is in it, for their name. */
async function callsForList(page) {
  const rows = await page.locator('.row').evaluateAll((all) => all.map(({ dataset }) => Number(dataset.session)));
  const isSomebodyNew = (await openSessions(stage)).some(({ ChatSessionId }) => !rows.includes(ChatSessionId));
  return isSomebodyNew ? ['ChatSessionsForUser', 'ChatSessionsForUser'] : ['ChatSessionsForUser'];
}

const lastMessageOf = async (sessionId) => (await messagesOf(stage, sessionId)).at(-1);
const responseBox = (page) => page.getByLabel(/^Answer to/);

test("the list shows SuperOffice's data: one call, one for the names of the topics, and one for who the agent is", async () => {
  kari = await agentAt(browser, stage.site, 'kari');
  await queueOn(kari).getByText('Support').first().waitFor();
  const principal = 'GET /api/v1/User/currentPrincipal';
  assert.deepEqual(callsTo(stage), [principal, 'ChatTopicsForUser', 'ChatSessionsForUser']);
  await kari.getByText('Kari Ødegård').waitFor();
  const sessions = await openSessions(stage);
  [first, second, third] = sessions.map(({ ChatSessionId }) => ChatSessionId);
  const names = await queueOn(kari).locator('.row strong').allInnerTexts();
  assert.deepEqual(
    names,
    sessions.map(({ CustomerName }) => CustomerName),
  );
  assert.match(await rowOf(kari, first).innerText(), /waits 1 min \d+ s/);
  await shoot(kari, 'list');
});

/** Nothing is on its way or has failed: a message that is sent again has no alert, and has not arrived yet. */
const allArrived = (page) => messagesOn(page).locator('.unsent').waitFor({ state: 'hidden' });

test('opening a conversation costs one GetChatMessages; its customer is in the cache', async () => {
  const [{ CustomerName, FirstMessage }] = await openSessions(stage);
  stage.emulator.clearLog();
  await rowOf(kari, first).click();
  await messagesOn(kari).getByText(FirstMessage).waitFor();
  await kari.getByRole('heading', { name: CustomerName }).waitFor();
  assert.deepEqual(callsTo(stage), [`GetChatMessages ${first}`]);
});

test('a round without changes is one call', async () => {
  assert.deepEqual(await costOfRound(kari), ['ChatSessionsForUser']);
  assert.deepEqual(await costOfRound(kari), ['ChatSessionsForUser']);
  const [{ select }] = stage.emulator.log;
  assert.equal(
    select,
    'ChatSessionId,Status,TransferTo/AssociateId,User/AssociateId,WhenEnded,WhenFetched,WhenIdle,WhenRequested,WhenStarted',
  );
});

test('a customer is picked up: the welcome is read from the last message on', async () => {
  const before = await lastMessageOf(first);
  stage.emulator.clearLog();
  await press(kari, 'Pick up');
  await messagesOn(kari).getByText('An agent has joined').waitFor();
  const reading = `GetChatMessages ${first} after=${before.ChatMessageId}`;
  assert.deepEqual(callsTo(stage), [`PickUpChatSession ${first}`, reading]);
  const welcome = await lastMessageOf(first);
  assert.deepEqual(await costOfRound(kari), [
    'ChatSessionsForUser',
    'ChatSessionsForUser', // a customer has left the queue: the list is read with its names
    `GetChatMessages ${first} after=${welcome.ChatMessageId}`,
  ]);
});

test('a response is sent to SuperOffice unchanged', async () => {
  const before = await lastMessageOf(first);
  const text = 'Hello! Which <b>version</b> is it?\nÆ, ø, å, ő & “quotes”';
  stage.emulator.clearLog();
  await responseBox(kari).fill(text);
  await press(kari, 'Send');
  await messagesOn(kari).getByText('Which <b>version</b> is it?').waitFor();
  await allArrived(kari);
  const reading = `GetChatMessages ${first} after=${before.ChatMessageId}`;
  assert.deepEqual(callsTo(stage), [`AddChatMessage ${first}`, reading]);
  const { Message, Type, Author } = await lastMessageOf(first);
  assert.deepEqual([Message, Type, Author], [text, 'ToCustomer', 'Kari Ødegård']);
  assert.equal(await responseBox(kari).inputValue(), '');
});

test("a customer's message appears by polling: one more call, in the round in which it arrived", async () => {
  await nextRound(kari);
  const known = (await lastMessageOf(first)).ChatMessageId;
  let [isThere, seconds] = [false, 0];
  while (!isThere) {
    assert.ok((seconds += 1) < 60, 'the customer responds within a minute');
    stage.clock.advance(1);
    isThere = (await lastMessageOf(first)).ChatMessageId !== known;
    const reading = isThere ? [`GetChatMessages ${first} after=${known}`] : [];
    const expected = [...(await callsForList(kari)), ...reading];
    assert.deepEqual(await costOfRound(kari), expected);
  }
  const { Message } = await lastMessageOf(first);
  await messagesOn(kari).getByText(Message).waitFor();
  assert.match(await rowOf(kari, first).innerText(), /Our turn/);
  await shoot(kari, 'conversation');
});

test('of two agents who pick up the same customer one succeeds, the other sees the reason', async () => {
  const terje = await agentAt(browser, stage.site, 'tje0');
  for (const page of [kari, terje]) {
    await rowOf(page, second).click();
    await page.getByRole('button', { name: 'Pick up' }).waitFor();
  }
  await press(terje, 'Pick up');
  await terje.getByRole('button', { name: 'Close conversation' }).waitFor();
  await press(kari, 'Pick up');
  await kari.getByRole('status').getByText('another user took it').waitFor();
  await kari.getByRole('main').getByText('Terje Nordmann').waitFor();
  const [{ User }] = (await openSessions(stage)).filter(({ ChatSessionId }) => ChatSessionId === second);
  assert.equal(User.FullName, 'Terje Nordmann');
  await terje.context().close();
});

test('a closed conversation leaves the list', async () => {
  await rowOf(kari, first).click();
  await press(kari, 'Close conversation');
  await kari.getByText('This conversation is over.').waitFor();
  await nextRound(kari);
  assert.equal(await rowOf(kari, first).count(), 0);
  assert.ok((await openSessions(stage)).every(({ ChatSessionId }) => ChatSessionId !== first));
});

const unsentOn = (page) => messagesOn(page).getByRole('alert');
const timesStored = async (text) => (await messagesOf(stage, third)).filter(({ Message }) => Message === text).length;

test('a message is on the screen at once, and the text box is free', async () => {
  await rowOf(kari, third).click();
  await press(kari, 'Pick up');
  stage.emulator.injectFault({ kind: 'delay', delayMs: 400, match: { operation: 'AddChatMessage' } });
  for (const text of ['First', 'Second']) {
    await responseBox(kari).fill(text);
    await press(kari, 'Send');
    assert.equal(await responseBox(kari).inputValue(), '');
  }
  await messagesOn(kari).getByText('Sending …').first().waitFor();
  assert.equal(await timesStored('Second'), 0); // one after the other
  await messagesOn(kari).getByText('Sending …').first().waitFor({ state: 'hidden' });
  assert.deepEqual(
    (await messagesOn(kari).locator('.from-us .text').allInnerTexts()).slice(-2),
    (await messagesOf(stage, third)).slice(-2).map(({ Message }) => Message),
  );
});

test('a message is lost before it arrived: the console says so, and sends it again only when the agent says so', async () => {
  stage.emulator.injectFault({ kind: 'reset', match: { operation: 'AddChatMessage' } });
  stage.emulator.clearLog();
  await responseBox(kari).fill('Are you still there?');
  await press(kari, 'Send');
  await unsentOn(kari).getByText('It is not known whether this was done').waitFor();
  await shoot(kari, 'unsent');
  assert.equal(callsTo(stage).filter((line) => line === `AddChatMessage ${third}`).length, 1);
  await press(kari, 'Send again');
  await allArrived(kari);
  assert.equal(callsTo(stage).filter((line) => line === `AddChatMessage ${third}`).length, 2);
  assert.equal(await timesStored('Are you still there?'), 1);
  assert.equal(await messagesOn(kari).getByText('Are you still there?').count(), 1);
});

test('the response to a message is lost after it arrived: sent again, it is there once', async () => {
  stage.emulator.injectFault({ kind: 'truncate', match: { operation: 'AddChatMessage' } });
  stage.emulator.clearLog();
  await responseBox(kari).fill('One moment, please');
  await press(kari, 'Send');
  await unsentOn(kari).getByText('It is not known whether this was done').waitFor();
  await press(kari, 'Send again');
  await allArrived(kari);
  assert.equal(callsTo(stage).filter((line) => line === `AddChatMessage ${third}`).length, 1);
  assert.equal(await timesStored('One moment, please'), 1);
  assert.equal(await messagesOn(kari).getByText('One moment, please').count(), 1);
});

test('offline: the console says so, keeps what is written, and sends it once when the network is back', async () => {
  await kari.context().setOffline(true);
  await alertOn(kari).getByText('You are offline').first().waitFor();
  await responseBox(kari).fill('Written in a tunnel');
  await press(kari, 'Send');
  await unsentOn(kari).getByText('You are offline').waitFor();
  await shoot(kari, 'offline');
  await responseBox(kari).fill('Changed my mind');
  await press(kari, 'Send');
  await messagesOn(kari)
    .locator('.unsent', { hasText: 'Changed my mind' })
    .getByRole('button', { name: 'Discard' })
    .click();
  stage.emulator.clearLog();
  await kari.context().setOffline(false);
  await allArrived(kari);
  await alertOn(kari).getByText('You are offline').waitFor({ state: 'hidden' });
  assert.equal(await timesStored('Written in a tunnel'), 1);
  assert.equal(await timesStored('Changed my mind'), 0);
  assert.equal(await messagesOn(kari).getByText('Written in a tunnel').count(), 1);
  assert.ok(callsTo(stage).includes('ChatSessionsForUser'));
});

test('without SuperOffice the console reports it, shows its data, and recovers', async () => {
  const match = { operation: 'ChatSessionsForUser' };
  stage.emulator.injectFault({ kind: 'status', status: 503, match, times: 2 }); // the gateway sends a read twice
  await nextRound(kari);
  await alertOn(kari).getByText('SuperOffice is away').waitFor();
  await alertOn(kari).getByText('UPSTREAM_UNAVAILABLE').waitFor();
  assert.ok((await kari.locator('.row').count()) > 0);
  await nextRound(kari);
  await alertOn(kari).getByText('SuperOffice is away').waitFor({ state: 'hidden' });
});

test('without the gateway the console reports it, and recovers when it is back', async () => {
  await stage.stopGateway();
  await nextRound(kari);
  await alertOn(kari).getByText('The gateway cannot be reached').waitFor();
  await shoot(kari, 'error');
  await stage.startGatewayAgain();
  assert.ok((await costOfRound(kari)).includes('ChatSessionsForUser'));
  await alertOn(kari).getByText('The gateway cannot be reached').waitFor({ state: 'hidden' });
});

test('no page failed, and no other host was contacted', () => {
  assert.deepEqual(browser.pageErrors, []);
  const own = [stage.site.url, stage.gatewayUrl].map((url) => new URL(url).host);
  assert.deepEqual([...browser.askedHosts].sort(), own.sort());
});
