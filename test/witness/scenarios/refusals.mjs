/** What there is not, and who may not. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { withChat } from '../emulated-chat.mjs';

describe('an id that there is not', () => {
  it('of a session is null from every operation that gives one back', () =>
    withChat(async ({ tje0, emulator }) => {
      assert.equal(await tje0.getChatSessionEntityAsync(9999), null);
      assert.equal(await tje0.pickUpChatSessionAsync(9999), null);
      assert.equal(await tje0.transferChatSessionAsync(9999, 'kari@example.com'), null);
      assert.equal(await tje0.acceptChatSessionTransferAsync(9999), null);
      assert.equal(await tje0.rejectChatSessionTransferAsync(9999), null);
      assert.equal(await tje0.resetChatSessionAsync(9999), null);
      assert.equal(await tje0.getChatTranscriptAsync(9999, false), null);
      assert.equal(await tje0.addChatMessageAsync(9999, { message: 'Hei' }), null);
      assert.equal(await tje0.saveChatSessionEntityAsync({ chatSessionId: 9999 }), null);
      assert.deepEqual(await tje0.getChatMessagesAsync(9999, 0), []); // so the client reads null as a list
      assert.equal(
        emulator.log.every(({ status, id }) => status === 200 && id === '9999'),
        true,
      );
    }));

  it('of a topic is null, closed, and without anybody', () =>
    withChat(async ({ tje0 }) => {
      assert.equal(await tje0.getChatTopicEntityAsync(9999), null);
      assert.equal(await tje0.createChatSessionForTopicAsync(9999), null);
      assert.equal(await tje0.isWithinOpeningHoursAsync(9999), false);
      assert.deepEqual(await tje0.getChatTopicUserAgentListAsync(9999), []);
    }));

  it('of a colleague is an error object, which the client reads as a session without anything', () =>
    withChat(async ({ tje0 }) => {
      const held = await tje0.pickUpChatSessionAsync(4);
      const answer = await tje0.transferChatSessionAsync(4, 'nobody@example.com');
      assert.deepEqual(
        Object.values(answer).filter((value) => value !== undefined && value !== null),
        [],
      );
      assert.deepEqual(await tje0.getChatSessionEntityAsync(4), held);
    }));
});

describe('a wrong credential', () => {
  it('is a 401, which the client rejects with', () =>
    withChat(async ({ as, emulator }) => {
      const stranger = as('tje0', { password: 'wrong' });
      const is401 = (error) => error.response?.status === 401;
      await assert.rejects(stranger.getChatPresenceAsync(), is401);
      await assert.rejects(stranger.pickUpChatSessionAsync(4), is401);
      assert.deepEqual(
        emulator.log.map(({ status }) => status),
        [401, 401],
      );
    }));

  it('changes nothing', () =>
    withChat(async ({ as, tje0 }) => {
      await assert.rejects(as('tje0', { password: 'wrong' }).pickUpChatSessionAsync(4));
      assert.equal((await tje0.getChatSessionEntityAsync(4)).status, 'InQueue');
    }));
});
