/** Presence, ongoing chats, and the users that a session can be transferred to. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { withChat } from '../emulated-chat.mjs';

const presentIn = (presences) => presences.filter(({ present }) => present).map(({ userId }) => userId);
const loginsIn = (items) => items.map(({ extraInfo }) => extraInfo);

describe('presence', () => {
  it('is returned for every user, with their topics', () =>
    withChat(async ({ tje0, emulator }) => {
      const presences = await tje0.getChatPresenceAsync();

      assert.deepEqual(
        presences.map(({ userId }) => userId),
        [702, 703, 704, 705, 701], // ejUser ids
      );
      assert.deepEqual(presentIn(presences), [702, 703, 705]);
      assert.deepEqual([presences[0].displayName, presences[0].chatTopics], ['Terje Nordmann', [1, 2, 3]]);
      assert.deepEqual(emulator.requests, ['GetChatPresence']);
      assert.equal(emulator.log[0].headers.authorization, 'Basic dGplMDpUamUw');
    }));

  it('is saved for the caller and for others, and returned to all users', () =>
    withChat(async ({ tje0, as, emulator }) => {
      const [own, ...others] = await tje0.getChatPresenceAsync();
      const result = await tje0.saveChatPresenceAsync({ chatPresence: [{ ...own, present: false }] });
      await tje0.saveChatPresenceAsync([{ userId: 704, present: true }]);

      assert.equal(result, ''); // a 204
      const seen = await as('kari').getChatPresenceAsync();
      assert.deepEqual(presentIn(seen), [703, 704, 705]);
      assert.deepEqual(seen[1], others[0]);
      assert.deepEqual(emulator.requests, [
        ...['GetChatPresence', 'SaveChatPresence', 'SaveChatPresence', 'GetChatPresence'],
      ]);
      assert.deepEqual(
        emulator.log.map(({ status }) => status),
        [200, 204, 204, 200],
      );
    }));

  it('counts the active sessions of a user', () =>
    withChat(async ({ tje0 }) => {
      const ongoing = async () => (await tje0.getChatPresenceAsync())[0].ongoingChats;
      assert.equal(await ongoing(), 0);
      await tje0.pickUpChatSessionAsync(4);
      assert.equal(await ongoing(), 1);
      await tje0.resetChatSessionAsync(4);
      assert.equal(await ongoing(), 0);
    }));
});

describe('the users who can be assigned', () => {
  it('are a flat list, of all or of those who are present', () =>
    withChat(async ({ tje0, emulator }) => {
      const all = await tje0.getUserAgentListAsync({ flat: true, onlyPresent: false });

      assert.deepEqual(
        all.map(({ id }) => id),
        [702, 703, 704, 705, 701],
      );
      assert.deepEqual([all[1].name, all[1].type, all[1].childItems], ['Kari Ødegård', 'associate', []]);
      assert.deepEqual(loginsIn(await tje0.getUserAgentListAsync(true, true)), ['TJE0', 'KARI', 'LXL']);
      assert.deepEqual(emulator.requests, ['GetUserAgentList flat', 'GetUserAgentList flat present']);
    }));

  it('are grouped, as child items of each group', () =>
    withChat(async ({ tje0, emulator }) => {
      const groups = await tje0.getUserAgentListAsync(false, false);

      assert.deepEqual(
        groups.map(({ type }) => type),
        ['heading', 'heading'],
      );
      assert.deepEqual(
        groups.map(({ childItems }) => loginsIn(childItems)),
        [
          ['KARI', 'LXL'],
          ['TJE0', 'JAN', 'BOT'],
        ],
      );
      const present = await tje0.getUserAgentListAsync({ flat: false, onlyPresent: true });
      assert.deepEqual(
        present.map(({ childItems }) => loginsIn(childItems)),
        [['KARI', 'LXL'], ['TJE0']],
      );
      assert.deepEqual(emulator.requests, ['GetUserAgentList', 'GetUserAgentList present']);
    }));
});
