/** Messages of a session, all or those after one, and the transcript. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { mondayMorning, withChat } from '../emulated-chat.mjs';

const ids = (messages) => messages.map(({ chatMessageId }) => chatMessageId);

describe('messages', () => {
  it('are returned all, or those after one', () =>
    withChat(async ({ tje0, emulator }) => {
      const all = await tje0.getChatMessagesAsync(5, 0);

      assert.deepEqual(ids(all), [5001, 5002, 5003, 5004, 5005]);
      assert.deepEqual(
        all.map(({ type }) => type),
        ['ToUser', 'ToCustomer', 'Special', 'ToUser', 'ToCustomer'],
      );
      assert.equal(
        all.every(({ chatSessionId }) => chatSessionId === 5),
        true,
      );
      assert.deepEqual(all[1].whenPosted, new Date('2014-06-06T18:02:09Z'));
      assert.deepEqual(await tje0.getChatMessagesAsync({ chatSessionId: 5, after: 5003 }), all.slice(3));
      assert.deepEqual(await tje0.getChatMessagesAsync(5, 5005), []);
      assert.deepEqual(emulator.requests, [
        ...['GetChatMessages 5', 'GetChatMessages 5 after=5003', 'GetChatMessages 5 after=5005'],
      ]);
    }));

  it('are added with a new id, the caller as author and the current time; the session has the new status', () =>
    withChat(async ({ tje0, clock, emulator }) => {
      await tje0.pickUpChatSessionAsync(4);
      clock.nowMs = mondayMorning + 60_000;
      const sent = { message: 'Hei <du> & "dere" 👍', type: 'ToCustomer', chatMessageId: 1 };
      const added = await tje0.addChatMessageAsync({ chatSessionId: 4, message: sent });

      assert.deepEqual(
        { ...added, chatMessageId: 0 },
        {
          ...{
            chatMessageId: 0,
            chatSessionId: 4,
            type: 'ToCustomer',
            message: sent.message,
            author: 'Terje Nordmann',
          },
          ...{ readByCustomer: 0, specialType: 'None', specialParam: '', whenPosted: new Date(clock.nowMs) },
        },
      );
      assert.deepEqual(await tje0.getChatMessagesAsync(4, added.chatMessageId - 1), [added]);
      const { status, lastMessage, whenIdle } = await tje0.getChatSessionEntityAsync(4);
      assert.deepEqual([status, lastMessage, whenIdle], ['UserLast', sent.message, added.whenPosted]);
      assert.deepEqual(emulator.requests.slice(1, 2), ['AddChatMessage 4']);
    }));

  it('of the customer set CustomerLast, and the first one becomes FirstMessage', () =>
    withChat(async ({ tje0 }) => {
      const { chatSessionId } = await tje0.createChatSessionForTopicAsync(2);
      const first = { message: 'Hallo?', type: 'ToUser', author: 'Nora' };
      assert.equal((await tje0.addChatMessageAsync(chatSessionId, first)).author, 'Nora');
      await tje0.pickUpChatSessionAsync(chatSessionId);
      await tje0.addChatMessageAsync(chatSessionId, { message: 'Hei' });
      await tje0.addChatMessageAsync(chatSessionId, { ...first, message: 'Takk' });

      const session = await tje0.getChatSessionEntityAsync(chatSessionId);
      assert.deepEqual([session.status, session.firstMessage, session.lastMessage], ['CustomerLast', 'Hallo?', 'Takk']);
    }));
});

describe('the transcript', () => {
  it('contains all messages, as text or as HTML', () =>
    withChat(async ({ tje0, emulator }) => {
      const texts = (await tje0.getChatMessagesAsync(5, 0)).map(({ message }) => message);
      const plain = await tje0.getChatTranscriptAsync(5, false);
      const html = await tje0.getChatTranscriptAsync({ chatSessionId: 5, html: true });

      for (const message of texts) assert.ok(plain.includes(message), message);
      assert.ok(texts.some((message) => message.includes('<script>')));
      assert.ok(!html.includes('<script>') && html.includes('&lt;script&gt;'), html);
      assert.deepEqual(emulator.requests.slice(1), ['GetChatTranscript 5', 'GetChatTranscript 5 html']);
      assert.deepEqual(
        emulator.log.slice(1).map(({ bodyText }) => JSON.parse(bodyText)),
        [
          { chatSessionId: 5, html: false },
          { chatSessionId: 5, html: true },
        ],
      );
    }));
});
