/** Unknown ids and wrong credentials. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { withChat } from '../emulated-chat.mjs';

describe('an unknown id', () => {
  it('of a session returns null from every operation that returns a session', () =>
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
      assert.deepEqual(await tje0.getChatMessagesAsync(9999, 0), []); // the client reads null as an empty list
      assert.equal(
        emulator.log.every(({ status, id }) => status === 200 && id === '9999'),
        true,
      );
    }));

  it('of a topic returns null, closed, and no users', () =>
    withChat(async ({ tje0 }) => {
      assert.equal(await tje0.getChatTopicEntityAsync(9999), null);
      assert.equal(await tje0.createChatSessionForTopicAsync(9999), null);
      assert.equal(await tje0.isWithinOpeningHoursAsync(9999), false);
      assert.deepEqual(await tje0.getChatTopicUserAgentListAsync(9999), []);
    }));

  it('of a colleague returns an error object, which the client reads as an empty session', () =>
    withChat(async ({ tje0 }) => {
      const before = await tje0.pickUpChatSessionAsync(4);
      const result = await tje0.transferChatSessionAsync(4, 'unknown@example.com');
      assert.deepEqual(
        Object.values(result).filter((value) => value !== undefined && value !== null),
        [],
      );
      assert.deepEqual(await tje0.getChatSessionEntityAsync(4), before);
    }));
});

describe('a wrong credential', () => {
  it('is a 401, with which the client rejects', () =>
    withChat(async ({ as, emulator }) => {
      const client = as('tje0', { password: 'wrong' });
      const is401 = (error) => error.response?.status === 401;
      await assert.rejects(client.getChatPresenceAsync(), is401);
      await assert.rejects(client.pickUpChatSessionAsync(4), is401);
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
