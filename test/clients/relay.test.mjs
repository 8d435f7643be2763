/** Relay with our `getDataID` and `missingFieldHandlers`, and without them, to show their effect. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import relay from 'relay-runtime';
import { getDataID } from '../../dist/client-policies/index.js';
import { forRelay as ours, readInRelay as read, relayAt } from './open-clients.mjs';
import { pairs } from './pairs.mjs';
import { relayRequest } from './relay-request.mjs';
import { openStage } from './stage.mjs';

const { createOperationDescriptor } = relay;
/** Whether a query that was read completely is still complete. */
const isThere = (environment, text) =>
  environment.check(createOperationDescriptor(relayRequest(text), {})).status === 'available';

/** Relay warns on the console; the tests without our policies cause this. */
async function unheard(act) {
  const { error, warn } = console;
  console.error = console.warn = () => undefined;
  return act().finally(() => Object.assign(console, { error, warn }));
}

/** Relay cannot read lists of lists, with or without our policies: `localizedAddress` stays missing. */
const readable = pairs.filter(({ first }) => !first.includes('localizedAddress'));

describe('Relay', () => {
  for (const { about, first, second } of readable) {
    it(`sends one request for each of two queries about ${about}`, async (t) => {
      const stage = await openStage(t);
      const environment = relayAt(stage);
      await read(environment, first);
      await read(environment, second);
      assert.ok(isThere(environment, first) && isThere(environment, second));
      await read(environment, first);
      await read(environment, second);
      assert.deepEqual(stage.sent, ['First', 'Second']);
    });
  }

  it('keeps session 192 and company 192 apart, and mixes them without our policies', async (t) => {
    const stage = await openStage(t);
    const text =
      'query Both { chatSession(id: "192") { id tableRight { reason } contact { id tableRight { reason } } } }';
    const reasons = async (policies) => {
      const { chatSession } = await unheard(() => read(relayAt(stage, policies), text));
      return [chatSession.tableRight?.reason, chatSession.contact?.tableRight?.reason];
    };
    const [ofSession, ofContact] = await reasons(ours);
    assert.equal(ofContact, 'not yours');
    assert.notEqual(ofSession, ofContact);
    const mixed = await reasons({});
    assert.equal(mixed[0], mixed[1]);
  });

  it('keeps a group and a user with the same id apart, and mixes them without our policies', async (t) => {
    const stage = await openStage(t, { rewrite: (text) => text.replace(/"id":"70\d"/g, '"id":"1"') });
    const text = 'query Targets { transferTargets(flat: false) { id name childItems { id name } } }';
    const names = async (policies) => {
      const [{ name, childItems }] = (await unheard(() => read(relayAt(stage, policies), text))).transferTargets;
      return [name, childItems[0].name];
    };
    assert.deepEqual(await names(ours), ['Support', 'Kari Ødegård']);
    const [group, user] = await names({});
    assert.equal(group, user);
  });

  it('reads chatSession(id) and chatTopic(id) from lists in the cache, without a request', async (t) => {
    const stage = await openStage(t);
    for (const [policies, expected] of [
      [ours, ['List']],
      [{ getDataID }, ['List', 'One']],
    ]) {
      stage.sent.length = 0;
      const environment = relayAt(stage, policies);
      await read(environment, 'query List { myChatSessions { id status } myChatTopics { id name } }');
      const { chatSession, chatTopic } = await read(
        environment,
        'query One { chatSession(id: "4") { id status } chatTopic(id: "3") { id name } }',
      );
      assert.deepEqual([chatSession.status, chatTopic.id, stage.sent], ['IN_QUEUE', '3', expected]);
    }
  });

  it('sends one request for a session that does not exist', async (t) => {
    const stage = await openStage(t);
    const environment = relayAt(stage);
    const text = 'query None { chatSession(id: "999999") { id status } }';
    assert.deepEqual(
      [await read(environment, text), await read(environment, text)],
      [{ chatSession: null }, { chatSession: null }],
    );
    assert.deepEqual(stage.sent, ['None']);
  });
});
