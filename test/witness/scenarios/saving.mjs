/** Saving a session: creates, changes, closes; properties that are left out are blank afterwards. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { mondayMorning, withChat } from '../emulated-chat.mjs';

describe('saving a session', () => {
  it('creates one when it has no id', () =>
    withChat(async ({ tje0, emulator }) => {
      const sent = { chatSessionId: 0, topicId: 2, status: 'InQueue', customerName: 'Nora', customerConsented: true };
      const saved = await tje0.saveChatSessionEntityAsync(sent);

      assert.ok(saved.chatSessionId > 0);
      const { topicId, status, customerName, customerConsented, customerEmail } = saved;
      assert.deepEqual([topicId, status, customerName, customerConsented], [2, 'InQueue', 'Nora', true]);
      assert.equal(customerEmail, '');
      assert.deepEqual(await tje0.getChatSessionEntityAsync(saved.chatSessionId), saved);
      assert.ok(
        (await tje0.chatSessionsForUserAsync()).some(({ chatSessionId }) => chatSessionId === saved.chatSessionId),
      );
      assert.deepEqual(emulator.requests[0], 'SaveChatSessionEntity 0');
    }));

  it('stores changes, and keeps what was read and sent back unchanged', () =>
    withChat(async ({ tje0, emulator }) => {
      const { chatSessionId } = await tje0.createChatSessionForTopicAsync(1);
      const before = await tje0.pickUpChatSessionAsync(chatSessionId);
      const saved = await tje0.saveChatSessionEntityAsync({ ...before, customerName: 'Søren Ærø', rating: 5 });

      // null flags are saved as .NET's zero, whose name is CustomerIsTyping
      assert.deepEqual({ ...saved, flags: null }, { ...before, customerName: 'Søren Ærø', rating: 5 });
      assert.deepEqual(await tje0.getChatSessionEntityAsync(chatSessionId), saved);
      assert.deepEqual(emulator.requests.slice(2), [
        ...[`SaveChatSessionEntity ${chatSessionId}`, `GetChatSessionEntity ${chatSessionId}`],
      ]);
    }));

  it('as Finished closes it: WhenEnded is set, the customer is notified, and it is no longer open', () =>
    withChat(async ({ tje0, clock }) => {
      const { chatSessionId } = await tje0.createChatSessionForTopicAsync(1);
      const assigned = await tje0.pickUpChatSessionAsync(chatSessionId);
      clock.nowMs = mondayMorning + 60_000;
      const closed = await tje0.saveChatSessionEntityAsync({ ...assigned, status: 'Finished' });

      assert.deepEqual([closed.status, closed.whenEnded], ['Finished', new Date(clock.nowMs)]);
      const messages = await tje0.getChatMessagesAsync(chatSessionId, 0);
      assert.deepEqual(
        messages.map(({ specialType }) => specialType),
        ['Welcome', 'ClosedByUser'],
      );
      const open = await tje0.chatSessionsForUserAsync();
      assert.ok(!open.some((session) => session.chatSessionId === chatSessionId));
      assert.equal((await tje0.getChatPresenceAsync())[0].ongoingChats, 0);
    }));

  it('blanks what is left out', () =>
    withChat(async ({ tje0 }) => {
      assert.equal((await tje0.getChatSessionEntityAsync(44)).customerHost, '203.0.113.44');
      await tje0.saveChatSessionEntityAsync({ chatSessionId: 44, topicId: 3, status: 'UserLast' });

      const { status, customerHost, user, contact } = await tje0.getChatSessionEntityAsync(44);
      assert.deepEqual([status, customerHost, user, contact], ['UserLast', '', null, null]);
    }));

  // The client reads flags as numbers (Flags, every Mask), and sends those numbers under names in camel case.
  it('accepts any session as the client read it, including rights', () =>
    withChat(async ({ tje0 }) => {
      for (const id of [1, 4, 18, 44, 58, 192]) {
        const read = await tje0.getChatSessionEntityAsync(id);
        const saved = await tje0.saveChatSessionEntityAsync(read);
        assert.equal(
          saved.chatSessionId,
          id,
          `refused: session ${id}, flags ${read.flags}, mask ${read.tableRight?.mask}`,
        );
        assert.deepEqual([saved.status, saved.flags ?? 0], [read.status, read.flags ?? 0]);
        assert.deepEqual(saved.user, read.user);
        assert.deepEqual([saved.tableRight, saved.fieldProperties], [read.tableRight, read.fieldProperties]);
      }
    }));
});
