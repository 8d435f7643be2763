/** Relay's `@refetchable` on a session and on a topic, by `@fetchable` of the schema. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { buildSchema, printSchema } from 'graphql';
import { printApiSdl } from '../../dist/subgraph/print-sdl.js';
import { relayAt } from './open-clients.mjs';
import { renderHook } from './relay-hook.mjs';
import { compileForRelay, snippet } from './snippets.mjs';
import { openStage } from './stage.mjs';

/** Two sessions and two topics with a name that ends with `version`. */
function putRecords({ emulator }, version) {
  for (const id of [4, 18]) {
    emulator.putSession({ ChatSessionId: id, TopicId: 1, Status: 'InQueue', CustomerName: `session ${id} ${version}` });
    emulator.putTopic({ ChatTopicId: id, Name: `topic ${id} ${version}` });
  }
}

/** Shows session and topic 4, and session and topic 18. */
async function open(t, { useSessionAndTopic, useSession, useTopic }) {
  const stage = await openStage(t);
  putRecords(stage, 'before');
  const environment = relayAt(stage);
  const shownAt = (id) =>
    renderHook(stage, environment, () => {
      const both = useSessionAndTopic({ sessionId: id, topicId: id });
      return { session: useSession(both), topic: useTopic(both) };
    });
  const shown = [await shownAt('4'), await shownAt('18')];
  putRecords(stage, 'after');
  stage.emulator.clearLog();
  return {
    stage,
    names: () => shown.map(({ latest }) => [latest().session[0]?.customerName, latest().topic[0]?.name]),
    calls: () => stage.emulator.requests.map((line) => line.replace(/ \$select.*/, '')).sort(),
    refetch: (index, kind, variables = {}, fetchPolicy = 'network-only') =>
      shown[index].perform(() => shown[index].latest()[kind][1](variables, { fetchPolicy })),
    close: async () => {
      for (const { close } of shown) await close();
    },
  };
}

describe('Relay, refetching', () => {
  it('reads only this session or topic again, next to ones that fail', async (t) => {
    const { stage, names, calls, refetch, close } = await open(t, await snippet('relay/Refetch'));
    const [first, second] = [4, 18].map((id) => [`session ${id} before`, `topic ${id} before`]);
    assert.deepEqual(names(), [first, second]);
    await refetch(0, 'session');
    assert.deepEqual(names(), [['session 4 after', first[1]], second]);
    assert.deepEqual(calls(), ['GetChatMessages 4', 'GetChatSessionEntity 4']);
    await refetch(1, 'topic');
    assert.deepEqual(names(), [
      ['session 4 after', first[1]],
      [second[0], 'topic 18 after'],
    ]);
    assert.deepEqual(calls().slice(2), ['GetChatTopicEntity 18']);
    for (const [operation, id] of [
      ['GetChatSessionEntity', '18'],
      ['GetChatTopicEntity', '4'],
    ])
      stage.emulator.injectFault({ kind: 'status', status: 403, match: { operation, id } });
    await refetch(1, 'session');
    await refetch(0, 'topic');
    assert.deepEqual(names(), [
      ['session 4 after', undefined],
      [undefined, 'topic 18 after'],
    ]);
    await close();
  });

  it('sends no request for what is in the store, and one for other arguments', async (t) => {
    const { stage, calls, refetch, close } = await open(t, await snippet('relay/Refetch'));
    const sent = stage.sent.length;
    await refetch(0, 'session', {}, 'store-or-network');
    await refetch(0, 'topic', {}, 'store-or-network');
    assert.deepEqual([stage.sent.length, calls()], [sent, []]);
    await refetch(0, 'session', { last: 1 }, 'store-or-network');
    assert.deepEqual(
      [stage.sent.slice(sent), calls()],
      [['RefetchSessionQuery'], ['GetChatMessages 4', 'GetChatSessionEntity 4']],
    );
    await close();
  });

  it('needs two lines of a schema extension where the schema comes from introspection or a router, which have no such directives', async (t) => {
    const schema = printSchema(buildSchema(printApiSdl({ exposeSessionKey: false, mutations: true, admin: true })));
    await assert.rejects(compileForRelay({ schema }), /@fetchable/);
    const [, extension] = /```graphql\n([^`]*)```/.exec(
      readFileSync(new URL('../../docs/relay.md', import.meta.url), 'utf8'),
    );
    const { stage, names, refetch, close } = await open(t, (await compileForRelay({ schema, extension })).Refetch);
    await refetch(1, 'session');
    assert.equal(names()[1][0], 'session 18 after');
    assert.equal(stage.sent.at(-1), 'RefetchSessionQuery');
    await close();
  });
});
