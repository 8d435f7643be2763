/** Settings, opening hours and users of topics. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { withChat } from '../emulated-chat.mjs';

const hoursOf = (duration) => duration.asHours();

describe('a topic', () => {
  it('has its settings in the client’s types', () =>
    withChat(async ({ tje0, emulator }) => {
      const topic = await tje0.getChatTopicEntityAsync(1);

      assert.deepEqual([topic.chatTopicId, topic.name], [1, 'NO:"Kundestøtte";US:"Support"']);
      assert.deepEqual(topic.lastAccept, new Date('2014-06-20T12:34:56.789Z'));
      const { openingHours, widget, language, botSettings } = topic;
      assert.deepEqual([openingHours.monEnabled, openingHours.sunEnabled], [true, false]);
      assert.deepEqual([openingHours.monStart, openingHours.monStop].map(hoursOf), [8, 16]);
      assert.deepEqual([openingHours.tzLocation.tZLocationCode, openingHours.tzLocation.isoNumber], ['NO', 578]);
      assert.equal(openingHours.tzLocation.timeZoneDSTRules['2026'].tZOffset, 120);
      assert.deepEqual([widget.theme, widget.size, widget.requiredFields], ['Modern', 'Normal', 1 | 2]); // Email, Name
      assert.deepEqual([language.id, botSettings.botRegisterScriptId], [1, 0]);
      assert.deepEqual(emulator.requests, ['GetChatTopicEntity 1']);
      assert.equal(emulator.log[0].url, '/api/v1/Agents/Chat/GetChatTopicEntity?chatTopicEntityId=1');
    }));

  it('has its texts in the language that the client is set to', () =>
    withChat(async ({ as }) => {
      const { name, language } = await as('tje0', { language: 'en' }).getChatTopicEntityAsync(1);
      assert.deepEqual([name, language.value], ['Support', 'Norwegian']);
    }));

  it('is listed when the user is a member of it', () =>
    withChat(async ({ tje0, emulator }) => {
      const topics = await tje0.chatTopicsForUserAsync();
      assert.deepEqual(
        topics.map(({ chatTopicId }) => chatTopicId),
        [1, 2, 3],
      );
      assert.deepEqual(topics[1], await tje0.getChatTopicEntityAsync(2));
      assert.deepEqual(emulator.requests, ['ChatTopicsForUser', 'GetChatTopicEntity 2']);
    }));

  it('is open within its hours, not at lunch, and not on Sundays', () =>
    withChat(async ({ tje0, clock, emulator }) => {
      const openAt = async (text) => {
        clock.nowMs = Date.parse(text);
        return tje0.isWithinOpeningHoursAsync(1);
      };
      assert.equal(await openAt('2026-06-15T10:00:00Z'), true);
      assert.equal(await openAt('2026-06-15T11:45:00Z'), false);
      assert.equal(await openAt('2026-06-15T20:00:00Z'), false);
      assert.equal(await openAt('2026-06-14T10:00:00Z'), false);
      assert.equal(await tje0.isWithinOpeningHoursAsync({ chatTopicId: 5 }), true); // on a Sunday: it uses no hours
      assert.deepEqual(emulator.requests.slice(3), ['IsWithinOpeningHours 1', 'IsWithinOpeningHours 5']);
    }));

  it('has user agents, each with their rights in it', () =>
    withChat(async ({ tje0, emulator }) => {
      const agents = await tje0.getChatTopicUserAgentListAsync({ chatTopicId: 1 });

      assert.deepEqual(
        agents.map(({ user }) => user.associateId),
        [701, 702, 703, 704, 705],
      );
      assert.equal(
        agents.every(({ topicId, canListen }) => topicId === 1 && canListen),
        true,
      );
      assert.deepEqual(
        agents.filter(({ canManage }) => canManage).map(({ user }) => user.name),
        ['KARI'],
      );
      assert.deepEqual(await tje0.getChatTopicUserAgentListAsync(1), agents);
      assert.deepEqual(emulator.requests, ['GetChatTopicUserAgentList 1', 'GetChatTopicUserAgentList 1']);
    }));
});
