/** Lists by status: a session whose status has changed leaves them without a request, and those of other statuses keep theirs. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { gql } from '@apollo/client';
import { apolloAt, urqlAt } from './open-clients.mjs';
import { openStage } from './stage.mjs';

const lists = {
  waiting: 'query Waiting { myChatSessions(status: [IN_QUEUE]) { id status } }',
  active: 'query Active { myChatSessions(status: [CUSTOMER_LAST, USER_LAST]) { id status } }',
  all: 'query All { myChatSessions { id status } }',
  withoutStatus: 'query Ids { myChatSessions(status: [IN_QUEUE, CUSTOMER_LAST]) { id } }',
};
const pickUp = 'mutation PickUp($id: ID!) { pickUpChatSession(id: $id) { session { id status } userErrors { code } } }';

const clients = {
  'Apollo Client': (stage) => {
    const client = apolloAt(stage);
    return {
      watch: (text, show) => client.watchQuery({ query: gql(text) }).subscribe(({ data }) => data && show(data)),
      pickUp: (id) => client.mutate({ mutation: gql(pickUp), variables: { id } }).catch(() => null),
    };
  },
  urql: (stage) => {
    const client = urqlAt(stage);
    return {
      watch: (text, show) => client.query(text, {}).subscribe(({ data }) => data && show(data)),
      pickUp: (id) => client.mutation(pickUp, { id }).toPromise(),
    };
  },
};

for (const [name, open] of Object.entries(clients)) {
  describe(`${name}, lists by status`, () => {
    it('lose a session that was picked up, next to one that could not be', async (t) => {
      const stage = await openStage(t);
      for (const ChatSessionId of [9001, 9002])
        stage.emulator.putSession({ ChatSessionId, TopicId: 1, Status: 'InQueue' });
      stage.emulator.injectFault({
        kind: 'status',
        status: 403,
        match: { operation: 'PickUpChatSession', id: '9002' },
      });
      const client = open(stage);
      const shown = {};
      for (const [list, text] of Object.entries(lists))
        client.watch(text, ({ myChatSessions }) => (shown[list] = myChatSessions.map(({ id }) => id)));
      await stage.untilQuiet();
      const before = structuredClone(shown);
      assert.ok(before.waiting.includes('9001') && before.waiting.includes('9002'));

      stage.sent.length = 0;
      await Promise.all([client.pickUp('9001'), client.pickUp('9002')]);
      await stage.untilQuiet();
      assert.deepEqual(shown, { ...before, waiting: before.waiting.filter((id) => id !== '9001') });
      assert.deepEqual(stage.sent, ['PickUp', 'PickUp']);
    });
  });
}
