/**
 * A change of two sessions, of which one does not exist: what is shown of the other one is the new value, without another request. Each client
 * has its defaults and our policies.
 */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { gql } from '@apollo/client';
import relay from 'relay-runtime';
import { apolloAt, relayAt, urqlAt } from './open-clients.mjs';
import { relayRequest } from './relay-request.mjs';
import { openStage } from './stage.mjs';

const { commitMutation, createOperationDescriptor } = relay;

const sessions = {
  shown:
    'query Shown { a: chatSession(id: "4") { id customerName isMine } b: chatSession(id: "18") { id customerName } }',
  change: `mutation Change {
  known: updateChatSession(id: "4", input: { customerName: "Ada" }) { session { id customerName } userErrors { code field } }
  unknown: updateChatSession(id: "9999", input: { customerName: "Bo" }) { session { id customerName } userErrors { code field } }
  expected: updateChatSession(id: "18", input: { customerName: "Cy" }, expected: { customerName: "?" }) {
    session { id customerName } userErrors { code field } } }`,
};

const topics = {
  shown:
    'query Shown { a: chatTopic(id: "1") { id name } b: chatTopic(id: "2") { id name openingHours { monStart monStop } } }',
  change: `mutation Change {
  known: updateChatTopic(id: "1", name: "Ada", idempotencyKey: "k") { topic { id name } userErrors { code } }
  again: updateChatTopic(id: "1", name: "Ada", idempotencyKey: "k") { topic { id name } userErrors { code } }
  hours: updateChatTopic(id: "2", input: { openingHours: { monStart: "07:30" } }) { topic { id openingHours { monStart } } userErrors { code } }
  unknown: updateChatTopic(id: "9999", name: "Bo") { topic { id name } userErrors { code } } }`,
};

/** Each opens the query, changes the sessions, and returns what it shows afterwards, and the data of the change. */
const clients = {
  'Apollo Client': async (stage, { shown, change }) => {
    const client = apolloAt(stage);
    const query = gql(shown);
    let latest = null;
    const subscription = client.watchQuery({ query }).subscribe(({ data }) => (latest = data));
    await stage.untilQuiet();
    const { data: changed } = await client.mutate({ mutation: gql(change) });
    await stage.untilQuiet();
    subscription.unsubscribe();
    return { changed, latest };
  },
  'urql with graphcache': async (stage, { shown, change }) => {
    const client = urqlAt(stage);
    let latest = null;
    const { unsubscribe } = client.query(shown, {}).subscribe(({ data }) => (latest = data));
    await stage.untilQuiet();
    const { data: changed } = await client.mutation(change, {}).toPromise();
    await stage.untilQuiet();
    unsubscribe();
    return { changed, latest };
  },
  Relay: async (stage, { shown, change }) => {
    const environment = relayAt(stage);
    const operation = createOperationDescriptor(relayRequest(shown), {});
    await new Promise((resolve, reject) => {
      environment.execute({ operation }).subscribe({ complete: resolve, error: reject });
    });
    environment.retain(operation);
    const changed = await new Promise((resolve, reject) => {
      commitMutation(environment, {
        mutation: relayRequest(change),
        variables: {},
        onCompleted: resolve,
        onError: reject,
      });
    });
    await stage.untilQuiet();
    return { changed, latest: environment.lookup(operation.fragment).data };
  },
};

for (const [name, run] of Object.entries(clients)) {
  describe(`${name}, a change of sessions`, () => {
    it('shows the new value of the one that changed, and why the others did not', async (t) => {
      const stage = await openStage(t);
      for (const [id, CustomerName] of [
        [4, 'Before'],
        [18, 'Eve'],
      ])
        stage.emulator.putSession({
          ChatSessionId: id,
          TopicId: 1,
          Status: 'UserLast',
          User: { AssociateId: 701 },
          CustomerName,
        });
      const { changed, latest } = await run(stage, sessions);
      const codes = ['known', 'unknown', 'expected'].map((field) => changed[field].userErrors.map(({ code }) => code));
      assert.deepEqual(codes, [[], ['NOT_FOUND'], ['CHANGED_MEANWHILE']]);
      assert.deepEqual([...changed.expected.userErrors[0].field], ['expected']);
      assert.equal(changed.unknown.session, null);
      assert.deepEqual([latest.a.customerName, latest.a.isMine, latest.b.customerName], ['Ada', true, 'Eve']);
      assert.deepEqual(stage.sent, ['Shown', 'Change']);
    });

    it('shows the new values of topics, next to one that does not exist; a repeat with the same key changes nothing', async (t) => {
      const stage = await openStage(t, { settings: { ADMIN_MUTATIONS: 'true' } });
      const { changed, latest } = await run(stage, topics);
      const codes = Object.values(changed).map((payload) => payload.userErrors?.map(({ code }) => code) ?? payload);
      assert.deepEqual(codes.filter(Array.isArray), [[], [], [], ['NOT_FOUND']]);
      assert.deepEqual([latest.a.name, latest.b.openingHours.monStart], ['Ada', '07:30:00']);
      assert.deepEqual([latest.b.name, latest.b.openingHours.monStop], ['Sales', '20:00:00']);
      assert.deepEqual(stage.sent, ['Shown', 'Change']);
      assert.equal(stage.emulator.requests.filter((line) => line === 'SaveChatTopicEntity 1').length, 1);
    });
  });
}
