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

test("the list shows SuperOffice's data: one call, and one for the names of the topics", async () => {
  kari = await agentAt(browser, stage.site, 'kari');
  await queueOn(kari).getByText('Support').first().waitFor();
  assert.deepEqual(callsTo(stage), ['ChatSessionsForUser', 'ChatTopicsForUser']);
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
  const caller = 'GET /api/v1/User/currentPrincipal'; // whose conversation it is: once in ten minutes
  assert.deepEqual(callsTo(stage), [`PickUpChatSession ${first}`, caller, reading]);
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

test('the response to an action is lost: the console reports it, keeps the text, and does not repeat the action', async () => {
  await rowOf(kari, third).click();
  await press(kari, 'Pick up');
  await responseBox(kari).fill('Are you still there?');
  stage.emulator.injectFault({ kind: 'reset', match: { operation: 'AddChatMessage' } });
  stage.emulator.clearLog();
  await press(kari, 'Send');
  await alertOn(kari).getByText('It is not known whether this was done').waitFor();
  assert.equal(await responseBox(kari).inputValue(), 'Are you still there?');
  await press(kari, 'Send'); // Kari has checked: it has not arrived
  await messagesOn(kari).getByText('Are you still there?').waitFor();
  assert.equal(callsTo(stage).filter((line) => line === `AddChatMessage ${third}`).length, 2);
  const isIt = ({ Message }) => Message === 'Are you still there?';
  assert.equal((await messagesOf(stage, third)).filter(isIt).length, 1);
  await alertOn(kari).getByText('It is not known').waitFor({ state: 'hidden' });
});

test('the response to a message is lost after it arrived: sent again, it is there once', async () => {
  await responseBox(kari).fill('One moment, please');
  stage.emulator.injectFault({ kind: 'truncate', match: { operation: 'AddChatMessage' } });
  stage.emulator.clearLog();
  await press(kari, 'Send');
  await alertOn(kari).getByText('It is not known whether this was done').waitFor();
  await press(kari, 'Send');
  await alertOn(kari).getByText('It is not known').waitFor({ state: 'hidden' });
  await kari.locator('#answer:placeholder-shown').waitFor(); // it is empty
  assert.equal(callsTo(stage).filter((line) => line === `AddChatMessage ${third}`).length, 1);
  const isIt = ({ Message }) => Message === 'One moment, please';
  assert.equal((await messagesOf(stage, third)).filter(isIt).length, 1);
  assert.equal(await messagesOn(kari).getByText('One moment, please').count(), 1);
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
