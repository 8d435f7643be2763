/**
 * Fields with arguments through each client's cache: for other values of the arguments the cache must not show its data of
 * the first ones. The gateway's own response, without a client, is the expected one.
 */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { buildSchema, isObjectType } from 'graphql';
import { printApiSdl } from '../../dist/subgraph/print-sdl.js';
import { argumentRows, propertyRows } from './argument-rows.mjs';
import relay from 'relay-runtime';
import { readers, readInRelay, relayAt } from './open-clients.mjs';
import { relayRequest } from './relay-request.mjs';
import { openStage } from './stage.mjs';

const { fetchQuery } = relay;

const schema = buildSchema(printApiSdl({ exposeSessionKey: false, mutations: true }));

const fieldsWithArguments = Object.values(schema.getTypeMap())
  .filter(
    (type) =>
      isObjectType(type) &&
      !type.name.startsWith('__') &&
      type !== schema.getMutationType() &&
      type !== schema.getSubscriptionType(),
  )
  .flatMap((type) => Object.values(type.getFields()).map((field) => ({ type, field })))
  .filter(({ field }) => field.args.length > 0)
  .map(({ type, field }) => `${type.name}.${field.name}`);

/** As a client returns it to the application, without the additions of the client. */
const plain = (data) =>
  JSON.parse(JSON.stringify(data), (key, value) => {
    if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
    return Object.fromEntries(Object.entries(value).filter(([name]) => !name.startsWith('__')));
  });

async function rawData({ url, headers }, query) {
  const init = { method: 'POST', headers: { 'content-type': 'application/json', ...headers } };
  return (await (await fetch(url, { ...init, body: JSON.stringify({ query }) })).json()).data;
}

const failsFor5 = (operation) => ({
  kind: 'status',
  status: 403,
  times: Infinity,
  match: { operation, id: '5' },
});

async function stageWithFailures(t) {
  const stage = await openStage(t);
  for (const operation of ['GetChatSessionEntity', 'GetChatTopicEntity', 'GetChatMessages', 'GetChatTranscript'])
    stage.emulator.injectFault(failsFor5(operation));
  return stage;
}

for (const [name, open] of Object.entries(readers)) {
  describe(`${name}, fields with arguments`, () => {
    for (const { field, queries } of [...argumentRows, ...propertyRows(schema)]) {
      const isReadable = name !== 'Relay' || !queries.some((text) => text.includes('localizedAddress'));
      if (!isReadable) continue; // Relay cannot read lists of lists, with or without us
      it(`shows the requested data: ${field}`, async (t) => {
        const stage = await stageWithFailures(t);
        const read = open(stage);
        for (const text of [...queries, ...queries]) {
          assert.deepEqual(plain(await read(text)), await rawData(stage, text), text);
        }
      });
    }
  });
}

const failsOnce = (id) => ({ kind: 'status', status: 503, times: 2, match: { operation: 'GetChatSessionEntity', id } });

describe('a record that is fetched after a failure', () => {
  const one = 'query One { works: chatSession(id: "1") { id status } fails: chatSession(id: "5") { id status } }';
  const list = 'query List { myChatSessions { id status } }';
  const several = 'query Several { chatSessions(ids: ["1", "5"]) { id status } }';
  for (const name of ['Apollo Client', 'urql with graphcache']) {
    it(`is found by chatSession(id) and chatSessions(ids) in ${name}`, async (t) => {
      const stage = await openStage(t);
      const session5 = async () => (await rawData(stage, '{ chatSession(id: "5") { id status } }')).chatSession;
      stage.emulator.putSession({ ChatSessionId: 5, TopicId: 1, Status: 'InQueue' });
      const read = readers[name](stage);
      for (const text of [one, several]) {
        stage.emulator.injectFault(failsOnce('5'));
        const failed = plain(await read(text));
        assert.equal(failed.fails ?? failed.chatSessions?.[1] ?? null, null);
      }
      stage.sent.length = 0;
      const { myChatSessions } = plain(await read(list));
      assert.ok(myChatSessions.some(({ id }) => id === '5'));
      assert.deepEqual(plain(await read(one)).fails, await session5());
      assert.deepEqual(plain(await read(several)).chatSessions[1], await session5());
      assert.deepEqual(stage.sent, ['List']);
    });
  }

  it('is found in Relay when the query is fetched again: Relay calls no policy for a stored null', async (t) => {
    const stage = await openStage(t);
    stage.emulator.putSession({ ChatSessionId: 5, TopicId: 1, Status: 'InQueue' });
    stage.emulator.injectFault(failsOnce('5'));
    const environment = relayAt(stage);
    assert.equal((await readInRelay(environment, one)).fails, null);
    await readInRelay(environment, list);
    assert.equal((await readInRelay(environment, one)).fails, null);
    const again = await fetchQuery(environment, relayRequest(one), {}, { fetchPolicy: 'network-only' }).toPromise();
    assert.equal(again.fails.status, 'IN_QUEUE');
  });
});

describe('the first read of a record', () => {
  for (const [name, open] of Object.entries(readers)) {
    it(`is requested for each id, once, by ${name}`, async (t) => {
      const stage = await openStage(t);
      const read = open(stage);
      const ask = (id) => read(`query Open${id} { chatSession(id: "${id}") { id } }`);
      const ids = [];
      for (const id of [1, 2, 3, 99999, 1, 2, 3]) ids.push((await ask(id)).chatSession?.id ?? null);
      assert.deepEqual(ids, ['1', '2', '3', null, '1', '2', '3']);
      assert.deepEqual(stage.sent, ['Open1', 'Open2', 'Open3', 'Open99999']);
    });
  }
});

describe('the rows', () => {
  it('include every field with arguments', () => {
    const named = new Set([...argumentRows, ...propertyRows(schema)].map(({ field }) => field));
    assert.ok(fieldsWithArguments.length > 15);
    assert.deepEqual(
      fieldsWithArguments.filter((field) => !named.has(field)),
      [],
    );
  });

  it('have at least two values of the arguments for each field', () => {
    for (const { field, queries } of argumentRows.filter(({ field }) => fieldsWithArguments.includes(field))) {
      const values = new Set(queries.flatMap((text) => text.match(/\([^)]*\)/g)));
      assert.ok(values.size > 1, field);
    }
  });
});
