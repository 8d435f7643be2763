/** The errors of docs/apollo.md, urql.md and relay.md: a session that fails next to one that works, with the clients' own caches. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { apolloAt, relayAt, urqlAt } from './open-clients.mjs';
import { renderHook } from './relay-hook.mjs';
import { snippet } from './snippets.mjs';
import { openStage } from './stage.mjs';

async function stageWithSessions(t) {
  const stage = await openStage(t);
  for (const id of [4, 18]) stage.emulator.putSession({ ChatSessionId: id, TopicId: 1, Status: 'InQueue' });
  stage.emulator.injectFault({ kind: 'status', status: 403, match: { operation: 'GetChatSessionEntity', id: '18' } });
  stage.emulator.clearLog();
  return stage;
}

const callsOf = ({ emulator }) => emulator.requests.map((line) => line.replace(/ \$select.*/, '')).sort();

for (const [name, clientAt] of [
  ['apollo', apolloAt],
  ['urql', urqlAt],
]) {
  describe(`${name}, partial results`, () => {
    it('have the sessions that work, and for the others why they do not, or null for none', async (t) => {
      const stage = await stageWithSessions(t);
      const { readSessions } = await snippet(`${name}/errors`);
      const client = clientAt(stage);
      const shown = async (...ids) => (await readSessions(client, ids)).map((item) => item?.status ?? item);
      assert.deepEqual(await shown('4', '18', '99999'), ['IN_QUEUE', 'FORBIDDEN', null]);
      assert.deepEqual(callsOf(stage), [
        'GetChatSessionEntity 18',
        'GetChatSessionEntity 4',
        'GetChatSessionEntity 99999',
      ]);
      assert.deepEqual(await shown('18', 'x'), ['IN_QUEUE', 'BAD_USER_INPUT']);
      assert.deepEqual(callsOf(stage).length, 4);
    });
  });
}

describe('Relay, partial results', () => {
  it('have the session that works, and the errors of the other one', async (t) => {
    const stage = await stageWithSessions(t);
    const { useSessions } = await snippet('relay/Errors');
    const environment = relayAt(stage);
    for (const [ids, expected] of [
      [
        ['4', '18'],
        ['IN_QUEUE', 'error'],
      ],
      [
        ['x', '4'],
        ['error', 'IN_QUEUE'],
      ],
      [
        ['99999', '4'],
        [null, 'IN_QUEUE'],
      ],
    ]) {
      const { latest, close } = await renderHook(stage, environment, () => useSessions(...ids));
      assert.deepEqual(
        latest().map(({ ok, value }) => (ok ? (value?.status ?? null) : 'error')),
        expected,
      );
      await close();
    }
  });
});
