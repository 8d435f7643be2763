/** A session is created, waits, is picked up by one of two users, and is returned to the queue. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { mondayMorning, withChat } from '../emulated-chat.mjs';

const now = new Date(mondayMorning);
const statusOf = ({ chatSessionId, status }) => [chatSessionId, status];

describe('the queue', () => {
  it('has a session that is created for a topic, after those that already wait', () =>
    withChat(async ({ tje0, emulator }) => {
      const waiting = (await tje0.chatSessionsForUserAsync()).filter(({ status }) => status === 'InQueue');
      const created = await tje0.createChatSessionForTopicAsync({ chatTopicId: 1 });

      assert.equal(created.topicId, 1);
      assert.equal(created.status, 'InQueue');
      assert.deepEqual(created.whenRequested, now);
      assert.equal(created.initialQueuePos, waiting.length + 1);
      assert.deepEqual([created.user, created.person, created.flags], [null, null, null]);
      assert.deepEqual(await tje0.getChatSessionEntityAsync(created.chatSessionId), created);
      assert.deepEqual((await tje0.chatSessionsForUserAsync()).at(-1), created);
      assert.deepEqual(emulator.requests, [
        'ChatSessionsForUser',
        'CreateChatSessionForTopic 1',
        `GetChatSessionEntity ${created.chatSessionId}`,
        'ChatSessionsForUser',
      ]);
    }));

  it('lists the open sessions in the topics of the user, assigned to any user', () =>
    withChat(async ({ tje0, as }) => {
      const expected = [
        ...[
          [4, 'InQueue'],
          [18, 'CustomerLast'],
          [19, 'UserLast'],
        ],
        ...[
          [43, 'InQueue'],
          [44, 'CustomerLast'],
          [58, 'UserLast'],
        ],
      ];
      assert.deepEqual((await tje0.chatSessionsForUserAsync()).map(statusOf), expected);
      assert.deepEqual((await as('kari').chatSessionsForUserAsync()).map(statusOf), expected);
    }));

  it('assigns a session to the first user who picks it up, adds the welcome, and returns null to the next', () =>
    withChat(async ({ tje0, as, emulator }) => {
      const { chatSessionId } = await tje0.createChatSessionForTopicAsync(1);
      const assigned = await tje0.pickUpChatSessionAsync(chatSessionId);

      assert.deepEqual(
        [assigned.status, assigned.user.userName, assigned.user.type],
        ['CustomerLast', 'tje0', 'InternalAssociate'],
      );
      assert.deepEqual([assigned.whenStarted, assigned.rank, assigned.transferTo], [now, 1, null]);
      assert.deepEqual(await tje0.getChatSessionEntityAsync(chatSessionId), assigned);
      const [welcome, ...others] = await tje0.getChatMessagesAsync(chatSessionId, 0);
      assert.deepEqual([welcome.type, welcome.specialType, welcome.whenPosted], ['Special', 'Welcome', now]);
      assert.deepEqual(others, []);
      assert.equal(await as('kari').pickUpChatSessionAsync({ chatSessionId }), null);
      assert.deepEqual(emulator.requests, [
        'CreateChatSessionForTopic 1',
        `PickUpChatSession ${chatSessionId}`,
        `GetChatSessionEntity ${chatSessionId}`,
        `GetChatMessages ${chatSessionId}`,
        `PickUpChatSession ${chatSessionId}`,
      ]);
    }));

  it('returns its oldest session to PickUpFirst, and null when it is empty', () =>
    withChat(async ({ tje0, as, emulator }) => {
      const kari = as('kari');
      const { chatSessionId } = await tje0.createChatSessionForTopicAsync(3);
      const assigned = [];
      for (const agent of [tje0, kari, tje0]) {
        const session = await agent.pickUpFirstChatSessionAsync();
        assigned.push([session.chatSessionId, session.user.userName, session.rank]);
      }
      assert.deepEqual(assigned, [
        [4, 'tje0', 1],
        [43, 'kari@example.com', 1],
        [chatSessionId, 'tje0', 2],
      ]);
      assert.equal(await kari.pickUpFirstChatSessionAsync(), null);
      assert.equal(emulator.requests.filter((line) => line === 'PickUpFirstChatSession').length, 4);
    }));

  it('contains a session again after its reset, for any user', () =>
    withChat(async ({ tje0, as, emulator }) => {
      await tje0.pickUpChatSessionAsync({ chatSessionId: 4 });
      const reset = await tje0.resetChatSessionAsync({ chatSessionId: 4 });

      assert.deepEqual([reset.status, reset.user, reset.transferTo], ['InQueue', null, null]);
      assert.equal((await as('kari').pickUpChatSessionAsync(4)).user.name, 'KARI');
      assert.equal((await tje0.resetChatSessionAsync(4)).status, 'InQueue');
      assert.equal((await tje0.getChatSessionEntityAsync(4)).user, null);
      assert.deepEqual(emulator.requests, [
        ...['PickUpChatSession 4', 'ResetChatSession 4', 'PickUpChatSession 4', 'ResetChatSession 4'],
        'GetChatSessionEntity 4',
      ]);
    }));
});
