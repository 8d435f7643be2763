/**
 * `npm run test:browser`: two agents in two browsers. Each sees their own conversations apart from those of others; a conversation is offered,
 * declined, offered again and taken over; a customer is linked to a person, and the conversation is closed.
 */
import '../../witness/quiet-environment.mjs';
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { agentAt, messagesOn, nextRound, openBrowser, press, rowOf, shoot } from './agents.mjs';
import { startStage } from './stage.mjs';
import { openSessions } from './truth.mjs';

let stage, browser, kari, terje, id, other;

before(async () => {
  stage = await startStage();
  browser = await openBrowser();
  kari = await agentAt(browser, stage.site, 'kari');
  terje = await agentAt(browser, stage.site, 'tje0');
  [id, other] = (await openSessions(stage)).map(({ ChatSessionId }) => ChatSessionId);
});

after(async () => {
  await browser?.close();
  await stage?.close();
});

const region = (page, name) => page.getByRole('region', { name });
const rowIn = (page, name, session) => region(page, name).locator(`[data-session="${session}"]`);
const stored = async (session) => (await openSessions(stage)).find(({ ChatSessionId }) => ChatSessionId === session);

async function offer(from, name) {
  await press(from, 'Hand over');
  await from.getByRole('group', { name: 'Hand over to' }).getByRole('button', { name }).click();
  await from.getByText(`offered to ${name}`).waitFor();
}

test('what each picked up is theirs, and of a colleague for the other', async () => {
  for (const [page, session] of [
    [kari, id],
    [terje, other],
  ]) {
    await rowOf(page, session).click();
    await press(page, 'Pick up');
    await rowIn(page, 'My conversations', session).waitFor();
  }
  await nextRound(kari);
  await rowIn(kari, 'Of colleagues', other).waitFor();
  await nextRound(terje);
  await rowIn(terje, 'Of colleagues', id).waitFor();
  await shoot(kari, 'mine-and-others');
});

test("a colleague's conversation can be read, and not answered, handed over or closed", async () => {
  await rowOf(kari, other).click();
  await messagesOn(kari).getByText('An agent has joined').waitFor();
  assert.equal(await kari.getByLabel(/^Answer to/).isDisabled(), true);
  for (const name of ['Hand over', 'Close conversation', 'Link']) {
    assert.equal(await kari.getByRole('button', { name, exact: true }).count(), 0);
  }
});

test('an offer that is declined comes back, and both see it', async () => {
  await rowOf(kari, id).click();
  await offer(kari, 'Terje Nordmann');
  await Promise.all([nextRound(kari), nextRound(terje)]);
  await rowIn(terje, 'Offered to me', id).click();
  await press(terje, 'Decline');
  await rowIn(terje, 'Of colleagues', id).waitFor();
  await nextRound(kari);
  await messagesOn(kari).getByText('A colleague declined to take over').waitFor();
  const { User, TransferTo } = await stored(id);
  assert.deepEqual([User.FullName, TransferTo], ['Kari Ødegård', null]);
});

test('an offer that is accepted makes it theirs', async () => {
  await kari.reload();
  await kari.getByLabel('SuperOffice access token').fill('kari');
  await press(kari, 'Sign in');
  await rowOf(kari, id).click();
  await offer(kari, 'Terje Nordmann');
  await nextRound(terje);
  await rowIn(terje, 'Offered to me', id).click();
  await shoot(terje, 'offer');
  await press(terje, 'Take over');
  await rowIn(terje, 'My conversations', id).waitFor();
  await messagesOn(terje).getByText('Handed to another agent').waitFor();
  assert.equal((await stored(id)).User.FullName, 'Terje Nordmann');
  await nextRound(kari);
  await rowIn(kari, 'Of colleagues', id).waitFor();
  assert.equal(await kari.getByRole('button', { name: 'Close conversation' }).count(), 0);
});

test('the customer is linked to a person, unlinked, and nothing else changes', async () => {
  const before = await stored(id);
  await terje.getByLabel('Person (id)').fill('2003');
  await terje.getByRole('button', { name: 'Link', exact: true }).click();
  await terje.getByRole('group', { name: 'Person' }).waitFor();
  const linked = await stored(id);
  assert.equal(linked.Person.PersonId, 2003);
  assert.deepEqual({ ...linked, Person: null }, { ...before, Person: null });
  await terje.getByRole('group', { name: 'Person' }).getByText('太郎 山田').waitFor();
  await press(terje, 'Unlink');
  await terje.getByLabel('Person (id)').waitFor();
  assert.equal((await stored(id)).Person, null);
});

test('it is closed by its agent, and leaves the lists of both', async () => {
  await press(terje, 'Close conversation');
  await terje.getByText('This conversation is over.').waitFor();
  assert.equal(await stored(id), undefined);
  for (const page of [terje, kari]) {
    await nextRound(page);
    assert.equal(await rowOf(page, id).count(), 0);
  }
});

test('no page failed, and no other host was contacted', () => {
  assert.deepEqual([browser.pageErrors, browser.complaints], [[], []]);
  const own = [stage.site.url, stage.gatewayUrl].map((url) => new URL(url).host);
  assert.deepEqual([...browser.askedHosts].sort(), own.sort());
});
