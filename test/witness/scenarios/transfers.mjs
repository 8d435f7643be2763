/** A session is offered to a colleague, who accepts or rejects it; calls of other users change nothing. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { withChat } from '../emulated-chat.mjs';

const namesIn = ({ user, transferTo }) => [user?.userName ?? null, transferTo?.userName ?? null];
const [tje0Name, kariName, janName] = ['tje0', 'kari@example.com', 'jan@example.com'];

/** Session 4 is assigned to tje0. */
const withConversation = (run) =>
  withChat(async (chat) => {
    await chat.tje0.pickUpChatSessionAsync(4);
    chat.emulator.clearLog();
    await run({ ...chat, kari: chat.as('kari'), jan: chat.as('jan') });
  });

const specialTypes = async (agent) => {
  const messages = await agent.getChatMessagesAsync({ chatSessionId: 4, after: 300_000 });
  return messages.map(({ specialType }) => specialType);
};

describe('a transfer', () => {
  it('is an offer first: the user of the session does not change', () =>
    withConversation(async ({ tje0, kari, emulator }) => {
      const offered = await tje0.transferChatSessionAsync({ chatSessionId: 4, toAssociate: kariName });

      assert.deepEqual(namesIn(offered), [tje0Name, kariName]);
      assert.equal(offered.status, 'CustomerLast');
      assert.deepEqual(await kari.getChatSessionEntityAsync(4), offered);
      assert.deepEqual(emulator.requests, ['TransferChatSession 4', 'GetChatSessionEntity 4']);
      assert.deepEqual(JSON.parse(emulator.log[0].bodyText), { chatSessionId: 4, toAssociate: kariName });
    }));

  it('accepts a user name or an associate id', () =>
    withConversation(async ({ tje0 }) => {
      assert.deepEqual(namesIn(await tje0.transferChatSessionAsync(4, '703')), [tje0Name, janName]);
      assert.deepEqual(namesIn(await tje0.transferChatSessionAsync(4, kariName)), [tje0Name, kariName]);
    }));

  it('assigns the session to the colleague who accepts it', () =>
    withConversation(async ({ tje0, kari, emulator }) => {
      await tje0.transferChatSessionAsync(4, kariName);
      const accepted = await kari.acceptChatSessionTransferAsync({ chatSessionId: 4 });

      assert.deepEqual(namesIn(accepted), [kariName, null]);
      assert.deepEqual(await tje0.getChatSessionEntityAsync(4), accepted);
      assert.deepEqual(await specialTypes(tje0), ['Welcome', 'TransferedSession']);
      assert.deepEqual(emulator.requests, [
        ...['TransferChatSession 4', 'AcceptChatSessionTransfer 4', 'GetChatSessionEntity 4'],
        'GetChatMessages 4 after=300000',
      ]);
    }));

  it('leaves the session with its user when the colleague rejects it', () =>
    withConversation(async ({ tje0, kari, emulator }) => {
      await tje0.transferChatSessionAsync(4, kariName);
      const rejected = await kari.rejectChatSessionTransferAsync({ chatSessionId: 4 });

      assert.deepEqual(namesIn(rejected), [tje0Name, null]);
      assert.deepEqual(await tje0.getChatSessionEntityAsync(4), rejected);
      assert.deepEqual(await specialTypes(tje0), ['Welcome', 'TransferRejected']);
      assert.deepEqual(emulator.requests.slice(0, 2), ['TransferChatSession 4', 'RejectChatSessionTransfer 4']);
    }));

  it('has no effect when the session is not the caller’s, and only the colleague can accept or reject it', () =>
    withConversation(async ({ tje0, kari, jan }) => {
      assert.deepEqual(namesIn(await kari.transferChatSessionAsync(4, janName)), [tje0Name, null]);
      assert.deepEqual(namesIn(await kari.acceptChatSessionTransferAsync(4)), [tje0Name, null]);
      await tje0.transferChatSessionAsync(4, kariName);
      assert.deepEqual(namesIn(await jan.acceptChatSessionTransferAsync(4)), [tje0Name, kariName]);
      assert.deepEqual(namesIn(await jan.rejectChatSessionTransferAsync(4)), [tje0Name, kariName]);
      assert.deepEqual(await specialTypes(tje0), ['Welcome']);
    }));
});
